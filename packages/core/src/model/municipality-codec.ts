import type { Line, MultiPolygon } from '../geo/shapes.ts';
import type { Facility, FacilityPosition } from './facility.ts';
import type { Municipality } from './municipality.ts';
import { err, ok, type Result } from './result.ts';

/**
 * A municipality as bytes, and back: the same value always gives the same bytes, so that their hash can name the dataset.
 *
 * Layout, little-endian: 8 bytes magic, uint32 version, uint32 length of the header, the header (JSON in UTF-8, padded with
 * spaces to a multiple of 8), all coordinates (float64), all indexes (int32), all counts (uint16), the street graph as it is.
 * In the header a ring or line is its number of points, a column its number of entries; the numbers themselves follow in the
 * order of the header.
 */
const magic = 'WZZMUNIC';
/** 3 holds figures of blocks, dwellings or housing reserve; a dataset without them is written as 2, and keeps the name it had. */
const versions = { plain: 2, withFacts: 3 } as const;
const preamble = 16;

export type UndecodableReason = 'not-a-municipality' | 'unknown-version' | 'damaged';

/** Thrown while reading a header that does not fit its bytes; never leaves this file. */
class Damaged extends Error {}

/** The numbers of a dataset, laid one after another. */
class NumberWriter {
  readonly coordinates: number[] = [];
  readonly indexes: number[] = [];
  readonly counts: number[] = [];

  readonly line = (line: Line): number => {
    for (const value of line) this.coordinates.push(value);
    return line.length / 2;
  };

  readonly shape = (shape: MultiPolygon): number[][] => shape.map((polygon) => polygon.map(this.line));

  readonly indexColumn = (column: Int32Array): number => {
    for (const value of column) this.indexes.push(value);
    return column.length;
  };

  readonly countColumn = (column: Uint16Array): number => {
    for (const value of column) this.counts.push(value);
    return column.length;
  };
}

class NumberReader {
  readonly #coordinates: Float64Array;
  readonly #indexes: Int32Array;
  readonly #counts: Uint16Array;
  #coordinate = 0;
  #index = 0;
  #count = 0;

  constructor(coordinates: Float64Array, indexes: Int32Array, counts: Uint16Array) {
    this.#coordinates = coordinates;
    this.#indexes = indexes;
    this.#counts = counts;
  }

  readonly line = (points: number): Line => {
    const from = this.#coordinate;
    this.#coordinate = step(from, points * 2, this.#coordinates.length);
    return this.#coordinates.slice(from, this.#coordinate);
  };

  readonly shape = (points: readonly (readonly number[])[]): MultiPolygon => points.map((polygon) => polygon.map(this.line));

  readonly indexColumn = (length: number): Int32Array => {
    const from = this.#index;
    this.#index = step(from, length, this.#indexes.length);
    return this.#indexes.slice(from, this.#index);
  };

  readonly countColumn = (length: number): Uint16Array => {
    const from = this.#count;
    this.#count = step(from, length, this.#counts.length);
    return this.#counts.slice(from, this.#count);
  };

  isAtEnd(): boolean {
    return this.#coordinate === this.#coordinates.length && this.#index === this.#indexes.length && this.#count === this.#counts.length;
  }
}

function step(from: number, length: number, end: number): number {
  if (!Number.isInteger(length) || length < 0 || from + length > end) throw new Damaged();
  return from + length;
}

