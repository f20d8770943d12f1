import type { Line, MultiPolygon } from '@woonzorgzones/core/geo';
import type { Basemap, StreetClass } from '@woonzorgzones/core/model';
import type { Placed } from '../read/place.ts';
import type { ReadRecord } from '../read/read-file.ts';
import { byText } from './ids.ts';

const classes: readonly string[] = ['autosnelweg', 'hoofdweg', 'straat', 'pad'] satisfies readonly StreetClass[];
const isStreetClass = (text: string): text is StreetClass => classes.includes(text);

export interface StreetRow {
  readonly name: string;
  readonly class: StreetClass;
}

export const streetRow: ReadRecord<StreetRow> = (row) => {
  const found = row.oneOf('class', isStreetClass);
  return found === null ? null : { name: row.text('name'), class: found };
};

/** Point by point from the first, so that equal geometry in another row order sorts alike. */
function byPoints(a: Float64Array, b: Float64Array): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

const firstRing = (shape: MultiPolygon) => shape[0]![0]!;

/** What the quiet base map is drawn from, in an order that does not depend on that of the rows. */
export function sortBasemap(
  streets: readonly Placed<StreetRow, readonly Line[]>[], water: readonly Placed<unknown, MultiPolygon>[], green: readonly Placed<unknown, MultiPolygon>[],
): Basemap {
  const shapes = (rows: readonly Placed<unknown, MultiPolygon>[]) =>
    rows.map(({ geometry }) => geometry).sort((a, b) => byPoints(firstRing(a), firstRing(b)));
  return {
    streets: streets
      .flatMap(({ record, geometry }) => geometry.map((line) => ({ ...record, line })))
      .sort((a, b) => byText(a.name, b.name) || byText(a.class, b.class) || byPoints(a.line, b.line)),
    water: shapes(water),
    green: shapes(green),
    buildings: [],
  };
}
