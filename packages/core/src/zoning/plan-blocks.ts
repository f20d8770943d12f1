import { indexAreas } from '../geo/area-index.ts';
import { boundsOf } from '../geo/polygon.ts';
import type { Bounds, MultiPolygon, Polygon, Ring } from '../geo/shapes.ts';
import { splitShape } from '../geo/split-shape.ts';
import type { Block, Municipality, PopulationDraw } from '../model/municipality.ts';
import type { BlockSplit, Plan } from '../model/plan.ts';
import { factsOfParts } from './facts-of-parts.ts';

const derived = new WeakMap<Municipality, Map<string, Municipality>>();
/** Plans of one municipality mostly share their cuts. */
const remembered = 8;

/**
 * The municipality with the blocks as a plan has them: cut blocks make way for their parts, people follow their addresses,
 * parts keep the areas of their whole, and neighbours share the new corners vertex by vertex. The one way from a plan to the
 * blocks it speaks of; the municipality itself when nothing was cut, and the same value for the same cuts.
 * O(vertices + addresses) per cut that was not asked before.
 */
export function blocksOf(municipality: Municipality, { splits = [] }: Pick<Plan, 'splits'>): Municipality {
  if (splits.length === 0) return municipality;
  let known = derived.get(municipality);
  if (known === undefined) derived.set(municipality, (known = new Map<string, Municipality>()));
  const key = JSON.stringify(splits);
  let found = known.get(key);
  if (found === undefined) {
    const before = splits.slice(0, -1);
    // Most plans grow by one cut at a time: what was made for the others serves.
    found = cut(blocksOf(municipality, { splits: before }), splits.at(-1)!);
    known.set(key, found);
    if (known.size > remembered) known.delete(known.keys().next().value!);
  }
  return found;
}

/** Into which parts a line cuts a block, the largest first; the block itself alone when the line does not cut it or it is not there. Lambert 2008 metres. */
export function partsOfCut({ blocks }: { readonly blocks: readonly Pick<Block, 'id' | 'shape'>[] }, block: string, line: readonly number[]): readonly MultiPolygon[] {
  const shape = blocks.find(({ id }) => id === block)?.shape;
  if (shape === undefined) return [];
  // A part of the block that the line misses stays with the largest piece.
  const pieces = shape.map((polygon) => splitShape([polygon], [Float64Array.from(line)]));
  const apart = pieces.flatMap((made) => (made.length > 1 ? made : []));
  if (apart.length === 0) return [shape];
  const [first, ...others] = apart;
  const missed = pieces.flatMap((made) => (made.length > 1 ? [] : made.flat()));
  return [[...first!, ...missed], ...others];
}

function cut(municipality: Municipality, { block: id, line }: BlockSplit): Municipality {
  const { blocks, addresses, bands, divisions } = municipality;
  const whole = blocks.findIndex((block) => block.id === id);
  if (whole === -1) throw new Error(`Got a cut of block ${id} when expected a block of the plan.`);
  const shapes = partsOfCut(municipality, id, line);
  const areas = indexAreas(shapes);
  const personsOf = new Float64Array(shapes.length * bands.length);
  const partOfAddress = new Map<number, number>();
  for (let row = 0; row < addresses.ids.length; row++) {
    if (addresses.block[row] !== whole) continue;
    // On the very edge, or outside the block it was counted for: with the largest part.
    const part = Math.max(0, areas.locate(addresses.xy[2 * row]!, addresses.xy[2 * row + 1]!));
    partOfAddress.set(row, part);
    for (let band = 0; band < bands.length; band++) personsOf[part * bands.length + band]! += addresses.persons[row * bands.length + band]!;
  }
  const corners = newCorners(blocks[whole]!.shape, shapes);
  const made = shapes.map((shape, part) => ({
    block: { id: `${id}/${part + 1}`, name: `${blocks[whole]!.name} ${part + 1}`, shape, inhabitants: personsOf.subarray(part * bands.length, (part + 1) * bands.length).reduce((sum, p) => sum + p, 0) } satisfies Block,
    from: whole, part,
  }));
  const kept = blocks.flatMap((block, from) => (from === whole ? [] : [{ block: withCorners(block, corners), from, part: -1 }]));
  const placed = [...kept, ...made].sort((a, b) => (a.block.id < b.block.id ? -1 : 1));
  const placeOf = new Map(placed.map(({ from, part }, place) => [`${from}/${part}`, place]));
  return {
    ...municipality,
    blocks: placed.map(({ block }) => block),
    addresses: { ...addresses, block: addresses.block.map((from, row) => placeOf.get(`${from}/${partOfAddress.get(row) ?? -1}`)!) },
    divisions: divisions.map((division) => ({ ...division, areaOfBlock: Int32Array.from(placed, ({ from }) => division.areaOfBlock[from]!) })),
    draws: municipality.draws.map((draw) => shareDraw(draw, placed, personsOf, bands.length)),
    ...factsOfParts(municipality, placed.map(({ from, part }) => ({ from, isMain: part <= 0 }))),
  };
}

