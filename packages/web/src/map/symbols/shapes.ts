import type { CategoryGroup } from '@woonzorgzones/core/model';

/** The shape that tells the group apart without colour: square care, diamond housing, circle daily services. */
type SymbolShape = 'square' | 'diamond' | 'circle';

export const shapeOfGroup: Readonly<Record<CategoryGroup, SymbolShape>> = {
  zorg: 'square',
  eerstelijn: 'square',
  welzijn: 'square',
  wonen: 'diamond',
  dagelijks: 'circle',
  'groen-ov': 'circle',
  jeugd: 'circle',
};

/** The side of the square every symbol is drawn in, in CSS pixels on the map at its full size. */
export const symbolSize = 28;

/** Outlines within that square, as SVG path data; and the side of the square in its middle that the glyph fills. */
export const shapes: Readonly<Record<SymbolShape, { readonly d: string; readonly fill: string; readonly glyphSide: number }>> = {
  square: { d: 'M7 4H21A3 3 0 0 1 24 7V21A3 3 0 0 1 21 24H7A3 3 0 0 1 4 21V7A3 3 0 0 1 7 4Z', fill: '#6d1f47', glyphSide: 15 },
  diamond: { d: 'M14 1.5 26.5 14 14 26.5 1.5 14Z', fill: '#5d3a00', glyphSide: 12 },
  circle: { d: 'M14 3.5A10.5 10.5 0 1 1 14 24.5A10.5 10.5 0 1 1 14 3.5Z', fill: '#33424d', glyphSide: 13.05 },
};

/** Letters stand in the middle; three of them must be smaller to fit. */
export const letterSize = (letters: string): number => (letters.length > 2 ? 7.5 : 9.5);
