import { categories, type CategoryGroup, type CategoryId } from '../../model/index.ts';
import type { Mark } from './drawing.ts';
import { mapColours } from '../map-colours.ts';

/** What stands inside a facility's shape: an icon of Maki or Temaki (both CC0), or letters where neither has a sign. */
export type FacilitySign = { readonly set: 'maki' | 'temaki'; readonly icon: string } | { readonly letters: string };

export const facilitySigns: Readonly<Record<CategoryId, FacilitySign>> = {
  wzc: { set: 'temaki', icon: 'social_facility' },
  kortverblijf: { letters: 'KV' },
  dagverzorging: { letters: 'DV' },
  gezinszorg: { letters: 'TZ' },
  ziekenhuis: { set: 'maki', icon: 'hospital' },
  gaw: { set: 'maki', icon: 'residential-community' },
  seniorenwoning: { set: 'maki', icon: 'home' },
  ldc: { letters: 'LDC' },
  'sociale-dienst': { letters: 'SD' },
  buurthuis: { letters: 'BH' },
  zorgloket: { set: 'maki', icon: 'information' },
  huisarts: { set: 'maki', icon: 'doctor' },
  tandarts: { set: 'maki', icon: 'dentist' },
  apotheek: { set: 'maki', icon: 'pharmacy' },
  kinesist: { set: 'temaki', icon: 'physiotherapist' },
  eerstelijnspsycholoog: { letters: 'PS' },
  wijkgezondheidscentrum: { set: 'maki', icon: 'heart' },
  huisartsenwachtpost: { set: 'maki', icon: 'emergency-phone' },
  winkel: { set: 'maki', icon: 'grocery' },
  horeca: { set: 'maki', icon: 'restaurant' },
  bank: { set: 'maki', icon: 'bank' },
  post: { set: 'maki', icon: 'post' },
  bibliotheek: { set: 'maki', icon: 'library' },
  park: { set: 'maki', icon: 'park' },
  zitbank: { set: 'temaki', icon: 'bench' },
  halte: { set: 'maki', icon: 'bus' },
  kinderopvang: { set: 'maki', icon: 'playground' },
  school: { set: 'maki', icon: 'school' },
};

/** An icon as SVG path data on a square grid: 15 in Maki, 15 or 50 in Temaki. */
export interface Icon {
  readonly d: string;
  readonly gridSide: number;
}

/** Core reads no files: whoever draws hands the icons in. */
export type IconOf = (set: 'maki' | 'temaki', icon: string) => Icon;

/** The side of the square in which the shapes below are drawn. */
export const shapeSide = 28;

/** The shape that tells the group apart without colour: square care, diamond housing, circle daily services; `signSide` is the square in its middle that the sign fills. */
export const groupShapes = {
  square: { d: 'M7 4H21A3 3 0 0 1 24 7V21A3 3 0 0 1 21 24H7A3 3 0 0 1 4 21V7A3 3 0 0 1 7 4Z', fill: '#6d1f47', signSide: 15 },
  diamond: { d: 'M14 1.5L26.5 14L14 26.5L1.5 14Z', fill: '#5d3a00', signSide: 12 },
  circle: { d: 'M14 3.5A10.5 10.5 0 1 1 14 24.5A10.5 10.5 0 1 1 14 3.5Z', fill: '#33424d', signSide: 13.05 },
} as const;

/** Letters stand in the middle; three of them must be smaller to fit. */
export const letterSize = (letters: string): number => (letters.length > 2 ? 7.5 : 9.5);

export const shapeOfGroup: Readonly<Record<CategoryGroup, keyof typeof groupShapes>> = {
  zorg: 'square', eerstelijn: 'square', welzijn: 'square', wonen: 'diamond', dagelijks: 'circle', 'groen-ov': 'circle', jeugd: 'circle',
};

/**
 * The sign of a kind of facility in a square of `sizeMm`, its middle at this place: shape by group, filled where it exists and
 * hollow where it is planned.
 */
export function facilityMark(category: CategoryId, planned: boolean, xMm: number, yMm: number, sizeMm: number, iconOf: IconOf): Mark {
  const { d, fill, signSide } = groupShapes[shapeOfGroup[categories[category].group]];
  const sign = facilitySigns[category];
  const ink = planned ? fill : mapColours.paper;
  const middle = shapeSide / 2;
  const inner: Mark = 'letters' in sign
    ? { kind: 'text', xMm: middle, yMm: middle + letterSize(sign.letters) * 0.36, text: sign.letters, sizeMm: letterSize(sign.letters), weight: 'bold', anchor: 'middle', colour: ink }
    : iconMark(iconOf(sign.set, sign.icon), middle, signSide, ink);
  const scale = sizeMm / shapeSide;
  return {
    kind: 'group', name: 'facility', at: { xMm: xMm - sizeMm / 2, yMm: yMm - sizeMm / 2, scale },
    marks: [
      { kind: 'path', d, fill: planned ? mapColours.paper : fill, stroke: { colour: mapColours.paper, widthMm: 3 } },
      { kind: 'path', d, fill: planned ? mapColours.paper : fill, ...(planned ? { stroke: { colour: fill, widthMm: 1.6 } } : {}) },
      inner,
    ],
  };
}

const iconMark = ({ d, gridSide }: Icon, middle: number, side: number, fill: string): Mark =>
  ({ kind: 'group', name: 'sign', at: { xMm: middle - side / 2, yMm: middle - side / 2, scale: side / gridSide }, marks: [{ kind: 'path', d, fill }] });

/** A kind of facility without its sign, small and at its very place: the group's shape in the group's colour. */
export function facilityDot(category: CategoryId, planned: boolean, xMm: number, yMm: number, sizeMm: number): Mark {
  const { d, fill } = groupShapes[shapeOfGroup[categories[category].group]];
  return {
    kind: 'group', name: 'facility', at: { xMm: xMm - sizeMm / 2, yMm: yMm - sizeMm / 2, scale: sizeMm / shapeSide },
    marks: [{ kind: 'path', d, fill: planned ? mapColours.paper : fill, stroke: { colour: planned ? fill : mapColours.paper, widthMm: 3 } }],
  };
}
