import { bandsWithin, known, notApplicable, unknown, type AgeBand, type CategoryId, type Count, type DistanceNorm, type Municipality } from '../model/index.ts';
import { Reason, reasonCodes, type ReasonCode } from '../network/reasons.ts';
import type { WalkMeasure, Walks } from '../network/straight-line.ts';
import type { Coverage, Figure, Reservation } from './analysis.ts';
import { shareOf, sumOver, type Area } from './area.ts';
import { notInForce } from './in-force.ts';
import type { People } from './people.ts';
import { pointsOf, type Supply } from './supply.ts';

/** For whom one distance norm is met, block by block: what zones are added up from. */
export interface BlockCoverage {
  readonly norm: DistanceNorm;
  /** Persons of the ages concerned; null where it cannot be told for whom the norm is met. */
  readonly concerned: Reached | null;
  /** Those of 75 and older among them; null also where the bands cut across 75. */
  readonly concerned75: Reached | null;
  readonly reservations: readonly Reservation[];
}

interface Reached {
  readonly persons: Float64Array;
  readonly within: Float64Array;
  readonly withoutAddress: Float64Array;
  /** Persons nobody can find a way for, by why. */
  readonly notReached: readonly { readonly reason: ReasonCode; readonly persons: Float64Array }[];
}

export const from75: AgeBand = { from: 75, to: null };
const everybody: AgeBand = { from: 0, to: null };

/** Measures each distance norm for each address once; each category is walked to once. O(addresses × (categories + norms)). */
export function coverPerBlock(municipality: Municipality, people: People, norms: readonly DistanceNorm[], supply: Supply, walk: WalkMeasure): readonly BlockCoverage[] {
  const walked = new Map<CategoryId, Walks>();
  const walksTo = (category: CategoryId): Walks => {
    const walks = walked.get(category) ?? walk.walks(municipality.addresses.xy, pointsOf(category, supply));
    walked.set(category, walks);
    return walks;
  };
  const cannot = (norm: DistanceNorm, reservation: Reservation): BlockCoverage => ({ norm, concerned: null, concerned75: null, reservations: [reservation] });
  return norms.map((norm) => {
    const lapsed = notInForce(norm, supply.year);
    if (lapsed) return cannot(norm, lapsed);
    if (!supply.given.has(norm.category)) return cannot(norm, { code: 'category-not-given', category: norm.category });
    const ages = norm.ages ?? everybody;
    const bands = bandsWithin(people.bands, ages);
    if (!bands) return cannot(norm, { code: 'age-band-cut', bracket: ages });
    const walks = walksTo(norm.category);
    const old = bandsWithin(people.bands, from75);
    const reach = (of: readonly number[]) => reached(municipality, people, of, walks, norm.withinMetres);
    return { norm, concerned: reach(bands), concerned75: old && reach(bands.filter((band) => old.includes(band))), reservations: [] };
  });
}

/** The share of persons in an area for whom a distance norm is met. Nobody concerned is not full coverage. */
export function coverageOf(area: Area, { norm, concerned, reservations }: BlockCoverage, figure: (count: Count) => Figure): Coverage {
  const { id, category, status, withinMetres, ages } = norm;
  const about = { norm: id, category, status, withinMetres, ages };
  if (!concerned) {
    const count = reservations.some(({ code }) => code === 'not-in-force') ? notApplicable : unknown;
    return { ...about, persons: figure(count), within: figure(count), beyond: figure(count), share: count, reservations };
  }
  const persons = sumOver(area, concerned.persons);
  const within = sumOver(area, concerned.within);
  const withoutAddress = sumOver(area, concerned.withoutAddress);
  return {
    ...about,
    persons: figure(known(persons)), within: figure(known(within)), beyond: figure(known(persons - within)),
    share: shareOf(known(within), known(persons)),
    reservations: [
      ...reservations,
      ...concerned.notReached.flatMap(({ reason, persons: unreached }) => {
        const count = sumOver(area, unreached);
        return count > 0 ? [{ code: 'not-reached', reason, persons: count } as const] : [];
      }),
      ...(withoutAddress > 0 ? [{ code: 'without-address', persons: withoutAddress } as const] : []),
      ...(persons === 0 ? [{ code: 'nobody-concerned' } as const] : []),
    ],
  };
}

function reached({ addresses, blocks }: Municipality, people: People, bands: readonly number[], { metres, reason }: Walks, withinMetres: number): Reached {
  const width = people.bands.length;
  const persons = new Float64Array(blocks.length);
  const within = new Float64Array(blocks.length);
  const withoutAddress = new Float64Array(blocks.length);
  const byReason = reasonCodes.map(() => new Float64Array(blocks.length));
  for (let address = 0; address < addresses.block.length; address++) {
    let here = 0;
    for (const band of bands) here += addresses.persons[address * width + band]!;
    const block = addresses.block[address]!;
    persons[block]! += here;
    if (metres[address]! <= withinMetres) within[block]! += here;
    byReason[reason[address]!]![block]! += here;
  }
  for (let block = 0; block < blocks.length; block++) {
    if (people.addresses[block]! > 0) continue;
    for (const band of bands) withoutAddress[block]! += people.byBand[band]![block]!;
  }
  const notReached = reasonCodes.flatMap((code, row) => (row === Reason.reached ? [] : [{ reason: code, persons: byReason[row]! }]));
  return { persons, within, withoutAddress, notReached };
}
