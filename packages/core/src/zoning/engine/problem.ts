import { err, ok, type Result } from '../../model/result.ts';
import { graphOf, partsOf } from './graph.ts';

/** Where two units touch, or are linked across a gap; each pair of units at most once. */
export interface Borders {
  readonly u: Int32Array;
  readonly v: Int32Array;
  /** Length of the shared border; 0 for a link to an island. */
  readonly lengthMetres: Float64Array;
  /** Length × how much a barrier closes it (0 open, 1 one barrier without crossings); for a link the gap that it spans. */
  readonly closedMetres: Float64Array;
}

/** Areas whose people should stay in one zone: wijken, circles round kernen. A unit may lie in several. */
export interface Communities {
  readonly count: number;
  /** Rows: so many persons of a unit belong to a community. */
  readonly unit: Int32Array;
  readonly community: Int32Array;
  readonly persons: Float64Array;
}

/** Ways that people go (to a school, a shop, a service centre), in any unit that can be added up. */
export interface Flows {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
}

/** Social figures per unit, standardised by the caller; row-major: `values[unit * count + attribute]`. */
export interface Attributes {
  readonly count: number;
  readonly values: Float64Array;
}

/** What the planner has settled. Zones are those of the reference division. */
export interface Locks {
  /** Zones of the reference that keep exactly their units. */
  readonly frozenZones: readonly number[];
  /** Units that stay in their zone of the reference. */
  readonly fixedUnits: readonly number[];
  readonly together: readonly (readonly [number, number])[];
  readonly apart: readonly (readonly [number, number])[];
}

/** The question: divide these units into zones, each in one piece, with inhabitants within bounds. Metres and Lambert 2008. */
export interface ZoneProblem {
  readonly n: number;
  readonly persons: Float64Array;
  /** Where the people of a unit are on average. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly areaM2: Float64Array;
  /** Border of a unit with the outside. */
  readonly outerMetres: Float64Array;
  readonly borders: Borders;
  readonly lower: number;
  readonly upper: number;
  /** Numbers of zones to try; without, all that the bounds leave possible. */
  readonly zoneCount?: { readonly fewest: number; readonly most: number };
  readonly communities?: Communities;
  /** How many kernen have their middle in a unit, and how many a zone may hold. */
  readonly nuclei?: { readonly perUnit: Int32Array; readonly mostPerZone: number };
  readonly flows?: Flows;
  readonly attributes?: Attributes;
  /** An existing division, 0 and up; -1 for a unit that is in none. */
  readonly reference?: Int32Array;
  readonly locks?: Locks;
}

/** Why a question has no answer at all. */
export type ZoneRefusal =
  | { readonly code: 'no-units' }
  | { readonly code: 'no-inhabitants' }
  | { readonly code: 'bounds-crossed'; readonly lower: number; readonly upper: number }
  | { readonly code: 'count-impossible'; readonly fewest: number; readonly most: number; readonly units: number }
  | { readonly code: 'lock-without-zone'; readonly zone: number | null; readonly unit: number | null }
  | { readonly code: 'locks-contradict'; readonly units: readonly number[] };

/** What keeps an answer from meeting the bounds, and what binds. */
export type ZoneFinding =
  | { readonly code: 'too-few-inhabitants'; readonly inhabitants: number; readonly lower: number }
  /** No number of zones puts every zone within bounds, by count alone. */
  | { readonly code: 'no-count-fits'; readonly inhabitants: number; readonly lower: number; readonly upper: number }
  /** The numbers asked for cannot; `least` to `greatest` could. */
  | { readonly code: 'count-cannot-fit'; readonly fewest: number; readonly most: number; readonly least: number; readonly greatest: number }
  | { readonly code: 'unit-above-upper'; readonly unit: number; readonly inhabitants: number; readonly upper: number }
  /** Units that touch no others and hold too few people for a zone. */
  | { readonly code: 'part-below-lower'; readonly units: readonly number[]; readonly inhabitants: number; readonly lower: number }
  /** Separate parts each need a zone of their own: more of them than zones asked for. */
  | { readonly code: 'more-parts-than-zones'; readonly parts: number; readonly zones: number }
  | { readonly code: 'frozen-zone-out-of-bounds'; readonly zone: number; readonly inhabitants: number }
  | { readonly code: 'frozen-zone-in-pieces'; readonly zone: number; readonly pieces: number }
  /** What is left between frozen zones holds too few people for a zone. */
  | { readonly code: 'rest-below-lower'; readonly units: readonly number[]; readonly inhabitants: number; readonly lower: number }
  /** Units that were to share a zone, or not to, and do not. */
  | { readonly code: 'lock-not-kept'; readonly units: readonly [number, number]; readonly together: boolean }
  | { readonly code: 'fixed-units-in-pieces'; readonly zone: number; readonly units: readonly number[] };

const noLocks: Locks = { frozenZones: [], fixedUnits: [], together: [], apart: [] };

