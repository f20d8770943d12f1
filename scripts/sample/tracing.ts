import { isBarrier, type DesignLine } from './design-lines.ts';
import { across, components, following, type Mesh } from './mesh.ts';

/** How the design lines run through the mesh. */
export interface Traces {
  /** Per half-edge the design line that its grain edge lies on, -1 for none. */
  readonly lineOfHalfEdge: Int16Array;
  /** Per corner the point of a design line it is drawn to; NaN where no line passes. */
  readonly snapX: Float64Array;
  readonly snapY: Float64Array;
}

interface Visit {
  readonly line: number;
  readonly fromMetres: number;
  readonly toMetres: number;
}

/** Corners within this of the meeting point of their two lines are drawn to it. */
const meetingMetres = 75;

/** Follows every line from triangle to triangle: the edges it crosses become its grain edges, their corners are drawn onto it. */
export function traceLines(mesh: Mesh, lines: readonly DesignLine[]): Traces {
  const lineOfHalfEdge = new Int16Array(mesh.triangles.length).fill(-1);
  const visits = new Map<number, Visit[]>();
  // Barriers first: where two lines share a grain edge, the barrier keeps it.
  const order = lines.map((_, index) => index).sort((a, b) => Number(isBarrier(lines[b]!.kind)) - Number(isBarrier(lines[a]!.kind)) || a - b);
  for (const line of order) {
    const { crossed, visited } = walk(mesh, lines[line]!.points);
    const parity = new Map<number, number>();
    for (const halfEdge of crossed) {
      const key = Math.min(halfEdge, mesh.twins[halfEdge]!);
      parity.set(key, (parity.get(key) ?? 0) + 1);
    }
    const corners = new Set<number>();
    for (const [halfEdge, times] of parity) {
      if (times % 2 === 0) continue;
      const twin = mesh.twins[halfEdge]!;
      corners.add(Math.floor(halfEdge / 3)).add(Math.floor(twin / 3));
      if (lineOfHalfEdge[halfEdge]! >= 0) continue;
      lineOfHalfEdge[halfEdge] = line;
      lineOfHalfEdge[twin] = line;
    }
    for (const [triangle, span] of visited) {
      if (!corners.has(triangle)) continue;
      const list = visits.get(triangle) ?? [];
      list.push({ line, ...span });
      visits.set(triangle, list);
    }
  }

  dropSlivers(mesh, lineOfHalfEdge, lines);
  const snapX = new Float64Array(mesh.cornerX.length).fill(NaN);
  const snapY = new Float64Array(mesh.cornerX.length).fill(NaN);
  const meetings = meetingPoints(lines);
  for (const [triangle, list] of visits) {
    const first = list[0]!;
    let point = pointAlong(lines[first.line]!.points, (first.fromMetres + first.toMetres) / 2);
    if (list.length > 1) {
      const passing = new Set(list.map((visit) => visit.line));
      let nearest = meetingMetres;
      for (const meeting of meetings) {
        if (!passing.has(meeting.a) || !passing.has(meeting.b)) continue;
        const distance = Math.hypot(meeting.x - mesh.cornerX[triangle]!, meeting.y - mesh.cornerY[triangle]!);
        if (distance < nearest) [nearest, point] = [distance, [meeting.x, meeting.y]];
      }
    }
    snapX[triangle] = point[0];
    snapY[triangle] = point[1];
  }
  return { lineOfHalfEdge, snapX, snapY };
}

/** Less ground than this between roads that meet is no block: one of the roads gives way to the other a little earlier. */
const sliverM2 = 8_000;

function dropSlivers(mesh: Mesh, lineOfHalfEdge: Int16Array, lines: readonly DesignLine[]): void {
  const { componentOf, count } = components(mesh, () => true, (_from, _to, halfEdge) => lineOfHalfEdge[halfEdge]! < 0);
  const area = new Float64Array(count);
  for (let g = 0; g < mesh.count; g++) area[componentOf[g]!]! += mesh.areaM2[g]!;
  const shared = new Map<number, Map<number, number[]>>();
  for (let e = 0; e < lineOfHalfEdge.length; e++) {
    const line = lineOfHalfEdge[e]!;
    const face = componentOf[mesh.triangles[e]!]!;
    const other = componentOf[across(mesh, e)]!;
    if (line < 0 || isBarrier(lines[line]!.kind) || area[face]! >= sliverM2 || face === other) continue;
    const neighbours = shared.get(face) ?? new Map<number, number[]>();
    neighbours.set(other, [...(neighbours.get(other) ?? []), e]);
    shared.set(face, neighbours);
  }
  for (const neighbours of shared.values()) {
    const [, halfEdges] = [...neighbours].sort((a, b) => b[1].length - a[1].length || a[0] - b[0])[0]!;
    for (const halfEdge of halfEdges) {
      lineOfHalfEdge[halfEdge] = -1;
      lineOfHalfEdge[mesh.twins[halfEdge]!] = -1;
    }
  }
}

function walk(mesh: Mesh, points: Float64Array): { crossed: number[]; visited: Map<number, { fromMetres: number; toMetres: number }> } {
  const crossed: number[] = [];
  const visited = new Map<number, { fromMetres: number; toMetres: number }>();
  let travelled = 0;
  const visit = (triangle: number): void => {
    visited.set(triangle, { fromMetres: visited.get(triangle)?.fromMetres ?? travelled, toMetres: travelled });
  };
  let triangle = triangleAt(mesh, points[0]!, points[1]!);
  visit(triangle);
  for (let i = 2; i < points.length; i += 2) {
    const [ax, ay, bx, by] = [points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!];
    const length = Math.hypot(bx - ax, by - ay);
    let cameFrom = -1;
    for (;;) {
      const exit = exitTowards(mesh, triangle, ax, ay, bx, by, cameFrom);
      if (exit === null) break;
      crossed.push(exit.halfEdge);
      const before = travelled;
      travelled += exit.share * length;
      visit(triangle);
      cameFrom = mesh.twins[exit.halfEdge]!;
      triangle = Math.floor(cameFrom / 3);
      visit(triangle);
      travelled = before;
    }
    travelled += length;
    visit(triangle);
  }
  return { crossed, visited };
}

