import { localUnitLabel } from '../../function-words.ts';
import { statusLabel } from '../../gap-sentences.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportSection } from '../report-document.ts';
import { fitsMatrix, zoneMatrix } from './zone-matrix.ts';

/** What people need by their ages and, where that is switched on, by how vulnerable they are: low, middle and high, today and later. */
export function localNeedSection(context: ReportContext): ReportSection {
  const { areas, local, analysis, norms, say, language, nameOf } = context;
  const rules = (norms.local ?? []).map((rule, index) => ({ rule, index }));
  const year = analysis.provenance.referenceYear;
  const levels = [
    figureColumn('low', say({ nl: 'Laag', en: 'Low' }), 'amount', { year }),
    figureColumn('middle', say({ nl: 'Midden', en: 'Middle' }), 'amount', { year }),
    figureColumn('high', say({ nl: 'Hoog', en: 'High' }), 'amount', { year }),
  ];
  const need = textColumn('need', say({ nl: 'Nood', en: 'Need' }), true);
  const unit = textColumn('unit', say({ nl: 'Eenheid', en: 'Unit' }));
  const status = textColumn('status', say({ nl: 'Regel is', en: 'Rule is' }));
  const zone = textColumn('zone', say({ nl: 'Woonzorgzone', en: 'Care zone' }));
  const whole = local.at(-1)!;
  const later = analysis.municipality.localNeeds[0]?.later.at(-1)?.year;
  const heading = say({ nl: 'Lokale nood', en: 'Local need' });
  if (rules.length === 0) {
    return { id: 'lokale-nood', heading, depth: 1, startsPage: false, parts: [{ kind: 'paragraph', text: say({ nl: 'De normen van dit plan hebben geen regels voor de lokale nood.', en: 'The norms of this plan have no rules for local need.' }) }] };
  }
  return {
    id: 'lokale-nood', heading, depth: 1, startsPage: false,
    parts: [
      { kind: 'paragraph', text: say({
        nl: `Berekend uit de leeftijden van de mensen${analysis.provenance.need.vulnerability.on ? ' en hun kwetsbaarheid' : ''}, laag, midden en hoog: een schatting is nooit één los cijfer.`,
        en: `Modelled from people’s ages${analysis.provenance.need.vulnerability.on ? ' and how vulnerable they are' : ''}, low, middle and high: an estimate is never one bare figure.`,
      }) },
      {
        kind: 'table',
        table: {
          id: 'lokale-nood', title: say({ nl: 'Lokale nood in de hele gemeente', en: 'Local need in the whole municipality' }), printed: null,
          columns: [
            need, unit, ...levels,
            ...(later === undefined ? [] : [figureColumn('later', say({ nl: 'Midden', en: 'Middle' }), 'amount', { year: later })]), status,
          ],
          rows: rules.map(({ rule, index }) => {
            const { now, later: years } = whole.localNeeds[index]!;
            return { isTotal: false, cells: [rule.label[language], localUnitLabel(rule.unit, language), now.low, now.middle, now.high, ...(later === undefined ? [] : [years.at(-1)!.middle]), statusLabel(rule.status, language)] };
          }),
        },
      },
      ...zoneMatrix(context, 'lokale-nood-midden', say({ nl: 'Lokale nood per zone, de middelste schatting', en: 'Local need per zone, the middle estimate' }), say({ nl: 'Nood', en: 'Need' }), 'amount', rules.map(({ rule, index }) =>
        ({ label: `${rule.label[language]}, ${localUnitLabel(rule.unit, language)}`, figure: (_, row) => local[row]!.localNeeds[index]!.now.middle }))),
      {
        kind: 'table',
        table: {
          id: 'lokale-nood-per-zone', title: say({ nl: 'Lokale nood per zone', en: 'Local need per zone' }), printed: fitsMatrix(context) ? 0 : 80,
          columns: [need, zone, unit, ...levels],
          rows: rules.flatMap(({ rule, index }) => areas.map((told, row) => {
            const { now } = local[row]!.localNeeds[index]!;
            return { isTotal: told.kind === 'municipality', cells: [rule.label[language], nameOf(told), localUnitLabel(rule.unit, language), now.low, now.middle, now.high] };
          })),
        },
      },
    ],
  };
}
