import type { MultiPolygon } from '../../packages/core/src/geo/shapes.ts';
import { dissolveMesh } from '../../packages/core/src/geo/index.ts';
import { across, type Mesh } from './mesh.ts';
import { straightened } from './polyline.ts';
import type { Traces } from './tracing.ts';

/** A piece of border or of design line between two meeting points. */
export interface Arc {
  /** Flat [x0, y0, x1, y1, …], Lambert 72 metres. */
  readonly points: Float64Array;
  /** Area (block) on its left and on its right, -1 outside; the same on both sides for a road through it. */
  readonly left: number;
  readonly right: number;
  /** The design line it lies on, -1 for none. */
  readonly line: number;
}

export interface Borders {
  readonly arcs: readonly Arc[];
  readonly shapes: readonly MultiPolygon[];
}

const smoothingRounds = 18;
const straightenMetres = { onLine: 0.8, free: 2.5 } as const;

/** Turns the rows of grain edges between areas, and along roads and barriers, into calm lines that meet vertex by vertex. */
export function drawBorders(mesh: Mesh, areaOf: Int32Array, areaCount: number, traces: Traces): Borders {
  const edges = borderEdges(mesh, areaOf, traces);
  const { x, y } = smoothed(mesh, edges, traces);
  const arcs = arcsOf(edges).map((arc) => {
    const points: number[] = [];
    for (const corner of arc.corners) {
      const px = Math.round(x[corner]! * 10) / 10;
      const py = Math.round(y[corner]! * 10) / 10;
      if (points.length >= 2 && points[points.length - 2] === px && points[points.length - 1] === py) continue;
      points.push(px, py);
    }
    return { points: straightened(Float64Array.from(points), arc.line >= 0 ? straightenMetres.onLine : straightenMetres.free), left: arc.left, right: arc.right, line: arc.line };
  }).filter((arc) => arc.points.length >= 4);
  return { arcs, shapes: areaShapes(arcs, areaCount) };
}

interface BorderEdge {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
  readonly line: number;
}

function borderEdges(mesh: Mesh, areaOf: Int32Array, traces: Traces): BorderEdge[] {
  const edges: BorderEdge[] = [];
  for (let halfEdge = 0; halfEdge < mesh.triangles.length; halfEdge++) {
    const twin = mesh.twins[halfEdge]!;
    if (twin < halfEdge) continue;
    const here = mesh.triangles[halfEdge]!;
    const there = across(mesh, halfEdge);
    const left = areaOf[here]!;
    const right = areaOf[there]!;
    const line = traces.lineOfHalfEdge[halfEdge]!;
    if (left === right && (line < 0 || left < 0)) continue;
    const from = Math.floor(halfEdge / 3);
    const to = Math.floor(twin / 3);
    const turnsLeft =
      (mesh.cornerX[to]! - mesh.cornerX[from]!) * (mesh.y[here]! - mesh.y[there]!) - (mesh.cornerY[to]! - mesh.cornerY[from]!) * (mesh.x[here]! - mesh.x[there]!) > 0;
    edges.push(turnsLeft ? { from, to, left, right, line } : { from: to, to: from, left, right, line });
  }
  return edges;
}

/** Corners on a design line are drawn onto it; the others give way to the mean of their neighbours, round after round. */
function smoothed(mesh: Mesh, edges: readonly BorderEdge[], traces: Traces): { x: Float64Array; y: Float64Array } {
  let x = mesh.cornerX.slice();
  let y = mesh.cornerY.slice();
  const neighbours = new Map<number, number[]>();
  for (const { from, to, line } of edges) {
    for (const [corner, other] of [[from, to], [to, from]] as const) {
      const list = neighbours.get(corner) ?? [];
      list.push(other);
      neighbours.set(corner, list);
      if (line < 0 || Number.isNaN(traces.snapX[corner]!)) continue;
      x[corner] = traces.snapX[corner]!;
      y[corner] = traces.snapY[corner]!;
    }
  }
  const fixed = new Set(edges.flatMap(({ from, to, line }) => (line < 0 ? [] : [from, to])));
  for (let round = 0; round < smoothingRounds; round++) {
    const nextX = x.slice();
    const nextY = y.slice();
    for (const [corner, list] of neighbours) {
      if (fixed.has(corner)) continue;
      nextX[corner] = 0.4 * x[corner]! + (0.6 * list.reduce((sum, other) => sum + x[other]!, 0)) / list.length;
      nextY[corner] = 0.4 * y[corner]! + (0.6 * list.reduce((sum, other) => sum + y[other]!, 0)) / list.length;
    }
    x = nextX;
    y = nextY;
  }
  return { x, y };
}

