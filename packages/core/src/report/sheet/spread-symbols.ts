import { overlaps, type Box } from './drawing.ts';

/** A sign at a place on the page; `order` says who keeps its spot (lowest first). */
export interface SymbolWish {
  readonly id: string;
  readonly kind: string;
  readonly xMm: number;
  readonly yMm: number;
  readonly order: number;
}

/** A sign as it is drawn: moved aside where it would touch another, and standing for `count` of its kind where there was no room. */
export interface PlacedSymbol {
  readonly id: string;
  readonly kind: string;
  readonly xMm: number;
  readonly yMm: number;
  /** Where the facilities themselves are: one place per facility it stands for. */
  readonly places: readonly (readonly [xMm: number, yMm: number])[];
}

const ringSteps = [0, 0.55, 1.1, 1.65, 2.2];
const directions = 12;
/** Further than this many times its size a sign does not look for another of its kind to join. */
const joinReach = 5;

/**
 * Signs of `sizeMm` within the frame, so that none touches another or the scale bar: each takes the free spot nearest to its place, and where there is none within
 * reach it is counted with the nearest of its kind. One that finds neither still gets its own place, so that none is lost; only
 * then do two touch. Independent of the order given: lowest `order` first, ties by id. O(signs²).
 */
export function spreadSymbols(wishes: readonly SymbolWish[], sizeMm: number, frame: Box, furniture: Box): readonly PlacedSymbol[] {
  const placed: { id: string; kind: string; xMm: number; yMm: number; places: (readonly [number, number])[] }[] = [];
  const half = sizeMm / 2;
  const isFree = (x: number, y: number): boolean =>
    x - half >= frame.xMm && x + half <= frame.xMm + frame.widthMm && y - half >= frame.yMm && y + half <= frame.yMm + frame.heightMm &&
    !overlaps({ xMm: x - half, yMm: y - half, widthMm: sizeMm, heightMm: sizeMm }, furniture) &&
    placed.every((other) => Math.abs(other.xMm - x) >= sizeMm || Math.abs(other.yMm - y) >= sizeMm);
  for (const { id, kind, xMm, yMm } of wishes.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))) {
    const spot = spotsAround(xMm, yMm, sizeMm).find(([x, y]) => isFree(x, y));
    if (spot !== undefined) {
      placed.push({ id, kind, xMm: spot[0], yMm: spot[1], places: [[xMm, yMm]] });
      continue;
    }
    const kin = placed.filter((other) => other.kind === kind)
      .map((other) => ({ other, away: Math.hypot(other.xMm - xMm, other.yMm - yMm) }))
      .sort((a, b) => a.away - b.away || (a.other.id < b.other.id ? -1 : 1))[0];
    if (kin !== undefined && kin.away <= joinReach * sizeMm) kin.other.places.push([xMm, yMm]);
    else placed.push({ id, kind, xMm, yMm, places: [[xMm, yMm]] });
  }
  return placed;
}

const spotsAround = (x: number, y: number, sizeMm: number): readonly (readonly [number, number])[] =>
  ringSteps.flatMap((step) => (step === 0 ? [[x, y] as const] : Array.from({ length: directions }, (_, i) => {
    const angle = (i * 2 * Math.PI) / directions;
    return [x + Math.cos(angle) * step * sizeMm, y - Math.sin(angle) * step * sizeMm] as const;
  })));
