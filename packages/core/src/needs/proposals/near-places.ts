import type { Facility } from '../../model/index.ts';
import type { AnalysisGround } from '../analyse.ts';

/** The facility that the people of some addresses are nearest to on average, and how far; null where nobody has a way. O(facilities × addresses). */
export function nearestPlaces({ municipality: { addresses, bands }, people: { growth }, settings }: AnalysisGround, rows: readonly number[], facilities: readonly Facility[]): { readonly facility: Facility; readonly meanMetres: number } | null {
  const from = Float64Array.from(rows.flatMap((row) => [addresses.xy[2 * row]!, addresses.xy[2 * row + 1]!]));
  const persons = rows.map((row) => bands.reduce((sum, _, band) => sum + addresses.persons[row * bands.length + band]! * growth[band]!, 0));
  let best: { readonly facility: Facility; readonly meanMetres: number } | null = null;
  for (const facility of facilities) {
    const { metres } = settings.walk.walks(from, Float64Array.of(facility.x, facility.y));
    let people = 0, together = 0;
    for (const [place, here] of persons.entries()) {
      if (metres[place] === Infinity) continue;
      people += here;
      together += here * metres[place]!;
    }
    if (people > 0 && (best === null || together / people < best.meanMetres)) best = { facility, meanMetres: together / people };
  }
  return best;
}
