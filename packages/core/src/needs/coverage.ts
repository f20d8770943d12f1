import { bandsWithin, fulfils, known, notApplicable, unknown, type AgeBand, type Count, type DistanceNorm, type Facility, type Municipality } from '../model/index.ts';
import { Reason, reasonCodes, type ReasonCode } from '../network/reasons.ts';
import type { WalkMeasure, Walks } from '../network/straight-line.ts';
import type { Coverage } from './analysis.ts';
import type { Figure, Reservation } from './figure.ts';
import { shareOf, sumOver, type Area } from './area.ts';
import { appliesElsewhere, whyNotAsked, type NormPlace } from './applies.ts';
import type { People } from './people.ts';
import { pointsOf, type Supply } from './supply.ts';

/** For whom one distance norm is met, block by block: what zones are added up from. */
export interface BlockCoverage {
  readonly norm: DistanceNorm;
  /** Persons of the ages concerned; null where it cannot be told for whom the norm is met. */
  readonly concerned: Reached | null;
  /** Those of 75 and older among them; null also where the bands cut across 75. */
  readonly concerned75: Reached | null;
  /** Those of 80 and older, likewise. */
  readonly concerned80: Reached | null;
  readonly reservations: readonly Reservation[];
}

interface Reached {
  readonly persons: Float64Array;
  readonly within: Float64Array;
  /** Those not within, who would be if a facility of unknown size is large enough. */
  readonly unsure: Float64Array;
  readonly withoutAddress: Float64Array;
  /** Persons nobody can find a way for, by why. */
  readonly notReached: readonly { readonly reason: ReasonCode; readonly persons: Float64Array }[];
}

/** Which facilities are walked to: all, those known to be large enough, or those of unknown size. */
type Sizes = 'all' | 'large' | 'unknown';

/** Whether a facility can answer a distance norm: by its function or category, and by its size. */
export function answers({ category, function: asked, leastCapacity = 0 }: DistanceNorm, facility: Facility, sizes: Sizes): boolean {
  if (asked === undefined ? facility.category !== category : !fulfils(facility, asked)) return false;
  if (sizes === 'all') return true;
  return sizes === 'unknown' ? facility.capacity === null : facility.capacity !== null && facility.capacity >= leastCapacity;
}

export const from75: AgeBand = { from: 75, to: null };
export const from80: AgeBand = { from: 80, to: null };
const everybody: AgeBand = { from: 0, to: null };

/** Measures each distance norm for each address once; each category is walked to once. O(addresses × (categories + norms)). */
export function coverPerBlock(municipality: Municipality, people: People, norms: readonly DistanceNorm[], supply: Supply, walk: WalkMeasure, place: NormPlace): readonly BlockCoverage[] {
  const walked = new Map<string, Walks>();
  const walksTo = (norm: DistanceNorm, sizes: Sizes): Walks => {
    const key = `${norm.function ?? norm.category} ${sizes === 'all' ? sizes : `${sizes} ${norm.leastCapacity}`}`;
    const walks = walked.get(key) ?? walk.walks(municipality.addresses.xy, pointsOf((facility) => answers(norm, facility, sizes), supply));
    walked.set(key, walks);
    return walks;
  };
  const cannot = (norm: DistanceNorm, reservation: Reservation): BlockCoverage => ({ norm, concerned: null, concerned75: null, concerned80: null, reservations: [reservation] });
  return norms.map((norm) => {
    const notAsked = whyNotAsked(norm, place);
    if (notAsked) return cannot(norm, notAsked);
    const { function: role } = norm;
    if (role !== undefined) {
      if (!supply.open.some(({ facility }) => facility.functions.length > 0 || fulfils(facility, role))) return cannot(norm, { code: 'function-not-given', function: role });
    } else if (!supply.given.has(norm.category)) return cannot(norm, { code: 'category-not-given', category: norm.category });
    const ages = norm.ages ?? everybody;
    const bands = bandsWithin(people.bands, ages);
    if (!bands) return cannot(norm, { code: 'age-band-cut', bracket: ages });
    const { leastCapacity } = norm;
    const walks = walksTo(norm, leastCapacity === undefined ? 'all' : 'large');
    const perhaps = leastCapacity === undefined ? null : walksTo(norm, 'unknown');
    const old = bandsWithin(people.bands, from75), oldest = bandsWithin(people.bands, from80);
    const reach = (of: readonly number[]) => reached(municipality, people, of, walks, perhaps, norm.withinMetres);
    return { norm, concerned: reach(bands), concerned75: old && reach(bands.filter((band) => old.includes(band))), concerned80: oldest && reach(bands.filter((band) => oldest.includes(band))), reservations: [] };
  });
}

