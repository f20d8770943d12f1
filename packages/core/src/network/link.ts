import type { Points } from '../geo/shapes.ts';
import type { Metres } from '../model/units.ts';
import { meetsBarrier, type BarrierIndex } from './barrier-index.ts';
import { Reason } from './reasons.ts';
import { gridSegments, type SegmentGrid } from './segment-grid.ts';
import { edgeCount } from './street-graph.ts';
import { Trait } from './street-input.ts';
import { UNREACHED, type TravelNetwork } from './travel-network.ts';

/**
 * Places put on streets: at which edge, how far along it, and how long the connector from the door is. One row per place, in
 * the order given; a place without street has edge -1 and a reason.
 */
export interface Links {
  readonly edge: Int32Array;
  /** Millimetres over the ground from the begin of the edge. */
  readonly along: Uint32Array;
  /** Millimetres from the place to its street; UNREACHED where there is no link. */
  readonly connector: Uint32Array;
  /** `Reason.reached` for a linked place. */
  readonly reason: Uint8Array;
}

/** The streets somebody can step onto, ready to be asked which is near. Made once per kind of traveller. */
export interface StreetIndex {
  readonly grid: SegmentGrid;
  /** Edge of each segment, and the length of the edge's shape before it, in millimetres of the plane. */
  readonly edge: Int32Array;
  readonly before: Float64Array;
  /** Whether the edge belongs to a part of the network too small to be a real one. */
  readonly onIsland: Uint8Array;
}

/**
 * A part with fewer vertices than this, when it is not the largest, is taken for a slip in the map: people are linked to it
 * only where no other street is near. (GraphHopper drops parts under 200 vertices; here they stay, and are reported.)
 */
const smallestRealPart = 50;

/**
 * Streets of a network by place. Bridges and tunnels are left out: who lives beside one cannot step onto it; edges without
 * length, which stand for gates, too. Cost linear.
 */
export function indexStreets(network: TravelNetwork): StreetIndex {
  const { graph, edgeForward, edgeBackward, part, partVertices } = network;
  const { shapeStart, shapeXy, edgeTraits, edgeFrom, edgeLength } = graph;
  const edges = edgeCount(graph);
  const usable = (e: number): boolean =>
    (edgeForward[e] !== UNREACHED || edgeBackward[e] !== UNREACHED) && edgeLength[e]! > 0 && (edgeTraits[e]! & (Trait.bridge | Trait.tunnel)) === 0;
  let count = 0;
  for (let e = 0; e < edges; e++) if (usable(e)) count += shapeStart[e + 1]! - shapeStart[e]! - 1;
  const ends = new Int32Array(4 * count), edge = new Int32Array(count), before = new Float64Array(count);
  let s = 0;
  for (let e = 0; e < edges; e++) {
    if (!usable(e)) continue;
    let passed = 0;
    for (let p = shapeStart[e]!; p + 1 < shapeStart[e + 1]!; p++, s++) {
      const x1 = shapeXy[2 * p]!, y1 = shapeXy[2 * p + 1]!, x2 = shapeXy[2 * p + 2]!, y2 = shapeXy[2 * p + 3]!;
      ends[4 * s] = x1;
      ends[4 * s + 1] = y1;
      ends[4 * s + 2] = x2;
      ends[4 * s + 3] = y2;
      edge[s] = e;
      before[s] = passed;
      passed += Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
    }
  }
  const onIsland = new Uint8Array(edges);
  for (let e = 0; e < edges; e++) {
    const of = part[edgeFrom[e]!]!;
    if (of > 0 && partVertices[of]! < smallestRealPart) onIsland[e] = 1;
  }
  return { grid: gridSegments(ends), edge, before, onIsland };
}

export interface LinkRules {
  /** Longest way from a door to the street, inclusive. */
  readonly maxConnector: Metres;
  readonly barriers: BarrierIndex;
}

/** The nearest place found so far on one kind of part. */
interface Found {
  square: number;
  segment: number;
  share: number;
}

/**
 * Puts places (metres in the plane of the graph) on the nearest street within the longest connector that can be walked to
 * without crossing a barrier; ties go to the lower edge. A street of an island is taken only when no other is in range.
 * Cost: 1 to 4 µs a place.
 */
export function linkPlaces(network: TravelNetwork, index: StreetIndex, places: Points, rules: LinkRules): Links {
  const count = places.length / 2;
  const links: Links = {
    edge: new Int32Array(count).fill(-1), along: new Uint32Array(count),
    connector: new Uint32Array(count).fill(UNREACHED), reason: new Uint8Array(count),
  };
  // A longest connector that is negative or no number lets nobody link.
  const reach = rules.maxConnector >= 0 ? rules.maxConnector * 1000 : -1;
  const main: Found = { square: 0, segment: -1, share: 0 }, island: Found = { square: 0, segment: -1, share: 0 };
  for (let i = 0; i < count; i++) {
    const x = Math.round(places[2 * i]! * 1000), y = Math.round(places[2 * i + 1]! * 1000);
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      links.reason[i] = Reason.noPosition;
      continue;
    }
    const blocked = nearestStreets(index, rules.barriers, x, y, reach, main, island);
    const found = main.segment >= 0 ? main : island;
    if (found.segment < 0) {
      links.reason[i] = blocked ? Reason.behindBarrier : Reason.farFromStreet;
      continue;
    }
    putOnStreet(network, index, found, links, i);
  }
  return links;
}

