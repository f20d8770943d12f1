import type { Crs } from '@woonzorgzones/core/geo';
import type { ImportPlace, Repair, Result } from '@woonzorgzones/core/model';
import type { Delimiter } from './csv.ts';
import type { RowGeometry } from './geometry.ts';
import type { FileProblem } from './problem.ts';
import type { Encoding } from './text.ts';

/** The value of a column in one row, as text; '' where the row has none. */
export type ValueOf = (column: string) => string;

/** Who takes the rows of a layer: every format tells the same story. */
export interface RowSink {
  /** Columns that are wanted; a sheet looks for its header by them. */
  readonly wanted: readonly string[];
  /** Whether figures are wanted that cost a passage through the whole file. */
  readonly wantsAll: boolean;
  /** Whether enough was seen; a layer may then stop. */
  readonly isFull: boolean;
  /** The columns of a table, once, before its first row. */
  header(columns: readonly string[], place: ImportPlace): void;
  /** The properties of the feature whose row comes next, where each feature may have others. */
  properties(names: readonly string[]): void;
  /** The coordinate system the file names, as soon as it is known; null when it names none. */
  system(named: Result<Crs | null, FileProblem>): void;
  dialect(encoding: Encoding, delimiter: Delimiter | null): void;
  row(place: ImportPlace, valueOf: ValueOf, geometry: RowGeometry | null): void;
  /** A row whose values do not stand under the columns. */
  misfit(place: ImportPlace, values: readonly string[]): void;
  repair(how: Repair['how'], place: ImportPlace): void;
}

/** One table of a file, ready to be read once. */
export interface Layer {
  /** Its name among others in the file; null where the file has only this. */
  readonly name: string | null;
  /** Null where only reading it tells. */
  readonly rowCount: number | null;
  /** Streams the rows to the sink. What is wrong with the file as a whole is raised where the layer was opened. */
  read(sink: RowSink): Promise<void>;
}

/** Rows of values under one header, handed on by column. */
export class TableRows {
  readonly #sink: RowSink;
  readonly #indexOf = new Map<string, number>();
  #width = 0;

  constructor(sink: RowSink) {
    this.#sink = sink;
  }

  header(columns: readonly string[], place: ImportPlace): void {
    this.#width = columns.length;
    for (const [index, name] of columns.entries()) if (!this.#indexOf.has(name)) this.#indexOf.set(name, index);
    this.#sink.header(columns, place);
  }

  row(place: ImportPlace, values: readonly string[], geometry: RowGeometry | null = null): void {
    if (values.length !== this.#width) this.#sink.misfit(place, values);
    else this.#sink.row(place, (column) => values[this.#indexOf.get(column) ?? -1] ?? '', geometry);
  }
}