export const locksOf = (problem: ZoneProblem): Locks => problem.locks ?? noLocks;

export const inhabitantsOf = ({ persons }: ZoneProblem): number => persons.reduce((sum, p) => sum + p, 0);

/** The numbers of zones that the inhabitants allow: fewest ⌈P/U⌉ to most ⌊P/L⌋; fewest over most when none fits. */
export const countsThatFit = (inhabitants: number, lower: number, upper: number): { readonly fewest: number; readonly most: number } => ({
  fewest: Math.max(1, Math.ceil(inhabitants / upper - 1e-9)),
  most: lower > 0 ? Math.floor(inhabitants / lower + 1e-9) : Number.POSITIVE_INFINITY,
});

/** Arrays that do not fit one another are a fault of the caller, not of the input. */
function assertShapes(problem: ZoneProblem): void {
  const { n, borders } = problem;
  const check = (name: string, got: number, expected: number): void => {
    if (got !== expected) throw new Error(`Got ${got} ${name} when expected ${expected}.`);
  };
  check('persons', problem.persons.length, n);
  check('x', problem.x.length, n);
  check('y', problem.y.length, n);
  check('areas', problem.areaM2.length, n);
  check('outer borders', problem.outerMetres.length, n);
  check('border ends', borders.v.length, borders.u.length);
  check('border lengths', borders.lengthMetres.length, borders.u.length);
  check('closed lengths', borders.closedMetres.length, borders.u.length);
  if (problem.nuclei) check('nuclei', problem.nuclei.perUnit.length, n);
  if (problem.reference) check('units of the reference', problem.reference.length, n);
  if (problem.attributes) check('attribute values', problem.attributes.values.length, n * problem.attributes.count);
}

/** Refuses what has no answer; what can be answered but not within bounds passes, and is reported beside the answer. */
export function checkProblem(problem: ZoneProblem): Result<ZoneProblem, ZoneRefusal> {
  assertShapes(problem);
  const { n, lower, upper, zoneCount, reference } = problem;
  if (n === 0) return err({ code: 'no-units' });
  if (!(inhabitantsOf(problem) > 0)) return err({ code: 'no-inhabitants' });
  if (!(lower >= 0 && upper > 0 && lower <= upper)) return err({ code: 'bounds-crossed', lower, upper });
  if (zoneCount !== undefined && !(Number.isInteger(zoneCount.fewest) && zoneCount.fewest >= 1 && zoneCount.fewest <= zoneCount.most && zoneCount.fewest <= n)) {
    return err({ code: 'count-impossible', ...zoneCount, units: n });
  }
  const locks = locksOf(problem);
  for (const zone of locks.frozenZones) {
    if (reference === undefined || !reference.includes(zone)) return err({ code: 'lock-without-zone', zone, unit: null });
  }
  for (const unit of locks.fixedUnits) {
    if (reference === undefined || !(reference[unit]! >= 0)) return err({ code: 'lock-without-zone', zone: null, unit });
  }
  return contradiction(problem, locks) ?? ok(problem);
}

/** Units that the locks bind together and apart at once. */
function contradiction({ n, reference }: ZoneProblem, locks: Locks): Result<never, ZoneRefusal> | null {
  const settled = new Int32Array(n).fill(-1);
  const frozen = new Set(locks.frozenZones);
  if (reference) {
    for (const unit of locks.fixedUnits) settled[unit] = reference[unit]!;
    for (let i = 0; i < n; i++) if (frozen.has(reference[i]!)) settled[i] = reference[i]!;
  }
  const bound = graphOf(n, Int32Array.from(locks.together, ([i]) => i), Int32Array.from(locks.together, ([, j]) => j));
  const { partOf, count } = partsOf(bound, () => true);
  const zoneOfPart = new Int32Array(count).fill(-1);
  const inFrozen = new Map<number, boolean>();
  for (let i = 0; i < n; i++) {
    const part = partOf[i]!;
    if (settled[i] === -1) continue;
    if (zoneOfPart[part] !== -1 && zoneOfPart[part] !== settled[i]) return err({ code: 'locks-contradict', units: Array.from(partOf.keys()).filter((j) => partOf[j] === part) });
    zoneOfPart[part] = settled[i]!;
    if (frozen.has(settled[i]!)) inFrozen.set(part, true);
  }
  // Nothing joins a frozen zone, also not a unit tied to one of its own.
  for (let i = 0; i < n; i++) {
    if (inFrozen.has(partOf[i]!) && settled[i] === -1) return err({ code: 'locks-contradict', units: Array.from(partOf.keys()).filter((j) => partOf[j] === partOf[i]) });
  }
  for (const [i, j] of locks.apart) {
    const zone = zoneOfPart[partOf[i]!]!;
    if (partOf[i] === partOf[j] || (zone !== -1 && zone === zoneOfPart[partOf[j]!])) return err({ code: 'locks-contradict', units: [i, j] });
  }
  return null;
}
