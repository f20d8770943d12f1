import { hinge, type Bounds, type Terrain } from './division.ts';
import { partsOf } from './graph.ts';

/** A border counts as barrier from a tenth of its length on: less is a corner that touches the line. */
const barrierFrom = 0.1;

/** Areas that hang together without crossing a barrier. */
export interface BarrierCells {
  readonly cellOf: Int32Array;
  readonly count: number;
  readonly persons: Float64Array;
  readonly units: Int32Array;
}

export function barrierCells({ graph, barrier, persons }: Terrain): BarrierCells {
  const { partOf, count } = partsOf(graph, (e) => barrier[e]! < barrierFrom);
  const cellPersons = new Float64Array(count);
  const units = new Int32Array(count);
  for (let i = 0; i < graph.n; i++) {
    cellPersons[partOf[i]!]! += persons[i]!;
    units[partOf[i]!]!++;
  }
  return { cellOf: partOf, count, persons: cellPersons, units };
}

/** How many zones each of some areas gets. */
export interface Allotment {
  readonly zones: Int32Array;
  /** Inhabitants out of bounds when each area is divided evenly; 0 when counts alone stand nothing in the way. */
  readonly excess: number;
}

/**
 * Gives `zones` zones to areas that zones must not cross, at least one each, so that even parts are least out of bounds
 * and then nearest to the mean. Null when there are more areas than zones, or fewer units. Dynamic programming, O(areas · zones²).
 */
export function allotZones(persons: ArrayLike<number>, units: ArrayLike<number>, zones: number, bounds: Bounds): Allotment | null {
  const areas = persons.length;
  if (areas > zones) return null;
  let total = 0;
  for (let a = 0; a < areas; a++) total += persons[a]!;
  const mean = total / zones;
  const excessOf = (area: number, count: number): number => count * hinge(persons[area]! / count, bounds);
  // Excess first: a person out of bounds outweighs any unevenness.
  const costOf = (area: number, count: number): number => excessOf(area, count) * 1e6 + (count * (persons[area]! / count - mean) ** 2) / (mean || 1);
  const best = new Float64Array((areas + 1) * (zones + 1)).fill(Infinity);
  const taken = new Int32Array((areas + 1) * (zones + 1));
  best[0] = 0;
  for (let a = 0; a < areas; a++) {
    for (let z = a + 1; z <= zones - (areas - 1 - a); z++) {
      for (let count = 1; count <= Math.min(units[a]!, z - a); count++) {
        const cost = best[a * (zones + 1) + z - count]! + costOf(a, count);
        if (cost < best[(a + 1) * (zones + 1) + z]!) {
          best[(a + 1) * (zones + 1) + z] = cost;
          taken[(a + 1) * (zones + 1) + z] = count;
        }
      }
    }
  }
  if (best[areas * (zones + 1) + zones] === Infinity) return null;
  const allotted = new Int32Array(areas);
  let excess = 0;
  for (let a = areas, z = zones; a > 0; a--) {
    const count = taken[a * (zones + 1) + z]!;
    allotted[a - 1] = count;
    excess += excessOf(a - 1, count);
    z -= count;
  }
  return { zones: allotted, excess };
}