/** The half-edge by which the segment leaves the triangle, and after which share of it; null when it ends inside. */
function exitTowards(
  mesh: Mesh, triangle: number, ax: number, ay: number, bx: number, by: number, cameFrom: number,
): { readonly halfEdge: number; readonly share: number } | null {
  for (let corner = 0; corner < 3; corner++) {
    const halfEdge = 3 * triangle + corner;
    if (halfEdge === cameFrom) continue;
    const p = mesh.triangles[halfEdge]!;
    const q = mesh.triangles[following(halfEdge)]!;
    const opposite = mesh.triangles[following(following(halfEdge))]!;
    const side = (x: number, y: number): number => (mesh.x[q]! - mesh.x[p]!) * (y - mesh.y[p]!) - (mesh.y[q]! - mesh.y[p]!) * (x - mesh.x[p]!);
    const inward = Math.sign(side(mesh.x[opposite]!, mesh.y[opposite]!));
    const endSide = side(bx, by) * inward;
    if (endSide >= 0) continue;
    const startSide = side(ax, ay) * inward;
    const ofSegment = (x: number, y: number): number => (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    if (ofSegment(mesh.x[p]!, mesh.y[p]!) * ofSegment(mesh.x[q]!, mesh.y[q]!) > 0) continue;
    return { halfEdge, share: Math.min(1, Math.max(0, startSide / (startSide - endSide))) };
  }
  return null;
}

function triangleAt(mesh: Mesh, x: number, y: number): number {
  for (let t = 0; t < mesh.cornerX.length; t++) {
    if (Math.hypot(mesh.cornerX[t]! - x, mesh.cornerY[t]! - y) > 200) continue;
    const sides = [0, 1, 2].map((corner) => {
      const p = mesh.triangles[3 * t + corner]!;
      const q = mesh.triangles[3 * t + ((corner + 1) % 3)]!;
      return Math.sign((mesh.x[q]! - mesh.x[p]!) * (y - mesh.y[p]!) - (mesh.y[q]! - mesh.y[p]!) * (x - mesh.x[p]!));
    });
    if (sides.every((side) => side >= 0) || sides.every((side) => side <= 0)) return t;
  }
  throw new Error(`the line starts outside the mesh, at ${x}, ${y}`);
}

interface Meeting {
  readonly a: number;
  readonly b: number;
  readonly x: number;
  readonly y: number;
}

/** Where two lines cross or end on each other. */
function meetingPoints(lines: readonly DesignLine[]): Meeting[] {
  const cellMetres = 60;
  const cells = new Map<string, { readonly line: number; readonly i: number }[]>();
  lines.forEach(({ points }, line) => {
    for (let i = 0; i + 3 < points.length; i += 2) {
      const key = `${Math.floor(points[i]! / cellMetres)} ${Math.floor(points[i + 1]! / cellMetres)}`;
      const list = cells.get(key) ?? [];
      list.push({ line, i });
      cells.set(key, list);
    }
  });
  const meetings: Meeting[] = [];
  for (const [b, { points: q }] of lines.entries()) {
    for (let j = 0; j + 3 < q.length; j += 2) {
      const column = Math.floor(q[j]! / cellMetres);
      const row = Math.floor(q[j + 1]! / cellMetres);
      for (let near = 0; near < 9; near++) {
        for (const { line: a, i } of cells.get(`${column - 1 + (near % 3)} ${row - 1 + Math.floor(near / 3)}`) ?? []) {
          if (a < b) meetSegments(a, lines[a]!.points, i, b, q, j, meetings);
        }
      }
    }
  }
  return meetings;
}

const touchMetres = 0.01;

function meetSegments(a: number, p: Float64Array, i: number, b: number, q: Float64Array, j: number, meetings: Meeting[]): void {
  const [ax, ay, bx, by] = [p[i]!, p[i + 1]!, p[i + 2]!, p[i + 3]!];
  const [cx, cy, dx, dy] = [q[j]!, q[j + 1]!, q[j + 2]!, q[j + 3]!];
  for (const [x, y] of [[ax, ay], [bx, by]] as const) {
    if (Math.hypot(x - cx, y - cy) < touchMetres || Math.hypot(x - dx, y - dy) < touchMetres) meetings.push({ a, b, x, y });
  }
  const cross = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (cross === 0) return;
  const s = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / cross;
  const t = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / cross;
  if (s >= 0 && s <= 1 && t >= 0 && t <= 1) meetings.push({ a, b, x: ax + s * (bx - ax), y: ay + s * (by - ay) });
}

function pointAlong(points: Float64Array, metres: number): [x: number, y: number] {
  let left = metres;
  for (let i = 2; i < points.length; i += 2) {
    const length = Math.hypot(points[i]! - points[i - 2]!, points[i + 1]! - points[i - 1]!);
    if (left <= length) {
      const share = length === 0 ? 0 : left / length;
      return [points[i - 2]! + share * (points[i]! - points[i - 2]!), points[i - 1]! + share * (points[i + 1]! - points[i - 1]!)];
    }
    left -= length;
  }
  return [points[points.length - 2]!, points[points.length - 1]!];
}
