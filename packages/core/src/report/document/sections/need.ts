import { categories } from '../../../model/index.ts';
import type { Reservation } from '../../../needs/index.ts';
import { reservationSentence, statusLabel, unitLabel } from '../../gap-sentences.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportPart, type ReportSection } from '../report-document.ts';
import { zoneMatrix } from './zone-matrix.ts';

/** What the amount norms ask, what there is and what is missing: the municipality first, then each zone. */
export function needSection(context: ReportContext): ReportSection {
  const { areas, analysis: { municipality }, normsOfKind, say, language, nameOf, map } = context;
  const whole = areas.at(-1)!;
  const amounts = amountsThatHold(context);
  const normColumn = textColumn('norm', say({ nl: 'Norm', en: 'Norm' }), true);
  const unit = (amount: (typeof amounts)[number]): string => unitLabel(amount.norm.unit, 0, language);
  const figures = (year: { readonly required: number | null; readonly present: number | null }) => [
    figureColumn('required', say({ nl: 'Nodig', en: 'Required' }), 'amount', { year: year.required }),
    figureColumn('present', say({ nl: 'Aanwezig', en: 'Present' }), 'amount', { year: year.present }),
    figureColumn('missing', say({ nl: 'Tekort', en: 'Missing' }), 'amount'),
    figureColumn('filled', say({ nl: 'Ingevuld', en: 'Filled' }), 'share'),
  ];
  const notChosen = normsOfKind('amount').filter(({ index }) => municipality.needs[index]?.reservations.some(({ code }) => code === 'urban-class-not-chosen') === true).slice(0, 1);
  const reservations = [...new Set([...amounts, ...notChosen].flatMap(({ norm, index }) => (municipality.needs[index]!.reservations.filter(({ code }) => code !== 'nobody-concerned').map((one) => `${categories[norm.category][language]}: ${reservationSentence(one, language)}`))))];
  const tables: readonly ReportPart[] = amounts.length === 0
    ? [{ kind: 'paragraph', text: say({ nl: 'De normen van dit plan vragen geen aantallen.', en: 'The norms of this plan ask for no amounts.' }) }]
    : [
      {
        kind: 'table',
        table: {
          id: 'nood-gemeente', title: say({ nl: 'Nood, aanbod en tekort in de hele gemeente', en: 'Need, supply and shortage in the whole municipality' }), printed: null,
          columns: [normColumn, textColumn('unit', say({ nl: 'Eenheid', en: 'Unit' })), textColumn('years', say({ nl: 'Nodig / aanwezig in', en: 'Required / present in' })), ...figures({ required: null, present: null }), textColumn('status', say({ nl: 'Norm is', en: 'Norm is' }))],
          rows: amounts.map((amount) => {
            const { required, present, missing, filledShare } = whole.needs[amount.index]!;
            const need = municipality.needs[amount.index]!;
            return { isTotal: false, cells: [amount.norm.label[language], unit(amount), `${need.required.year}\u00a0/\u00a0${need.present.year}`, required, present, missing, filledShare, statusLabel(amount.norm.status, language)] };
          }),
        },
      },
      ...(reservations.length === 0 ? [] : [{ kind: 'points' as const, items: reservations }]),
      ...map({ kind: 'gallery', of: 'amount' }, 'verslag-heel'),
      ...zoneMatrix(context, 'tekort-per-zone', say({ nl: 'Tekort per zone', en: 'Shortage per zone' }), say({ nl: 'Norm', en: 'Norm' }), 'amount', amounts.map(({ norm, index }) => ({ label: norm.label[language], figure: ({ needs }) => needs[index]!.missing }))),
      {
        kind: 'table',
        table: {
          id: 'nood-per-zone', title: say({ nl: 'Nood, aanbod en tekort per zone', en: 'Need, supply and shortage per zone' }), printed: 0,
          columns: [normColumn, textColumn('unit', say({ nl: 'Eenheid', en: 'Unit' }), true), textColumn('zone', say({ nl: 'Woonzorgzone', en: 'Care zone' })), ...figures({ required: null, present: null })],
          rows: amounts.flatMap((amount) => areas.map((told) => {
            const { required, present, missing, filledShare } = told.needs[amount.index]!;
            return { isTotal: told.kind === 'municipality', cells: [amount.norm.label[language], unit(amount), nameOf(told), required, present, missing, filledShare] };
          })),
        },
      },
      { kind: 'note', text: say({ nl: 'Zones delen in wat de gemeente nodig heeft, naar waar de mensen van elke leeftijd wonen. Alleen de gemeente is afgerond zoals de norm vraagt.', en: 'Zones share in what the municipality needs, by where the people of each age live. Only the municipality is rounded as the norm asks.' }) },
    ];
  return {
    id: 'nood', heading: say({ nl: 'Nood en aanbod', en: 'Need and supply' }), depth: 1, startsPage: true,
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
