import { localUnitLabel } from '../../function-words.ts';
import { statusLabel } from '../../gap-sentences.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportSection } from '../report-document.ts';
import { reportTerms } from '../report-terms.ts';
import { fitsMatrix, zoneMatrix } from './zone-matrix.ts';

/** What people need by their ages and, where that is switched on, by how vulnerable they are: low, middle and high, today and later. */
export function localNeedSection(context: ReportContext): ReportSection {
  const { areas, local, analysis, norms, say, language, nameOf } = context;
  const rules = (norms.local ?? []).map((rule, index) => ({ rule, index }));
  const year = analysis.provenance.referenceYear;
  const levels = [
    figureColumn('low', say(reportTerms.low), 'amount', { year }),
    figureColumn('middle', say(reportTerms.middle), 'amount', { year }),
    figureColumn('high', say(reportTerms.high), 'amount', { year }),
  ];
  const need = textColumn('need', say(reportTerms.need), true);
  const unit = textColumn('unit', say(reportTerms.unit));
  const status = textColumn('status', say(reportTerms.ruleIs));
  const zone = textColumn('zone', say(reportTerms.careZone));
  const whole = local.at(-1)!;
  const later = analysis.municipality.localNeeds[0]?.later.at(-1)?.year;
  const heading = say(reportTerms.localNeed);
  if (rules.length === 0) {
    return { id: 'lokale-nood', heading, depth: 1, startsPage: false, parts: [{ kind: 'paragraph', text: say(reportTerms.noLocalNeedRules) }] };
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
          id: 'lokale-nood', title: say(reportTerms.localNeedInTheWholeMunicipality), printed: null,
          columns: [
            need, unit, ...levels,
            ...(later === undefined ? [] : [figureColumn('later', say(reportTerms.middle), 'amount', { year: later })]), status,
          ],
          rows: rules.map(({ rule, index }) => {
            const { now, later: years } = whole.localNeeds[index]!;
            return { isTotal: false, cells: [rule.label[language], localUnitLabel(rule.unit, language), now.low, now.middle, now.high, ...(later === undefined ? [] : [years.at(-1)!.middle]), statusLabel(rule.status, language)] };
          }),
        },
      },
      ...zoneMatrix(context, 'lokale-nood-midden', say(reportTerms.localNeedMiddle), say(reportTerms.need), 'amount', rules.map(({ rule, index }) =>
        ({ label: `${rule.label[language]}, ${localUnitLabel(rule.unit, language)}`, figure: (_, row) => local[row]!.localNeeds[index]!.now.middle }))),
      {
        kind: 'table',
        table: {
          id: 'lokale-nood-per-zone', title: say(reportTerms.localNeedPerZone), printed: fitsMatrix(context) ? 0 : 80,
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
