import type { Crs } from '@woonzorgzones/core/geo';

/**
 * One element of well-known text, `KEYWORD["name", 1.5, CHILD[…]]`: the text of a .prj, of a GeoPackage, WKT1 of OGC and of
 * ESRI, and WKT2 (ISO 19162).
 */
interface Element {
  readonly keyword: string;
  readonly values: readonly (string | number)[];
  readonly children: readonly Element[];
}

/** A .prj is some hundreds of characters; beyond this it is something else. */
const longest = 20_000;
const deepest = 20;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The element that begins here; null when this is no well-known text. */
  element(depth = 0): Element | null {
    const keyword = this.#match(/\s*([A-Za-z][A-Za-z0-9_]*)\s*[[(]/y);
    if (keyword === null || depth > deepest) return null;
    const values: (string | number)[] = [];
    const children: Element[] = [];
    for (;;) {
      const text = this.#match(/\s*"((?:[^"]|"")*)"/y);
      const number = text === null ? this.#match(/\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/y) : null;
      if (text !== null) values.push(text);
      else if (number !== null) values.push(Number(number));
      else {
        const child = this.#isElementNext() ? this.element(depth + 1) : null;
        if (child !== null) children.push(child);
        // A bare word, such as the direction of an axis.
        else if (this.#match(/\s*([A-Za-z][A-Za-z0-9_]*)(?=\s*[,\])])/y) === null) return null;
      }
      const sign = this.#match(/\s*([,\])])/y);
      if (sign === null) return null;
      if (sign !== ',') return { keyword: keyword.toUpperCase(), values, children };
    }
  }

  #isElementNext(): boolean {
    const pattern = /\s*[A-Za-z][A-Za-z0-9_]*\s*[[(]/y;
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return null;
    this.#at = pattern.lastIndex;
    return match[1] ?? '';
  }
}

function* within(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* within(child);
}

const plainName = (value: unknown) => String(value).toLowerCase().replace(/[^a-z0-9]/g, '');

/** The EPSG codes that are, within a metre, one of the four systems: ETRS89, the height variants, older names. */
const codes: Readonly<Record<number, Crs>> = {
  3812: 'EPSG:3812', 8370: 'EPSG:3812',
  31370: 'EPSG:31370', 31300: 'EPSG:31370', 6190: 'EPSG:31370',
  4326: 'EPSG:4326', 4979: 'EPSG:4326', 4258: 'EPSG:4326', 4937: 'EPSG:4326',
  3857: 'EPSG:3857', 3785: 'EPSG:3857', 900913: 'EPSG:3857', 102100: 'EPSG:3857', 102113: 'EPSG:3857',
};

/** The system of an EPSG code; null when it is none of the four. */
export const systemOfCode = (code: number): Crs | null => codes[code] ?? null;

/** Parameters of the conic projections of Belgium: false origin in metres, angles in degrees. */
interface Conic {
  readonly crs: Crs;
  readonly ellipsoid: string;
  readonly easting: number;
  readonly northing: number;
  readonly latitude: number;
  /** Lambert 72 is also written with the meridian of Brussels turned by 29.2985 seconds ("2SP Belgium"). */
  readonly longitudes: readonly number[];
  readonly parallels: readonly [number, number];
}

const conics: readonly Conic[] = [
  {
    crs: 'EPSG:31370', ellipsoid: '1924', easting: 150_000.013, northing: 5_400_088.438, latitude: 90,
    longitudes: [4.367486666666667, 4.356939722222222], parallels: [49.8333339, 51.16666723333333],
  },
  {
    crs: 'EPSG:3812', ellipsoid: '1980', easting: 649_328, northing: 665_262, latitude: 50.797815,
    longitudes: [4.359215833333333], parallels: [49.83333333333333, 51.16666666666667],
  },
];

/** Writers round the false origin to the centimetre, and the angles to a hundredth of a second. */
const metreTolerance = 0.05;
const degreeTolerance = 1e-5;

const parameterNames = {
  easting: ['falseeasting', 'eastingatfalseorigin'],
  northing: ['falsenorthing', 'northingatfalseorigin'],
  latitude: ['latitudeoforigin', 'latitudeoffalseorigin', 'latitudeofcenter'],
  longitude: ['centralmeridian', 'longitudeoforigin', 'longitudeoffalseorigin', 'longitudeofcenter'],
  first: ['standardparallel1', 'latitudeof1ststandardparallel'],
  second: ['standardparallel2', 'latitudeof2ndstandardparallel'],
} as const;

function conicOf(projected: Element): Crs | null {
  const parameters = new Map([...within(projected)].filter(({ keyword }) => keyword === 'PARAMETER').map(({ values: [name, value] }) => [plainName(name), Number(value)]));
  const read = (names: readonly string[]) => names.map((name) => parameters.get(name)).find((value) => value !== undefined) ?? NaN;
  const ellipsoid = [...within(projected)].find(({ keyword }) => keyword === 'SPHEROID' || keyword === 'ELLIPSOID')?.values[0];
  const near = (a: number, b: number, tolerance: number) => Math.abs(a - b) <= tolerance;
  const parallels = [read(parameterNames.first), read(parameterNames.second)].sort((a, b) => a - b);
  return conics.find((conic) =>
    plainName(ellipsoid).includes(conic.ellipsoid) &&
    near(read(parameterNames.easting), conic.easting, metreTolerance) &&
    near(read(parameterNames.northing), conic.northing, metreTolerance) &&
    near(read(parameterNames.latitude), conic.latitude, degreeTolerance) &&
    conic.longitudes.some((longitude) => near(read(parameterNames.longitude), longitude, degreeTolerance)) &&
    conic.parallels.every((parallel, i) => near(parallels[i]!, parallel, degreeTolerance)),
  )?.crs ?? null;
}

function isWebMercator(projected: Element): boolean {
  const names = [...within(projected)].filter(({ keyword }) => ['PROJCS', 'PROJCRS', 'PROJECTION', 'METHOD'].includes(keyword)).map(({ values: [name] }) => plainName(name));
  return names.some((name) => name.includes('mercatorauxiliarysphere') || name.includes('pseudomercator') || name.includes('popularvisualisation'));
}

function geographicOf(geographic: Element): Crs | null {
  const unit = [...within(geographic)].find(({ keyword }) => keyword === 'UNIT' || keyword === 'ANGLEUNIT');
  const isDegree = unit === undefined || Math.abs(Number(unit.values[1]) - Math.PI / 180) < 1e-9;
  const datum = [...within(geographic)].find(({ keyword }) => keyword === 'DATUM' || keyword === 'ENSEMBLE')?.values[0];
  const isGlobal = /wgs1984|wgs84|worldgeodeticsystem1984|etrs1989|etrs89|europeanterrestrialreferencesystem1989/.test(plainName(datum));
  return isDegree && isGlobal ? 'EPSG:4326' : null;
}

/**
 * The system that well-known text describes: by its EPSG code where it has one, else by its parameters, for ESRI writes
 * neither the code nor the datum shift. Null when it describes none of the four, or is no well-known text.
 */
export function systemOfWkt(text: string): Crs | null {
  if (text.length > longest) return null;
  const root = new Reader(text.replace(/^\ufeff/, '')).element();
  if (root === null) return null;
  const authority = root.children.find(({ keyword }) => keyword === 'AUTHORITY' || keyword === 'ID');
  const coded = authority === undefined ? null : systemOfCode(Number(authority.values[1]));
  if (coded !== null) return coded;
  // A compound system (COMPD_CS) or one with a datum shift (BOUNDCRS) holds the one that is meant.
  const projected = [...within(root)].find(({ keyword }) => keyword === 'PROJCS' || keyword === 'PROJCRS' || keyword === 'PROJECTEDCRS');
  if (projected !== undefined) return isWebMercator(projected) ? 'EPSG:3857' : conicOf(projected);
  const geographic = [...within(root)].find(({ keyword }) => ['GEOGCS', 'GEOGCRS', 'GEODCRS', 'GEOGRAPHICCRS', 'GEODETICCRS'].includes(keyword));
  return geographic === undefined ? null : geographicOf(geographic);
}
