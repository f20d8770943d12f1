import { categories } from '../../../model/index.ts';
import type { Reservation } from '../../../needs/index.ts';
import { reservationSentence, statusLabel, unitLabel } from '../../gap-sentences.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportPart, type ReportSection } from '../report-document.ts';
import { reportTerms } from '../report-terms.ts';
import { zoneMatrix } from './zone-matrix.ts';

/** What the amount norms ask, what there is and what is missing: the municipality first, then each zone. */
export function needSection(context: ReportContext): ReportSection {
  const { areas, analysis: { municipality }, normsOfKind, say, language, nameOf, map } = context;
  const whole = areas.at(-1)!;
  const amounts = amountsThatHold(context);
  const normColumn = textColumn('norm', say(reportTerms.norm), true);
  const unit = (amount: (typeof amounts)[number]): string => unitLabel(amount.norm.unit, 0, language);
  const figures = (year: { readonly required: number | null; readonly present: number | null }) => [
    figureColumn('required', say(reportTerms.required), 'amount', { year: year.required }),
    figureColumn('present', say(reportTerms.present), 'amount', { year: year.present }),
    figureColumn('missing', say(reportTerms.missing), 'amount'),
    figureColumn('filled', say(reportTerms.filled), 'share'),
  ];
  const notChosen = normsOfKind('amount').filter(({ index }) => municipality.needs[index]?.reservations.some(({ code }) => code === 'urban-class-not-chosen') === true).slice(0, 1);
  const reservations = [...new Set([...amounts, ...notChosen].flatMap(({ norm, index }) => (municipality.needs[index]!.reservations.filter(({ code }) => code !== 'nobody-concerned').map((one) => `${categories[norm.category][language]}: ${reservationSentence(one, language)}`))))];
  const tables: readonly ReportPart[] = amounts.length === 0
    ? [{ kind: 'paragraph', text: say(reportTerms.noAmountNorms) }]
    : [
      {
        kind: 'table',
        table: {
          id: 'nood-gemeente', title: say(reportTerms.needInMunicipality), printed: null,
          columns: [normColumn, textColumn('unit', say(reportTerms.unit)), textColumn('years', say(reportTerms.requiredPresentIn)), ...figures({ required: null, present: null }), textColumn('status', say(reportTerms.normIs))],
          rows: amounts.map((amount) => {
            const { required, present, missing, filledShare } = whole.needs[amount.index]!;
            const need = municipality.needs[amount.index]!;
            return { isTotal: false, cells: [amount.norm.label[language], unit(amount), `${need.required.year}\u00a0/\u00a0${need.present.year}`, required, present, missing, filledShare, statusLabel(amount.norm.status, language)] };
          }),
        },
      },
      ...(reservations.length === 0 ? [] : [{ kind: 'points' as const, items: reservations }]),
      ...map({ kind: 'gallery', of: 'amount' }, 'verslag-heel'),
      ...zoneMatrix(context, 'tekort-per-zone', say(reportTerms.shortagePerZone), say(reportTerms.norm), 'amount', amounts.map(({ norm, index }) => ({ label: norm.label[language], figure: ({ needs }) => needs[index]!.missing }))),
      {
        kind: 'table',
        table: {
          id: 'nood-per-zone', title: say(reportTerms.needPerZone), printed: 0,
          columns: [normColumn, textColumn('unit', say(reportTerms.unit), true), textColumn('zone', say(reportTerms.careZone)), ...figures({ required: null, present: null })],
          rows: amounts.flatMap((amount) => areas.map((told) => {
            const { required, present, missing, filledShare } = told.needs[amount.index]!;
            return { isTotal: told.kind === 'municipality', cells: [amount.norm.label[language], unit(amount), nameOf(told), required, present, missing, filledShare] };
          })),
        },
      },
      { kind: 'note', text: say(reportTerms.zonesShareNeed) },
    ];
  return {
    id: 'nood', heading: say(reportTerms.needAndSupply), depth: 1, startsPage: true,
    parts: [
      ...tables,
    ],
  };
}

/** Norms for another kind of municipality have nothing to tell here; one for a kind that was not chosen yet neither, but a note says so. */
export function amountsThatHold({ analysis: { municipality }, areas, normsOfKind }: ReportContext) {
  const others: readonly Reservation['code'][] = ['other-urban-class', 'other-density', 'urban-class-not-chosen'];
  return normsOfKind('amount').filter(({ index }) => {
    const need = municipality.needs[index];
    return need !== undefined && areas.at(-1)!.needs[index]!.required.kind !== 'not-applicable' && !need.reservations.some(({ code }) => others.includes(code));
  });
}
