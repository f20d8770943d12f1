/** Opens a file and gathers what its layer says, row by row: what every reader is held to in its tests. */
import type { Crs } from '../packages/core/src/geo/lambert.ts';
import type { ImportPlace, Result } from '../packages/core/src/model/index.ts';
import type { FileFormat } from '../packages/files/src/manifest.ts';
import type { Delimiter } from '../packages/files/src/read/csv.ts';
import type { FileGeometry, GeometryReason, RowGeometry } from '../packages/files/src/read/geometry.ts';
import type { RowSink, ValueOf } from '../packages/files/src/read/layer.ts';
import { FileOpening } from '../packages/files/src/read/open-file.ts';
import { FirstProblem, type FileProblem } from '../packages/files/src/read/problem.ts';
import type { Encoding } from '../packages/files/src/read/text.ts';

export interface ReadRow {
  readonly place: ImportPlace;
  readonly values: Readonly<Record<string, string>>;
  readonly geometry: Result<FileGeometry | null, GeometryReason> | null;
}

export interface ReadLayer {
  readonly format: FileFormat | null;
  readonly columns: readonly string[];
  readonly rows: readonly ReadRow[];
  readonly misfits: readonly ImportPlace[];
  readonly crs: Result<Crs | null, FileProblem> | null;
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly repaired: readonly string[];
  readonly problem: FileProblem | null;
}

class Gathering implements RowSink {
  readonly wantsAll = true;
  readonly wanted: readonly string[];
  readonly rows: ReadRow[] = [];
  readonly misfits: ImportPlace[] = [];
  readonly repaired: string[] = [];
  readonly #stop: FirstProblem;
  columns: readonly string[] = [];
  crs: Result<Crs | null, FileProblem> | null = null;
  encoding: Encoding | null = null;
  delimiter: Delimiter | null = null;
  #own: readonly string[] = [];

  constructor(wanted: readonly string[], stop: FirstProblem) {
    this.wanted = wanted;
    this.#stop = stop;
  }

  get isFull(): boolean {
    return this.#stop.problem !== null;
  }

  header(columns: readonly string[]): void {
    this.columns = columns;
    this.#own = columns;
  }

  properties(names: readonly string[]): void {
    this.#own = names;
  }

  system(named: Result<Crs | null, FileProblem>): void {
    this.crs = named;
  }

  dialect(encoding: Encoding, delimiter: Delimiter | null): void {
    this.encoding = encoding;
    this.delimiter = delimiter;
  }

  row(place: ImportPlace, valueOf: ValueOf, geometry: RowGeometry | null): void {
    this.rows.push({ place, values: Object.fromEntries(this.#own.map((name) => [name, valueOf(name)])), geometry: geometry?.read() ?? null });
  }

  misfit(place: ImportPlace): void {
    this.misfits.push(place);
  }

  repair(how: string): void {
    this.repaired.push(how);
  }
}

export interface Asked {
  readonly format?: FileFormat | null;
  readonly layer?: string | null;
  readonly encoding?: Encoding | null;
  readonly delimiter?: Delimiter | null;
  readonly wanted?: readonly string[];
  readonly signal?: AbortSignal | null;
  /** Bytes that come at a time. */
  readonly piece?: number;
}

export type FilesInMemory = Readonly<Record<string, Uint8Array | string>>;

export async function readLayer(files: FilesInMemory, path: string, asked: Asked = {}): Promise<ReadLayer> {
  const { format = null, layer = null, encoding = null, delimiter = null, wanted = [], signal = null, piece = 65_536 } = asked;
  const stop = new FirstProblem();
  const sink = new Gathering(wanted, stop);
  const open = (name: string) => {
    const given = files[name];
    if (given === undefined) return Promise.resolve(null);
    const bytes = typeof given === 'string' ? Buffer.from(given) : given;
    return Promise.resolve(
      (async function* () {
        for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.subarray(at, at + piece));
      })(),
    );
  };
  const opening = new FileOpening({ path, format, layer, everyLayer: false, encoding, delimiter }, open, stop, signal);
  try {
    const file = await opening.file();
    if (file !== null) await file.layers[0]!.read(sink);
    const { columns, rows, misfits, crs, encoding: found, delimiter: sign, repaired } = sink;
    return { format: file?.format ?? null, columns, rows, misfits, crs, encoding: found, delimiter: sign, repaired, problem: stop.problem };
  } finally {
    await opening.close();
  }
}
