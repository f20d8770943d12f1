import { areaM2, centroid, containsPoint, lineLengthMetres } from '../../packages/core/src/geo/index.ts';
import type { MultiPolygon } from '../../packages/core/src/geo/shapes.ts';
import type { Address } from './addresses.ts';
import { drawBorders, type Borders } from './borders.ts';
import { components, type Mesh } from './mesh.ts';
import type { Partition } from './partition.ts';
import type { Part } from './parts.ts';
import { kernen } from './published-figures.ts';
import type { Random } from './random.ts';
import type { Stretch } from './streets.ts';
import type { Traces } from './tracing.ts';
import type { Wander } from './wander.ts';

export interface GreenArea {
  readonly kind: 'natuur' | 'park';
  readonly name: string;
  readonly shape: MultiPolygon;
}

export interface Pond {
  readonly name: string;
  readonly shape: MultiPolygon;
}

/** Invented ponds, Lambert 72 kilometres and metres across the middle. */
const pondPlaces: readonly (readonly [kmX: number, kmY: number, radiusMetres: number])[] = [
  [225.72, 182.78, 150], [226.05, 182.66, 110], [226.35, 182.86, 130], [226.62, 182.62, 85], [224.75, 182.72, 95], [224.95, 182.42, 120],
  [223.25, 184.35, 105], [232.45, 183.45, 90], [232.75, 183.9, 70], [229.05, 186.05, 95], [227.35, 184.72, 70], [234.4, 186.35, 110],
];

const pondShape = (kmX: number, kmY: number, radiusMetres: number, random: Random): MultiPolygon => {
  const [phase, other, stretch] = [random() * 6.28, random() * 6.28, 0.75 + 0.5 * random()];
  const points: number[] = [];
  const steps = 28;
  for (let i = 0; i <= steps; i++) {
    const angle = (2 * Math.PI * (i % steps)) / steps;
    const radius = radiusMetres * (1 + 0.22 * Math.sin(2 * angle + phase) + 0.1 * Math.sin(3 * angle + other));
    points.push(kmX * 1000 + radius * stretch * Math.cos(angle), kmY * 1000 + (radius / stretch) * Math.sin(angle));
  }
  return [[Float64Array.from(points)]];
};

/** Ponds, woods where nobody lives and no road runs, and a park or two near the middle of each kern. */
export function drawLandscape(
  mesh: Mesh, partition: Partition, parts: readonly Part[], borders: Borders, boundary: MultiPolygon, streets: readonly Stretch[], addresses: readonly Address[],
  barriers: readonly Float64Array[], industrial: (block: number) => boolean, wander: Wander, random: Random,
): { readonly green: GreenArea[]; readonly ponds: Pond[] } {
  const fromStreet = nearness(streets.filter((street) => street.class !== 'pad').map((street) => street.points), addresses);
  const fromBarrier = nearness(barriers, []);
  const ponds = pondPlaces
    .filter(([kmX, kmY, radius]) => fromStreet(kmX * 1000, kmY * 1000) > 1.35 * radius && fromBarrier(kmX * 1000, kmY * 1000) > 1.4 * radius)
    .map(([kmX, kmY, radius]) => ({ shape: pondShape(kmX, kmY, radius, random), x: kmX * 1000, y: kmY * 1000, radius }))
    .filter(({ shape }) => shape[0]![0]!.every((x, i, ring) => i % 2 === 1 || containsPoint(boundary, x, ring[i + 1]!)));

  const density = borders.shapes.map((shape, block) => (partition.blocks[block]!.addresses * 10_000) / areaM2(shape));
  const wooded = (g: number): boolean => {
    const block = partition.blockOf[g]!;
    if (block < 0 || industrial(block) || density[block]! > 2.2) return false;
    const [x, y] = [mesh.x[g]!, mesh.y[g]!];
    if (fromStreet(x, y) < 62 || fromBarrier(x, y) < 60 || ponds.some((pond) => Math.hypot(pond.x - x, pond.y - y) < 1.75 * pond.radius)) return false;
    const lived = density[block]! > 0.4 ? -0.5 : 0.42;
    return wander(x, y) + lived > 0;
  };
  const quiet = (g: number): boolean => {
    const block = partition.blockOf[g]!;
    if (block < 0 || parts[partition.blocks[block]!.part]!.kern === null || density[block]! > 9) return false;
    return fromStreet(mesh.x[g]!, mesh.y[g]!) > 40 && fromBarrier(mesh.x[g]!, mesh.y[g]!) > 45;
  };

  const woods = areasOf(mesh, wooded, 25_000).map(({ shape }, index): GreenArea => ({ kind: 'natuur', name: `Bos ${index + 1} (fictief)`, shape }));
  const clearings = areasOf(mesh, (g) => quiet(g) && !wooded(g), 7_000);
  const taken = new Set<number>();
  const parks = kernen.flatMap((kern) => {
    const near = clearings
      .map(({ x, y }, index) => ({ index, metres: Math.hypot(kern.x - x, kern.y - y) }))
      .filter(({ index, metres }) => !taken.has(index) && metres < 900)
      .sort((a, b) => a.metres - b.metres || a.index - b.index)
      .slice(0, kern.addresses > 1500 ? 2 : 1);
    for (const { index } of near) taken.add(index);
    return near.map(({ index }, rank): GreenArea => ({ kind: 'park', name: `Park ${kern.name}${rank > 0 ? ` ${rank + 1}` : ''} (fictief)`, shape: clearings[index]!.shape }));
  });
  return { green: [...woods, ...parks], ponds: ponds.map(({ shape }, index) => ({ name: `Vijver ${index + 1} (fictief)`, shape })) };
}