/** The share of persons in an area for whom a distance norm is met. Nobody concerned is not full coverage. */
export function coverageOf(area: Area, { norm, concerned, reservations }: BlockCoverage, figure: (count: Count) => Figure): Omit<Coverage, 'band'> {
  const { id, category, status, withinMetres, ages, leastCapacity } = norm;
  const about = { norm: id, category, status, withinMetres, ages };
  if (!concerned) {
    const count = reservations.some(appliesElsewhere) ? notApplicable : unknown;
    return { ...about, persons: figure(count), within: figure(count), beyond: figure(count), share: count, reservations };
  }
  const persons = sumOver(area, concerned.persons);
  const within = sumOver(area, concerned.within);
  const withoutAddress = sumOver(area, concerned.withoutAddress);
  const unsure = sumOver(area, concerned.unsure);
  const sure = (count: number): Count => (unsure > 0 ? unknown : known(count));
  return {
    ...about,
    persons: figure(known(persons)), within: figure(sure(within)), beyond: figure(sure(persons - within)),
    share: shareOf(sure(within), known(persons)),
    reservations: [
      ...reservations,
      ...(unsure > 0 ? [{ code: 'size-unknown', persons: unsure, leastCapacity: leastCapacity ?? 0 } as const] : []),
      ...concerned.notReached.flatMap(({ reason, persons: unreached }) => {
        const count = sumOver(area, unreached);
        return count > 0 ? [{ code: 'not-reached', reason, persons: count } as const] : [];
      }),
      ...(withoutAddress > 0 ? [{ code: 'without-address', persons: withoutAddress } as const] : []),
      ...(persons === 0 ? [{ code: 'nobody-concerned' } as const] : []),
    ],
  };
}

function reached({ addresses, blocks }: Municipality, people: People, bands: readonly number[], { metres, reason }: Walks, perhaps: Walks | null, withinMetres: number): Reached {
  const width = people.bands.length;
  const persons = new Float64Array(blocks.length);
  const within = new Float64Array(blocks.length);
  const unsure = new Float64Array(blocks.length);
  const withoutAddress = new Float64Array(blocks.length);
  const byReason = reasonCodes.map(() => new Float64Array(blocks.length));
  for (let address = 0; address < addresses.block.length; address++) {
    let here = 0;
    for (const band of bands) here += addresses.persons[address * width + band]! * people.growth[band]!;
    const block = addresses.block[address]!;
    persons[block]! += here;
    if (metres[address]! <= withinMetres) within[block]! += here;
    else if (perhaps !== null && perhaps.metres[address]! <= withinMetres) unsure[block]! += here;
    byReason[reason[address]!]![block]! += here;
  }
  for (let block = 0; block < blocks.length; block++) {
    if (people.addresses[block]! > 0) continue;
    for (const band of bands) withoutAddress[block]! += people.byBand[band]![block]!;
  }
  const notReached = reasonCodes.flatMap((code, row) => (row === Reason.reached ? [] : [{ reason: code, persons: byReason[row]! }]));
  return { persons, within, unsure, withoutAddress, notReached };
}
