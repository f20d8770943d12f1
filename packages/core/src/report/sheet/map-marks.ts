import { categories, categoryIds, type CategoryId, type Facility, type Municipality } from '../../model/index.ts';
import type { MultiPolygon } from '../../geo/shapes.ts';
import { paintedArea, type AreaPaint } from './area-marks.ts';
import { barrierMarks, baseMarks, circlePath } from './base-marks.ts';
import { boxPath, mm, type Box, type Mark, type MeasureText } from './drawing.ts';
import { facilityDot, facilityMark, type IconOf } from './facility-signs.ts';
import { spotsInside } from './label-spots.ts';
import { boxOnPage, type PageProjection } from './page-projection.ts';
import { shapePath } from './path-data.ts';
import { placeLabels, type LabelWish, type PlacedLabel } from './place-labels.ts';
import { mapColours } from '../map-colours.ts';
import { spreadSymbols, type PlacedSymbol } from './spread-symbols.ts';
import { wrapText } from './text-lines.ts';

/** A zone as it stands on the map. */
export interface DrawnZone {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly shape: MultiPolygon;
  readonly paint: AreaPaint;
  /** Not what the map is about: shown, but faded and without its figure. */
  readonly faded: boolean;
}

/** A facility that is drawn: with its sign, moved aside where signs would touch, or as a dot at its very place. `planned` ones are hollow. */
export interface DrawnFacility {
  readonly facility: Facility;
  readonly planned: boolean;
  readonly drawnAs: 'sign' | 'dot';
}

export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

interface MapContent {
  readonly municipality: Municipality;
  readonly zones: readonly DrawnZone[];
  readonly facilities: readonly DrawnFacility[];
  readonly nuclei: readonly NamedPlace[];
}

interface MapPlace {
  readonly projection: PageProjection;
  readonly frame: Box;
  /** What stands over the map: scale and north. */
  readonly furniture: Box;
  readonly enlargement: number;
}

/** The map within its frame: ground, fills, borders, signs, names. */
export function mapMarks(content: MapContent, place: MapPlace, iconOf: IconOf, measure: MeasureText): Mark {
  const { municipality, zones, facilities, nuclei } = content;
  const { projection, frame, furniture, enlargement } = place;
  const paths = zones.map(({ shape }) => shapePath(shape, projection));
  const boundary = shapePath(municipality.boundary, projection);
  const signed = facilities.filter(({ drawnAs }) => drawnAs === 'sign');
  const sizeMm = symbolSizeMm(signed.length) * enlargement;
  const symbols = symbolsOf(signed, projection, frame, furniture, sizeMm);
  const nucleusDots = nuclei.map(({ x, y }) => ({ x: projection.x(x), y: projection.y(y) }));
  const labels = labelsOf(content, place, symbols, sizeMm, measure);
  const outline = (d: string, colour: string, widthMm: number, dashMm?: readonly number[]): Mark =>
    ({ kind: 'path', d, stroke: { colour, widthMm: widthMm * enlargement, ...(dashMm === undefined ? {} : { dashMm }) } });
  const marks: readonly Mark[] = [
    { kind: 'group', name: 'base', marks: baseMarks(municipality, projection, frame, enlargement) },
    { kind: 'group', name: 'areas', marks: zones.flatMap(({ paint, shape }, index) => paintedArea(paths[index]!, paint, boxOnPage(shape, projection, frame))) },
    { kind: 'group', name: 'veil', marks: [{ kind: 'path', d: boxPath(frame) + boundary, fill: mapColours.paper, fillOpacity: 0.45 }, ...zones.flatMap(({ faded }, index): Mark[] => (faded && paths[index] !== '' ? [{ kind: 'path', d: paths[index]!, fill: mapColours.paper, fillOpacity: 0.6 }] : []))] },
    { kind: 'group', name: 'barriers', marks: barrierMarks(municipality, projection, enlargement) },
    { kind: 'group', name: 'borders', marks: [
      ...paths.flatMap((d, index) => (d === '' ? [] : [outline(d, mapColours.outline, zones[index]!.faded ? 0.25 : 0.4)])),
      outline(boundary, mapColours.boundary, 0.8),
      // The zone the map is about: 2 px dark, as on screen.
      ...(zones.some(({ faded }) => faded) ? paths.flatMap((d, index) => (zones[index]!.faded || d === '' ? [] : [outline(d, mapColours.boundary, 0.8)])) : []),
    ] },
    { kind: 'group', name: 'kernen', marks: nucleusDots.map(({ x, y }): Mark => ({ kind: 'path', d: circlePath(x, y, 0.75 * enlargement), fill: mapColours.label, stroke: { colour: mapColours.halo, widthMm: 0.3 } })) },
    { kind: 'group', name: 'facilities', marks: [...dotMarks(facilities, projection, enlargement), ...symbolMarks(symbols, signed, sizeMm, iconOf)] },
    { kind: 'group', name: 'labels', marks: labels },
  ];
  return { kind: 'group', name: 'map', clip: boxPath(frame), marks };
}

