import {
  areaM2, borderMesh, containsPoint, dissolve, distanceToLineMetres, findOverlaps, fromLambert2008, nodeCoverage, pointInside, selfIntersection,
  type MultiPolygon,
} from '@woonzorgzones/core/geo';
import type { ImportPlace, Notice } from '@woonzorgzones/core/model';
import type { FileProblem } from '../read/problem.ts';
import type { Placed } from '../read/place.ts';
import { byText } from '../take/ids.ts';
import type { BlockRow } from '../take/areas.ts';

/** Published areas share their borders to within rounding; vertices nearer than this are one. Zones need exactly shared borders. */
export const joinToleranceMetres = 1;

/** Overlaps below this are slivers of drawing, where hardly anybody can live. */
const overlapToleranceM2 = 100;

/** A block that sticks out of the municipality further than two published versions of a border differ (Genk: 38 m). */
const boundaryToleranceMetres = 50;

/** What the blocks may leave uncovered before it is worth a notice. */
const gapShare = 0.01;

export interface Boundary {
  readonly shape: MultiPolygon;
  readonly notices: readonly Notice[];
  readonly problems: readonly FileProblem[];
}

export interface FittedBlocks {
  /** Sorted by id, meeting vertex by vertex. Empty when there are problems. */
  readonly blocks: readonly (BlockRow & { readonly shape: MultiPolygon })[];
  readonly notices: readonly Notice[];
  readonly problems: readonly FileProblem[];
}

const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

/** A point for a sentence: five decimals of a degree, about a metre. */
function latLon(x: number, y: number): { readonly latitude: number; readonly longitude: number } {
  const [longitude, latitude] = fromLambert2008('EPSG:4326', Float64Array.of(x, y));
  return { latitude: rounded(latitude!), longitude: rounded(longitude!) };
}

function selfIntersectionProblem(shape: MultiPolygon, area: string, place: ImportPlace): FileProblem[] {
  const at = selfIntersection(shape);
  return at === null ? [] : [{ code: 'self-intersecting-area', place, facts: { area, ...latLon(at.x, at.y) } }];
}

/** The outline of the municipality from the features of its file: parts that share a border become one. */
export function fitBoundary(rows: readonly Placed<unknown, MultiPolygon>[], name: string): Boundary {
  const crossed = rows.flatMap(({ geometry, place }) => selfIntersectionProblem(geometry, name, place));
  if (crossed.length > 0) return { shape: [], notices: [], problems: crossed };
  const shapes = rows.map(({ geometry }) => geometry);
  const overlaps = findOverlaps(shapes, overlapToleranceM2).map(({ a, b, areaM2: common, x, y }): FileProblem => ({
    code: 'overlapping-areas',
    place: rows[a]!.place,
    facts: { one: `${name} ${rows[a]!.place.feature ?? a + 1}`, other: `${name} ${rows[b]!.place.feature ?? b + 1}`, areaM2: Math.round(common), ...latLon(x, y) },
  }));
  if (overlaps.length > 0) return { shape: [], notices: [], problems: overlaps };
  const shape = shapes.length === 1 ? shapes[0]! : (dissolve(nodeCoverage(shapes, joinToleranceMetres), new Int32Array(shapes.length), 1)[0] ?? []);
  if (shape.length < 2) return { shape, notices: [], problems: [] };
  const areas = shape.map((polygon) => areaM2([polygon]));
  const facts = { parts: shape.length, largestPartShare: Math.max(...areas) / areas.reduce((sum, area) => sum + area, 0) };
  return { shape, notices: [{ code: 'separate-parts', facts }], problems: [] };
}

function doubleBlocks(rows: readonly Placed<BlockRow, MultiPolygon>[]): FileProblem[] {
  return [...Map.groupBy(rows, ({ record }) => record.id)].flatMap(([block, sharing]): FileProblem[] =>
    sharing.length === 1
      ? []
      : [{ code: 'double-block', place: { area: block }, facts: { block, features: sharing.map(({ place }) => place.feature ?? 0) } }],
  );
}

