import { known, metres, share } from '../../../model/index.ts';
import { dailyServices, leastServedShare } from '../../../needs/index.ts';
import { dailyServiceLabel } from '../../gap-proposal-sentences.ts';
import { statusLabel } from '../../gap-sentences.ts';
import { capital } from '../../capital.ts';
import { toldKernen } from '../../told-kernen.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportSection } from '../report-document.ts';

/** The services of every day around each kern. */
export function kernenSection({ kernen, areas, plan, analysis, say, language, format: { percent, distance } }: ReportContext): ReportSection {
  const names = new Map(plan.zones.map(({ id, name }) => [id, name]));
  const told = toldKernen(kernen, areas);
  const states = { near: say({ nl: 'dichtbij', en: 'near' }), far: say({ nl: 'te ver', en: 'too far' }), unknown: say({ nl: 'onbekend', en: 'unknown' }) };
  const persons = say({ nl: 'personen', en: 'persons' });
  const kern = textColumn('kern', say({ nl: 'Kern', en: 'Kern' }), true);
  const year = analysis.provenance.referenceYear;
  return {
    id: 'kernen', heading: say({ nl: 'De kernen en hun dagelijkse diensten', en: 'The kernen and their daily services' }), depth: 1, startsPage: false,
    parts: [
      { kind: 'paragraph', text: say({
        nl: `Een dienst is dichtbij voor een kern waar minstens ${percent(share(leastServedShare))} van de 75-plussers hem op loopafstand heeft: ${dailyServices.map(({ id, withinMetres }) => `${dailyServiceLabel(id, 'nl')} binnen ${distance(metres(withinMetres))}`).join(', ')}. Iedereen telt voor één kern.`,
        en: `A service is near for a kern where at least ${percent(share(leastServedShare))} of those aged 75 and older have it within walking distance: ${dailyServices.map(({ id, withinMetres }) => `${dailyServiceLabel(id, 'en')} within ${distance(metres(withinMetres))}`).join(', ')}. Everybody counts for one kern.`,
      }) },
      {
        kind: 'table',
        table: {
          id: 'kernen', title: say({ nl: 'Dagelijkse diensten per kern', en: 'Daily services per kern' }), printed: null,
          columns: [
            textColumn('kern', say({ nl: 'Kern', en: 'Kern' })), textColumn('zone', say({ nl: 'Zone', en: 'Zone' })), figureColumn('persons', say({ nl: 'Inwoners', en: 'Inhabitants' }), 'count', { year }),
            figureColumn('from75', say({ nl: '75+', en: '75+' }), 'count'), figureColumn('level', say({ nl: 'Dichtbij', en: 'Near' }), 'count'), figureColumn('of', say({ nl: 'Van', en: 'Of' }), 'count'),
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
          id: 'kern-diensten', title: say({ nl: 'Wie een dienst dichtbij heeft', en: 'Who has a service near' }), printed: 0,
          columns: [
            kern, textColumn('service', say({ nl: 'Dienst', en: 'Service' })), figureColumn('within', say({ nl: 'Binnen', en: 'Within' }), 'count', { unit: 'm' }), textColumn('state', say({ nl: 'Is', en: 'Is' })),
            figureColumn('near', say({ nl: 'Wie hem dichtbij heeft', en: 'Who has it near' }), 'count', { unit: persons, year }), figureColumn('mean', say({ nl: 'Gemiddelde weg', en: 'Mean way' }), 'count', { unit: 'm' }), textColumn('status', say({ nl: 'Norm is', en: 'Norm is' })),
          ],
          rows: told.flatMap(({ sheet, near }) => sheet.services.map(({ service, withinMetres, state, status, meanMetres }, place) => ({
            isTotal: false, cells: [sheet.name, dailyServiceLabel(service, language), known(withinMetres), states[state], near[place]!, meanMetres, statusLabel(status, language)],
          }))),
        },
      },
    ],
  };
}