/** Searches the grid in growing rings; tells whether a street in range lay behind a barrier. */
function nearestStreets({ grid, edge, onIsland }: StreetIndex, barriers: BarrierIndex, x: number, y: number, reach: number, main: Found, island: Found): boolean {
  const { ends, left, bottom, cell, columns, rows, first, items } = grid;
  main.square = island.square = reach < 0 ? -1 : (reach + 0.5) * (reach + 0.5);
  main.segment = island.segment = -1;
  let blocked = false;
  const column = Math.floor((x - left) / cell), row = Math.floor((y - bottom) / cell);
  const nearestSide = Math.min(x - left - column * cell, left + (column + 1) * cell - x, y - bottom - row * cell, bottom + (row + 1) * cell - y);
  const visit = (square: number): void => {
    for (let i = first[square]!; i < first[square + 1]!; i++) {
      const segment = items[i]!, s = 4 * segment;
      const found = onIsland[edge[segment]!] === 1 ? island : main;
      const x1 = ends[s]!, y1 = ends[s + 1]!;
      const dx = ends[s + 2]! - x1, dy = ends[s + 3]! - y1;
      const long = dx * dx + dy * dy;
      const share = long === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / long));
      const footX = x1 + share * dx, footY = y1 + share * dy;
      const away = (x - footX) * (x - footX) + (y - footY) * (y - footY);
      if (away > found.square || (away === found.square && (found.segment < 0 || segment >= found.segment))) continue;
      if (meetsBarrier(barriers, x, y, footX, footY)) {
        blocked = true;
        continue;
      }
      found.square = away;
      found.segment = segment;
      found.share = share;
    }
  };
  for (let ring = 0; ; ring++) {
    const near = ring === 0 ? 0 : nearestSide + (ring - 1) * cell;
    // What a further ring holds is at least this far; a street of the main part settles it, a nearer island does not.
    if (near > 0 && near * near > main.square) return blocked;
    const low = row - ring, high = row + ring;
    if (low < 0 && high >= rows && column - ring < 0 && column + ring >= columns && ring > 0) return blocked;
    for (let r = Math.max(0, low); r <= Math.min(rows - 1, high); r++) {
      const whole = r === low || r === high;
      for (let c = column - ring; c <= column + ring; c += whole || ring === 0 ? 1 : 2 * ring) {
        if (c < 0 || c >= columns) continue;
        const asideX = Math.max(0, left + c * cell - x, x - left - (c + 1) * cell), asideY = Math.max(0, bottom + r * cell - y, y - bottom - (r + 1) * cell);
        if (asideX * asideX + asideY * asideY <= main.square) visit(r * columns + c);
      }
    }
  }
}

function putOnStreet({ graph }: TravelNetwork, { grid, edge, before }: StreetIndex, { segment, share, square }: Found, links: Links, place: number): void {
  const e = edge[segment]!;
  const { ends } = grid;
  const lengthOf = (s: number): number => Math.sqrt((ends[4 * s + 2]! - ends[4 * s]!) ** 2 + (ends[4 * s + 3]! - ends[4 * s + 1]!) ** 2);
  let last = segment;
  while (last + 1 < edge.length && edge[last + 1] === e) last++;
  const whole = before[last]! + lengthOf(last);
  const at = before[segment]! + share * lengthOf(segment);
  const ground = graph.edgeLength[e]!;
  links.edge[place] = e;
  links.along[place] = whole === 0 ? 0 : Math.min(ground, Math.round((at / whole) * ground));
  links.connector[place] = Math.round(Math.sqrt(square));
}

/** Rows of places by the edge they are linked to: those of edge e are places[first[e]] up to places[first[e + 1]], ascending. */
export interface PlacesByEdge {
  readonly first: Int32Array;
  readonly places: Int32Array;
}

export function placesByEdge(links: Links, edges: number): PlacesByEdge {
  const first = new Int32Array(edges + 1);
  let linked = 0;
  for (const e of links.edge) {
    if (e < 0) continue;
    first[e + 1]!++;
    linked++;
  }
  for (let e = 0; e < edges; e++) first[e + 1]! += first[e]!;
  const next = first.slice(0, edges);
  const places = new Int32Array(linked);
  for (let i = 0; i < links.edge.length; i++) {
    const e = links.edge[i]!;
    if (e >= 0) places[next[e]!++] = i;
  }
  return { first, places };
}
