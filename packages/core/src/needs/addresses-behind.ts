import { bandsWithin, type AgeBand, type Plan } from '../model/index.ts';
import type { AnalysisGround } from './analyse.ts';
import type { Gap } from './gap.ts';
import { answers, from75 } from './coverage.ts';
import { ratesOf } from './requirement.ts';
import { pointsOf } from './supply.ts';

/** An address behind a gap. For the planner's own screen alone: persons of single addresses never leave it. */
export interface AddressBehind {
  readonly address: string;
  /** Of the ages the rule speaks of. */
  readonly persons: number;
  readonly from75: number;
  /** Walking metres to the nearest that counts; null where there is no way, or the rule is no distance. */
  readonly metres: number | null;
}

/**
 * The addresses a gap is about, those with most persons of 75 and older first: of a distance those beyond it, of an amount or a
 * function those where somebody lives for whom it is asked. O(addresses).
 */
export function addressesBehind({ municipality, norms, grounds, supply, settings }: AnalysisGround, plan: Plan, gap: Gap): readonly AddressBehind[] {
  const { addresses, blocks, bands } = municipality;
  const zoneOf = new Map(Object.entries(plan.zoneOfBlock));
  const zones = new Set(plan.zones.map(({ id }) => id));
  const zoneOfBlock = blocks.map(({ id }) => {
    const zone = zoneOf.get(id);
    return zone !== undefined && zones.has(zone) ? zone : null;
  });
  const distance = norms.norms.find((norm) => norm.kind === 'distance' && norm.id === gap.norm);
  const amount = grounds.find(({ norm }) => norm.id === gap.norm)?.norm;
  const brackets: readonly AgeBand[] = distance?.kind === 'distance' ? [distance.ages ?? everybody] : amount === undefined ? [everybody] : ratesOf(amount);
  const concerned = [...new Set(brackets.flatMap((bracket) => bandsWithin(bands, bracket) ?? []))];
  const old = bandsWithin(bands, from75) ?? [];
  const metres = distance?.kind === 'distance'
    ? settings.walk.walks(addresses.xy, pointsOf((facility) => answers(distance, facility, distance.leastCapacity === undefined ? 'all' : 'large'), supply)).metres
    : null;
  const found: AddressBehind[] = [];
  for (const [row, address] of addresses.ids.entries()) {
    if (zoneOfBlock[addresses.block[row]!] !== gap.zone) continue;
    if (metres !== null && distance?.kind === 'distance' && metres[row]! <= distance.withinMetres) continue;
    const of = (some: readonly number[]): number => some.reduce((sum, band) => sum + addresses.persons[row * bands.length + band]!, 0);
    const persons = of(concerned);
    if (persons === 0) continue;
    const way = metres === null || metres[row] === Infinity ? null : metres[row]!;
    found.push({ address, persons, from75: of(old.filter((band) => concerned.includes(band))), metres: way });
  }
  return found.sort((a, b) => b.from75 - a.from75 || b.persons - a.persons || (a.address < b.address ? -1 : 1));
}

const everybody: AgeBand = { from: 0, to: null };