/** How far each block sticks out of the municipality, at the vertices that border no other block. */
function metresOutside(shapes: readonly MultiPolygon[], boundary: MultiPolygon): Float64Array {
  const { x, y, from, left, right } = borderMesh(shapes);
  const outside = new Float64Array(shapes.length);
  const rings = boundary.flat();
  for (let i = 0; i < from.length; i++) {
    if (right[i] !== -1) continue;
    const vertex = from[i]!;
    if (containsPoint(boundary, x[vertex]!, y[vertex]!)) continue;
    const metres = rings.reduce((nearest, ring) => Math.min(nearest, distanceToLineMetres(x[vertex]!, y[vertex]!, ring)), Infinity);
    outside[left[i]!] = Math.max(outside[left[i]!]!, metres);
  }
  return outside;
}

/** Whether joining moved or added a vertex of a shape. */
function isChanged(before: MultiPolygon, after: MultiPolygon): boolean {
  const [one, other] = [before.flat(), after.flat()];
  const points = (rings: typeof one) => rings.map((ring) => ring.slice(2).sort().join()).sort().join('|');
  return points(one) !== points(other);
}

/**
 * Blocks that can carry a plan: one id each, sound, not over each other, inside the municipality, and sharing their borders
 * vertex by vertex. Says what is wrong with each that is not, all at once.
 */
export function fitBlocks(rows: readonly Placed<BlockRow, MultiPolygon>[], boundary: MultiPolygon): FittedBlocks {
  const problems = [...doubleBlocks(rows), ...rows.flatMap(({ record, geometry }) => selfIntersectionProblem(geometry, record.id, { area: record.id }))];
  if (problems.length > 0) return { blocks: [], notices: [], problems };

  const sorted = [...rows].sort((a, b) => byText(a.record.id, b.record.id));
  const given = sorted.map(({ geometry }) => geometry);
  const shapes = nodeCoverage(given, joinToleranceMetres);
  const placeOf = (index: number): ImportPlace => ({ area: sorted[index]!.record.id });
  const idOf = (index: number): string => sorted[index]!.record.id;

  for (const [index, shape] of shapes.entries()) {
    if (shape.length === 0) {
      problems.push({ code: 'block-too-thin', place: placeOf(index), facts: { block: idOf(index), toleranceMetres: joinToleranceMetres } });
    } else if (!containsPoint(boundary, ...pointInside(shape))) {
      problems.push({ code: 'block-outside-boundary', place: placeOf(index), facts: { block: idOf(index) } });
    }
  }
  for (const { a, b, areaM2: common, x, y } of findOverlaps(shapes, overlapToleranceM2)) {
    problems.push({
      code: 'overlapping-areas', place: placeOf(a), facts: { one: idOf(a), other: idOf(b), areaM2: Math.round(common), ...latLon(x, y) },
    });
  }
  if (problems.length > 0) return { blocks: [], notices: [], problems };

  const notices: Notice[] = [];
  const changed = shapes.filter((shape, index) => isChanged(given[index]!, shape)).length;
  if (changed > 0) notices.push({ code: 'borders-joined', facts: { blocks: changed, toleranceMetres: joinToleranceMetres } });
  for (const [index, metres] of metresOutside(shapes, boundary).entries()) {
    if (metres <= boundaryToleranceMetres) continue;
    notices.push({ code: 'block-over-boundary', facts: { block: idOf(index), name: sorted[index]!.record.name, metres: Math.round(metres) } });
  }
  const total = areaM2(boundary);
  const missing = total - shapes.reduce((sum, shape) => sum + areaM2(shape), 0);
  if (missing > gapShare * total) notices.push({ code: 'blocks-leave-gap', facts: { share: missing / total, hectares: Math.round(missing / 10_000) } });
  return { blocks: sorted.map(({ record }, index) => ({ ...record, shape: shapes[index]! })), notices, problems: [] };
}
