import {
  remedyOf,
  type FileVerdict,
  type ImportPlace,
  type LeftOut,
  type Repair,
  type RowFinding,
  type RowReason,
} from '@woonzorgzones/core/model';
import { limits } from '../limits.ts';
import type { ManifestFile } from '../manifest.ts';
import type { FirstProblem } from './problem.ts';
import type { FoundSystem } from './reference-system.ts';

type RowState = Pick<FileVerdict, 'rowsRead' | 'rowsTaken' | 'elsewhere' | 'leftOut' | 'refused' | 'waiting' | 'valuesLeftUnknown' | 'repaired'>;

const shortValue = (value: string) => (value.length > 200 ? `${value.slice(0, 199)}…` : value);

const byPlace = (a: RowFinding, b: RowFinding) => (a.place.line ?? a.place.feature ?? 0) - (b.place.line ?? b.place.feature ?? 0);

/** Keeps the books of one file: every row read is taken, refused, waiting or left out, and each that is not taken is listed. */
export class FileLedger {
  readonly #file: ManifestFile;
  readonly #stop: FirstProblem;
  readonly #refused: RowFinding[] = [];
  readonly #waiting: RowFinding[] = [];
  readonly #unknown: RowFinding[] = [];
  readonly #leftOut = new Map<string, { rows: number; first: ImportPlace }>();
  readonly #repaired = new Map<Repair['how'], { rows: number; first: ImportPlace }>();
  readonly #valuesElsewhere = new Set<string>();
  #read = 0;
  #elsewhere = 0;
  #taken = 0;
  crs: FoundSystem | null = null;

  constructor(file: ManifestFile, stop: FirstProblem) {
    this.#file = file;
    this.#stop = stop;
  }

  get refused(): readonly RowFinding[] {
    return this.#refused;
  }

  get rowsRead(): number {
    return this.#read;
  }

  get rowsTaken(): number {
    return this.#taken;
  }

  /** The reason most rows were refused or wait for. */
  get commonestReason(): RowReason {
    const counts = new Map<RowReason, number>();
    for (const { reason } of [...this.#refused, ...this.#waiting]) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? 'empty-value';
  }

  countRead(): void {
    this.#read += 1;
  }

  take(): void {
    this.#taken += 1;
    if (this.#taken > limits.rowsTaken) this.#stop.raise({ code: 'too-many-rows', place: {}, facts: { limit: limits.rowsTaken } });
  }

  /** Examples of what stood in the `cut` column of rows of other municipalities. */
  get valuesElsewhere(): readonly string[] {
    return [...this.#valuesElsewhere];
  }

  /** A row of another municipality. */
  passOver(value: string): void {
    this.#elsewhere += 1;
    if (value !== '' && this.#valuesElsewhere.size < limits.valuesTold) this.#valuesElsewhere.add(shortValue(value));
  }

  leaveOut(place: ImportPlace, value: string): void {
    const key = this.#leftOut.has(value) || this.#leftOut.size < limits.valuesLeftOut ? shortValue(value) : '…';
    const found = this.#leftOut.get(key);
    if (found === undefined) this.#leftOut.set(key, { rows: 1, first: place });
    else found.rows += 1;
  }

  refuse(place: ImportPlace, column: string | null, value: string, reason: RowReason): void {
    this.#refused.push({ place, column, value: shortValue(value), reason, remedy: remedyOf[reason] });
    if (this.#refused.length > limits.rowsRefused) {
      this.#stop.raise({ code: 'too-many-refused', place: {}, facts: { limit: limits.rowsRefused, commonest: this.commonestReason } });
    }
  }

  /** Refuses a row after all that was taken when it was read by itself. */
  refuseTaken(place: ImportPlace, column: string | null, value: string, reason: RowReason): void {
    this.#taken -= 1;
    this.refuse(place, column, value, reason);
  }

  /** A row that was taken lies too far away: of a file that is cut to the boundary it is of elsewhere, of another it is refused. */
  leaveFar(place: ImportPlace, value: string): void {
    if (this.#file.within === undefined) {
      this.refuseTaken(place, null, value, 'beyond-margin');
      return;
    }
    this.#taken -= 1;
    this.passOver('');
  }

  wait(place: ImportPlace, column: string | null, value: string, reason: RowReason): void {
    this.#waiting.push({ place, column, value: shortValue(value), reason, remedy: remedyOf[reason] });
  }

  /** Has a row wait after all that was taken when it was read by itself. */
  waitTaken(place: ImportPlace, column: string | null, value: string, reason: RowReason): void {
    this.#taken -= 1;
    this.wait(place, column, value, reason);
  }

  leaveUnknown(place: ImportPlace, column: string | null, value: string, reason: RowReason): void {
    this.#unknown.push({ place, column, value: shortValue(value), reason, remedy: remedyOf[reason] });
  }

  repair(how: Repair['how'], place: ImportPlace): void {
    const found = this.#repaired.get(how);
    if (found === undefined) this.#repaired.set(how, { rows: 1, first: place });
    else found.rows += 1;
  }

  state(): RowState {
    const values = [...this.#leftOut].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, { rows, first }]) => ({ value, rows, first }));
    const leftOut: LeftOut | null = this.#file.keep === undefined ? null : { column: this.#file.keep.column, values };
    return {
      rowsRead: this.#read,
      rowsTaken: this.#taken,
      elsewhere: this.#elsewhere,
      leftOut,
      refused: [...this.#refused].sort(byPlace),
      waiting: [...this.#waiting].sort(byPlace),
      valuesLeftUnknown: [...this.#unknown].sort(byPlace),
      repaired: [...this.#repaired].sort(([a], [b]) => (a < b ? -1 : 1)).map(([how, { rows, first }]) => ({ how, rows, first })),
    };
  }
}
