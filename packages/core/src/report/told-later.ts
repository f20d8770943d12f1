import { known, unknown, type AgeBand, type Count } from '../model/index.ts';
import type { PlanAnalysis } from '../needs/index.ts';
import { discloseLinked, type Sum } from './disclose-linked.ts';
import { toldAreas, type ToldArea } from './disclosed-analysis.ts';

/** The people of an area in a later year as they may be told, whole persons. */
export interface ToldLater {
  readonly inhabitants: Count;
  readonly from75: Count;
}

const everybody: AgeBand = { from: 0, to: null };

/**
 * The people of each area of `toldAreas` in one later year, in its order. Each band grows as in the municipality, so that a
 * later figure beside the others gives a hidden band away: it goes where one of its bands is hidden now, and where it is
 * under the floor itself; the rest adds up like all tables. O(areas × bands).
 */
export function toldLater(analysis: PlanAnalysis, year: number): readonly ToldLater[] {
  const areas = toldAreas(analysis, 'public');
  const isOld = analysis.bands.map(({ from }) => from >= 75);
  const young = analysis.bands.filter((_, band) => !isOld[band]), old = analysis.bands.filter((_, band) => isOld[band]);
  const counts = areas.flatMap(({ area, people }): readonly Count[] => {
    const then = area.projections.find((one) => one.year === year);
    if (then === undefined || people.from75.kind === 'unknown') return [unknown, unknown, unknown];
    const from75 = Math.round(then.byBand.reduce((sum, persons, band) => sum + (isOld[band] ? persons : 0), 0));
    const all = Math.round(then.inhabitants);
    return [known(all), known(from75), known(all - from75)];
  });
  const sums: readonly Sum[] = [
    ...areas.map((_, row): Sum => ({ parts: [3 * row + 1, 3 * row + 2], whole: 3 * row })),
    ...[0, 1, 2].map((part): Sum => ({ parts: areas.slice(0, -1).map((_, row) => 3 * row + part), whole: 3 * (areas.length - 1) + part })),
  ];
  const hidesAny = ({ people, hides }: ToldArea, bands: readonly AgeBand[]): boolean => hides(everybody) || people.from75.kind === 'hidden' || bands.some(hides);
  const gone = new Set(areas.flatMap((told, row) => [...(hidesAny(told, [...young, ...old]) ? [3 * row] : []), ...(hidesAny(told, old) ? [3 * row + 1] : []), ...(hidesAny(told, young) ? [3 * row + 2] : [])]));
  const told = discloseLinked(counts, sums, { gone, unprinted: new Set(areas.map((_, row) => 3 * row + 2)) });
  return areas.map((_, row) => ({ inhabitants: told[3 * row]!, from75: told[3 * row + 1]! }));
}
