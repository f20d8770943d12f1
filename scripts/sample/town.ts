import { dissolve } from '../../packages/core/src/geo/index.ts';
import type { MultiPolygon } from '../../packages/core/src/geo/shapes.ts';
import type { BarrierKind } from '../../packages/core/src/model/index.ts';
import { placeAddresses, type Address } from './addresses.ts';
import { drawBorders, type Arc, type Borders } from './borders.ts';
import { designLines, isBarrier } from './design-lines.ts';
import { placeFacilities, type SampleFacility } from './facilities.ts';
import { assignParts, municipalGround } from './ground.ts';
import { inhabitantsOfBlocks } from './inhabitants.ts';
import { drawLandscape, type GreenArea, type Pond } from './landscape.ts';
import { buildMesh } from './mesh.ts';
import { drawBlocks } from './partition.ts';
import { parts, stadsdelen } from './parts.ts';
import { backwards } from './polyline.ts';
import { kernen, wijken } from './published-figures.ts';
import { randomFrom } from './random.ts';
import { layStreets } from './streets.ts';
import { nameStreets, type NamedStretch } from './street-names.ts';
import { traceLines } from './tracing.ts';
import { wanderingField } from './wander.ts';

/** The whole sample town; coordinates are Lambert 72 metres. */
export interface Town {
  readonly boundary: MultiPolygon;
  readonly blocks: readonly { readonly id: string; readonly name: string; readonly shape: MultiPolygon; readonly inhabitants: number }[];
  readonly addresses: readonly Address[];
  readonly kernen: readonly { readonly number: number; readonly name: string; readonly shape: MultiPolygon }[];
  readonly wijken: readonly { readonly number: number; readonly name: string; readonly shape: MultiPolygon }[];
  readonly stadsdelen: readonly { readonly number: number; readonly name: string; readonly namePublished: boolean; readonly shape: MultiPolygon }[];
  readonly streets: readonly NamedStretch[];
  readonly barriers: readonly { readonly name: string; readonly kind: BarrierKind; readonly line: Float64Array }[];
  readonly crossings: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  readonly green: readonly GreenArea[];
  readonly ponds: readonly Pond[];
  readonly canals: readonly MultiPolygon[];
  readonly facilities: readonly SampleFacility[];
}

export const seed = 2008;

const industrialWijken: readonly number[] = [10, 11];

/** Builds the town from the published figures and one seed: the same town each time. About 10 seconds. */
export function buildTown(): Town {
  const random = randomFrom(seed);
  const mesh = buildMesh(random, 221_200, 177_300, 236_700, 191_800);
  const bend = wanderingField(random, 450, 2600);
  const outline = wanderingField(random, 900, 4000);
  const growth = wanderingField(random, 420, 3400);

  const inside = municipalGround(mesh, parts, outline);
  const partOf = assignParts(mesh, inside, parts, bend);
  const traces = traceLines(mesh, designLines);
  const partition = drawBlocks(mesh, inside, partOf, parts, traces, designLines, bend);
  const borders = drawBorders(mesh, partition.blockOf, partition.blocks.length, traces);
  const isIndustrial = (block: number): boolean => industrialWijken.includes(parts[partition.blocks[block]!.part]!.wijk);

  const streets = nameStreets(layStreets(borders, partition, designLines, isIndustrial, random), designLines, random);
  const addresses = placeAddresses(borders, partition, parts, streets, designLines, random);
  const inhabitants = inhabitantsOfBlocks(addresses, borders.shapes.length, random);
  const barriers = barrierLines(borders);
  const boundary = dissolve(borders.shapes, new Int32Array(borders.shapes.length), 1)[0]!;
  const { green, ponds } = drawLandscape(mesh, partition, parts, borders, boundary, streets, addresses, barriers.map(({ line }) => line), isIndustrial, growth, random);

  const wijkOfBlock = partition.blocks.map((block) => parts[block.part]!.wijk);
  const outlines = (count: number, numberOf: (block: number) => number): MultiPolygon[] =>
    dissolve(borders.shapes, Int32Array.from(borders.shapes, (_, block) => numberOf(block) - 1), count);
  const wijkShapes = outlines(wijken.length, (block) => wijkOfBlock[block]!);
  const kernShapes = outlines(kernen.length, (block) => parts[partition.blocks[block]!.part]!.kern ?? 0);
  const stadsdeelShapes = outlines(stadsdelen.length, (block) => stadsdelen.findIndex((stadsdeel) => stadsdeel.wijken.includes(wijkOfBlock[block]!)) + 1);

  return {
    boundary,
    ...numberedBlocks(borders, wijkOfBlock, inhabitants, addresses),
    kernen: kernen.map(({ number, name }) => ({ number, name, shape: kernShapes[number - 1]! })),
    wijken: wijken.map(({ number, name }) => ({ number, name, shape: wijkShapes[number - 1]! })),
    stadsdelen: stadsdelen.map(({ number, name, namePublished }) => ({ number, name, namePublished, shape: stadsdeelShapes[number - 1]! })),
    streets,
    barriers,
    crossings: crossingsOf(borders),
    green,
    ponds,
    canals: barriers.filter(({ kind }) => kind === 'kanaal').map(({ line }) => bank(line, 27)),
    facilities: placeFacilities(addresses, partition, parts, streets, green, random),
  };
}