interface CornerArc {
  readonly corners: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly line: number;
}

/** Joins edges into arcs that end where more than two edges meet, or where what lies beside them changes. */
function arcsOf(edges: readonly BorderEdge[]): CornerArc[] {
  const outgoing = new Map<number, { readonly edge: number; readonly forward: boolean }[]>();
  edges.forEach(({ from, to }, edge) => {
    for (const [corner, forward] of [[from, true], [to, false]] as const) {
      const list = outgoing.get(corner) ?? [];
      list.push({ edge, forward });
      outgoing.set(corner, list);
    }
  });
  const kindFrom = (edge: number, forward: boolean): string => {
    const { left, right, line } = edges[edge]!;
    return forward ? `${left} ${right} ${line}` : `${right} ${left} ${line}`;
  };
  const used = new Uint8Array(edges.length);
  const follow = (edge: number, forward: boolean): CornerArc => {
    const first = edges[edge]!;
    const corners = forward ? [first.from, first.to] : [first.to, first.from];
    used[edge] = 1;
    let kind = kindFrom(edge, forward);
    for (;;) {
      const ways = outgoing.get(corners[corners.length - 1]!)!;
      if (ways.length !== 2) break;
      const next = ways.find((way) => used[way.edge] === 0);
      if (next === undefined || kindFrom(next.edge, next.forward) !== kind) break;
      kind = kindFrom(next.edge, next.forward);
      used[next.edge] = 1;
      corners.push(next.forward ? edges[next.edge]!.to : edges[next.edge]!.from);
    }
    return { corners, left: forward ? first.left : first.right, right: forward ? first.right : first.left, line: first.line };
  };
  const arcs: CornerArc[] = [];
  for (const [, ways] of [...outgoing].sort((a, b) => a[0] - b[0])) {
    const [one, two] = ways;
    const passes = ways.length === 2 && kindFrom(one!.edge, !one!.forward) === kindFrom(two!.edge, two!.forward);
    if (passes) continue;
    for (const way of ways) if (used[way.edge] === 0) arcs.push(follow(way.edge, way.forward));
  }
  // What is left are closed rings around a block that lies within another.
  edges.forEach((_, edge) => { if (used[edge] === 0) arcs.push(follow(edge, true)); });
  return arcs;
}

/** The outline of each area, from the pieces of border beside it. */
function areaShapes(arcs: readonly Arc[], areaCount: number): MultiPolygon[] {
  const numbers = new Map<string, number>();
  const x: number[] = [];
  const y: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const numberOf = (px: number, py: number): number => {
    const key = `${px} ${py}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, x.length);
    x.push(px);
    y.push(py);
    return x.length - 1;
  };
  for (const arc of arcs) {
    if (arc.left === arc.right) continue;
    for (let i = 2; i < arc.points.length; i += 2) {
      from.push(numberOf(arc.points[i - 2]!, arc.points[i - 1]!));
      to.push(numberOf(arc.points[i]!, arc.points[i + 1]!));
      left.push(arc.left);
      right.push(arc.right);
    }
  }
  const mesh = {
    x: Float64Array.from(x), y: Float64Array.from(y),
    from: Int32Array.from(from), to: Int32Array.from(to), left: Int32Array.from(left), right: Int32Array.from(right),
  };
  return dissolveMesh(mesh, Int32Array.from({ length: areaCount }, (_, area) => area), areaCount);
}
