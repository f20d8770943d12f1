import { Delaunay } from 'd3-delaunay';
import { Random } from '../packages/core/src/zoning/engine/random.ts';
import type { ZoneProblem } from '../packages/core/src/zoning/engine/problem.ts';

/** round: one disc; long: a valley town, three times as long as wide; bent: an elbow; twins: two towns joined by a neck; lake: a ring round water. */
export type CityShape = 'round' | 'long' | 'bent' | 'twins' | 'lake';

export interface CityRequest {
  readonly seed: number;
  readonly units: number;
  readonly inhabitants: number;
  readonly shape: CityShape;
  /** A railway from side to side, and a canal across it, each with bridges; without, no barrier at all. */
  readonly barriers: 'none' | 'railway' | 'railway-and-canal';
}

/** The outline in units of half the width of the town. */
const inside: Record<CityShape, (x: number, y: number) => boolean> = {
  round: (x, y) => x * x + y * y < 1,
  long: (x, y) => (x * x) / 3 + y * y * 3 < 1,
  bent: (x, y) => (x > -0.9 && x < -0.2 && Math.abs(y) < 0.95) || (y > -0.95 && y < -0.25 && Math.abs(x) < 0.95),
  twins: (x, y) => (x + 0.6) ** 2 + y * y < 0.3 || (x - 0.6) ** 2 + y * y < 0.3 || (Math.abs(x) < 0.6 && Math.abs(y) < 0.12),
  lake: (x, y) => x * x + y * y < 1 && (x - 0.1) ** 2 + y * y > 0.16,
};

interface Line {
  readonly xy: readonly (readonly [number, number])[];
  readonly bridges: readonly (readonly [number, number])[];
}

/** A slightly winding line from one side of the town to the other, with a bridge now and then. */
function windingLine(angle: number, offset: number, radius: number, random: Random): Line {
  const [along, across] = [[Math.cos(angle), Math.sin(angle)], [-Math.sin(angle), Math.cos(angle)]] as const;
  const bend = (random.next() - 0.5) * 0.3;
  const at = (t: number): readonly [number, number] => {
    const aside = offset + bend * Math.sin(t * 3);
    return [radius * (t * along[0] + aside * across[0]), radius * (t * along[1] + aside * across[1])];
  };
  const xy = Array.from({ length: 41 }, (_, i) => at(-2 + i / 10));
  const bridges = Array.from({ length: 5 }, (_, i) => at(-0.8 + 0.4 * i + 0.2 * (random.next() - 0.5)));
  return { xy, bridges };
}

const side = (a: readonly [number, number], b: readonly [number, number], p: readonly [number, number]): number =>
  (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);

const crosses = (p: readonly [number, number], q: readonly [number, number], { xy }: Line): boolean =>
  xy.some((a, i) => i > 0 && side(xy[i - 1]!, a, p) * side(xy[i - 1]!, a, q) < 0 && side(p, q, xy[i - 1]!) * side(p, q, a) < 0);

/**
 * A town made up for a trial: Voronoi blocks, denser and fuller round a few kernen, cut by barriers that leave two fifths
 * where a bridge is within 250 m (as in the reference cities). The same request gives the same town.
 */
