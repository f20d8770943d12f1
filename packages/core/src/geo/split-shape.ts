import { nestRings, traceRings } from './coverage.ts';
import { containsPoint } from './polygon.ts';
import type { Line, MultiPolygon, Ring } from './shapes.ts';

/** Places within a millimetre are one: crossings of the same lines, computed along either, differ by less. */
const gridMetres = 0.001;

/**
 * The pieces into which lines cut a shape, each in one part, largest first within each part of the shape; the shape itself
 * when nothing cuts through. Corners of the shape keep their coordinates. A line that ends inside cuts nothing off.
 * O(corners × pieces of line).
 */
export function splitShape(shape: MultiPolygon, lines: readonly Line[]): MultiPolygon[] {
  return shape.flatMap((polygon) => {
    const ground: MultiPolygon = [polygon];
    const x: number[] = [];
    const y: number[] = [];
    const numbers = new Map<string, number>();
    const vertexAt = (px: number, py: number): number => {
      const key = `${Math.round(px / gridMetres)}/${Math.round(py / gridMetres)}`;
      let vertex = numbers.get(key);
      if (vertex === undefined) {
        vertex = x.length;
        numbers.set(key, vertex);
        x.push(px);
        y.push(py);
      }
      return vertex;
    };
    const border = polygon.flatMap((ring) => segmentsOf(ring));
    for (const { ax, ay } of border) vertexAt(ax, ay);
    const cuts = lines.flatMap(segmentsOf);
    const onBorder = border.map((): number[] => []);
    const onCut = cuts.map((): number[] => []);
    for (const [c, cut] of cuts.entries()) {
      for (const [b, side] of border.entries()) meet(cut, side, onCut[c]!, onBorder[b]!);
      for (let d = 0; d < c; d++) meet(cut, cuts[d]!, onCut[c]!, onCut[d]!);
    }
    const from: number[] = [];
    const to: number[] = [];
    const add = (u: number, v: number): void => {
      from.push(u);
      to.push(v);
    };
    const sides = new Set<string>();
    for (const [b, side] of border.entries()) {
      for (const [u, v] of chain(side, onBorder[b]!, vertexAt)) {
        add(u, v);
        sides.add(`${u}/${v}`);
        sides.add(`${v}/${u}`);
      }
    }
    for (const [c, cut] of cuts.entries()) {
      for (const [u, v] of chain(cut, onCut[c]!, vertexAt)) {
        if (sides.has(`${u}/${v}`) || !containsPoint(ground, (x[u]! + x[v]!) / 2, (y[u]! + y[v]!) / 2)) continue;
        // Cuts that run over each other count once.
        sides.add(`${u}/${v}`);
        sides.add(`${v}/${u}`);
        add(u, v);
        add(v, u);
      }
    }
    const rings = traceRings(Float64Array.from(x), Float64Array.from(y), from, to).map((vertices): Ring => {
      const ring = new Float64Array(2 * vertices.length + 2);
      for (let i = 0; i <= vertices.length; i++) {
        ring[2 * i] = x[vertices[i % vertices.length]!]!;
        ring[2 * i + 1] = y[vertices[i % vertices.length]!]!;
      }
      return ring;
    });
    return nestRings(rings).map((piece): MultiPolygon => [piece]);
  });
}

interface Segment {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

function segmentsOf(line: Line): Segment[] {
  const segments: Segment[] = [];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [ax, ay, bx, by] = [line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!];
    if (ax !== bx || ay !== by) segments.push({ ax, ay, bx, by });
  }
  return segments;
}

/** Where two segments cross or touch, as shares along each; lines that run together meet at the ends of either. */
function meet(p: Segment, q: Segment, onP: number[], onQ: number[]): void {
  if (Math.max(p.ax, p.bx) < Math.min(q.ax, q.bx) - gridMetres || Math.max(q.ax, q.bx) < Math.min(p.ax, p.bx) - gridMetres) return;
  if (Math.max(p.ay, p.by) < Math.min(q.ay, q.by) - gridMetres || Math.max(q.ay, q.by) < Math.min(p.ay, p.by) - gridMetres) return;
  const [px, py, qx, qy] = [p.bx - p.ax, p.by - p.ay, q.bx - q.ax, q.by - q.ay];
  const lengthP = Math.hypot(px, py);
  const lengthQ = Math.hypot(qx, qy);
  const cross = px * qy - py * qx;
  if (Math.abs(cross) > 1e-9 * lengthP * lengthQ) {
    const s = ((q.ax - p.ax) * qy - (q.ay - p.ay) * qx) / cross;
    const t = ((q.ax - p.ax) * py - (q.ay - p.ay) * px) / cross;
    const [slackP, slackQ] = [gridMetres / lengthP, gridMetres / lengthQ];
    if (s < -slackP || s > 1 + slackP || t < -slackQ || t > 1 + slackQ) return;
    onP.push(s);
    onQ.push(t);
    return;
  }
  if (Math.abs((q.ax - p.ax) * py - (q.ay - p.ay) * px) > gridMetres * lengthP) return;
  for (const [ex, ey] of [[q.ax, q.ay], [q.bx, q.by]] as const) onP.push(((ex - p.ax) * px + (ey - p.ay) * py) / (lengthP * lengthP));
  for (const [ex, ey] of [[p.ax, p.ay], [p.bx, p.by]] as const) onQ.push(((ex - q.ax) * qx + (ey - q.ay) * qy) / (lengthQ * lengthQ));
}

/** A segment in steps from vertex to vertex, through the places where others meet it. */
function chain({ ax, ay, bx, by }: Segment, shares: readonly number[], vertexAt: (x: number, y: number) => number): [number, number][] {
  const stops = [0, ...shares.filter((share) => share > 0 && share < 1).sort((a, b) => a - b), 1];
  const vertices = stops.map((share) => (share === 0 ? vertexAt(ax, ay) : share === 1 ? vertexAt(bx, by) : vertexAt(ax + share * (bx - ax), ay + share * (by - ay))));
  const steps: [number, number][] = [];
  for (let i = 1; i < vertices.length; i++) if (vertices[i] !== vertices[i - 1]) steps.push([vertices[i - 1]!, vertices[i]!]);
  return steps;
}
