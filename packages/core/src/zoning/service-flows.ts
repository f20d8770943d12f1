import KDBush from 'kdbush';
import { indexAreas } from '../geo/area-index.ts';
import type { CategoryId } from '../model/categories.ts';
import type { Facility } from '../model/facility.ts';
import type { Municipality } from '../model/municipality.ts';
import type { Flows } from './engine/problem.ts';
import { peoplePlaces } from './people-places.ts';

/** Where everybody comes who lives around: the school, the shop, the service centre (issue 5; zoning.md 3, self-containment). */
const places: readonly CategoryId[] = ['school', 'winkel', 'ldc'];

/**
 * Ways that people go, between blocks: each person to the nearest facility of each kind. Every kind weighs as much as all
 * inhabitants together. Nearest in a straight line: who is nearest seldom changes along the streets, and the ways are by
 * block. O(people · log facilities).
 */
export function serviceWays(municipality: Municipality, facilities: readonly Facility[]): Flows {
  const { blocks } = municipality;
  const areas = indexAreas(blocks.map(({ shape }) => shape));
  const people = peoplePlaces(municipality);
  const rows = emptyRows(blocks.length);
  for (const category of places) {
    const open = facilities.filter((facility) => facility.category === category && facility.closed === null)
      .map((facility) => ({ ...facility, block: areas.locate(facility.x, facility.y) }))
      .filter(({ block }) => block !== -1)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    if (open.length === 0) continue;
    const tree = new KDBush(open.length);
    for (const { x, y } of open) tree.add(x, y);
    tree.finish();
    for (let place = 0; place < people.x.length; place++) {
      rows.add(people.block[place]!, open[nearestIn(tree, open, people.x[place]!, people.y[place]!)]!.block, people.persons[place]!);
    }
  }
  return rows.flows();
}

/** The ways of people, and the streets that join blocks: together they weigh as much as all inhabitants. O(ways + pieces of street). */
export function serviceFlows(municipality: Municipality, ways: Flows): Flows {
  const { blocks, basemap } = municipality;
  const n = blocks.length;
  const areas = indexAreas(blocks.map(({ shape }) => shape));
  const inhabitants = peoplePlaces(municipality).persons.reduce((sum, p) => sum + p, 0);
  const rows = emptyRows(n);
  for (const [row, from] of ways.from.entries()) rows.add(from, ways.to[row]!, ways.weight[row]!);
  const links = new Map<number, number>();
  let count = 0;
  for (const { class: kind, line } of basemap.streets) {
    if (kind === 'autosnelweg') continue;
    let before = areas.locate(line[0]!, line[1]!);
    for (let i = 2; i + 1 < line.length; i += 2) {
      const here = areas.locate(line[i]!, line[i + 1]!);
      if (here !== before && here !== -1 && before !== -1) {
        const key = Math.min(here, before) * n + Math.max(here, before);
        links.set(key, (links.get(key) ?? 0) + 1);
        count++;
      }
      if (here !== -1) before = here;
    }
  }
  for (const [key, times] of links) rows.add(Math.floor(key / n), key % n, (times * inhabitants) / count);
  return rows.flows();
}

/** Sums weights between blocks; ascending by block gone from, then to. */
function emptyRows(n: number) {
  const weights = new Map<number, number>();
  return {
    add: (from: number, to: number, weight: number): void => {
      const key = from * n + to;
      weights.set(key, (weights.get(key) ?? 0) + weight);
    },
    flows: (): Flows => {
      const keys = [...weights.keys()].sort((a, b) => a - b);
      return {
        from: Int32Array.from(keys, (key) => Math.floor(key / n)),
        to: Int32Array.from(keys, (key) => key % n),
        weight: Float64Array.from(keys, (key) => weights.get(key)!),
      };
    },
  };
}

/** Doubles the radius until somebody is in it; of those as near as each other the first. */
function nearestIn(tree: KDBush, open: readonly { readonly x: number; readonly y: number }[], x: number, y: number): number {
  for (let radius = 500; ; radius *= 2) {
    let best = -1;
    let least = Infinity;
    for (const at of tree.within(x, y, radius)) {
      const square = (open[at]!.x - x) ** 2 + (open[at]!.y - y) ** 2;
      if (square < least || (square === least && at < best)) {
        best = at;
        least = square;
      }
    }
    if (best !== -1) return best;
  }
}