export function generateCity({ seed, units, inhabitants, shape, barriers }: CityRequest): ZoneProblem {
  const random = new Random(seed);
  // About 130 inhabitants to a block and 14 to a hectare, as in the reference cities.
  const radius = Math.sqrt(((inhabitants / 14) * 10_000) / Math.PI) * (shape === 'long' || shape === 'round' ? 1 : 1.15);
  const spot = (): readonly [number, number] => {
    for (;;) {
      const x = (random.next() * 2 - 1) * 1.75;
      const y = random.next() * 2 - 1;
      if (inside[shape](x, y)) return [x * radius, y * radius];
    }
  };
  const kernen = Array.from({ length: 3 + random.below(4) }, () => ({ at: spot(), weight: 0.4 + random.next(), reach: radius * (0.15 + 0.15 * random.next()) }));
  const densityAt = (x: number, y: number): number =>
    0.12 + kernen.reduce((sum, { at, weight, reach }) => sum + weight * Math.exp(-((x - at[0]) ** 2 + (y - at[1]) ** 2) / (2 * reach * reach)), 0);
  const sites: [number, number][] = [];
  while (sites.length < units) {
    const [x, y] = spot();
    if (random.next() * 1.6 < densityAt(x, y)) sites.push([x, y]);
  }
  // Sites outside the outline close the blocks at its edge and are left out.
  const ring: [number, number][] = [];
  for (let i = 0; i < units * 4 && ring.length < units; i++) {
    const x = (random.next() * 2 - 1) * 1.95;
    const y = (random.next() * 2 - 1) * 1.2;
    if (!inside[shape](x, y)) ring.push([x * radius, y * radius]);
  }
  const all = [...sites, ...ring];
  const delaunay = Delaunay.from(all);
  const voronoi = delaunay.voronoi([-2 * radius, -1.3 * radius, 2 * radius, 1.3 * radius]);

  const lines: Line[] = [];
  if (barriers !== 'none') lines.push(windingLine(random.next() * Math.PI, (random.next() - 0.5) * 0.4, radius, random));
  if (barriers === 'railway-and-canal') lines.push(windingLine(random.next() * Math.PI, (random.next() - 0.5) * 0.4, radius, random));

  const areaM2 = new Float64Array(units);
  const outerMetres = new Float64Array(units);
  const borders: { u: number; v: number; length: number; closed: number }[] = [];
  for (let i = 0; i < units; i++) {
    const ringOf = voronoi.cellPolygon(i);
    const neighbours = [...delaunay.neighbors(i)];
    const lengths = new Map<number, { length: number; closed: number }>();
    for (let p = 1; p < ringOf.length; p++) {
      const [ax, ay] = ringOf[p - 1]!;
      const [bx, by] = ringOf[p]!;
      areaM2[i]! += (ax * by - bx * ay) / 2;
      const length = Math.hypot(bx - ax, by - ay);
      const middle: readonly [number, number] = [(ax + bx) / 2, (ay + by) / 2];
      const far = (j: number): number => Math.hypot(all[j]![0] - middle[0], all[j]![1] - middle[1]);
      const facing = neighbours.find((j) => Math.abs(far(j) - far(i)) < 1e-6 * radius);
      if (facing === undefined || facing >= units) {
        outerMetres[i]! += length;
        continue;
      }
      if (facing < i) continue;
      let closed = 0;
      for (const line of lines) {
        if (!crosses(all[i]!, all[facing]!, line)) continue;
        closed += line.bridges.some(([x, y]) => Math.hypot(x - middle[0], y - middle[1]) < 250) ? 0.4 : 1;
      }
      const row = lengths.get(facing) ?? { length: 0, closed: 0 };
      lengths.set(facing, { length: row.length + length, closed: row.closed + closed * length });
    }
    areaM2[i] = Math.abs(areaM2[i]!);
    for (const [v, { length, closed }] of lengths) if (length > 1e-3) borders.push({ u: i, v, length, closed });
  }
  borders.sort((a, b) => a.u - b.u || a.v - b.v);

  const pull = sites.map(([x, y], i) => densityAt(x, y) * Math.sqrt(areaM2[i]!) * (0.4 + 1.2 * random.next()));
  const total = pull.reduce((sum, p) => sum + p, 0);
  return {
    n: units,
    persons: Float64Array.from(pull, (p) => Math.round((p / total) * inhabitants)),
    x: Float64Array.from(sites, ([x]) => x),
    y: Float64Array.from(sites, ([, y]) => y),
    areaM2,
    outerMetres,
    borders: {
      u: Int32Array.from(borders, ({ u }) => u),
      v: Int32Array.from(borders, ({ v }) => v),
      lengthMetres: Float64Array.from(borders, ({ length }) => length),
      closedMetres: Float64Array.from(borders, ({ closed }) => closed),
    },
    lower: 6000,
    upper: 12_000,
  };
}
