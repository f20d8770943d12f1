import type { Crs, Line, MultiPolygon, Points } from '@woonzorgzones/core/geo';
import type { Result } from '@woonzorgzones/core/model';
import { limits } from '../limits.ts';
import type { ManifestFile } from '../manifest.ts';
import { FileLedger } from './file-ledger.ts';
import type { FileGeometry } from './geometry.ts';
import { ImportSink } from './import-sink.ts';
import { FileOpening } from './open-file.ts';
import type { NearTest, ReadGeometry } from './near-boundary.ts';
import { placeLines, placePoints, placeShapes, type Placed, type PlacedPoint, type Read } from './place.ts';
import { FirstProblem, type FileProblem } from './problem.ts';
import { recogniseSystem } from './reference-system.ts';
import type { Row } from './row.ts';
import type { OpenFile } from './source-bytes.ts';

/** What is read of a row: null when the row was refused, which the row has put in the books itself. */
export type ReadRecord<T> = (row: Row) => T | null;

type NamedSystem = Result<Crs | null, FileProblem>;

type FilePoint = Extract<FileGeometry, { kind: 'point' }>;
type FilePolygons = Extract<FileGeometry, { kind: 'polygons' }>;

/** One file of a manifest while it is read: its books, its bytes, and what went wrong with it as a whole. */
export class FileReading {
  readonly file: ManifestFile;
  readonly ledger: FileLedger;
  readonly #stop = new FirstProblem();
  readonly #open: OpenFile;
  readonly #signal: AbortSignal | null;
  readonly #isNear: NearTest | null;
  #bytes = 0;
  #sha256 = '';

  /** `isNear` cuts a file of a country or region to what lies near the municipality. */
  constructor(file: ManifestFile, open: OpenFile, signal: AbortSignal | null, isNear: NearTest | null = null) {
    this.file = file;
    this.ledger = new FileLedger(file, this.#stop);
    this.#open = open;
    this.#signal = signal;
    this.#isNear = isNear;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get sha256(): string {
    return this.#sha256;
  }

  /** What stopped the reading; or that no row is left, by the doing of the manifest or of the rows. */
  get problem(): FileProblem | null {
    if (this.#stop.problem !== null) return this.#stop.problem;
    const { rowsRead, rowsTaken, elsewhere, leftOut, refused, waiting } = this.ledger.state();
    if (rowsRead === 0 || rowsTaken > 0) return null;
    const { cut } = this.file;
    if (cut !== undefined && elsewhere === rowsRead) {
      const wanted = 'values' in cut ? cut.values.map(String) : cut.startsWith;
      return { code: 'cut-leaves-nothing', place: {}, facts: { column: cut.column, wanted, found: this.ledger.valuesElsewhere } };
    }
    if (leftOut !== null && refused.length + waiting.length === 0) {
      const found = leftOut.values.slice(0, limits.valuesTold).map(({ value }) => value);
      return { code: 'keep-leaves-nothing', place: {}, facts: { column: leftOut.column, wanted: this.file.keep!.values.map(String), found } };
    }
    return { code: 'no-row-taken', place: {}, facts: { rows: rowsRead, commonest: elsewhere === rowsRead ? 'outside-boundary' : this.ledger.commonestReason } };
  }

  /** Rows without a place. */
  async records<T>(read: ReadRecord<T>): Promise<Read<T, 'none'>[]> {
    const { rows } = await this.#stream(read, () => 'none' as const);
    return rows;
  }

  async points<T>(read: ReadRecord<T>): Promise<PlacedPoint<T>[]> {
    const { rows, named } = await this.#stream(read, (row) => row.point());
    const crs = this.#recognise(named, rows, ({ x, y }) => [x, y]);
    return crs === null ? [] : placePoints(crs, rows, this.ledger);
  }

  /** Rows with a point, and rows that have none. */
  async pointsAndPlaceless<T>(read: ReadRecord<T>): Promise<{ points: PlacedPoint<T>[]; placeless: Read<T, 'none'>[] }> {
    const { rows, named } = await this.#stream<T, { readonly x: number; readonly y: number } | 'none'>(read, (row) => row.pointIfAny());
    const points = rows.flatMap(({ geometry, ...row }) => (geometry === 'none' ? [] : [{ ...row, geometry }]));
    const placeless = rows.flatMap(({ geometry, ...row }) => (geometry === 'none' ? [{ ...row, geometry }] : []));
    const crs = this.#recognise(named, points, ({ x, y }) => [x, y]);
    return { points: crs === null ? [] : placePoints(crs, points, this.ledger), placeless };
  }

  async lines<T>(read: ReadRecord<T>): Promise<Placed<T, readonly Line[]>[]> {
    const { rows, named } = await this.#stream(read, (row) => {
      const geometry = row.geometry();
      if (geometry === null) return null;
      return geometry.kind === 'lines' ? geometry.lines : row.refuse(null, 'wrong-geometry');
    });
    const crs = this.#recognise(named, rows, (lines) => [lines[0]![0]!, lines[0]![1]!]);
    return crs === null ? [] : placeLines(crs, rows, this.ledger);
  }

