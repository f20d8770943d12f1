import { categories, metres, share, type Norm } from '../../../model/index.ts';
import { methodLabel, provenanceSentences, statusLabel, unitLabel } from '../../gap-sentences.ts';
import type { ReportContext } from '../report-context.ts';
import { textColumn, type ReportPart, type ReportSection } from '../report-document.ts';

/** The norms with what they ask, where they come from and how sure that is. */
export function normsSection(context: ReportContext): ReportSection {
  const { norms, say, language } = context;
  const unconfirmed = norms.norms.filter(({ status }) => status === 'unconfirmed').length;
  return {
    id: 'normen', heading: say({ nl: 'De normen', en: 'The norms' }), depth: 1, startsPage: true,
    parts: [
      { kind: 'paragraph', text: say({
        nl: `${norms.name}, versie ${norms.version}: ${norms.norms.length} normen, van wie ${unconfirmed} nog niet in hun bron nagelezen (onbevestigd).`,
        en: `${norms.name}, version ${norms.version}: ${norms.norms.length} norms, of which ${unconfirmed} not yet read in their source (unconfirmed).`,
      }) },
      {
        kind: 'table',
        table: {
          id: 'normen', title: say({ nl: 'Normen met hun bron', en: 'Norms with their source' }), printed: null,
          columns: [textColumn('norm', say({ nl: 'Norm', en: 'Norm' })), textColumn('asks', say({ nl: 'Vraagt', en: 'Asks' })), textColumn('status', say({ nl: 'Is', en: 'Is' })), textColumn('source', say({ nl: 'Bron', en: 'Source' })), textColumn('valid', say({ nl: 'Geldt', en: 'In force' }))],
          rows: norms.norms.map((norm) => ({
            isTotal: false,
            cells: [
              norm.label[language], asks(norm, context), statusLabel(norm.status, language),
              [norm.source.title, norm.source.place, norm.source.year === null ? null : String(norm.source.year), norm.source.url].filter((part) => part !== null).join(', '),
              `${norm.validFrom ?? '…'} – ${norm.validTo ?? '…'}`,
            ],
          })),
        },
      },
      ...localRules(context),
    ],
  };
}

/** The rules of local need, which are no norms, with their rates and sources. */
function localRules({ norms: { local = [] }, say, language, format: { number, ages } }: ReportContext): readonly ReportPart[] {
  if (local.length === 0) return [];
  return [{
    kind: 'table',
    table: {
      id: 'regels-lokale-nood', title: say({ nl: 'Regels voor de lokale nood, met hun bron', en: 'Rules for local need, with their source' }), printed: null,
      columns: [textColumn('rule', say({ nl: 'Regel', en: 'Rule' })), textColumn('rates', say({ nl: 'Laag / midden / hoog', en: 'Low / middle / high' })), textColumn('status', say({ nl: 'Is', en: 'Is' })), textColumn('source', say({ nl: 'Bron', en: 'Source' }))],
      rows: local.map(({ label, rates, status, source }) => ({
        isTotal: false,
        cells: [
          label[language], rates.map((rate) => `${ages(rate)}: ${number(rate.low, 2)} / ${number(rate.middle, 2)} / ${number(rate.high, 2)} ${say({ nl: 'per', en: 'per' })} ${number(rate.per)}`).join('; '), statusLabel(status, language),
          [source.title, source.place, source.year === null ? null : String(source.year), source.url].filter((part) => part !== null).join(', '),
        ],
      })),
    },
  }];
}

function asks(norm: Norm, { say, language, format: { number, distance, ages, percent } }: ReportContext): string {
  const kind = categories[norm.category][language];
  if (norm.kind === 'distance') {
    const who = norm.ages === null ? say({ nl: 'iedereen', en: 'everybody' }) : ages(norm.ages);
    return say({ nl: `${kind} binnen ${distance(metres(norm.withinMetres))}, ${who}`, en: `${kind} within ${distance(metres(norm.withinMetres))}, ${who}` });
  }
  const unit = unitLabel(norm.unit, 0, language);
  const { rule } = norm;
  const rates = rule.kind === 'per-slice'
    ? [say({ nl: `1 per ${number(rule.inhabitants)} inwoners`, en: `1 per ${number(rule.inhabitants)} inhabitants` })]
    : rule.kind === 'share-of-norm'
      ? [say({ nl: `${percent(share(rule.share), 1)} van “${rule.norm}”`, en: `${percent(share(rule.share), 1)} of “${rule.norm}”` })]
      : rule.rates.map((rate) => `${number(rate.count, 3)} ${say({ nl: 'per', en: 'per' })} ${number(rate.per)} (${ages(rate)})`);
  return `${kind}, ${unit}: ${rates.join('; ')}`;
}

