import { containsPoint, type Points, type Ring } from '@woonzorgzones/core/geo';
import { err, ok, type Result } from '@woonzorgzones/core/model';
import { linesOf, pointOf, polygonsOf, type FileGeometry, type GeometryReason, type RowGeometry } from '../geometry.ts';

/** Twice the area of a ring, negative where it runs clockwise. */
function doubleArea(ring: Points): number {
  let sum = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) sum += ring[i]! * ring[i + 3]! - ring[i + 2]! * ring[i + 1]!;
  return sum;
}

/**
 * Which rings are outlines and which are holes of which: a Shapefile only winds them differently (outlines clockwise) and
 * puts them in a row. A hole that lies in no outline is an outline that was wound wrongly.
 */
function grouped(rings: readonly Ring[]): Ring[][] {
  const outlines = rings.filter((ring) => doubleArea(ring) <= 0).sort((a, b) => Math.abs(doubleArea(a)) - Math.abs(doubleArea(b)));
  const polygons = outlines.map((ring) => [ring]);
  for (const hole of rings) {
    if (doubleArea(hole) <= 0) continue;
    // The smallest outline around it: an island in a lake has a hole of its own.
    const around = polygons.find(([outline]) => containsPoint([[outline!]], hole[0]!, hole[1]!));
    if (around === undefined) polygons.push([hole]);
    else around.push(hole);
  }
  return polygons;
}

const names: Readonly<Record<number, string>> = { 0: 'Null', 1: 'Point', 3: 'PolyLine', 5: 'Polygon', 8: 'MultiPoint', 31: 'MultiPatch' };

/** Shapes with heights (10 more) and measures (20 more) begin with the same bytes as those without. */
const plainType = (type: number) => (type > 10 && type < 30 ? type % 10 : type);

function positions(view: DataView, at: number, count: number): Points {
  const out = new Float64Array(count * 2);
  for (let i = 0; i < out.length; i++) out[i] = view.getFloat64(at + 8 * i, true);
  return out;
}

/** The runs of points that make a line or an area; null when the record is shorter than it says. */
function partsOf(view: DataView): Points[] | null {
  if (view.byteLength < 44) return null;
  const parts = view.getUint32(36, true);
  const points = view.getUint32(40, true);
  const start = 44 + 4 * parts;
  if (start + 16 * points > view.byteLength) return null;
  const runs: Points[] = [];
  for (let i = 0; i < parts; i++) {
    const from = view.getUint32(44 + 4 * i, true);
    const to = i + 1 < parts ? view.getUint32(48 + 4 * i, true) : points;
    if (from > to || to > points) return null;
    runs.push(positions(view, start + 16 * from, to - from));
  }
  return runs;
}

const finite = (points: Points): Points | null => (points.every(Number.isFinite) ? points : null);

function readShape(view: DataView): Result<FileGeometry | null, GeometryReason> {
  if (view.byteLength < 4) return err('broken-geometry');
  switch (plainType(view.getUint32(0, true))) {
    case 0:
      return ok(null);
    case 1:
      return view.byteLength < 20 ? err('broken-geometry') : pointOf(finite(positions(view, 4, 1)));
    case 8: {
      const count = view.byteLength < 40 ? -1 : view.getUint32(36, true);
      if (count < 0 || 40 + 16 * count > view.byteLength) return err('broken-geometry');
      return count === 0 ? ok(null) : pointOf(finite(positions(view, 40, count)));
    }
    case 3: {
      const runs = partsOf(view);
      if (runs === null) return err('broken-geometry');
      return runs.length === 0 ? ok(null) : linesOf(runs.map(finite));
    }
    case 5: {
      const runs = partsOf(view)?.map(finite) ?? [null];
      if (runs.length === 0) return ok(null);
      if (runs.some((run) => run === null || run.length < 6)) return err('broken-geometry');
      return polygonsOf(grouped(runs as Points[]));
    }
    default:
      return err('wrong-geometry');
  }
}

/** The shape in a record of a .shp (ESRI Shapefile Technical Description, 1998). Heights and measures fall away. */
export function shapeGeometry(content: Uint8Array): RowGeometry {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  return { type: names[plainType(content.length < 4 ? 0 : view.getUint32(0, true))] ?? '', read: () => readShape(view) };
}