function areasOf(mesh: Mesh, belongs: (grain: number) => boolean, smallestM2: number): { readonly shape: MultiPolygon; readonly x: number; readonly y: number }[] {
  const within = new Uint8Array(mesh.count);
  for (let g = 0; g < mesh.count; g++) within[g] = belongs(g) ? 1 : 0;
  const { componentOf, count } = components(mesh, (g) => within[g] === 1, () => true);
  const area = new Float64Array(count);
  for (let g = 0; g < mesh.count; g++) if (componentOf[g]! >= 0) area[componentOf[g]!]! += mesh.areaM2[g]!;
  const number = new Int32Array(count).fill(-1);
  let kept = 0;
  for (let c = 0; c < count; c++) if (area[c]! >= smallestM2) number[c] = kept++;
  const areaOf = componentOf.map((c) => (c < 0 ? -1 : number[c]!));
  const noLines: Traces = { lineOfHalfEdge: new Int16Array(mesh.triangles.length).fill(-1), snapX: new Float64Array(0), snapY: new Float64Array(0) };
  return drawBorders(mesh, areaOf, kept, noLines).shapes.map((shape) => {
    const [x, y] = centroid(shape);
    return { shape, x, y };
  });
}

/** Distance to the nearest street or home, up to a little over 250 m. */
function nearness(lines: readonly Float64Array[], addresses: readonly Address[]): (x: number, y: number) => number {
  const cellMetres = 130;
  const stepMetres = 15;
  const cells = new Map<string, number[]>();
  const add = (x: number, y: number): void => {
    const key = `${Math.floor(x / cellMetres)} ${Math.floor(y / cellMetres)}`;
    const list = cells.get(key) ?? [];
    list.push(x, y);
    cells.set(key, list);
  };
  for (const line of lines) {
    for (let i = 2; i < line.length; i += 2) {
      const [ax, ay, bx, by] = [line[i - 2]!, line[i - 1]!, line[i]!, line[i + 1]!];
      const steps = Math.ceil(lineLengthMetres(Float64Array.of(ax, ay, bx, by)) / stepMetres);
      for (let step = 0; step <= steps; step++) add(ax + ((bx - ax) * step) / steps, ay + ((by - ay) * step) / steps);
    }
  }
  for (const { x, y } of addresses) add(x, y);
  return (x, y) => {
    let nearest = 2 * cellMetres;
    const [column, row] = [Math.floor(x / cellMetres), Math.floor(y / cellMetres)];
    for (let near = 0; near < 25; near++) {
      const points = cells.get(`${column - 2 + (near % 5)} ${row - 2 + Math.floor(near / 5)}`) ?? [];
      for (let i = 0; i < points.length; i += 2) nearest = Math.min(nearest, Math.hypot(points[i]! - x, points[i + 1]! - y));
    }
    return nearest;
  };
}