  async shapes<T>(read: ReadRecord<T>): Promise<Placed<T, MultiPolygon>[]> {
    const { rows, named } = await this.#stream(read, (row) => {
      const geometry = row.geometry();
      if (geometry === null) return null;
      return geometry.kind === 'polygons' ? geometry.shape : row.refuse(null, 'wrong-geometry');
    });
    const crs = this.#recognise(named, rows, firstOfShape);
    return crs === null ? [] : placeShapes(crs, rows, this.ledger);
  }

  /** Points and shapes in one file. */
  async pointsAndShapes<T>(read: ReadRecord<T>): Promise<{ points: PlacedPoint<T>[]; shapes: Placed<T, MultiPolygon>[] }> {
    const { rows, named } = await this.#stream<T, FilePoint | FilePolygons>(read, (row) => {
      const geometry = row.geometry();
      if (geometry === null) return null;
      return geometry.kind === 'lines' ? row.refuse(null, 'wrong-geometry') : geometry;
    });
    const crs = this.#recognise(named, rows, (geometry) => (geometry.kind === 'point' ? [geometry.x, geometry.y] : firstOfShape(geometry.shape)));
    if (crs === null) return { points: [], shapes: [] };
    const points = rows.flatMap(({ geometry, ...row }) => (geometry.kind === 'point' ? [{ ...row, geometry }] : []));
    const shapes = rows.flatMap(({ geometry, ...row }) => (geometry.kind === 'polygons' ? [{ ...row, geometry: geometry.shape }] : []));
    return { points: placePoints(crs, points, this.ledger), shapes: placeShapes(crs, shapes, this.ledger) };
  }

  /** All bytes of a file that has to be gone through more than once; null when it could not be read. */
  async content(): Promise<Uint8Array | null> {
    const { path, format, layer = null } = this.file;
    const opening = new FileOpening({ path, format, layer, everyLayer: false, encoding: null, delimiter: null }, this.#open, this.#stop, this.#signal);
    const pieces: Uint8Array[] = [];
    try {
      const file = await opening.file();
      if (file?.content !== undefined) for await (const piece of file.content) pieces.push(piece);
    } finally {
      await opening.close();
    }
    this.#bytes = opening.bytes;
    this.#sha256 = opening.sha256();
    return this.#stop.problem === null ? Buffer.concat(pieces) : null;
  }

  async #stream<T, G extends ReadGeometry>(read: ReadRecord<T>, geometryOf: (row: Row) => G | null): Promise<{ rows: Read<T, G>[]; named: NamedSystem }> {
    const { path, format, layer = null, encoding = null, delimiter = null } = this.file;
    const opening = new FileOpening({ path, format, layer, everyLayer: false, encoding, delimiter }, this.#open, this.#stop, this.#signal);
    const rows: Read<T, G>[] = [];
    const sink = new ImportSink(this.file, this.ledger, this.#stop, (row) => {
      if (this.#isNear !== null) {
        const where = geometryOf(row);
        if (where === null) return;
        if (!this.#isNear(where)) {
          this.ledger.passOver('');
          return;
        }
      }
      const record = read(row);
      const geometry = record === null ? null : geometryOf(row);
      if (record === null || geometry === null) return;
      this.ledger.take();
      rows.push({ record, place: row.place, geometry });
    });
    try {
      const file = await opening.file();
      if (file !== null) {
        await file.layers[0]!.read(sink);
        sink.end();
      }
    } finally {
      await opening.close();
    }
    this.#bytes = opening.bytes;
    this.#sha256 = opening.sha256();
    return { rows: this.#stop.problem === null ? rows : [], named: sink.named };
  }

  /** The system of the file's coordinates, also put in the books; null when it is not clear or nothing was read. */
  #recognise<T, G>(named: NamedSystem, rows: readonly Read<T, G>[], firstOf: (geometry: G) => readonly [number, number]): Crs | null {
    if (rows.length === 0) return null;
    if (!named.ok) {
      this.#stop.raise(named.error);
      return null;
    }
    const positions: Points = Float64Array.from(rows.flatMap(({ geometry }) => firstOf(geometry)));
    const isLatLon = this.file.columns['lat'] !== undefined;
    const given = this.file.crs ?? (isLatLon ? 'EPSG:4326' : null);
    const found = recogniseSystem(given, named.value, positions);
    if (!found.ok) {
      this.#stop.raise(found.error);
      return null;
    }
    this.ledger.crs = found.value;
    return found.value.code;
  }
}

function firstOfShape(shape: MultiPolygon): readonly [number, number] {
  const ring = shape[0]![0]!;
  return [ring[0]!, ring[1]!];
}
