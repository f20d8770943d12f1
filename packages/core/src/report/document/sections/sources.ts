import { categories, metres, share, type Norm } from '../../../model/index.ts';
import { methodLabel, provenanceSentences, statusLabel, unitLabel } from '../../gap-sentences.ts';
import type { ReportContext } from '../report-context.ts';
import { textColumn, type ReportPart, type ReportSection } from '../report-document.ts';
import { reportTerms } from '../report-terms.ts';

/** The norms with what they ask, where they come from and how sure that is. */
export function normsSection(context: ReportContext): ReportSection {
  const { norms, say, language } = context;
  const unconfirmed = norms.norms.filter(({ status }) => status === 'unconfirmed').length;
  return {
    id: 'normen', heading: say(reportTerms.theNorms), depth: 1, startsPage: true,
    parts: [
      { kind: 'paragraph', text: say({
        nl: `${norms.name}, versie ${norms.version}: ${norms.norms.length} normen, van wie ${unconfirmed} nog niet in hun bron nagelezen (onbevestigd).`,
        en: `${norms.name}, version ${norms.version}: ${norms.norms.length} norms, of which ${unconfirmed} not yet read in their source (unconfirmed).`,
      }) },
      {
        kind: 'table',
        table: {
          id: 'normen', title: say(reportTerms.normsWithTheirSource), printed: null,
          columns: [textColumn('norm', say(reportTerms.norm)), textColumn('asks', say(reportTerms.asks)), textColumn('status', say(reportTerms.is)), textColumn('source', say(reportTerms.source)), textColumn('valid', say(reportTerms.inForce))],
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
      id: 'regels-lokale-nood', title: say(reportTerms.localNeedRulesWithSource), printed: null,
      columns: [textColumn('rule', say(reportTerms.rule)), textColumn('rates', say(reportTerms.lowMiddleHigh)), textColumn('status', say(reportTerms.is)), textColumn('source', say(reportTerms.source))],
      rows: local.map(({ label, rates, status, source }) => ({
        isTotal: false,
        cells: [
          label[language], rates.map((rate) => `${ages(rate)}: ${number(rate.low, 2)} / ${number(rate.middle, 2)} / ${number(rate.high, 2)} ${say(reportTerms.per)} ${number(rate.per)}`).join('; '), statusLabel(status, language),
          [source.title, source.place, source.year === null ? null : String(source.year), source.url].filter((part) => part !== null).join(', '),
        ],
      })),
    },
  }];
}

function asks(norm: Norm, { say, language, format: { number, distance, ages, percent } }: ReportContext): string {
  const kind = categories[norm.category][language];
  if (norm.kind === 'distance') {
    const who = norm.ages === null ? say(reportTerms.everybody) : ages(norm.ages);
    return say({ nl: `${kind} binnen ${distance(metres(norm.withinMetres))}, ${who}`, en: `${kind} within ${distance(metres(norm.withinMetres))}, ${who}` });
  }
  const unit = unitLabel(norm.unit, 0, language);
  const { rule } = norm;
  const rates = rule.kind === 'per-slice'
    ? [say({ nl: `1 per ${number(rule.inhabitants)} inwoners`, en: `1 per ${number(rule.inhabitants)} inhabitants` })]
    : rule.kind === 'share-of-norm'
      ? [say({ nl: `${percent(share(rule.share), 1)} van “${rule.norm}”`, en: `${percent(share(rule.share), 1)} of “${rule.norm}”` })]
      : rule.rates.map((rate) => `${number(rate.count, 3)} ${say(reportTerms.per)} ${number(rate.per)} (${ages(rate)})`);
  return `${kind}, ${unit}: ${rates.join('; ')}`;
}

/** The files with their dates, and what of it all was counted and what was modelled. */
export function dataSection({ analysis, municipality, say, language, format: { number } }: ReportContext): ReportSection {
  const { provenance } = analysis;
  const { population, distances } = provenance;
  const modelled = [
    population.totals === 'measured-per-block'
      ? say(reportTerms.blocksCounted)
      : say(reportTerms.blocksModelled),
    population.spreadBy === 'dwellings'
      ? say(reportTerms.addressesByDwellings)
      : say(reportTerms.addressesEvenly),
    { 'municipal-structure': say(reportTerms.agesAsMunicipality), 'fitted-per-block': say(reportTerms.agesFitted), none: say(reportTerms.agesUnknown) }[population.ages],
    `${say(reportTerms.distances)}: ${methodLabel(distances.method, language)}.`,
    ...(municipality.unplaced.length > 0 ? [say({ nl: `${number(municipality.unplaced.length)} voorzieningen hebben nog geen plaats en tellen nergens mee.`, en: `${number(municipality.unplaced.length)} facilities have no place yet and count nowhere.` })] : []),
    ...(population.note === '' ? [] : [population.note]),
  ];
  return {
    id: 'gegevens', heading: say(reportTerms.theDataAndWhatWasModelled), depth: 1, startsPage: true,
    parts: [
      { kind: 'points', items: modelled },
      {
        kind: 'table',
        table: {
          id: 'bestanden', title: say(reportTerms.files), printed: null,
          columns: [textColumn('title', say(reportTerms.title)), textColumn('file', say(reportTerms.file)), textColumn('date', say(reportTerms.dateOfTheContent)), textColumn('licence', say(reportTerms.licence)), textColumn('attribution', say(reportTerms.attribution))],
          rows: provenance.sources.map(({ title, file, referenceDate, licence, attribution }) => ({ isTotal: false, cells: [title, file, referenceDate ?? '', licence ?? '', attribution ?? ''] })),
        },
      },
      { kind: 'points', items: provenanceSentences(provenance, language) },
      { kind: 'note', text: say(reportTerms.whatThisReportIsNot) },
    ],
  };
}
