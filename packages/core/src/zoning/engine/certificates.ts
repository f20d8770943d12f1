import { barrierCells } from './cells.ts';
import { articulationUnits } from './graph.ts';
import { groundOf } from './ground.ts';
import { countsThatFit, inhabitantsOf, type ZoneProblem } from './problem.ts';

/** An area between barriers (or apart). */
export interface CellCertificate {
  /** Units of the problem, ascending. */
  readonly units: readonly number[];
  readonly inhabitants: number;
  /** Numbers of zones within bounds that it can be divided into by count; fewest over most when into none. */
  readonly fewest: number;
  readonly most: number;
}

/**
 * What is certain of a problem before any search, each by counting alone:
 * - `counts`: no division within bounds has fewer or more zones (⌈P/U⌉, ⌊P/L⌋);
 * - `cells`: areas between barriers. One whose inhabitants no whole number of zones fits must share a zone with another,
 *   over a barrier: "the area between canal and railway holds 3,900: a crossing cannot be avoided". With U ≥ 2L that are
 *   just those below L, since the intervals [mL, mU] then cover everything from L on;
 * - `uncrossed`: for numbers of zones outside fewest … most some zone must cross a barrier; null when some cell always must;
 * - `crossingZones`: at least so many zones cross a barrier, since one zone joins two such cells at best;
 * - `closedMetres`: at least so much closed border lies inside zones;
 * - `aboveUpper`: units that no zone within bounds can hold; `aboveLower`: units that fill a zone alone, so that each has its
 *   own zone wherever two of them exceed the upper bound together;
 * - `breaking`: units without which the municipality falls apart: whichever zone holds one decides what hangs together.
 * Source: zoning.md 6.2.
 */
export interface ProblemCertificates {
  readonly counts: { readonly fewest: number; readonly most: number };
  readonly cells: readonly CellCertificate[];
  readonly uncrossed: { readonly fewest: number; readonly most: number } | null;
  readonly crossingZones: number;
  readonly closedMetres: number;
  readonly aboveUpper: readonly number[];
  readonly aboveLower: readonly number[];
  readonly breaking: readonly number[];
}

export function certify(problem: ZoneProblem): ProblemCertificates {
  const { persons, lower, upper } = problem;
  const free: ZoneProblem = { ...problem, locks: { frozenZones: [], fixedUnits: [], together: [], apart: [] } };
  const ground = groundOf(free);
  const unitAt = new Int32Array(ground.n);
  ground.unitOf.forEach((unit, i) => (unitAt[unit] = i));
  const own = (units: Int32Array): number[] => Array.from(units, (unit) => unitAt[unit]!).sort((a, b) => a - b);

  const { cellOf, count, persons: cellPersons } = barrierCells(ground);
  const cells = Array.from({ length: count }, (_, cell): CellCertificate => ({
    units: own(Int32Array.from(cellOf.keys()).filter((i) => cellOf[i] === cell)),
    inhabitants: cellPersons[cell]!,
    ...countsThatFit(cellPersons[cell]!, lower, upper),
  }));
  const mustShare = cells.map(({ fewest, most }) => fewest > most);
  const sharing = mustShare.filter(Boolean).length;
  /** Per cell the least closed border of one edge over which it could be joined to another. */
  const leastClosed = new Float64Array(count).fill(Infinity);
  for (let e = 0; e < ground.graph.m; e++) {
    const a = cellOf[ground.graph.u[e]!]!;
    const b = cellOf[ground.graph.v[e]!]!;
    if (a === b) continue;
    leastClosed[a] = Math.min(leastClosed[a]!, ground.closedMetres[e]!);
    leastClosed[b] = Math.min(leastClosed[b]!, ground.closedMetres[e]!);
  }
  const sum = (end: 'fewest' | 'most'): number => cells.reduce((total, cell) => total + cell[end], 0);
  return {
    counts: countsThatFit(inhabitantsOf(problem), lower, upper),
    cells: cells.sort((a, b) => b.inhabitants - a.inhabitants || a.units[0]! - b.units[0]!),
    uncrossed: sharing > 0 || sum('fewest') > sum('most') ? null : { fewest: sum('fewest'), most: sum('most') },
    crossingZones: Math.ceil(sharing / 2),
    // An edge may serve two such cells at once: half of each.
    closedMetres: leastClosed.reduce((total, metres, cell) => (mustShare[cell]! && metres < Infinity ? total + metres / 2 : total), 0),
    aboveUpper: Array.from(persons.keys()).filter((i) => persons[i]! > upper),
    aboveLower: Array.from(persons.keys()).filter((i) => lower > 0 && persons[i]! >= lower),
    breaking: own(articulationUnits(ground.graph)),
  };
}

/** What is certain of one division. */
export interface DivisionCertificates {
  /** No zones of these areas have a shorter border between them: Σ √(πA) less half of the outer border (isoperimetry). */
  readonly cutMetresAtLeast: number;
  /**
   * Inertia that zones of these inhabitants would have as discs of the greatest density there is, N²/(2πρ). It bounds people
   * spread over the surface of their blocks; with people in the middle of large blocks the figure itself may be a little less.
   */
  readonly inertiaOfDiscs: number;
}

export function certifyDivision({ n, persons, areaM2, outerMetres }: ZoneProblem, zoneOf: Int32Array, zones: number): DivisionCertificates {
  const area = new Float64Array(zones);
  const people = new Float64Array(zones);
  let outer = 0;
  let densest = 0;
  for (let i = 0; i < n; i++) {
    area[zoneOf[i]!]! += areaM2[i]!;
    people[zoneOf[i]!]! += persons[i]!;
    outer += outerMetres[i]!;
    if (areaM2[i]! > 0) densest = Math.max(densest, persons[i]! / areaM2[i]!);
  }
  return {
    cutMetresAtLeast: Math.max(0, area.reduce((sum, a) => sum + Math.sqrt(Math.PI * a), 0) - outer / 2),
    inertiaOfDiscs: densest > 0 ? people.reduce((sum, p) => sum + (p * p) / (2 * Math.PI * densest), 0) : 0,
  };
}
