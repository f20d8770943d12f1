import { known, unknown, type AmountNorm, type CategoryId, type Facility, type Municipality } from '../model/index.ts';
import { bandsWithin } from '../model/index.ts';
import type { WalkMeasure } from '../network/straight-line.ts';
import type { Need } from './analysis.ts';
import { shareOf, sumOver, type Area } from './area.ts';
import type { CatchmentRule } from './catchment.ts';
import type { People } from './people.ts';
import { ratesOf } from './requirement.ts';
import type { Supply } from './supply.ts';
import type { ReachableSupply } from './area-figures.ts';

/**
 * The supply of one amount norm as it is used by reach: each facility shared out over whoever is concerned and can walk to
 * it, by how much each of them asks: two-step floating catchment (Luo and Wang 2003; `supplyInReach` without decay, summed by block).
 */
export interface SupplyReach {
  readonly category: CategoryId;
  readonly rule: CatchmentRule;
  /** Null where the files speak of no facility of the kind. */
  readonly used: readonly UsedFacility[] | null;
}

interface UsedFacility {
  readonly facility: Facility;
  /** Where it stands; -1 in no block. */
  readonly block: number;
  /** In the unit of the norm; null when nobody gave it. */
  readonly size: number | null;
  /** What people of each block use of it; nothing anywhere when nobody is in reach. */
  readonly byBlock: Float64Array;
}

/** Shares each facility of a norm out over the addresses in reach of it; `before` lends what facilities that stayed the same are used for. O(pairs in reach × bands). */
export function reachSupply(municipality: Municipality, people: People, norm: AmountNorm, rule: CatchmentRule, supply: Supply, walk: WalkMeasure, before: SupplyReach | null = null): SupplyReach {
  const { category } = norm;
  if (!supply.given.has(category)) return { category, rule, used: null };
  const counting = supply.open.filter(({ facility }) => facility.category === category && facility.recognised !== false);
  const kept = new Map(before?.used?.map((used) => [used.facility, used]));
  const open = counting.filter(({ facility }) => !kept.has(facility));
  const { addresses: { xy, block: blockOf, persons }, blocks } = municipality;
  const table = rule.withinMetres === null ? null : walk.within(xy, Float64Array.from(open.flatMap(({ facility }) => [facility.x, facility.y])), rule.withinMetres);
  const perPerson = askedPerPerson(people, norm);
  const width = people.bands.length;
  const anew = new Map(open.map(({ facility, block }, row): readonly [Facility, UsedFacility] => {
    // Whole persons per block and band, so that sums do not depend on the order of addresses.
    const inReach = new Float64Array(blocks.length * width);
    const add = (address: number): void => {
      for (let band = 0; band < width; band++) inReach[blockOf[address]! * width + band]! += persons[address * width + band]!;
    };
    if (table === null) for (let address = 0; address < blockOf.length; address++) add(address);
    else for (let pair = table.first[row]!; pair < table.first[row + 1]!; pair++) add(table.demand[pair]!);
    const asked = Float64Array.from(blocks, (_, here) => perPerson.reduce((sum, each, band) => sum + each * inReach[here * width + band]!, 0));
    const together = asked.reduce((sum, here) => sum + here, 0);
    const size = norm.measure === 'facilities' ? 1 : facility.capacity;
    // One of unknown size still tells who would use it: it is shared out as if it were 1.
    return [facility, { facility, block, size, byBlock: together > 0 ? asked.map((here) => (here * (size ?? 1)) / together) : asked }];
  }));
  return { category, rule, used: counting.map(({ facility }) => kept.get(facility) ?? anew.get(facility)!) };
}

/** How much a person of each band asks by the norm; where its brackets cut the bands, everybody alike. */
function askedPerPerson({ bands, growth }: People, norm: AmountNorm): Float64Array {
  const asked = new Float64Array(bands.length);
  for (const rate of ratesOf(norm)) {
    const inside = bandsWithin(bands, rate);
    if (inside === null) return growth.slice();
    for (const band of inside) asked[band]! += (rate.count / rate.per) * growth[band]!;
  }
  return asked;
}

/** What the people of an area can use. O(facilities × blocks of the area). */
export function reachableIn(area: Area, { rule, used }: SupplyReach): ReachableSupply {
  const about = { withinMetres: rule.withinMetres, status: rule.status, norm: rule.norm };
  if (used === null) return { ...about, amount: unknown, fromElsewhere: unknown, usedByOthers: unknown };
  const held = new Set(area);
  let own = 0, elsewhere = 0, byOthers = 0;
  let ownSure = true, elsewhereSure = true;
  for (const { block, size, byBlock } of used) {
    const here = sumOver(area, byBlock);
    const inside = held.has(block);
    if (size === null) {
      if (inside) ownSure = false;
      else if (here > 0) elsewhereSure = false;
      continue;
    }
    if (!inside) {
      elsewhere += here;
      continue;
    }
    own += here;
    byOthers += byBlock.reduce((sum, value) => sum + value, 0) - here;
  }
  return {
    ...about,
    amount: ownSure && elsewhereSure ? known(own + elsewhere) : unknown,
    fromElsewhere: elsewhereSure ? known(elsewhere) : unknown,
    usedByOthers: ownSure ? known(Math.max(0, byOthers)) : unknown,
  };
}

/** A service that is brought home is present where people live, whatever the address of its office: each area has its share. */
export function whereBroughtHome<T extends Pick<Need, 'required' | 'present' | 'missing' | 'filledShare'>>(need: T, { amount, withinMetres }: ReachableSupply): T {
  if (withinMetres !== null || amount.kind !== 'known' || need.present.count.kind !== 'known') return need;
  const { required } = need;
  return {
    ...need,
    present: { ...need.present, count: amount, method: 'modelled' },
    missing: { ...need.missing, count: required.count.kind === 'known' ? known(Math.max(0, required.count.value - amount.value)) : need.missing.count },
    filledShare: shareOf(amount, required.count),
  };
}
