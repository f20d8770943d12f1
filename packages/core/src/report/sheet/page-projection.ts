import { boundsOf } from '../../geo/polygon.ts';
import type { Bounds, MultiPolygon } from '../../geo/shapes.ts';
import type { Box } from './drawing.ts';

/**
 * From Lambert 2008 metres to millimetres on the page, upright and at one scale everywhere: what is measured on paper with
 * a ruler is the distance on the map plane.
 */
export interface PageProjection {
  /** 50 000 for 1 : 50 000. */
  readonly denominator: number;
  readonly mmPerMetre: number;
  /** The middle of the frame, in Lambert 2008 metres. */
  readonly centre: readonly [x: number, y: number];
  /** What the frame shows, in Lambert 2008 metres. */
  readonly shown: Bounds;
  readonly x: (x: number) => number;
  readonly y: (y: number) => number;
}

/** Scales people can reckon with. */
const mantissas = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8];

/** The largest of those scales at which `bounds` fit in the frame with `paddingMm` around them. */
export function fittingDenominator([minX, minY, maxX, maxY]: Bounds, frame: Box, paddingMm: number): number {
  const needed = Math.max((maxX - minX) / (frame.widthMm - 2 * paddingMm), (maxY - minY) / (frame.heightMm - 2 * paddingMm), 0.01) * 1000;
  const power = 10 ** Math.floor(Math.log10(needed));
  return mantissas.map((mantissa) => Math.round(mantissa * power)).find((denominator) => denominator >= needed) ?? Math.round(10 * power);
}

/** The projection that puts `centre` in the middle of the frame. */
export function projectTo(frame: Box, denominator: number, centre: readonly [x: number, y: number]): PageProjection {
  const mmPerMetre = 1000 / denominator;
  const middleX = frame.xMm + frame.widthMm / 2;
  const middleY = frame.yMm + frame.heightMm / 2;
  const halfWidth = frame.widthMm / 2 / mmPerMetre;
  const halfHeight = frame.heightMm / 2 / mmPerMetre;
  const [cx, cy] = centre;
  return {
    denominator, mmPerMetre, centre,
    shown: [cx - halfWidth, cy - halfHeight, cx + halfWidth, cy + halfHeight],
    x: (x) => middleX + (x - cx) * mmPerMetre,
    y: (y) => middleY - (y - cy) * mmPerMetre,
  };
}

/** The part of the frame that a shape takes up; of no width where it lies outside. */
export function boxOnPage(shape: MultiPolygon, { x, y }: PageProjection, { xMm, yMm, widthMm, heightMm }: Box): Box {
  const [minX, minY, maxX, maxY] = boundsOf(shape);
  const left = Math.max(x(minX), xMm);
  const top = Math.max(y(maxY), yMm);
  return { xMm: left, yMm: top, widthMm: Math.max(0, Math.min(x(maxX), xMm + widthMm) - left), heightMm: Math.max(0, Math.min(y(minY), yMm + heightMm) - top) };
}
