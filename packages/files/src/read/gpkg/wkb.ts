import type { Points } from '@woonzorgzones/core/geo';
import { err, ok, type Result } from '@woonzorgzones/core/model';
import { linesOf, pointOf, polygonsOf, type FileGeometry, type GeometryReason, type RowGeometry } from '../geometry.ts';

/** Kinds of geometry by their number in well-known binary; curves are not read, collections of straight pieces are. */
const kinds = [
  'Geometry', 'Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon', 'GeometryCollection',
  'CircularString', 'CompoundCurve', 'CurvePolygon', 'MultiCurve', 'MultiSurface',
] as const;

/** The bytes do not hold what they announce. */
class Broken extends Error {}
/** Something no role has a use for. */
class Unwanted extends Error {}

/** What SpatiaLite writes where well-known binary has the order of bytes: before the geometry, and before each of its parts. */
const spatialiteMarks = new Set([0x7c, 0x69]);

class WkbReader {
  readonly #view: DataView;
  #at: number;
  #isLittle: boolean;

  constructor(bytes: Uint8Array, at: number, isLittle = true) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = at;
    this.#isLittle = isLittle;
  }

  /** The header of a geometry: its kind and how many numbers a position has. */
  header(): { readonly kind: string; readonly dimensions: number } {
    this.#need(5);
    const order = this.#view.getUint8(this.#at);
    if (!spatialiteMarks.has(order)) this.#isLittle = order === 1;
    const type = this.#view.getUint32(this.#at + 1, this.#isLittle);
    this.#at += 5;
    // ISO counts thousands for heights and measures; PostGIS sets bits, and may write the system behind.
    const plain = type & 0x0fff_ffff;
    const iso = Math.floor(plain / 1000);
    if ((type & 0x2000_0000) !== 0) this.#skip(4);
    const hasZ = (type & 0x8000_0000) !== 0 || iso === 1 || iso === 3;
    const hasM = (type & 0x4000_0000) !== 0 || iso === 2 || iso === 3;
    const kind = kinds[plain % 1000];
    if (kind === undefined || iso > 3) throw new Broken();
    return { kind, dimensions: 2 + Number(hasZ) + Number(hasM) };
  }

  /** How many things follow, each at least this many bytes long. */
  count(leastBytes: number): number {
    this.#need(4);
    const count = this.#view.getUint32(this.#at, this.#isLittle);
    this.#at += 4;
    this.#need(count * leastBytes);
    return count;
  }

  positions(count: number, dimensions: number): Points {
    this.#need(count * dimensions * 8);
    const out = new Float64Array(count * 2);
    for (let i = 0; i < count; i++) {
      out[2 * i] = this.#view.getFloat64(this.#at, this.#isLittle);
      out[2 * i + 1] = this.#view.getFloat64(this.#at + 8, this.#isLittle);
      this.#at += dimensions * 8;
    }
    return out;
  }

  line(dimensions: number): Points {
    return this.positions(this.count(dimensions * 8), dimensions);
  }

  rings(dimensions: number): Points[] {
    return Array.from({ length: this.count(4) }, () => this.line(dimensions));
  }

  /** The parts of a collection of these kinds. */
  parts<T>(wanted: readonly string[], read: (dimensions: number) => T): T[] {
    return Array.from({ length: this.count(9) }, () => {
      const { kind, dimensions } = this.header();
      if (!wanted.includes(kind)) throw new Unwanted();
      return read(dimensions);
    });
  }

  #skip(bytes: number): void {
    this.#need(bytes);
    this.#at += bytes;
  }

  #need(bytes: number): void {
    if (this.#at + bytes > this.#view.byteLength) throw new Broken();
  }
}

const isFinite = (points: Points): boolean => points.every(Number.isFinite);

/** A point without coordinates is written as two NaN. */
const isEmptyPoint = (points: Points): boolean => points.every(Number.isNaN);

function readWkb(reader: WkbReader): Result<FileGeometry | null, GeometryReason> {
  const { kind, dimensions } = reader.header();
  const finite = (points: Points) => (isFinite(points) ? points : null);
  switch (kind) {
    case 'Point': {
      const point = reader.positions(1, dimensions);
      return isEmptyPoint(point) ? ok(null) : pointOf(finite(point));
    }
    case 'MultiPoint': {
      const points = reader.parts(['Point'], (own) => reader.positions(1, own));
      return points.length === 0 ? ok(null) : pointOf(finite(Float64Array.from(points.flatMap((point) => [...point]))));
    }
    case 'LineString': {
      const line = reader.line(dimensions);
      return line.length === 0 ? ok(null) : linesOf([finite(line)]);
    }
    case 'MultiLineString':
    case 'MultiCurve': {
      const lines = reader.parts(['LineString'], (own) => reader.line(own));
      return lines.length === 0 ? ok(null) : linesOf(lines.map(finite));
    }
    case 'Polygon': {
      const rings = reader.rings(dimensions);
      return rings.length === 0 ? ok(null) : polygonsOf([rings.map(finite)]);
    }
    case 'MultiPolygon':
    case 'MultiSurface': {
      const polygons = reader.parts(['Polygon'], (own) => reader.rings(own));
      return polygons.length === 0 ? ok(null) : polygonsOf(polygons.map((rings) => rings.map(finite)));
    }
    default:
      return err('wrong-geometry');
  }
}

/** Bytes of the envelope before the geometry, by its number in the flags (GeoPackage 1.3, 2.1.3). */
const envelopeBytes = [0, 32, 48, 48, 64];

/** The geometry in a column of a GeoPackage: a header with envelope, then well-known binary. Heights and measures fall away. */
export function geoPackageGeometry(blob: Uint8Array): RowGeometry {
  const envelope = envelopeBytes[((blob[3] ?? 0) >> 1) & 7];
  const isEmpty = ((blob[3] ?? 0) & 0x10) !== 0;
  const isHeaded = blob.length >= 8 && blob[0] === 0x47 && blob[1] === 0x50 && envelope !== undefined;
  return lazyGeometry(isHeaded, isEmpty, () => new WkbReader(blob, 8 + envelope!));
}

/** Bytes of SpatiaLite before the geometry: a nought, the order of bytes, the system and the envelope. */
const spatialiteHeader = 38;

/** The geometry in a column of a SpatiaLite database, whose parts are marked otherwise than those of well-known binary. */
export function spatialiteGeometry(blob: Uint8Array): RowGeometry {
  const isHeaded = blob.length > spatialiteHeader && blob[0] === 0 && blob[spatialiteHeader] === 0x7c && blob.at(-1) === 0xfe;
  return lazyGeometry(isHeaded, false, () => new WkbReader(blob, spatialiteHeader, blob[1] === 1));
}

function lazyGeometry(isHeaded: boolean, isEmpty: boolean, reader: () => WkbReader): RowGeometry {
  return {
    get type() {
      try {
        return isHeaded ? reader().header().kind : '';
      } catch {
        return '';
      }
    },
    read: () => {
      if (!isHeaded) return err('broken-geometry');
      if (isEmpty) return ok(null);
      try {
        return readWkb(reader());
      } catch (error) {
        if (error instanceof Unwanted) return err('wrong-geometry');
        if (error instanceof Broken) return err('broken-geometry');
        throw error;
      }
    },
  };
}
