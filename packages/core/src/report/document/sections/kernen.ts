import { known, metres, share } from '../../../model/index.ts';
import { dailyServices, leastServedShare } from '../../../needs/index.ts';
import { dailyServiceLabel } from '../../gap-proposal-sentences.ts';
import { statusLabel } from '../../gap-sentences.ts';
import { capital } from '../../capital.ts';
import { toldKernen } from '../../told-kernen.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportSection } from '../report-document.ts';
import { reportTerms } from '../report-terms.ts';

/** The services of every day around each kern. */
export function kernenSection({ kernen, areas, plan, analysis, say, language, format: { percent, distance } }: ReportContext): ReportSection {
  const names = new Map(plan.zones.map(({ id, name }) => [id, name]));
  const told = toldKernen(kernen, areas);
  const states = { near: say(reportTerms.nearby), far: say(reportTerms.tooFar), unknown: say(reportTerms.unknown) };
  const persons = say(reportTerms.persons);
  const kern = textColumn('kern', say(reportTerms.kern), true);
  const year = analysis.provenance.referenceYear;
  return {
    id: 'kernen', heading: say(reportTerms.theKernenAndTheirDailyServices), depth: 1, startsPage: false,
    parts: [
      { kind: 'paragraph', text: say({
        nl: `Een dienst is dichtbij voor een kern waar minstens ${percent(share(leastServedShare))} van de 75-plussers hem op loopafstand heeft: ${dailyServices.map(({ id, withinMetres }) => `${dailyServiceLabel(id, 'nl')} binnen ${distance(metres(withinMetres))}`).join(', ')}. Iedereen telt voor één kern.`,
        en: `A service is near for a kern where at least ${percent(share(leastServedShare))} of those aged 75 and older have it within walking distance: ${dailyServices.map(({ id, withinMetres }) => `${dailyServiceLabel(id, 'en')} within ${distance(metres(withinMetres))}`).join(', ')}. Everybody counts for one kern.`,
      }) },
      {
        kind: 'table',
        table: {
          id: 'kernen', title: say(reportTerms.dailyServicesPerKern), printed: null,
          columns: [
            textColumn('kern', say(reportTerms.kern)), textColumn('zone', say(reportTerms.zone)), figureColumn('persons', say(reportTerms.inhabitants), 'count', { year }),
            figureColumn('from75', say(reportTerms.from75), 'count'), figureColumn('level', say(reportTerms.near), 'count'), figureColumn('of', say(reportTerms.of), 'count'),
            ...(kernen[0]?.services ?? []).map(({ service }) => textColumn(service, capital(dailyServiceLabel(service, language)))),
          ],
          rows: told.map(({ sheet, persons: all, from75 }) => ({
            isTotal: false,
            cells: [sheet.name, sheet.zone === null ? '' : (names.get(sheet.zone) ?? ''), all, from75, known(sheet.level), known(sheet.of), ...sheet.services.map(({ state }) => states[state])],
          })),
        },
      },
      {
        kind: 'table',
        table: {
          id: 'kern-diensten', title: say(reportTerms.whoHasAServiceNear), printed: 0,
          columns: [
            kern, textColumn('service', say(reportTerms.service)), figureColumn('within', say(reportTerms.within), 'count', { unit: 'm' }), textColumn('state', say(reportTerms.is)),
            figureColumn('near', say(reportTerms.whoHasItNear), 'count', { unit: persons, year }), figureColumn('mean', say(reportTerms.meanWay), 'count', { unit: 'm' }), textColumn('status', say(reportTerms.normIs)),
          ],
          rows: told.flatMap(({ sheet, near }) => sheet.services.map(({ service, withinMetres, state, status, meanMetres }, place) => ({
            isTotal: false, cells: [sheet.name, dailyServiceLabel(service, language), known(withinMetres), states[state], near[place]!, meanMetres, statusLabel(status, language)],
          }))),
        },
      },
    ],
  };
}
