import Flatbush from 'flatbush';
import { indexAreas } from '../geo/area-index.ts';
import type { BorderMesh } from '../geo/coverage.ts';
import { areaM2, centroid, perimeterMetres } from '../geo/polygon.ts';
import type { Municipality } from '../model/municipality.ts';
import { barrierStretches, type BarrierStretches } from './barriers.ts';
import { blockMesh } from './block-mesh.ts';
import { graphOf, partsOf, type Graph } from './engine/graph.ts';
import { peoplePlaces, type PeoplePlaces } from './people-places.ts';

/**
 * The blocks and which of them border each other, with what a division is judged by. Blocks are numbered as in the
 * municipality; edge e joins the blocks u[e] < v[e], ascending. Metres and Lambert 2008 throughout.
 */
export interface BlockGraph extends Graph {
  readonly inhabitants: Int32Array;
  /** Where its people are on average; the middle of its surface when nobody lives there. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Sums over its people of (x − x̄)², (x − x̄)(y − ȳ), (y − ȳ)². */
  readonly spreadXX: Float64Array;
  readonly spreadXY: Float64Array;
  readonly spreadYY: Float64Array;
  readonly areaM2: Float64Array;
  readonly perimeterMetres: Float64Array;
  /** Per edge the length of the shared border; 0 for a bridge. */
  readonly borderMetres: Float64Array;
  /** Per edge the part of its border that a barrier closes: length × severity × what crossings leave of it, at most the border. */
  readonly closedMetres: Float64Array;
  /** Per edge 1 where the blocks do not touch, but had to be joined to make one whole of the municipality. */
  readonly isBridge: Uint8Array;
  /** Per edge the distance that a bridge spans, 0 elsewhere. */
  readonly gapMetres: Float64Array;
  /** Per block the separate part of the municipality it lies in, numbered by their first blocks; bridges do not join. */
  readonly partOf: Int32Array;
  readonly partCount: number;
  readonly barriers: BarrierStretches;
  readonly places: PeoplePlaces;
}

/** A border counts as closed from half of its length on: then most ways across are cut. */
export const isClosed = (graph: BlockGraph, edge: number): boolean =>
  graph.borderMetres[edge]! > 0 && graph.closedMetres[edge]! >= graph.borderMetres[edge]! / 2;

interface Bridge {
  readonly u: number;
  readonly v: number;
  readonly metres: number;
}

/**
 * The shortest links that make one whole of separate parts, between the nearest corners of blocks, by Borůvka's rounds:
 * in each, every group of parts takes its shortest link to another.
 */
function bridgesBetween(partOf: Int32Array, partCount: number, mesh: BorderMesh): Bridge[] {
  const bridges: Bridge[] = [];
  if (partCount < 2) return bridges;
  // Only pieces of border with the outside at their right can face another part.
  const pieces = [...mesh.from.keys()].filter((piece) => mesh.right[piece] === -1);
  const tree = new Flatbush(pieces.length);
  for (const piece of pieces) tree.add(mesh.x[mesh.from[piece]!]!, mesh.y[mesh.from[piece]!]!);
  tree.finish();
  const groupOf = Int32Array.from({ length: partCount }, (_, part) => part);
  const blockAt = (place: number): number => mesh.left[pieces[place]!]!;
  const groupAt = (place: number): number => groupOf[partOf[blockAt(place)]!]!;
  for (let groups = partCount; groups > 1; ) {
    const shortest = new Map<number, Bridge>();
    for (let place = 0; place < pieces.length; place++) {
      const group = groupAt(place);
      const vertex = mesh.from[pieces[place]!]!;
      const x = mesh.x[vertex]!;
      const y = mesh.y[vertex]!;
      const known = shortest.get(group);
      const [other] = tree.neighbors(x, y, 1, known?.metres ?? Infinity, (candidate) => groupAt(candidate) !== group);
      if (other === undefined) continue;
      const facing = mesh.from[pieces[other]!]!;
      const bridge: Bridge = {
        u: Math.min(blockAt(place), blockAt(other)),
        v: Math.max(blockAt(place), blockAt(other)),
        metres: Math.hypot(mesh.x[facing]! - x, mesh.y[facing]! - y),
      };
      if (known === undefined || comesBefore(bridge, known)) shortest.set(group, bridge);
    }
    for (const bridge of [...shortest.values()].sort((a, b) => (comesBefore(a, b) ? -1 : 1))) {
      const one = groupOf[partOf[bridge.u]!]!;
      const other = groupOf[partOf[bridge.v]!]!;
      if (one === other) continue;
      bridges.push(bridge);
      for (let part = 0; part < partCount; part++) if (groupOf[part] === Math.max(one, other)) groupOf[part] = Math.min(one, other);
      groups -= 1;
    }
  }
  return bridges;
}

