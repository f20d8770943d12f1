import { ok, type ImportPlace, type Repair, type Result } from '@woonzorgzones/core/model';
import type { Crs } from '@woonzorgzones/core/geo';
import { isTable, type ManifestFile } from '../manifest.ts';
import type { FileLedger } from './file-ledger.ts';
import type { RowGeometry } from './geometry.ts';
import type { RowSink, ValueOf } from './layer.ts';
import { isOfMunicipality } from './municipality-cut.ts';
import type { FileProblem, FirstProblem } from './problem.ts';
import { Row } from './row.ts';

/** Names of columns that are remembered to tell a planner which there are. */
const namesRemembered = 60;

interface NeededColumn {
  readonly field: string;
  readonly column: string;
}

/** Columns a file must have for what its manifest says of it. */
function columnsNeeded(file: ManifestFile): readonly NeededColumn[] {
  return [
    ...Object.entries(file.columns).map(([field, column]) => ({ field, column })),
    ...Object.values(file.prefix).map(({ column }) => ({ field: 'prefix', column })),
    ...(file.cut === undefined ? [] : [{ field: 'cut', column: file.cut.column }]),
    ...(file.keep === undefined ? [] : [{ field: 'keep', column: file.keep.column }]),
    ...file.hold.map(({ column }) => ({ field: 'hold', column })),
  ];
}

/** Passes on the rows that the manifest wants, keeps the books of the others, and says which columns are not there. */
export class ImportSink implements RowSink {
  readonly wantsAll = true;
  readonly #file: ManifestFile;
  readonly #ledger: FileLedger;
  readonly #stop: FirstProblem;
  readonly #take: (row: Row) => void;
  readonly #needed: readonly NeededColumn[];
  readonly #isHere: (value: string) => boolean;
  readonly #kept: ReadonlySet<string> | null;
  /** Names of properties met, where each feature has its own; null in a table, whose header says it at once. */
  #met: Set<string> | null = null;
  #columns: readonly string[] | null = null;
  #named: Result<Crs | null, FileProblem> = ok(null);

  constructor(file: ManifestFile, ledger: FileLedger, stop: FirstProblem, take: (row: Row) => void) {
    this.#file = file;
    this.#ledger = ledger;
    this.#stop = stop;
    this.#take = take;
    this.#needed = columnsNeeded(file);
    this.#isHere = isOfMunicipality(file.cut);
    this.#kept = file.keep === undefined ? null : new Set(file.keep.values.map(String));
  }

  get wanted(): readonly string[] {
    return this.#needed.map(({ column }) => column);
  }

  get isFull(): boolean {
    return this.#stop.problem !== null;
  }

  /** The system the file names. */
  get named(): Result<Crs | null, FileProblem> {
    return this.#named;
  }

  header(columns: readonly string[], place: ImportPlace): void {
    this.#columns = columns;
    for (const { field, column } of this.#needed) {
      if (!columns.includes(column)) this.#missing(field, column, columns, place);
      else if (columns.indexOf(column) !== columns.lastIndexOf(column)) this.#stop.raise({ code: 'double-column', place, facts: { column } });
    }
  }

  properties(names: readonly string[]): void {
    this.#met ??= new Set();
    for (const name of names) if (this.#met.size < namesRemembered || this.#needed.some(({ column }) => column === name)) this.#met.add(name);
  }

  system(named: Result<Crs | null, FileProblem>): void {
    this.#named = named;
  }

  dialect(): void {
    // The verdict tells what was repaired; what was as it should be needs no word.
  }

  row(place: ImportPlace, valueOf: ValueOf, geometry: RowGeometry | null): void {
    this.#ledger.countRead();
    const { cut, keep, hold } = this.#file;
    if (cut !== undefined) {
      const value = valueOf(cut.column);
      if (!this.#isHere(value)) {
        this.#ledger.passOver(value);
        return;
      }
    }
    if (keep !== undefined && this.#kept !== null) {
      const value = valueOf(keep.column);
      if (!this.#kept.has(value)) {
        this.#ledger.leaveOut(place, value);
        return;
      }
    }
    for (const { column, startsWith } of hold) {
      const value = valueOf(column);
      if (startsWith.some((start) => value.startsWith(start))) {
        this.#ledger.wait(place, column, value, 'held');
        return;
      }
    }
    this.#take(new Row(this.#file, this.#ledger, place, valueOf, geometry));
  }

  misfit(place: ImportPlace, values: readonly string[]): void {
    this.#ledger.countRead();
    this.#ledger.refuse(place, null, values.join(' | '), 'wrong-field-count');
  }

  repair(how: Repair['how'], place: ImportPlace): void {
    this.#ledger.repair(how, place);
  }

  /** What can be said only when the whole file was seen. */
  end(): void {
    if (this.#ledger.rowsRead === 0) {
      if (this.#columns === null && isTable(this.#file.format)) this.#stop.raise({ code: 'file-empty', place: {}, facts: {} });
      else this.#stop.raise({ code: 'file-without-rows', place: {}, facts: { columns: (this.#columns ?? []).slice(0, namesRemembered) } });
    }
    if (this.#met === null) return;
    for (const { field, column } of this.#needed) if (!this.#met.has(column)) this.#missing(field, column, [...this.#met], {});
  }

  #missing(field: string, column: string, present: readonly string[], place: ImportPlace): void {
    this.#stop.raise({ code: 'missing-column', place, facts: { field, column, present: present.slice(0, namesRemembered) } });
  }
}
