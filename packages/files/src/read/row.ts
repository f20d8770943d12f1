import { err, ok, type ImportPlace, type Result, type RowReason } from '@woonzorgzones/core/model';
import { isTable, positionFields, type ManifestFile } from '../manifest.ts';
import type { FileLedger } from './file-ledger.ts';
import type { FileGeometry, RowGeometry } from './geometry.ts';
import { readNumber, readWhole } from './value.ts';

/** Short text that does not hold on to the large piece of file it was cut from. */
const ownText = (text: string) => (text.length < 13 ? text : Buffer.from(text).toString());

/**
 * One row of a file, asked for by our fields. A value that cannot be read is put in the books with its reason: the row is
 * refused (once, for the first of its faults) where the field is needed, and goes on without the value where it is not.
 */
export class Row {
  readonly place: ImportPlace;
  readonly #file: ManifestFile;
  readonly #ledger: FileLedger;
  readonly #valueOf: (column: string) => string;
  readonly #geometry: RowGeometry | null;
  #isRefused = false;

  constructor(file: ManifestFile, ledger: FileLedger, place: ImportPlace, valueOf: (column: string) => string, geometry: RowGeometry | null) {
    this.#file = file;
    this.#ledger = ledger;
    this.place = place;
    this.#valueOf = valueOf;
    this.#geometry = geometry;
  }

  /** The value of a field, '' where there is none, in our words where the manifest translates it. */
  text(field: string): string {
    const constant = this.#file.constants[field];
    if (constant !== undefined) return String(constant);
    const raw = this.#withPrefix(field, this.#raw(field));
    const words = this.#file.values[field];
    const mapped = words?.[raw] ?? words?.[raw.toLowerCase()];
    return mapped === undefined ? ownText(raw) : String(mapped);
  }

  required(field: string): string | null {
    const text = this.text(field);
    if (text !== '') return text;
    return this.refuse(field, 'empty-value');
  }

  /** A value that must be one of these words. */
  oneOf<T extends string>(field: string, isOne: (text: string) => text is T): T | null {
    const text = this.required(field);
    if (text === null) return null;
    return isOne(text) ? text : this.refuse(field, 'unknown-value');
  }

  whole(field: string, from: number, to: number): number | null {
    const read = readWhole(this.text(field), this.#file.decimal, from, to);
    return read.ok ? read.value : this.refuse(field, read.error);
  }

  /** A value the row can do without; null when empty, and null with a finding when it cannot be read. */
  optional<T>(field: string, read: (text: string) => Result<T, RowReason>): T | null {
    const text = this.text(field);
    if (text === '') return null;
    const value = read(text);
    if (value.ok) return value.value;
    this.#ledger.leaveUnknown(this.place, this.#column(field), this.#raw(field), value.error);
    return null;
  }

  optionalWhole(field: string, from: number, to: number): number | null {
    return this.optional(field, (text) => readWhole(text, this.#file.decimal, from, to));
  }

  optionalNumber(field: string, from: number, to: number): number | null {
    return this.optional(field, (text) => {
      const read = readNumber(text, this.#file.decimal);
      if (!read.ok) return read;
      return read.value.value < from || read.value.value > to ? err('out-of-range') : ok(read.value.value);
    });
  }

  /** The position in the coordinates of the file; 'none' for a row that can do without. */
  pointIfAny(): { readonly x: number; readonly y: number } | 'none' | null {
    return this.#hasPosition() ? this.point() : 'none';
  }

  /** The position in the coordinates of the file. A row without one waits. */
  point(): { readonly x: number; readonly y: number } | null {
    if (isTable(this.#file.format)) return this.#pointFromColumns();
    const geometry = this.#readGeometry();
    if (geometry === null) return null;
    return geometry.kind === 'point' ? geometry : this.refuse(null, 'wrong-geometry');
  }

  geometry(): FileGeometry | null {
    if (isTable(this.#file.format)) {
      const point = this.#pointFromColumns();
      return point === null ? null : { kind: 'point', ...point };
    }
    return this.#readGeometry();
  }

  /** Refuses the row; always null, so that a reader can hand it on. */
  refuse(field: string | null, reason: RowReason): null {
    if (this.#isRefused) return null;
    this.#isRefused = true;
    const column = field === null ? null : this.#column(field);
    const value = field === null ? (this.#geometry?.type ?? '') : this.#raw(field);
    this.#ledger.refuse(this.place, column, value, reason);
    return null;
  }

  #wait(reason: RowReason): null {
    if (!this.#isRefused) this.#ledger.wait(this.place, null, '', reason);
    this.#isRefused = true;
    return null;
  }

  #hasPosition(): boolean {
    if (isTable(this.#file.format)) return positionFields.some((field) => this.text(field) !== '');
    const read = this.#geometry?.read() ?? ok(null);
    return !read.ok || read.value !== null;
  }

  #column(field: string): string | null {
    return this.#file.columns[field] ?? null;
  }

  #raw(field: string): string {
    const column = this.#column(field);
    return column === null ? String(this.#file.constants[field] ?? '') : this.#valueOf(column);
  }

  /** A code that is only whole with another before it: the sector A02- of municipality 71016. */
  #withPrefix(field: string, value: string): string {
    const prefix = this.#file.prefix[field];
    return prefix === undefined || value === '' || value.length > prefix.upTo ? value : this.#valueOf(prefix.column) + value;
  }

  #readGeometry(): FileGeometry | null {
    const read = this.#geometry?.read() ?? ok(null);
    if (!read.ok) return this.refuse(null, read.error);
    if (read.value === null) return this.#wait('no-position');
    if (read.value.kind === 'polygons' && read.value.ringsClosed > 0) this.#ledger.repair('ring-closed', this.place);
    return read.value;
  }

  #pointFromColumns(): { readonly x: number; readonly y: number } | null {
    const [fieldX, fieldY] = this.#file.columns['x'] === undefined ? ['lon', 'lat'] : ['x', 'y'];
    if (this.text(fieldX) === '' && this.text(fieldY) === '') return this.#wait('no-position');
    const x = readNumber(this.text(fieldX), this.#file.decimal);
    if (!x.ok) return this.refuse(fieldX, x.error);
    const y = readNumber(this.text(fieldY), this.#file.decimal);
    if (!y.ok) return this.refuse(fieldY, y.error);
    if (x.value.hadComma || y.value.hadComma) this.#ledger.repair('decimal-comma', this.place);
    return { x: x.value.value, y: y.value.value };
  }
}