const comesBefore = (a: Bridge, b: Bridge): boolean => a.metres < b.metres || (a.metres === b.metres && (a.u < b.u || (a.u === b.u && a.v < b.v)));

/** The blocks of a municipality as a graph. Linear but for finding places, O(n log n). */
export function blockGraph(municipality: Municipality): BlockGraph {
  const { blocks } = municipality;
  const n = blocks.length;
  const mesh = blockMesh(municipality);
  const shared = new Map<number, number>();
  for (let piece = 0; piece < mesh.from.length; piece++) {
    const left = mesh.left[piece]!;
    const right = mesh.right[piece]!;
    if (right === -1 || left === right) continue;
    const from = mesh.from[piece]!;
    const to = mesh.to[piece]!;
    const key = Math.min(left, right) * n + Math.max(left, right);
    shared.set(key, (shared.get(key) ?? 0) + Math.hypot(mesh.x[to]! - mesh.x[from]!, mesh.y[to]! - mesh.y[from]!));
  }
  const keys = [...shared.keys()];
  const touching = graphOf(n, Int32Array.from(keys, (key) => Math.floor(key / n)), Int32Array.from(keys, (key) => key % n));
  const { partOf, count: partCount } = partsOf(touching, () => true);
  const gaps = new Map(bridgesBetween(partOf, partCount, mesh).map(({ u, v, metres }) => [u * n + v, metres]));

  const sorted = Float64Array.from([...keys, ...gaps.keys()]).sort();
  const graph = graphOf(n, Int32Array.from(sorted, (key) => Math.floor(key / n)), Int32Array.from(sorted, (key) => key % n));
  const borderMetres = sorted.map((key) => shared.get(key) ?? 0);
  const edgeAt = new Map([...sorted].map((key, edge) => [key, edge]));
  const barriers = barrierStretches(municipality, indexAreas(blocks.map((block) => block.shape)));
  const closedMetres = new Float64Array(graph.m);
  for (let row = 0; row < barriers.a.length; row++) {
    const edge = edgeAt.get(barriers.a[row]! * n + barriers.b[row]!);
    if (edge !== undefined) closedMetres[edge] = Math.min(borderMetres[edge]!, closedMetres[edge]! + barriers.closedMetres[row]!);
  }

  const middles = blocks.map((block) => centroid(block.shape));
  const places = peoplePlaces(municipality);
  return {
    ...graph,
    inhabitants: Int32Array.from(blocks, (block) => block.inhabitants),
    ...whereabouts(places, middles),
    areaM2: Float64Array.from(blocks, (block) => areaM2(block.shape)),
    perimeterMetres: Float64Array.from(blocks, (block) => perimeterMetres(block.shape)),
    borderMetres,
    closedMetres,
    isBridge: Uint8Array.from(sorted, (key) => (gaps.has(key) ? 1 : 0)),
    gapMetres: sorted.map((key) => gaps.get(key) ?? 0),
    partOf,
    partCount,
    barriers,
    places,
  };
}

/** Averages and spread of where people of each block are. */
function whereabouts(places: PeoplePlaces, middles: readonly (readonly [x: number, y: number])[]): Pick<BlockGraph, 'x' | 'y' | 'spreadXX' | 'spreadXY' | 'spreadYY'> {
  const n = middles.length;
  const persons = new Float64Array(n);
  const sumX = new Float64Array(n);
  const sumY = new Float64Array(n);
  for (let row = 0; row < places.block.length; row++) {
    const block = places.block[row]!;
    persons[block]! += places.persons[row]!;
    sumX[block]! += places.persons[row]! * (places.x[row]! - middles[block]![0]);
    sumY[block]! += places.persons[row]! * (places.y[row]! - middles[block]![1]);
  }
  const x = Float64Array.from(middles, ([middle], block) => middle + (persons[block] === 0 ? 0 : sumX[block]! / persons[block]!));
  const y = Float64Array.from(middles, ([, middle], block) => middle + (persons[block] === 0 ? 0 : sumY[block]! / persons[block]!));
  const spreadXX = new Float64Array(n);
  const spreadXY = new Float64Array(n);
  const spreadYY = new Float64Array(n);
  for (let row = 0; row < places.block.length; row++) {
    const block = places.block[row]!;
    const dx = places.x[row]! - x[block]!;
    const dy = places.y[row]! - y[block]!;
    spreadXX[block]! += places.persons[row]! * dx * dx;
    spreadXY[block]! += places.persons[row]! * dx * dy;
    spreadYY[block]! += places.persons[row]! * dy * dy;
  }
  return { x, y, spreadXX, spreadXY, spreadYY };
}
