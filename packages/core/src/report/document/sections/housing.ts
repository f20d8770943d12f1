import { suitabilities, type Count } from '../../../model/index.ts';
import type { FormBalance } from '../../../needs/index.ts';
import { livingFormLabel, suitabilityLabel } from '../../function-words.ts';
import { statusLabel } from '../../gap-sentences.ts';
import { housingReservationSentence } from '../../need-sentences.ts';
import { capital } from '../../capital.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportSection } from '../report-document.ts';
import { fitsMatrix, zoneMatrix } from './zone-matrix.ts';

/** How people live and could live: the four forms of living, what dwellings are fit for, and room for new ones. */
export function housingSection(context: ReportContext): ReportSection {
  const { areas, local, analysis: { municipality: { housing } }, say, language, nameOf } = context;
  const zone = textColumn('zone', say({ nl: 'Woonzorgzone', en: 'Care zone' }));
  const form = textColumn('form', say({ nl: 'Woonvorm', en: 'Form of living' }), true);
  const isKnown = housing.dwellings.count.kind !== 'unknown';
  const year = housing.dwellings.year;
  const figures = [
    figureColumn('low', say({ nl: 'Nodig, laag', en: 'Needed, low' }), 'amount'), figureColumn('middle', say({ nl: 'midden', en: 'middle' }), 'amount'), figureColumn('high', say({ nl: 'hoog', en: 'high' }), 'amount'),
    figureColumn('present', say({ nl: 'Aanwezig', en: 'Present' }), 'amount'), figureColumn('planned', say({ nl: 'Gepland', en: 'Planned' }), 'amount'), figureColumn('missing', say({ nl: 'Tekort', en: 'Missing' }), 'amount'),
  ];
  const status = textColumn('status', say({ nl: 'Norm is', en: 'Norm is' }), true);
  const statusOf = (balance: FormBalance): string => (balance.status === null ? '' : statusLabel(balance.status, language));
  const cellsOf = (row: number, place: number): readonly Count[] => {
    const { needed, present, planned, missing } = local[row]!.forms[place]!;
    return [needed.low, needed.middle, needed.high, present, planned, missing];
  };
  return {
    id: 'wonen', heading: say({ nl: 'Wonen en woonvormen', en: 'Housing and forms of living' }), depth: 1, startsPage: false,
    parts: [
      ...(housing.reservations.length === 0 ? [] : [{ kind: 'points' as const, items: housing.reservations.map((one) => housingReservationSentence(one, language)) }]),
      {
        kind: 'table',
        table: {
          id: 'woonvormen-gemeente', title: say({ nl: 'Woonvormen in de hele gemeente, in woningen', en: 'Forms of living in the whole municipality, in dwellings' }), printed: null, isCopy: true,
          columns: [textColumn('form', say({ nl: 'Woonvorm', en: 'Form of living' })), ...figures, status],
          rows: housing.forms.map((balance, place) => ({ isTotal: false, cells: [capital(livingFormLabel(balance.form, language)), ...cellsOf(local.length - 1, place), statusOf(balance)] })),
        },
      },
      ...zoneMatrix(context, 'woonvormen-tekort', say({ nl: 'Woningen die ontbreken, per zone', en: 'Dwellings missing, per zone' }), say({ nl: 'Woonvorm', en: 'Form of living' }), 'amount', housing.forms.map(({ form: living }, place) =>
        ({ label: capital(livingFormLabel(living, language)), figure: (_, row) => local[row]!.forms[place]!.missing }))),
      {
        kind: 'table',
        table: {
          id: 'woonvormen', title: say({ nl: 'Woonvormen: nodig, aanwezig, gepland en tekort, in woningen', en: 'Forms of living: needed, present, planned and missing, in dwellings' }), printed: fitsMatrix(context) ? 0 : 60,
          columns: [form, zone, ...figures, status],
          rows: housing.forms.flatMap((balance, place) => areas.map((told, row) => ({
            isTotal: told.kind === 'municipality', cells: [capital(livingFormLabel(balance.form, language)), nameOf(told), ...cellsOf(row, place), statusOf(balance)],
          }))),
        },
      },
      { kind: 'note', text: say({ nl: 'Wat nodig is, is berekend uit de lokale nood. Het tekort is wat nodig is op het niveau waarmee dit plan rekent, min wat er staat; wat gepland is, staat er nog niet.', en: 'What is needed is modelled from local need. Missing is what is needed at the level this plan goes by, less what is there; what is planned is not there yet.' }) },
      ...(isKnown ? [{
        kind: 'table' as const,
        table: {
          id: 'woningen', title: say({ nl: 'Woningen naar geschiktheid, en ruimte voor nieuwe', en: 'Dwellings by what they are fit for, and room for new ones' }), printed: null,
          columns: [
            zone, figureColumn('all', say({ nl: 'Woningen', en: 'Dwellings' }), 'count', { year }),
            ...suitabilities.map((one) => figureColumn(one, capital(suitabilityLabel(one, language)), 'count')), figureColumn('reserve', say({ nl: 'Woningreserve', en: 'Housing reserve' }), 'count'),
          ],
          rows: areas.map((told) => {
            const { dwellings, bySuitability, reserve } = told.area.housing;
            return { isTotal: told.kind === 'municipality', cells: [nameOf(told), dwellings.count, ...suitabilities.map((one) => bySuitability[one].count), reserve.dwellings.count] };
          }),
        },
      }] : []),
    ],
  };
}
