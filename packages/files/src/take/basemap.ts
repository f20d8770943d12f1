import type { Line, MultiPolygon } from '@woonzorgzones/core/geo';
import type { BarrierKind, Basemap, StreetClass } from '@woonzorgzones/core/model';
import { Access, type RoadClass } from '@woonzorgzones/core/network';
import type { Placed } from '../read/place.ts';
import type { ReadRecord } from '../read/read-file.ts';
import { readYesOrNo } from '../read/value.ts';
import { byText } from './ids.ts';
import { readRoadCodes } from './wegenregister.ts';

const classes: readonly string[] = ['autosnelweg', 'hoofdweg', 'straat', 'pad'] satisfies readonly StreetClass[];
const isStreetClass = (text: string): text is StreetClass => classes.includes(text);

/** A street between two nodes, and who may use it. */
export interface StreetSegment {
  readonly from: string;
  readonly to: string;
  readonly roadClass: RoadClass;
  readonly access: number;
}

export interface StreetRow {
  readonly name: string;
  readonly class: StreetClass;
  /** Null where the file does not say where streets meet: then it is drawn only. */
  readonly segment: StreetSegment | null;
  readonly barrier: BarrierKind | null;
}

/** What a drawn class stands for where a file says no more. */
const roadOfClass: Readonly<Record<StreetClass, RoadClass>> = { autosnelweg: 'motorway', hoofdweg: 'secondary', straat: 'residential', pad: 'path' };

const allowed = (said: boolean | null, usual: number, bits: number): number => (said === null ? usual & bits : said ? bits : 0);

/** A street; with its nodes where the file has them, which each row must then give. */
export const streetRow = (hasNodes: boolean): ReadRecord<StreetRow> => (row) => {
  const found = row.oneOf('class', isStreetClass);
  if (found === null) return null;
  const drawn = { name: row.text('name'), class: found };
  if (!hasNodes) return { ...drawn, segment: null, barrier: null };
  const from = row.required('from'), to = row.required('to');
  if (from === null || to === null) return null;
  const morphology = row.text('morphology');
  const meaning = morphology === ''
    ? { roadClass: roadOfClass[found], access: accessOfClass[found], barrier: null }
    : readRoadCodes({ morphology, category: row.text('roadCategory'), access: row.text('access') });
  const access =
    allowed(row.optional('foot', readYesOrNo), meaning.access, Access.footForward | Access.footBackward) |
    allowed(row.optional('bike', readYesOrNo), meaning.access, Access.bikeForward | Access.bikeBackward) |
    allowed(row.optional('car', readYesOrNo), meaning.access, Access.carForward | Access.carBackward);
  return { ...drawn, segment: { from, to, roadClass: meaning.roadClass, access }, barrier: meaning.barrier };
};

const everybody = Object.values(Access).reduce((bits, bit) => bits | bit, 0);
const cars = Access.carForward | Access.carBackward;
const accessOfClass: Readonly<Record<StreetClass, number>> = { autosnelweg: cars, hoofdweg: everybody, straat: everybody, pad: everybody & ~cars };

/** A line as the map draws it. */
export interface DrawnStreet {
  readonly name: string;
  readonly class: StreetClass;
  readonly line: Line;
}

/** Point by point from the first, so that equal geometry in another row order sorts alike. */
export function byPoints(a: Float64Array, b: Float64Array): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

const firstRing = (shape: MultiPolygon) => shape[0]![0]!;
const sorted = (shapes: readonly MultiPolygon[]) => [...shapes].sort((a, b) => byPoints(firstRing(a), firstRing(b)));

export const drawnStreets = (rows: readonly Placed<StreetRow, readonly Line[]>[]): readonly DrawnStreet[] =>
  rows.flatMap(({ record, geometry }) => geometry.map((line) => ({ name: record.name, class: record.class, line })));

/** What the quiet base map is drawn from, in an order that does not depend on that of the rows. */
export const sortBasemap = ({ streets, water, green, buildings }: Basemap): Basemap => ({
  streets: [...streets].sort((a, b) => byText(a.name, b.name) || byText(a.class, b.class) || byPoints(a.line, b.line)),
  water: sorted(water), green: sorted(green), buildings: sorted(buildings),
});