/** Numbers the blocks wijk by wijk, from north to south, and the addresses with them. */
function numberedBlocks(borders: Borders, wijkOfBlock: readonly number[], inhabitants: readonly number[], addresses: readonly Address[]): Pick<Town, 'blocks' | 'addresses'> {
  const top = borders.shapes.map((shape) => Math.max(...shape[0]![0]!.filter((_, i) => i % 2 === 1)));
  const order = borders.shapes.map((_, block) => block).sort((a, b) => wijkOfBlock[a]! - wijkOfBlock[b]! || top[b]! - top[a]! || a - b);
  const place = new Map(order.map((block, index) => [block, index]));
  const seen = new Map<number, number>();
  const blocks = order.map((block, index) => {
    const wijk = wijkOfBlock[block]!;
    const inWijk = (seen.get(wijk) ?? 0) + 1;
    seen.set(wijk, inWijk);
    return { id: `B${String(index + 1).padStart(3, '0')}`, name: `${wijken[wijk - 1]!.name} ${inWijk}`, shape: borders.shapes[block]!, inhabitants: inhabitants[block]! };
  });
  return { blocks, addresses: addresses.map((address) => ({ ...address, block: place.get(address.block)! })) };
}

/** The barriers, joined from the very borders of the blocks beside them. */
function barrierLines(borders: Borders): Town['barriers'] {
  return designLines.flatMap(({ name, kind }, line) => {
    if (!isBarrier(kind)) return [];
    return chained(borders.arcs.filter((arc) => arc.line === line)).map((points) => ({ name: `${name} (fictief)`, kind, line: points }));
  });
}

function chained(arcs: readonly Arc[]): Float64Array[] {
  const left = new Set(arcs);
  const chains: Float64Array[] = [];
  for (const first of arcs) {
    if (!left.delete(first)) continue;
    let chain = [...first.points];
    for (let grown = true; grown; ) {
      grown = false;
      for (const { points, arc } of [...left].flatMap((arc) => [{ points: [...arc.points], arc }, { points: [...backwards(arc.points)], arc }])) {
        if (!left.has(arc)) continue;
        const last = points.length - 2;
        if (points[0] === chain[chain.length - 2] && points[1] === chain[chain.length - 1]) chain = [...chain, ...points.slice(2)];
        else if (points[last] === chain[0] && points[last + 1] === chain[1]) chain = [...points, ...chain.slice(2)];
        else continue;
        left.delete(arc);
        grown = true;
      }
    }
    chains.push(Float64Array.from(chain));
  }
  return chains;
}

/** Where a road and a barrier share a corner, the road goes over or under it. */
function crossingsOf(borders: Borders): Town['crossings'] {
  const barrierAt = new Map<string, number>();
  for (const { points, line } of borders.arcs) {
    if (line < 0 || !isBarrier(designLines[line]!.kind)) continue;
    for (let i = 0; i < points.length; i += 2) barrierAt.set(`${points[i]!} ${points[i + 1]!}`, line);
  }
  const crossings = new Map<string, Town['crossings'][number]>();
  for (const { points, line } of borders.arcs) {
    if (line < 0 || isBarrier(designLines[line]!.kind)) continue;
    for (let i = 0; i < points.length; i += 2) {
      const key = `${points[i]!} ${points[i + 1]!}`;
      const barrier = barrierAt.get(key);
      if (barrier === undefined) continue;
      const way = designLines[barrier]!.kind === 'spoorweg' ? 'Overweg' : 'Brug';
      crossings.set(key, { name: `${way} ${designLines[line]!.name} (fictief)`, x: points[i]!, y: points[i + 1]! });
    }
  }
  return [...crossings.values()];
}

/** A band of water around a line. */
function bank(line: Float64Array, halfWidthMetres: number): MultiPolygon {
  const side = (sign: number): number[][] => Array.from({ length: line.length / 2 }, (_, i) => {
    const before = Math.max(0, 2 * i - 2);
    const after = Math.min(line.length - 2, 2 * i + 2);
    const [dx, dy] = [line[after]! - line[before]!, line[after + 1]! - line[before + 1]!];
    const length = Math.hypot(dx, dy);
    return [line[2 * i]! - (sign * halfWidthMetres * dy) / length, line[2 * i + 1]! + (sign * halfWidthMetres * dx) / length];
  });
  const ring = [...side(-1), ...side(1).reverse()];
  return [[Float64Array.from([...ring, ring[0]!].flat())]];
}
