import { facilityFunctions, functionsOf, type FacilityFunction, type Municipality } from '../model/index.ts';
import { bandsWithin } from '../model/index.ts';
import type { WalkMeasure } from '../network/straight-line.ts';
import type { Area } from './area.ts';
import { from75 } from './coverage.ts';
import type { People } from './people.ts';
import type { PlacedFacility, Supply } from './supply.ts';
import type { FunctionPresence, AreaFunctions } from './area-figures.ts';

/** Where each function is fulfilled, and how far everybody lives from it: made once per list of facilities. */
export interface FunctionGround {
  readonly places: readonly FunctionPlaces[];
  /** Whether a file or a planner says of any facility what it does: then what nobody does is missing, else it is not known. */
  readonly areSaid: boolean;
}

interface FunctionPlaces {
  readonly function: FacilityFunction;
  /** Sorted by id. */
  readonly held: readonly HeldPlace[];
}

interface HeldPlace extends PlacedFacility {
  readonly by: 'data' | 'category';
  /** Per block the persons of 75 and older (everybody, where the bands cut 75) whose way is known, and their metres together. */
  readonly persons: Float64Array;
  readonly personMetres: Float64Array;
}

/** Walks from everybody to each place of each function; `before` lends those of facilities that stayed the same. O(addresses × places). */
export function placeFunctions(municipality: Municipality, people: People, supply: Supply, walk: WalkMeasure, before: FunctionGround | null = null): FunctionGround {
  const { addresses, blocks } = municipality;
  const bands = bandsWithin(people.bands, from75) ?? [...people.bands.keys()];
  const all = supply.open.filter(({ facility }) => functionsOf(facility).length > 0);
  const kept = new Map(before?.places.flatMap(({ held }) => held.map((place) => [place.facility, place] as const)));
  const holders = all.filter(({ facility }) => !kept.has(facility));
  const table = walk.within(addresses.xy, Float64Array.from(holders.flatMap(({ facility }) => [facility.x, facility.y])), Infinity);
  const walkedAnew = holders.map((place, row): Omit<HeldPlace, 'by'> => {
    // Whole persons and whole millimetres, so that sums do not depend on the order of addresses.
    const persons = bands.map(() => new Float64Array(blocks.length)), millimetres = bands.map(() => new Float64Array(blocks.length));
    for (let pair = table.first[row]!; pair < table.first[row + 1]!; pair++) {
      const address = table.demand[pair]!, block = addresses.block[address]!, way = Math.round(table.cost[pair]! * 1000);
      for (const [place75, band] of bands.entries()) {
        const here = addresses.persons[address * people.bands.length + band]!;
        persons[place75]![block]! += here;
        millimetres[place75]![block]! += here * way;
      }
    }
    const together = (columns: readonly Float64Array[], unit: number): Float64Array =>
      Float64Array.from(blocks, (_, block) => bands.reduce((sum, band, place75) => sum + (columns[place75]![block]! * people.growth[band]!) / unit, 0));
    return { ...place, persons: together(persons, 1), personMetres: together(millimetres, 1000) };
  });
  const anew = new Map(walkedAnew.map((place) => [place.facility, place]));
  const walked = all.map(({ facility }) => kept.get(facility) ?? anew.get(facility)!);
  return {
    areSaid: supply.open.some(({ facility }) => facility.functions.length > 0),
    places: facilityFunctions.map((wanted) => ({
      function: wanted,
      held: walked.flatMap((place) => {
        const held = functionsOf(place.facility).find((one) => one.function === wanted);
        return held === undefined ? [] : [{ ...place, by: held.by }];
      }),
    })),
  };
}

/** How the functions stand in an area. O(places × blocks of the area). */
export function functionsIn(area: Area, { places, areSaid }: FunctionGround): AreaFunctions {
  const held = new Set(area);
  const functions = places.map(({ function: wanted, held: all }): FunctionPresence => {
    const here = all.filter(({ block }) => held.has(block));
    return {
      function: wanted,
      state: here.length > 0 ? 'present' : all.length > 0 ? 'elsewhere' : areSaid ? 'missing' : 'unknown',
      at: here.map(({ facility: { id }, by }) => ({ facility: id, by })),
      nearest: nearestOf(area, all),
    };
  });
  const inOne = functions[0]!.at.some(({ facility }) => functions.every(({ at }) => at.some((other) => other.facility === facility)));
  const complete = functions.every(({ state }) => state === 'present');
  return { functions, arrangement: complete ? (inOne ? 'one-building' : 'spread') : 'incomplete' };
}

function nearestOf(area: Area, all: readonly HeldPlace[]): FunctionPresence['nearest'] {
  let best: FunctionPresence['nearest'] = null;
  for (const { facility, persons, personMetres } of all) {
    const reached = meanMetresIn(area, persons, personMetres);
    if (reached !== null && (best === null || reached < best.meanMetres)) best = { facility: facility.id, meanMetres: reached };
  }
  return best;
}

function meanMetresIn(area: Area, persons: Float64Array, personMetres: Float64Array): number | null {
  let people = 0, metres = 0;
  for (const block of area) {
    people += persons[block]!;
    metres += personMetres[block]!;
  }
  return people > 0 ? metres / people : null;
}