/** The files with their dates, and what of it all was counted and what was modelled. */
export function dataSection({ analysis, municipality, say, language, format: { number } }: ReportContext): ReportSection {
  const { provenance } = analysis;
  const { population, distances } = provenance;
  const modelled = [
    population.totals === 'measured-per-block'
      ? say({ nl: 'Inwoners per bouwblok: geteld.', en: 'Inhabitants per block: counted.' })
      : say({ nl: 'Inwoners per bouwblok: berekend uit het totaal van de gemeente.', en: 'Inhabitants per block: modelled from the total of the municipality.' }),
    population.spreadBy === 'dwellings'
      ? say({ nl: 'Inwoners per adres: berekend, naar het aantal woningen per adres.', en: 'Inhabitants per address: modelled, by the number of dwellings at each address.' })
      : say({ nl: 'Inwoners per adres: berekend, gelijk verdeeld over de adressen.', en: 'Inhabitants per address: modelled, spread evenly over the addresses.' }),
    { 'municipal-structure': say({ nl: 'Leeftijden: berekend; in elk bouwblok dezelfde opbouw als in de gemeente.', en: 'Ages: modelled; in each block the same structure as in the municipality.' }), 'fitted-per-block': say({ nl: 'Leeftijden: berekend per bouwblok, passend op de totalen van bouwblok en gemeente.', en: 'Ages: modelled per block, fitted to the totals of block and municipality.' }), none: say({ nl: 'Leeftijden: onbekend.', en: 'Ages: unknown.' }) }[population.ages],
    `${say({ nl: 'Afstanden', en: 'Distances' })}: ${methodLabel(distances.method, language)}.`,
    ...(municipality.unplaced.length > 0 ? [say({ nl: `${number(municipality.unplaced.length)} voorzieningen hebben nog geen plaats en tellen nergens mee.`, en: `${number(municipality.unplaced.length)} facilities have no place yet and count nowhere.` })] : []),
    ...(population.note === '' ? [] : [population.note]),
  ];
  return {
    id: 'gegevens', heading: say({ nl: 'De gegevens, en wat berekend is', en: 'The data, and what was modelled' }), depth: 1, startsPage: true,
    parts: [
      { kind: 'points', items: modelled },
      {
        kind: 'table',
        table: {
          id: 'bestanden', title: say({ nl: 'Bestanden', en: 'Files' }), printed: null,
          columns: [textColumn('title', say({ nl: 'Titel', en: 'Title' })), textColumn('file', say({ nl: 'Bestand', en: 'File' })), textColumn('date', say({ nl: 'Datum van de inhoud', en: 'Date of the content' })), textColumn('licence', say({ nl: 'Licentie', en: 'Licence' })), textColumn('attribution', say({ nl: 'Bronvermelding', en: 'Attribution' }))],
          rows: provenance.sources.map(({ title, file, referenceDate, licence, attribution }) => ({ isTotal: false, cells: [title, file, referenceDate ?? '', licence ?? '', attribution ?? ''] })),
        },
      },
      { kind: 'points', items: provenanceSentences(provenance, language) },
      { kind: 'note', text: say({
        nl: 'Woonzorgzones toont leemten en de norm achter elk; het schrijft geen oplossingen voor. Onbevestigde normen zijn niet in de tekst van hun bron nagelezen.',
        en: 'Woonzorgzones shows gaps and the norm behind each; it prescribes no solutions. Unconfirmed norms were not read in the text of their source.',
      }) },
    ],
  };
}
