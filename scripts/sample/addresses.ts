import { containsPoint, distanceToLineMetres, lineLengthMetres } from '../../packages/core/src/geo/index.ts';
import { apportion } from './apportion.ts';
import type { Borders } from './borders.ts';
import { isBarrier, type DesignLine } from './design-lines.ts';
import type { Partition } from './partition.ts';
import type { Part } from './parts.ts';
import { households, kernen } from './published-figures.ts';
import type { Random } from './random.ts';
import type { NamedStretch } from './street-names.ts';

export interface Address {
  readonly street: string;
  readonly number: string;
  /** Lambert 72 metres. */
  readonly x: number;
  readonly y: number;
  readonly block: number;
  readonly dwellings: number;
}

interface Slot {
  readonly x: number;
  readonly y: number;
  readonly street: string;
  readonly order: number;
  readonly alongMetres: number;
  readonly onLeft: boolean;
  /** Houses fill through roads and streets near the kern first where there is more front than houses. */
  readonly remoteness: number;
}

const frontGardenMetres = { hoofdweg: 14, straat: 10, pad: 8, autosnelweg: 0 } as const;
const keepOffMetres = { spoorweg: 22, kanaal: 55, rivier: 25, autosnelweg: 45, expresweg: 35 } as const;
/** A house stands at least this far from a corner. */
const cornerMetres = 10;
/** With more room than this per house, part of the fronts stays empty. */
const widestPlotMetres = { inKern: 34, outside: 70 } as const;
const narrowestPlotMetres = 7;

/** Houses on their own side of the streets of each block, numbered odd on the left and even on the right. */
export function placeAddresses(
  borders: Borders, partition: Partition, parts: readonly Part[], streets: readonly NamedStretch[], lines: readonly DesignLine[], random: Random,
): Address[] {
  const besideBlock: { readonly stretch: NamedStretch; readonly onLeft: boolean }[][] = borders.shapes.map(() => []);
  for (const stretch of streets) {
    if (stretch.class === 'autosnelweg') continue;
    if (stretch.left >= 0) besideBlock[stretch.left]!.push({ stretch, onLeft: true });
    if (stretch.right >= 0) besideBlock[stretch.right]!.push({ stretch, onLeft: false });
  }
  const fences = borders.arcs.flatMap(({ points, line }) => {
    const kind = line < 0 ? null : lines[line]!.kind;
    return kind !== null && isBarrier(kind) ? [{ points, metres: keepOffMetres[kind] }] : [];
  });

  const slotsOf = (block: number, plotMetres: number): Slot[] =>
    besideBlock[block]!
      .filter(({ stretch }) => stretch.class !== 'pad')
      .flatMap(({ stretch, onLeft }) => slotsAlong(stretch, onLeft, plotMetres, random))
      .filter(({ x, y }) => containsPoint(borders.shapes[block]!, x, y) && fences.every(({ points, metres }) => distanceToLineMetres(x, y, points) > metres));

  const room = borders.shapes.map((_, block) => slotsOf(block, narrowestPlotMetres).length);
  const counts = countsWithin(room, partition, parts);
  const chosen: (Slot & { readonly block: number })[] = [];
  for (const [block, count] of counts.entries()) {
    if (count === 0) continue;
    let slots: Slot[] = [];
    const widest = widestPlotMetres[parts[partition.blocks[block]!.part]!.kern === null ? 'outside' : 'inKern'];
    const frontMetres = besideBlock[block]!.reduce((sum, { stretch }) => sum + lineLengthMetres(stretch.points), 0);
    for (let plotMetres = Math.min(widest, frontMetres / count); slots.length < count; plotMetres *= 0.9) slots = slotsOf(block, plotMetres);
    slots.sort((a, b) => a.remoteness - b.remoteness || (a.street < b.street ? -1 : a.street > b.street ? 1 : a.order - b.order || a.alongMetres - b.alongMetres));
    const spread = slots.length < 1.35 * count ? Array.from({ length: count }, (_, i) => slots[Math.floor(((i + 0.5) * slots.length) / count)]!) : slots.slice(0, count);
    for (const slot of spread) chosen.push({ ...slot, block });
  }
  return numbered(chosen, dwellingsPerAddress(chosen, random), random);
}

