import { facilitiesOf, metres, type Count } from '../../../model/index.ts';
import { functionLabel } from '../../function-words.ts';
import { capital } from '../../capital.ts';
import type { ReportContext } from '../report-context.ts';
import { figureColumn, textColumn, type ReportPart } from '../report-document.ts';
import { reportTerms } from '../report-terms.ts';

/** Which of the three functions each zone has, and where the nearest is. */
export function functionsPart({ areas, municipality, plan, say, language, nameOf, format }: ReportContext): readonly ReportPart[] {
  const zones = areas.filter(({ kind }) => kind !== 'municipality');
  const names = new Map(facilitiesOf(municipality, plan).map(({ id, name }) => [id, name]));
  const nameAt = (facility: string): string => names.get(facility) ?? facility;
  const placesOf = (at: readonly { readonly facility: string }[]): string => at.map(({ facility }) => nameAt(facility)).join(', ');
  const state = {
    present: say(reportTerms.yes), elsewhere: say(reportTerms.inAnotherZone), missing: say(reportTerms.nowhere), unknown: say(reportTerms.unknown),
  };
  const whole = (count: number | undefined): Count => (count === undefined ? { kind: 'not-applicable' } : { kind: 'known', value: Math.round(count) });
  if (zones.length === 0) return [];
  const roles = zones[0]!.area.functions.functions.map(({ function: role }) => capital(functionLabel(role, language)));
  return [{
    kind: 'table',
    table: {
      id: 'functies-overzicht', title: say(reportTerms.threeFunctionsPlaces), printed: null, isCopy: true,
      columns: [textColumn('zone', say(reportTerms.careZone)), ...roles.map((role, place) => textColumn(`functie-${place}`, role))],
      rows: zones.map((told) => ({
        isTotal: false,
        cells: [nameOf(told), ...told.area.functions.functions.map(({ state: stands, at, nearest }) => (stands === 'present' ? placesOf(at) : nearest === null ? state[stands]
          : say({ nl: `elders: ${nameAt(nearest.facility)}, ${format.distance(metres(nearest.meanMetres))}`, en: `elsewhere: ${nameAt(nearest.facility)}, ${format.distance(metres(nearest.meanMetres))}` })))],
      })),
    },
  }, {
    kind: 'table',
    table: {
      id: 'functies', title: say(reportTerms.theThreeFunctionsPerZone), printed: 0,
      columns: [
        textColumn('function', say(reportTerms.function), true), textColumn('zone', say(reportTerms.careZone)), textColumn('present', say(reportTerms.inTheZone)),
        textColumn('at', say(reportTerms.whereOrTheNearest)), figureColumn('metres', say(reportTerms.awayOnAverage), 'count', { unit: 'm' }),
      ],
      rows: zones[0]!.area.functions.functions.flatMap(({ function: role }, place) => zones.map((told) => {
        const { state: stands, at, nearest } = told.area.functions.functions[place]!;
        const where = at.length > 0 ? placesOf(at) : nearest === null ? '' : nameAt(nearest.facility);
        return { isTotal: false, cells: [capital(functionLabel(role, language)), nameOf(told), state[stands], where, whole(nearest?.meanMetres)] };
      })),
    },
  }, { kind: 'note', text: say({ nl: `Gemiddelde afstand van wie ${format.ages({ from: 75, to: null })} is, over alle zones heen.`, en: `Mean distance of those aged ${format.ages({ from: 75, to: null })}, across borders of zones.` }) }];
}
