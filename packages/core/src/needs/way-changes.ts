import { bandsWithin, categoryIds, known, unknown, type AgeBand, type CategoryId, type Count, type Facility, type Plan } from '../model/index.ts';
import type { ChangedWays, WayChange } from './against-base.ts';
import type { AnalysisGround } from './analyse.ts';
import { from75, from80 } from './coverage.ts';
import { pointsOf } from './supply.ts';

/** A step this small is the rounding of a street, not another way. */
const leastMetres = 1;

/**
 * Who walks further or less far to the nearest of each kind of facility that changed between two grounds of one dataset.
 * Zones where nobody's way changed are left out; the municipality is there for every kind that changed. O(kinds × addresses).
 */
export function wayChanges(before: AnalysisGround, after: AnalysisGround, plan: Plan): readonly WayChange[] {
  const { municipality: { addresses, blocks, bands }, people: { growth } } = after;
  const zoneOf = new Map(Object.entries(plan.zoneOfBlock));
  const zoneIds = new Set(plan.zones.map(({ id }) => id));
  const zoneOfBlock = blocks.map(({ id }) => {
    const zone = zoneOf.get(id);
    return zone !== undefined && zoneIds.has(zone) ? zone : null;
  });
  const personsOf = (age: AgeBand): ((address: number) => number) | null => {
    const inside = bandsWithin(bands, age);
    return inside && ((address) => inside.reduce((sum, band) => sum + addresses.persons[address * bands.length + band]! * growth[band]!, 0));
  };
  const ages = { all: personsOf({ from: 0, to: null })!, from75: personsOf(from75), from80: personsOf(from80) };
  return categoryIds.filter((category) => changedKinds(before, after).has(category)).flatMap((category) => {
    const isOne = (facility: Facility): boolean => facility.category === category;
    const [was, is] = [before, after].map((ground) => ground.settings.walk.walks(addresses.xy, pointsOf(isOne, ground.supply)).metres) as [Float64Array, Float64Array];
    const longer: number[] = [], shorter: number[] = [];
    for (let address = 0; address < was.length; address++) {
      const [old, now] = [was[address]!, is[address]!];
      if (now > old + leastMetres) longer.push(address);
      else if (old > now + leastMetres) shorter.push(address);
    }
    const sum = (rows: readonly number[]): ChangedWays => changedWays(rows, was, is, ages);
    const here = (rows: readonly number[], zone: string | null): readonly number[] => rows.filter((address) => zoneOfBlock[addresses.block[address]!] === zone);
    const areas = [...plan.zones.map(({ id }) => ({ kind: 'zone' as const, zone: id })), { kind: 'unassigned' as const, zone: null }];
    return [
      ...areas.flatMap(({ kind, zone }) => {
        const [further, nearer] = [here(longer, zone), here(shorter, zone)];
        return further.length + nearer.length === 0 ? [] : [{ category, kind, zone, longer: sum(further), shorter: sum(nearer) }];
      }),
      { category, kind: 'municipality' as const, zone: null, longer: sum(longer), shorter: sum(shorter) },
    ];
  });
}

function changedKinds(before: AnalysisGround, after: AnalysisGround): ReadonlySet<CategoryId> {
  const [was, is] = [before, after].map(({ supply }) => new Set(supply.open.map(({ facility }) => facility))) as [Set<Facility>, Set<Facility>];
  return new Set([...[...was].filter((facility) => !is.has(facility)), ...[...is].filter((facility) => !was.has(facility))].map(({ category }) => category));
}

type PersonsAt = (address: number) => number;

function changedWays(rows: readonly number[], was: Float64Array, is: Float64Array, ages: { readonly all: PersonsAt; readonly from75: PersonsAt | null; readonly from80: PersonsAt | null }): ChangedWays {
  const sum = (persons: PersonsAt | null): Count => (persons === null ? unknown : known(rows.reduce((total, address) => total + persons(address), 0)));
  let persons = 0, walkers = 0, before = 0, after = 0, farthest = 0, withoutWay = 0;
  for (const address of rows) {
    const here = ages.all(address);
    persons += here;
    if (was[address] === Infinity || is[address] === Infinity) {
      withoutWay += here;
      continue;
    }
    walkers += here;
    before += here * was[address]!;
    after += here * is[address]!;
    if (here > 0) farthest = Math.max(farthest, is[address]!);
  }
  return {
    persons, from75: sum(ages.from75), from80: sum(ages.from80),
    meanMetresBefore: walkers > 0 ? before / walkers : null, meanMetresAfter: walkers > 0 ? after / walkers : null,
    farthestMetresAfter: walkers > 0 ? farthest : null, withoutWay,
  };
}
