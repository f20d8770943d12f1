import type { Language } from '../../model/index.ts';

/**
 * A drawing on paper as plain values: millimetres from the upper left corner, painted in order. Every way out (SVG, PDF,
 * PNG) draws the same marks, so that no two outputs can differ in what they show.
 */
export interface Drawing {
  readonly widthMm: number;
  readonly heightMm: number;
  /** What it shows, for the document's title and for those who cannot see it. */
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  readonly marks: readonly Mark[];
}

export type Mark = PathMark | TextMark | ImageMark | GroupMark;

export interface Stroke {
  readonly colour: string;
  readonly widthMm: number;
  readonly opacity?: number;
  readonly dashMm?: readonly number[];
  readonly cap?: 'butt' | 'round';
}

/** Lines and surfaces, as SVG path data; surfaces are filled by the even-odd rule, so that holes stay open. */
export interface PathMark {
  readonly kind: 'path';
  readonly d: string;
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly stroke?: Stroke;
}

export type Weight = 'regular' | 'bold';

/** One line of text; `yMm` is its baseline. */
export interface TextMark {
  readonly kind: 'text';
  readonly xMm: number;
  readonly yMm: number;
  readonly text: string;
  readonly sizeMm: number;
  readonly weight: Weight;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly colour: string;
  /** A rim in another colour, so that it can be read on any ground. */
  readonly halo?: { readonly colour: string; readonly widthMm: number };
}

/** A picture from elsewhere, as a data address (PNG or JPEG) so that the drawing needs nothing beside it. */
export interface ImageMark extends Box {
  readonly kind: 'image';
  readonly href: string;
}

/** Marks that belong together, cut off outside `clip` (path data on the page) and set at another place and size. */
export interface GroupMark {
  readonly kind: 'group';
  readonly name: string;
  readonly clip?: string;
  readonly at?: { readonly xMm: number; readonly yMm: number; readonly scale: number };
  readonly marks: readonly Mark[];
}

/** How wide a line of text comes out in the type it will be set in, in millimetres. Core has no fonts: whoever draws hands this in. */
export type MeasureText = (text: string, sizeMm: number, weight: Weight) => number;

/** An upright box on the page, in millimetres. */
export interface Box {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

export const boxPath = ({ xMm, yMm, widthMm, heightMm }: Box): string => `M${mm(xMm)} ${mm(yMm)}h${mm(widthMm)}v${mm(heightMm)}h${mm(-widthMm)}Z`;

export const overlaps = (a: Box, b: Box): boolean =>
  a.xMm < b.xMm + b.widthMm && b.xMm < a.xMm + a.widthMm && a.yMm < b.yMm + b.heightMm && b.yMm < a.yMm + a.heightMm;

export const holds = (outer: Box, inner: Box): boolean =>
  inner.xMm >= outer.xMm && inner.yMm >= outer.yMm &&
  inner.xMm + inner.widthMm <= outer.xMm + outer.widthMm && inner.yMm + inner.heightMm <= outer.yMm + outer.heightMm;

/** A hundredth of a millimetre is finer than 300 dots an inch can show (0,085 mm a dot). */
export const mm = (value: number): string => String(Math.round(value * 100) / 100 + 0);