/** The dataset without its numbers. Keys are written in this order; keep it, or the same dataset gets another name. */
function headerOf(municipality: Municipality, write: NumberWriter) {
  const { addresses, basemap } = municipality;
  return {
    code: municipality.code,
    name: municipality.name,
    fictitious: municipality.fictitious,
    boundary: write.shape(municipality.boundary),
    blocks: municipality.blocks.map(({ id, name, shape, inhabitants }) => ({ id, name, shape: write.shape(shape), inhabitants })),
    bands: municipality.bands.map(({ from, to }) => ({ from, to })),
    addresses: {
      ids: addresses.ids,
      streets: addresses.streets,
      numbers: addresses.numbers,
      xy: write.line(addresses.xy),
      block: write.indexColumn(addresses.block),
      dwellings: write.countColumn(addresses.dwellings),
      persons: write.countColumn(addresses.persons),
    },
    population: plain(municipality.population, ['year', 'totals', 'spreadBy', 'ages', 'householdSpread', 'seed', 'note']),
    draws: municipality.draws.map(({ seed, persons }) => ({ seed, persons: write.indexColumn(persons) })),
    ageTables: municipality.ageTables.map(({ year, brackets, persons }) => ({
      year, brackets: brackets.map(({ from, to }) => ({ from, to })), persons,
    })),
    facilities: municipality.facilities.map((facility) =>
      ({ ...plain(facility, ['id', 'category', 'name', 'address', 'x', 'y']), position: positionOf(facility), ...plain(facility, factKeys) }),
    ),
    unplaced: municipality.unplaced.map(({ guess, ...facility }) => ({
      ...plain(facility, ['id', 'category', 'name', 'address']), ...plain(facility, factKeys), reason: facility.reason,
      guess: guess === null ? null : { x: guess.x, y: guess.y, position: positionOf(guess) },
    })),
    inventoried: municipality.inventoried,
    ...(municipality.indicators && {
      indicators: municipality.indicators.map((indicator) => plain(indicator, ['id', 'name', 'unit', 'year', 'basis', 'values', 'source'])),
    }),
    ...(municipality.dwellings && { dwellings: municipality.dwellings.map((group) => plain(group, dwellingKeys)) }),
    ...(municipality.housingReserve && {
      housingReserve: municipality.housingReserve.map((one) => plain(one, ['id', 'name', 'kind', 'block', 'dwellings', 'year', 'form', 'source'])),
    }),
    divisions: municipality.divisions.map(({ id, name, areas, areaOfBlock }) => ({
      id, name,
      areas: areas.map((area) => ({ id: area.id, name: area.name, shape: write.shape(area.shape) })),
      areaOfBlock: write.indexColumn(areaOfBlock),
    })),
    nuclei: municipality.nuclei.map(({ id, name, x, y, shape }) => ({ id, name, x, y, shape: shape === null ? null : write.shape(shape) })),
    barriers: municipality.barriers.map(({ id, kind, name, line }) => ({ id, kind, name, line: write.line(line) })),
    crossings: municipality.crossings.map((crossing) => plain(crossing, ['id', 'name', 'x', 'y'])),
    basemap: {
      streets: basemap.streets.map((street) => ({ name: street.name, class: street.class, line: write.line(street.line) })),
      water: basemap.water.map(write.shape),
      green: basemap.green.map(write.shape),
      buildings: basemap.buildings.map(write.shape),
    },
    streets: municipality.streets?.length ?? null,
    sources: municipality.sources.map((source) =>
      plain(source, ['file', 'role', 'sha256', 'crs', 'title', 'licence', 'attribution', 'referenceDate']),
    ),
  };
}

type Header = ReturnType<typeof headerOf>;

const factKeys = ['capacity', 'recognised', 'functions', 'opened', 'closed', 'source', 'referenceDate', 'fictitious'] as const;

const dwellingKeys = ['block', 'dwellings', 'type', 'builtYear', 'ownership', 'lift', 'oneFloor', 'groundFloor', 'stepFree', 'wheelchair', 'source'] as const;

const positionOf = ({ position: { by, metres } }: Pick<Facility, 'position'>): FacilityPosition => ({ by, metres });

/** The named fields of a plain object in the named order, so that it is written alike however it was made. */
function plain<T extends object, K extends keyof T>(value: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as Pick<T, K>;
}

function municipalityOf(header: Header, read: NumberReader, streetGraph: Municipality['streets']): Municipality {
  // The order of reading is the order of writing in headerOf.
  const boundary = read.shape(header.boundary);
  const blocks = header.blocks.map((block) => ({ ...block, shape: read.shape(block.shape) }));
  const { ids, streets, numbers } = header.addresses;
  const addresses = {
    ids, streets, numbers,
    xy: read.line(header.addresses.xy),
    block: read.indexColumn(header.addresses.block),
    dwellings: read.countColumn(header.addresses.dwellings),
    persons: read.countColumn(header.addresses.persons),
  };
  const draws = header.draws.map(({ seed, persons }) => ({ seed, persons: read.indexColumn(persons) }));
  const divisions = header.divisions.map((division) => ({
    ...division,
    areas: division.areas.map((area) => ({ ...area, shape: read.shape(area.shape) })),
    areaOfBlock: read.indexColumn(division.areaOfBlock),
  }));
  const nuclei = header.nuclei.map((nucleus) => ({ ...nucleus, shape: nucleus.shape === null ? null : read.shape(nucleus.shape) }));
  const barriers = header.barriers.map((barrier) => ({ ...barrier, line: read.line(barrier.line) }));
  const basemap = {
    streets: header.basemap.streets.map((street) => ({ ...street, line: read.line(street.line) })),
    water: header.basemap.water.map(read.shape),
    green: header.basemap.green.map(read.shape),
    buildings: header.basemap.buildings.map(read.shape),
  };
  if (!read.isAtEnd()) throw new Damaged();
  const { code, name, fictitious, bands, population, ageTables, facilities, unplaced, inventoried, crossings, sources, indicators, dwellings, housingReserve } = header;
  return {
    code, name, fictitious, boundary, blocks, bands, addresses, population, draws, ageTables, facilities, unplaced, inventoried,
    ...(indicators && { indicators }), ...(dwellings && { dwellings }), ...(housingReserve && { housingReserve }), divisions, nuclei,
    barriers, crossings, streets: streetGraph, basemap, sources,
  };
}