/** The published addresses of each part over its blocks, by plan; what a block has no street front for goes to the others. */
function countsWithin(room: readonly number[], partition: Partition, parts: readonly Part[]): number[] {
  const counts = room.map(() => 0);
  const most = room.map((slots) => Math.floor(0.9 * slots));
  for (const [part, { addresses }] of parts.entries()) {
    const own = partition.blocks.flatMap((block, index) => (block.part === part ? [index] : []));
    for (let left = addresses; left > 0; left = addresses - own.reduce((sum, block) => sum + counts[block]!, 0)) {
      const open = own.filter((block) => counts[block]! < most[block]!);
      const more = apportion(left, open.map((block) => partition.blocks[block]!.addresses));
      open.forEach((block, index) => { counts[block] = Math.min(most[block]!, counts[block]! + more[index]!); });
    }
  }
  return counts;
}

function slotsAlong(stretch: NamedStretch, onLeft: boolean, plotMetres: number, random: Random): Slot[] {
  const { points } = stretch;
  const total = lineLengthMetres(points);
  const slots: Slot[] = [];
  const depth = frontGardenMetres[stretch.class] + (random() - 0.5) * 3;
  let along = 0;
  let next = cornerMetres + (plotMetres / 2) * (0.6 + 0.8 * random());
  for (let i = 2; i < points.length; i += 2) {
    const [ax, ay, bx, by] = [points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!];
    const metres = Math.hypot(bx - ax, by - ay);
    while (next <= along + metres && next <= total - cornerMetres) {
      const share = (next - along) / metres;
      const side = onLeft ? depth : -depth;
      const x = ax + share * (bx - ax) - (side * (by - ay)) / metres;
      const y = ay + share * (by - ay) + (side * (bx - ax)) / metres;
      const fromKern = Math.min(...kernen.map((kern) => Math.hypot(kern.x - x, kern.y - y)));
      slots.push({ x, y, street: stretch.name, order: stretch.order, alongMetres: next, onLeft, remoteness: Math.round((fromKern + (stretch.class === 'hoofdweg' ? 0 : 250)) / 60) });
      next += plotMetres * (0.92 + 0.16 * random());
    }
    along += metres;
  }
  return slots;
}

/** Flats stand in the middle of the larger kernen; together they make up the published number of households. */
function dwellingsPerAddress(slots: readonly Slot[], random: Random): number[] {
  const dwellings = slots.map(() => 1);
  const chance = slots.map(({ x, y }) => kernen.reduce((sum, kern) => {
    const reach = 0.55 * Math.sqrt((kern.hectares * 10_000) / Math.PI);
    const weight = kern.name === 'Genk' ? 0.16 : kern.name === 'Kolderbos' || kern.name === 'Nieuw-Sledderlo' ? 0.05 : 0.02;
    return sum + weight * Math.exp(-(((kern.x - x) ** 2 + (kern.y - y) ** 2) / reach ** 2));
  }, 0));
  const flats = slots.flatMap((_, index) => (random() < chance[index]! ? [index] : []));
  const extra = apportion(households - slots.length, flats.map(() => 0.25 + 2 * random() ** 2));
  flats.forEach((slot, index) => { dwellings[slot]! += extra[index]!; });
  return dwellings;
}

function numbered(slots: readonly (Slot & { readonly block: number })[], dwellings: readonly number[], random: Random): Address[] {
  const inStreetOrder = slots
    .map((slot, index) => ({ ...slot, dwellings: dwellings[index]! }))
    .sort((a, b) => (a.street < b.street ? -1 : a.street > b.street ? 1 : a.order - b.order || a.alongMetres - b.alongMetres || Number(b.onLeft) - Number(a.onLeft)));
  const last = new Map<string, number>();
  return inStreetOrder.map(({ street, onLeft, x, y, block, dwellings: count }) => {
    const side = `${street} ${onLeft ? 'odd' : 'even'}`;
    const number = (last.get(side) ?? (onLeft ? -1 : 0)) + (random() < 0.06 ? 4 : 2);
    last.set(side, number);
    return { street, number: String(number), x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, block, dwellings: count };
  });
}