/** Another draw knows people by block only: it is shared over the parts as the dataset's own people are, whole persons, the sum as it was. */
function shareDraw({ seed, persons }: PopulationDraw, placed: readonly { readonly from: number; readonly part: number }[], personsOf: Float64Array, bands: number): PopulationDraw {
  const shared = new Int32Array(placed.length * bands);
  const parts = personsOf.length / bands;
  for (let band = 0; band < bands; band++) {
    let own = 0;
    for (let part = 0; part < parts; part++) own += personsOf[part * bands + band]!;
    for (const [place, { from, part }] of placed.entries()) {
      const drawn = persons[from * bands + band]!;
      if (part === -1) shared[place * bands + band] = drawn;
      else {
        let upTo = 0;
        for (let other = 0; other < part; other++) upTo += personsOf[other * bands + band]!;
        const here = personsOf[part * bands + band]!;
        const at = (count: number): number => Math.round((drawn * count) / own);
        // Where the dataset has nobody of these ages in the whole, who is drawn goes with the largest part.
        shared[place * bands + band] = own === 0 ? (part === 0 ? drawn : 0) : at(upTo + here) - at(upTo);
      }
    }
  }
  return { seed, persons: shared };
}

interface Corners {
  readonly bounds: Bounds;
  /** By the ends of a side, from the end that the key names first. */
  readonly onSide: ReadonlyMap<string, readonly (readonly [x: number, y: number])[]>;
}

const sideKey = (ax: number, ay: number, bx: number, by: number): string => (ax < bx || (ax === bx && ay < by) ? `${ax}/${ay} ${bx}/${by}` : `${bx}/${by} ${ax}/${ay}`);

/** Which sides of the whole got corners where the cut meets them. */
function newCorners(whole: MultiPolygon, parts: readonly MultiPolygon[]): Corners {
  const known = new Set<string>();
  for (const ring of whole.flat()) for (let i = 0; i < ring.length; i += 2) known.add(`${ring[i]!}/${ring[i + 1]!}`);
  const added = new Map<string, readonly [number, number]>();
  for (const ring of parts.flat(2)) {
    for (let i = 0; i < ring.length; i += 2) {
      const key = `${ring[i]!}/${ring[i + 1]!}`;
      if (!known.has(key)) added.set(key, [ring[i]!, ring[i + 1]!]);
    }
  }
  const onSide = new Map<string, (readonly [number, number])[]>();
  for (const ring of whole.flat()) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
      const on = [...added.values()].filter(([x, y]) => isOn(ax, ay, bx, by, x, y));
      if (on.length === 0) continue;
      const [fx, fy] = ax < bx || (ax === bx && ay < by) ? [ax, ay] : [bx, by];
      onSide.set(sideKey(ax, ay, bx, by), on.sort((p, q) => Math.hypot(p[0] - fx, p[1] - fy) - Math.hypot(q[0] - fx, q[1] - fy)));
    }
  }
  return { bounds: boundsOf(whole), onSide };
}

/** Where a cut meets a side is computed along the side: off it by rounding alone. */
const roundingMetres = 1e-6;

function isOn(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  const along = ((x - ax) * dx + (y - ay) * dy) / length;
  return along > 0 && along < length && Math.abs((x - ax) * dy - (y - ay) * dx) / length < roundingMetres;
}

/** A neighbour with the new corners in the sides it shares; the same value when it shares none. */
function withCorners(block: Block, { bounds, onSide }: Corners): Block {
  const [minX, minY, maxX, maxY] = boundsOf(block.shape);
  const [westX, southY, eastX, northY] = bounds;
  if (onSide.size === 0 || maxX < westX || minX > eastX || maxY < southY || minY > northY) return block;
  const ringWith = (ring: Ring): Ring => {
    const points: number[] = [];
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
      points.push(ax, ay);
      const on = onSide.get(sideKey(ax, ay, bx, by));
      if (on === undefined) continue;
      const forward = ax < bx || (ax === bx && ay < by);
      for (const [x, y] of forward ? on : on.toReversed()) points.push(x, y);
    }
    points.push(ring.at(-2)!, ring.at(-1)!);
    return Float64Array.from(points);
  };
  const shape = block.shape.map((polygon): Polygon => polygon.map(ringWith));
  const corners = (of: MultiPolygon): number => of.flat().reduce((sum, ring) => sum + ring.length, 0);
  return corners(shape) > corners(block.shape) ? { ...block, shape } : block;
}
