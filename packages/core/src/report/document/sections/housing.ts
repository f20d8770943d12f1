import { suitabilities, type Count } from '../../../model/index.ts';
import type { FormBalance } from '../../../needs/index.ts';
import { livingFormLabel, suitabilityLabel } from '../../function-words.ts';
import { statusLabel } from '../../gap-sentences.ts';
import { housingReservationSentence } from '../../need-sentences.ts';
import { capital } from '../../capital.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportSection } from '../report-document.ts';
import { reportTerms } from '../report-terms.ts';
import { fitsMatrix, zoneMatrix } from './zone-matrix.ts';

/** How people live and could live: the four forms of living, what dwellings are fit for, and room for new ones. */
export function housingSection(context: ReportContext): ReportSection {
  const { areas, local, analysis: { municipality: { housing } }, say, language, nameOf } = context;
  const zone = textColumn('zone', say(reportTerms.careZone));
  const form = textColumn('form', say(reportTerms.formOfLiving), true);
  const isKnown = housing.dwellings.count.kind !== 'unknown';
  const year = housing.dwellings.year;
  const figures = [
    figureColumn('low', say(reportTerms.neededLow), 'amount'), figureColumn('middle', say(reportTerms.middleLevel), 'amount'), figureColumn('high', say(reportTerms.highLevel), 'amount'),
    figureColumn('present', say(reportTerms.present), 'amount'), figureColumn('planned', say(reportTerms.planned), 'amount'), figureColumn('missing', say(reportTerms.missing), 'amount'),
  ];
  const status = textColumn('status', say(reportTerms.normIs), true);
  const statusOf = (balance: FormBalance): string => (balance.status === null ? '' : statusLabel(balance.status, language));
  const cellsOf = (row: number, place: number): readonly Count[] => {
    const { needed, present, planned, missing } = local[row]!.forms[place]!;
    return [needed.low, needed.middle, needed.high, present, planned, missing];
  };
  return {
    id: 'wonen', heading: say(reportTerms.housingAndFormsOfLiving), depth: 1, startsPage: false,
    parts: [
      ...(housing.reservations.length === 0 ? [] : [{ kind: 'points' as const, items: housing.reservations.map((one) => housingReservationSentence(one, language)) }]),
      {
        kind: 'table',
        table: {
          id: 'woonvormen-gemeente', title: say(reportTerms.formsInMunicipality), printed: null, isCopy: true,
          columns: [textColumn('form', say(reportTerms.formOfLiving)), ...figures, status],
          rows: housing.forms.map((balance, place) => ({ isTotal: false, cells: [capital(livingFormLabel(balance.form, language)), ...cellsOf(local.length - 1, place), statusOf(balance)] })),
        },
      },
      ...zoneMatrix(context, 'woonvormen-tekort', say(reportTerms.dwellingsMissingPerZone), say(reportTerms.formOfLiving), 'amount', housing.forms.map(({ form: living }, place) =>
        ({ label: capital(livingFormLabel(living, language)), figure: (_, row) => local[row]!.forms[place]!.missing }))),
      {
        kind: 'table',
        table: {
          id: 'woonvormen', title: say(reportTerms.formsPerZone), printed: fitsMatrix(context) ? 0 : 60,
          columns: [form, zone, ...figures, status],
          rows: housing.forms.flatMap((balance, place) => areas.map((told, row) => ({
            isTotal: told.kind === 'municipality', cells: [capital(livingFormLabel(balance.form, language)), nameOf(told), ...cellsOf(row, place), statusOf(balance)],
          }))),
        },
      },
      { kind: 'note', text: say(reportTerms.formsExplained) },
      ...(isKnown ? [{
        kind: 'table' as const,
        table: {
          id: 'woningen', title: say(reportTerms.dwellingsByFitness), printed: null,
          columns: [
            zone, figureColumn('all', say(reportTerms.dwellings), 'count', { year }),
            ...suitabilities.map((one) => figureColumn(one, capital(suitabilityLabel(one, language)), 'count')), figureColumn('reserve', say(reportTerms.housingReserve), 'count'),
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
