import Flatbush from 'flatbush';
import { boundsOf, containsPoint, pointInside } from './polygon.ts';
import type { Line, MultiPolygon } from './shapes.ts';

/** Finds shapes under what is drawn; all in metres. Made once for shapes that stay, then asked at every move of the pointer. */
export interface ShapeBrush {
  /** The shapes that a round brush of this radius touches on its way along a line; radius 0 takes those under the line itself. Ascending. */
  readonly along: (line: Line, radiusMetres: number) => readonly number[];
  /** The shapes whose middle (a point inside) lies in an area. Ascending. */
  readonly within: (area: MultiPolygon) => readonly number[];
}

export function shapeBrush(shapes: readonly MultiPolygon[]): ShapeBrush {
  const boxes = new Flatbush(Math.max(1, shapes.length));
  for (const shape of shapes) {
    if (shape.length === 0) boxes.add(Infinity, Infinity, Infinity, Infinity);
    else boxes.add(...boundsOf(shape));
  }
  if (shapes.length === 0) boxes.add(Infinity, Infinity, Infinity, Infinity);
  boxes.finish();
  const middles = new Map<number, readonly [number, number]>();
  const middleOf = (shape: number): readonly [number, number] => {
    let middle = middles.get(shape);
    if (middle === undefined) middles.set(shape, (middle = pointInside(shapes[shape]!)));
    return middle;
  };
  return {
    along(line, radiusMetres) {
      const found = new Set<number>();
      const last = Math.max(2, line.length - 2);
      for (let i = 0; i < last; i += 2) {
        const [ax, ay] = [line[i]!, line[i + 1]!];
        const [bx, by] = line.length > 2 ? [line[i + 2]!, line[i + 3]!] : [ax, ay];
        const near = boxes.search(Math.min(ax, bx) - radiusMetres, Math.min(ay, by) - radiusMetres, Math.max(ax, bx) + radiusMetres, Math.max(ay, by) + radiusMetres);
        for (const shape of near) if (!found.has(shape) && touches(shapes[shape]!, ax, ay, bx, by, radiusMetres)) found.add(shape);
      }
      return [...found].sort((a, b) => a - b);
    },
    within(area) {
      if (area.length === 0) return [];
      return boxes.search(...boundsOf(area)).filter((shape) => containsPoint(area, ...middleOf(shape))).sort((a, b) => a - b);
    },
  };
}

function touches(shape: MultiPolygon, ax: number, ay: number, bx: number, by: number, radius: number): boolean {
  if (containsPoint(shape, ax, ay) || containsPoint(shape, bx, by)) return true;
  for (const ring of shape.flat()) {
    for (let i = 0; i + 3 < ring.length; i += 2) if (squareBetween(ax, ay, bx, by, ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!) <= radius * radius) return true;
  }
  return false;
}

/** Square of the distance between two segments. */
function squareBetween(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): number {
  const side = (px: number, py: number, qx: number, qy: number, x: number, y: number): number => (qx - px) * (y - py) - (qy - py) * (x - px);
  const crosses = side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 && side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0;
  if (crosses) return 0;
  return Math.min(squareTo(ax, ay, bx, by, cx, cy), squareTo(ax, ay, bx, by, dx, dy), squareTo(cx, cy, dx, dy, ax, ay), squareTo(cx, cy, dx, dy, bx, by));
}

function squareTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  const [ux, uy] = [bx - ax, by - ay];
  const length = ux * ux + uy * uy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * ux + (y - ay) * uy) / length));
  return (x - ax - along * ux) ** 2 + (y - ay - along * uy) ** 2;
}