/** The bytes a dataset is stored as and named by. */
export function encodeMunicipality(municipality: Municipality): Uint8Array<ArrayBuffer> {
  const write = new NumberWriter();
  const contents = headerOf(municipality, write);
  const header = new TextEncoder().encode(
    JSON.stringify({
      coordinates: write.coordinates.length, indexes: write.indexes.length, counts: write.counts.length, contents,
    }),
  );
  const headerLength = Math.ceil(header.length / 8) * 8;
  const numbersAt = preamble + headerLength;
  const streetsAt = numbersAt + write.coordinates.length * 8 + write.indexes.length * 4 + write.counts.length * 2;
  const bytes = new Uint8Array(streetsAt + (municipality.streets?.length ?? 0));
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < magic.length; i++) bytes[i] = magic.charCodeAt(i);
  const hasFacts = municipality.indicators ?? municipality.dwellings ?? municipality.housingReserve;
  view.setUint32(8, hasFacts ? versions.withFacts : versions.plain, true);
  view.setUint32(12, headerLength, true);
  bytes.fill(0x20, preamble, numbersAt);
  bytes.set(header, preamble);
  let at = numbersAt;
  for (const value of write.coordinates) {
    view.setFloat64(at, value, true);
    at += 8;
  }
  for (const value of write.indexes) {
    view.setInt32(at, value, true);
    at += 4;
  }
  for (const value of write.counts) {
    view.setUint16(at, value, true);
    at += 2;
  }
  if (municipality.streets !== null) bytes.set(municipality.streets, streetsAt);
  return bytes;
}

/** The dataset in these bytes; a reason when they are something else, of another version, or cut off. */
export function decodeMunicipality(bytes: Uint8Array): Result<Municipality, UndecodableReason> {
  if (bytes.length < preamble) return err('not-a-municipality');
  for (let i = 0; i < magic.length; i++) {
    if (bytes[i] !== magic.charCodeAt(i)) return err('not-a-municipality');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!Object.values<number>(versions).includes(view.getUint32(8, true))) return err('unknown-version');
  const numbersAt = preamble + view.getUint32(12, true);
  if (numbersAt > bytes.length) return err('damaged');
  try {
    const header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(preamble, numbersAt))) as {
      readonly coordinates: number; readonly indexes: number; readonly counts: number; readonly contents: Header;
    };
    const { coordinates, indexes, counts } = header;
    step(0, coordinates, bytes.length / 8);
    step(0, indexes, bytes.length / 4);
    step(0, counts, bytes.length / 2);
    const streetsAt = numbersAt + coordinates * 8 + indexes * 4 + counts * 2;
    if (streetsAt + (header.contents.streets ?? 0) !== bytes.length) return err('damaged');
    const indexesAt = numbersAt + coordinates * 8;
    const countsAt = indexesAt + indexes * 4;
    const read = new NumberReader(
      Float64Array.from({ length: coordinates }, (_, i) => view.getFloat64(numbersAt + i * 8, true)),
      Int32Array.from({ length: indexes }, (_, i) => view.getInt32(indexesAt + i * 4, true)),
      Uint16Array.from({ length: counts }, (_, i) => view.getUint16(countsAt + i * 2, true)),
    );
    return ok(municipalityOf(header.contents, read, header.contents.streets === null ? null : new Uint8Array(bytes.subarray(streetsAt))));
  } catch (error) {
    // A header that is no JSON, no UTF-8 or lacks a part; the bytes are not ours to trust.
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof Damaged) return err('damaged');
    throw error;
  }
}