/** Signs shrink as there are more of them. */
const symbolSizeMm = (count: number): number => (count <= 40 ? 4.4 : 3.8);

/** Large enough to tell a square from a circle. */
const facilityDotMm = 1.5;

function dotMarks(facilities: readonly DrawnFacility[], projection: PageProjection, enlargement: number): readonly Mark[] {
  const [west, south, east, north] = projection.shown;
  return facilities
    .filter(({ drawnAs, facility: { x, y } }) => drawnAs === 'dot' && x >= west && x <= east && y >= south && y <= north)
    .toSorted((a, b) => orderOf.get(b.facility.category)! - orderOf.get(a.facility.category)!)
    .map(({ facility: { category, x, y }, planned }) => facilityDot(category, planned, projection.x(x), projection.y(y), facilityDotMm * enlargement));
}

const orderOf = new Map<CategoryId, number>(categoryIds.map((id, place) => [id, place]));

function symbolsOf(facilities: readonly DrawnFacility[], projection: PageProjection, frame: Box, furniture: Box, sizeMm: number): readonly PlacedSymbol[] {
  const [west, south, east, north] = projection.shown;
  return spreadSymbols(
    facilities.filter(({ facility: { x, y } }) => x >= west && x <= east && y >= south && y <= north).map(({ facility: { id, category, x, y }, planned }) => ({
      id, kind: `${category}${planned ? ' planned' : ''}`, xMm: projection.x(x), yMm: projection.y(y), order: orderOf.get(category)!,
    })), sizeMm, frame, furniture);
}

function symbolMarks(symbols: readonly PlacedSymbol[], facilities: readonly DrawnFacility[], sizeMm: number, iconOf: IconOf): readonly Mark[] {
  const drawn = new Map(facilities.map((one) => [one.facility.id, one]));
  const ties = symbols.flatMap(({ xMm, yMm, places }) => places.filter(([x, y]) => Math.hypot(x - xMm, y - yMm) > sizeMm * 0.3).map(([x, y]): readonly Mark[] => [
    { kind: 'path', d: `M${mm(x)} ${mm(y)}L${mm(xMm)} ${mm(yMm)}`, stroke: { colour: mapColours.paper, widthMm: 0.5 } },
    { kind: 'path', d: `M${mm(x)} ${mm(y)}L${mm(xMm)} ${mm(yMm)}`, stroke: { colour: mapColours.outline, widthMm: 0.18 } },
    { kind: 'path', d: circlePath(x, y, 0.3), fill: mapColours.outline },
  ]));
  const signs = symbols.flatMap(({ id, xMm, yMm, places }): readonly Mark[] => {
    const { facility: { category }, planned } = drawn.get(id)!;
    const sign = facilityMark(category, planned, xMm, yMm, sizeMm, iconOf);
    if (places.length === 1) return [sign];
    const [x, y] = [xMm + sizeMm * 0.42, yMm - sizeMm * 0.42];
    return [
      sign,
      { kind: 'path', d: circlePath(x, y, sizeMm * 0.3), fill: mapColours.paper, stroke: { colour: mapColours.outline, widthMm: 0.15 } },
      { kind: 'text', xMm: x, yMm: y + sizeMm * 0.15, text: String(places.length), sizeMm: sizeMm * 0.42, weight: 'bold', anchor: 'middle', colour: mapColours.label },
    ];
  });
  return [...ties.flat(), ...signs];
}

interface LabelText {
  readonly lines: readonly { readonly text: string; readonly bold: boolean }[];
  readonly sizeMm: number;
}

