import type { Crs, Points } from '@woonzorgzones/core/geo';
import { err, ok, type ImportPlace, type Result } from '@woonzorgzones/core/model';
import type { FileFormat, GeometryKind } from '../manifest.ts';
import type { Delimiter } from './csv.ts';
import type { FileGeometry, RowGeometry } from './geometry.ts';
import type { Layer, RowSink, ValueOf } from './layer.ts';
import { FileOpening } from './open-file.ts';
import { FirstProblem, type FileProblem } from './problem.ts';
import type { OpenFile } from './source-bytes.ts';
import type { Encoding } from './text.ts';

/** A table, sheet or member of a file as far as a person needs to see it to say what it is. */
export interface LayerPeek {
  /** What a manifest writes as `layer` to read this one; null where the file has only this. */
  readonly layer: string | null;
  readonly columns: readonly string[];
  /** The first 200 rows at most, every value as text, in the order of the columns. */
  readonly rows: readonly (readonly string[])[];
  readonly geometry: GeometryKind;
  /** One position of each of the first ten rows, in the coordinates of the file; NaN where a row has no geometry of its own. */
  readonly firstPositions: Points;
  /** Named by the file itself: its .prj, its EPSG code, its `crs` member. */
  readonly crs: Crs | null;
  /** Null where counting would mean reading the file to its end. */
  readonly rowCount: number | null;
}

export interface FilePeek {
  readonly file: string;
  readonly bytes: number;
  readonly format: FileFormat;
  /** Null where the format says it itself. */
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  /** At least one. */
  readonly layers: readonly LayerPeek[];
}

const rowsShown = 200;
const positionsShown = 10;

/** One position of a geometry: a point, or where a line or an outline begins. */
function positionOf(geometry: FileGeometry): readonly [number, number] {
  switch (geometry.kind) {
    case 'point':
      return [geometry.x, geometry.y];
    case 'lines':
      return [geometry.lines[0]![0]!, geometry.lines[0]![1]!];
    case 'polygons':
      return [geometry.shape[0]![0]![0]!, geometry.shape[0]![0]![1]!];
  }
}

const kindNames = { point: 'points', lines: 'lines', polygons: 'polygons' } as const;

function geometryKind(kinds: ReadonlySet<FileGeometry['kind']>): GeometryKind {
  if (kinds.has('point') && kinds.has('polygons')) return 'points-or-polygons';
  const [kind] = kinds;
  return kind === undefined ? 'none' : kindNames[kind];
}

/** Keeps the first rows of a layer as they are, and what the file says of itself. */
class Glance implements RowSink {
  readonly wanted: readonly string[] = [];
  readonly wantsAll = false;
  readonly #columns = new Set<string>();
  readonly #rows: ValueOf[] = [];
  readonly #kinds = new Set<FileGeometry['kind']>();
  readonly #positions: number[] = [];
  #crs: Crs | null = null;
  #hasEnded = false;
  encoding: Encoding | null = null;
  delimiter: Delimiter | null = null;

  get isFull(): boolean {
    return this.#rows.length >= rowsShown;
  }

  header(columns: readonly string[]): void {
    for (const column of columns) this.#columns.add(column);
  }

  properties(names: readonly string[]): void {
    for (const name of names) this.#columns.add(name);
  }

  system(named: Result<Crs | null, FileProblem>): void {
    this.#crs = named.ok ? named.value : null;
  }

  dialect(encoding: Encoding, delimiter: Delimiter | null): void {
    this.encoding = encoding;
    this.delimiter = delimiter;
  }

  row(_place: ImportPlace, valueOf: ValueOf, geometry: RowGeometry | null): void {
    if (this.isFull) return;
    this.#rows.push(valueOf);
    const read = geometry?.read();
    const found = read?.ok === true ? read.value : null;
    if (found !== null) this.#kinds.add(found.kind);
    if (this.#rows.length <= positionsShown) this.#positions.push(...(found === null ? [NaN, NaN] : positionOf(found)));
  }

  misfit(_place: ImportPlace, values: readonly string[]): void {
    // Shown as it stands, so that a person sees which line goes wrong.
    const columns = [...this.#columns];
    if (!this.isFull) this.#rows.push((column) => values[columns.indexOf(column)] ?? '');
  }

  repair(): void {
    // What an import would put right it tells itself.
  }

  end(): void {
    this.#hasEnded = !this.isFull;
  }

  peek(layer: Layer): LayerPeek {
    const columns = [...this.#columns];
    return {
      layer: layer.name,
      columns,
      rows: this.#rows.map((valueOf) => columns.map(valueOf)),
      geometry: geometryKind(this.#kinds),
      firstPositions: Float64Array.from(this.#positions),
      crs: this.#crs,
      rowCount: layer.rowCount ?? (this.#hasEnded ? this.#rows.length : null),
    };
  }
}

async function drain(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const source = bytes[Symbol.asyncIterator]();
  while ((await source.next()).done !== true);
}

/**
 * What a file is and the beginning of each of its layers, for a person to recognise it by; its format is found by looking.
 * Parses the first rows only. Text is gone through to its end all the same, for its encoding is known only then, and what is
 * in a zip or a database is first put where it can be read out of order.
 */
export async function peekFile(file: string, open: OpenFile): Promise<Result<FilePeek, FileProblem>> {
  const stop = new FirstProblem();
  const opening = new FileOpening({ path: file, format: null, layer: null, everyLayer: true, encoding: null, delimiter: null }, open, stop, null);
  try {
    const opened = await opening.file();
    const layers: LayerPeek[] = [];
    let encoding: Encoding | null = null;
    let delimiter: Delimiter | null = null;
    for (const layer of opened?.layers ?? []) {
      const glance = new Glance();
      await layer.read(glance);
      glance.end();
      layers.push(glance.peek(layer));
      encoding ??= glance.encoding;
      delimiter ??= glance.delimiter;
    }
    if (opened?.content !== undefined) await drain(opened.content);
    if (opened === null || stop.problem !== null) return err(stop.problem ?? { code: 'file-unreadable', place: {}, facts: {} });
    return ok({ file, bytes: opening.bytes, format: opened.format, encoding, delimiter, layers });
  } finally {
    await opening.close();
  }
}
