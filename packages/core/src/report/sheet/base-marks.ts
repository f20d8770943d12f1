import type { BarrierKind, Municipality, StreetClass } from '../../model/index.ts';
import { boxPath, type Box, type Mark, type PathMark } from './drawing.ts';
import type { PageProjection } from './page-projection.ts';
import { linePath, shapePath } from './path-data.ts';
import { mapColours } from '../map-colours.ts';

/** Buildings are drawn where one of ten metres is at least a third of a millimetre wide; smaller they are only noise. */
const buildingsFromMmPerMetre = 1 / 30;
/** Paths likewise: below this scale they fill the map. */
const pathsFromMmPerMetre = 1 / 20;

const streetWidthsMm: Readonly<Record<StreetClass, number>> = { autosnelweg: 0.75, hoofdweg: 0.5, straat: 0.22, pad: 0.14 };
const streetColours: Readonly<Record<StreetClass, string>> = {
  autosnelweg: mapColours.motorway, hoofdweg: mapColours.mainRoad, straat: mapColours.street, pad: mapColours.street,
};
/** Drawn in this order, so that the greater road lies on top. */
const streetOrder: readonly StreetClass[] = ['pad', 'straat', 'hoofdweg', 'autosnelweg'];

/** The quiet grey ground under everything, from the dataset's own streets, water, green and buildings. O(vertices). */
export function baseMarks(municipality: Municipality, projection: PageProjection, frame: Box, enlargement: number): readonly Mark[] {
  const key = [projection.denominator, ...projection.centre, frame.xMm, frame.yMm, frame.widthMm, frame.heightMm, enlargement].join(' ');
  const known = drawnBefore.get(municipality);
  if (known?.key === key) return known.marks;
  const marks = drawBase(municipality, projection, frame, enlargement);
  drawnBefore.set(municipality, { key, marks });
  return marks;
}

/** The maps of a report mostly lie on the same ground at the same scale. */
const drawnBefore = new WeakMap<Municipality, { readonly key: string; readonly marks: readonly Mark[] }>();

function drawBase({ boundary, basemap }: Municipality, projection: PageProjection, frame: Box, enlargement: number): readonly Mark[] {
  const { mmPerMetre } = projection;
  const surface = (shapes: Municipality['basemap']['green'], fill: string): PathMark => ({ kind: 'path', d: shapes.map((shape) => shapePath(shape, projection)).join(''), fill });
  const streetsOf = (of: StreetClass): readonly PathMark[] => {
    if (of === 'pad' && mmPerMetre < pathsFromMmPerMetre) return [];
    const d = basemap.streets.filter((street) => street.class === of).map(({ line }) => linePath(line, projection)).join('');
    return [{ kind: 'path', d, stroke: { colour: streetColours[of], widthMm: streetWidthsMm[of] * enlargement, cap: 'round' } }];
  };
  const marks: readonly PathMark[] = [
    { kind: 'path', d: boxPath(frame), fill: mapColours.outside },
    { kind: 'path', d: shapePath(boundary, projection), fill: mapColours.ground },
    surface(basemap.green, mapColours.green),
    surface(basemap.water, mapColours.water),
    ...(mmPerMetre >= buildingsFromMmPerMetre ? [surface(basemap.buildings, mapColours.building)] : []),
    ...streetOrder.flatMap(streetsOf),
  ];
  return marks.filter(({ d }) => d !== '');
}

/** What cuts people off, over the fills; and where they cross it. */
export function barrierMarks({ barriers, crossings }: Municipality, projection: PageProjection, enlargement: number): readonly Mark[] {
  const lines = (kinds: readonly BarrierKind[]): string => barriers.filter(({ kind }) => kinds.includes(kind)).map(({ line }) => linePath(line, projection)).join('');
  const marks: readonly Mark[] = [
    { kind: 'path', d: lines(['kanaal', 'rivier']), stroke: { colour: mapColours.canal, widthMm: 0.9 * enlargement } },
    { kind: 'path', d: lines(['autosnelweg', 'expresweg']), stroke: { colour: mapColours.barrierRoad, widthMm: 0.6 * enlargement } },
    { kind: 'path', d: lines(['spoorweg']), stroke: { colour: mapColours.railway, widthMm: 0.3 * enlargement } },
    { kind: 'path', d: lines(['spoorweg']), stroke: { colour: mapColours.railway, widthMm: 0.9 * enlargement, dashMm: [0.25, 1.75] } },
    ...crossings.map(({ x, y }): Mark => ({ kind: 'path', d: circlePath(projection.x(x), projection.y(y), 0.5 * enlargement), fill: mapColours.paper, stroke: { colour: mapColours.railway, widthMm: 0.2 * enlargement } })),
  ];
  return marks.filter((mark) => mark.kind !== 'path' || mark.d !== '');
}

export const circlePath = (x: number, y: number, radius: number): string => {
  const place = (value: number): string => String(Math.round(value * 100) / 100);
  return `M${place(x - radius)} ${place(y)}a${place(radius)} ${place(radius)} 0 1 0 ${place(2 * radius)} 0a${place(radius)} ${place(radius)} 0 1 0 ${place(-2 * radius)} 0Z`;
};