/** Names of zones first, then of kernen, then of facilities; none over a sign or over another name. */
function labelsOf({ zones, nuclei, facilities }: MapContent, { projection, frame, furniture, enlargement }: MapPlace, symbols: readonly PlacedSymbol[], symbolMm: number, measure: MeasureText): readonly Mark[] {
  const texts = new Map<string, LabelText>();
  const wishes: LabelWish[] = [];
  const inside: Box = { xMm: frame.xMm + 1, yMm: frame.yMm + 1, widthMm: frame.widthMm - 2, heightMm: frame.heightMm - 2 };
  const wish = (id: string, text: LabelText, anchor: readonly [number, number], spots: LabelWish['spots'], mayLead: boolean): void => {
    texts.set(id, text);
    wishes.push({ id, ...sizeOf(text, measure), anchor, spots, mayLead });
  };
  const zoneSize = (zones.length <= 12 ? 3.1 : zones.length <= 30 ? 2.7 : 2.2) * enlargement;
  for (const { id, name, note, shape, faded } of zones) {
    const spots = spotsInside(shape, projection, inside);
    const [anchor] = spots;
    if (anchor === undefined) continue;
    const size = faded ? zoneSize * 0.85 : zoneSize;
    const lines = wrapText(name, size, 'bold', 34 * enlargement, 3, measure).map((text) => ({ text, bold: !faded }));
    wish(`zone ${id}`, { sizeMm: size, lines: note === '' || faded ? lines : [...lines, { text: note, bold: false }] }, anchor, spots, !faded);
  }
  const around = (id: string, name: string, x: number, y: number, radius: number, sizeMm: number): void => {
    const text: LabelText = { sizeMm, lines: wrapText(name, sizeMm, 'regular', 26 * enlargement, 2, measure).map((line) => ({ text: line, bold: false })) };
    const { widthMm, heightMm } = sizeOf(text, measure);
    const dx = radius + widthMm / 2;
    const dy = radius + heightMm / 2;
    wish(id, text, [x, y], [[x + dx, y], [x - dx, y], [x, y - dy], [x, y + dy], [x + dx, y - dy], [x + dx, y + dy], [x - dx, y - dy], [x - dx, y + dy]], false);
  };
  for (const { id, name, x, y } of nuclei) around(`kern ${id}`, name, projection.x(x), projection.y(y), 1.1 * enlargement, 2.4 * enlargement);
  const names = new Map(facilities.map(({ facility: { id, name, category } }) => [id, name === '' ? categories[category].nl : name]));
  if (symbols.length <= namedSymbols) {
    for (const { id, xMm, yMm, places } of symbols) if (places.length === 1) around(`voorziening ${id}`, names.get(id)!, xMm, yMm, symbolMm / 2 + 0.3, 2 * enlargement);
  }
  const dots = nuclei.map(({ x, y }): Box => ({ xMm: projection.x(x) - enlargement, yMm: projection.y(y) - enlargement, widthMm: 2 * enlargement, heightMm: 2 * enlargement }));
  const signs = symbols.map(({ xMm, yMm, places }): Box => {
    const rim = places.length > 1 ? 0.25 * symbolMm : 0;
    return { xMm: xMm - symbolMm / 2, yMm: yMm - symbolMm / 2 - rim, widthMm: symbolMm + rim, heightMm: symbolMm + rim };
  });
  return placeLabels(wishes, [furniture, ...signs, ...dots], inside).flatMap((placed) => labelMarks(placed, texts.get(placed.id)!));
}

/** More names than this are no longer read. */
const namedSymbols = 30;
const lineHeight = 1.2;

function sizeOf({ lines, sizeMm }: LabelText, measure: MeasureText): { readonly widthMm: number; readonly heightMm: number } {
  return {
    widthMm: Math.max(...lines.map(({ text, bold }) => measure(text, sizeMm, bold ? 'bold' : 'regular'))) + 1,
    heightMm: lines.length * sizeMm * lineHeight + 0.6,
  };
}

function labelMarks({ box, leader }: PlacedLabel, { lines, sizeMm }: LabelText): readonly Mark[] {
  const middle = box.xMm + box.widthMm / 2;
  const led: readonly Mark[] = leader === null ? [] : [
    { kind: 'path', d: `M${mm(leader[0])} ${mm(leader[1])}L${mm(leader[2])} ${mm(leader[3])}`, stroke: { colour: mapColours.paper, widthMm: 0.7 } },
    { kind: 'path', d: `M${mm(leader[0])} ${mm(leader[1])}L${mm(leader[2])} ${mm(leader[3])}`, stroke: { colour: mapColours.outline, widthMm: 0.22 } },
    { kind: 'path', d: circlePath(leader[2], leader[3], 0.45), fill: mapColours.outline },
  ];
  return [...led, ...lines.map(({ text, bold }, index): Mark => ({
    kind: 'text', xMm: middle, yMm: box.yMm + 0.3 + (index + 0.86) * sizeMm * lineHeight, text, sizeMm, weight: bold ? 'bold' : 'regular', anchor: 'middle',
    colour: mapColours.label, halo: { colour: mapColours.halo, widthMm: sizeMm * 0.28 },
  }))];
}
