import type { FirstProblem } from '../problem.ts';
import { readText } from '../text.ts';
import { dateText, numberText } from './cell-text.ts';
import { XmlScanner, type Attributes } from './xml-scanner.ts';

/** What the cells of every sheet refer to. */
export interface WorkbookText {
  readonly shared: readonly string[];
  /** Whether a style shows numbers as dates, by the number of the style. */
  readonly isDateStyle: readonly boolean[];
  readonly isSince1904: boolean;
}

/** A row of a sheet: its number as Excel shows it, and its texts by column, from 0. Empty cells are not in it. */
export interface SheetRow {
  readonly line: number;
  readonly cells: ReadonlyMap<number, string>;
}

/** Columns that a sheet can have (XFD). */
const mostColumns = 16_384;

/** The column of a cell reference such as "BC12", from 0; null when it is none. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= mostColumns ? column - 1 : null;
}

/** Gathers the rows of one worksheet part. */
class SheetVisitor {
  readonly #book: WorkbookText;
  readonly #rows: SheetRow[] = [];
  #line = 0;
  #cells = new Map<number, string>();
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  /** Inside <v> or <t>; text elsewhere, such as a formula, is not the value. */
  #isInValue = false;
  #isPhonetic = false;

  constructor(book: WorkbookText) {
    this.#book = book;
  }

  /** The rows gathered since this was last asked. */
  takeRows(): SheetRow[] {
    return this.#rows.splice(0);
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'row': {
        const given = Number(attributes.get('r'));
        this.#line = Number.isInteger(given) && given > this.#line ? given : this.#line + 1;
        this.#cells = new Map();
        this.#column = -1;
        break;
      }
      case 'c':
        this.#column = columnOf(attributes.get('r')) ?? this.#column + 1;
        this.#type = attributes.get('t') ?? 'n';
        this.#style = Number(attributes.get('s') ?? 0);
        this.#value = '';
        break;
      case 'rPh':
        this.#isPhonetic = true;
        break;
      case 'v':
      case 't':
        this.#isInValue = !this.#isPhonetic;
        break;
    }
  }

  text(text: string): void {
    if (this.#isInValue) this.#value += text;
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.#isInValue = false;
        break;
      case 'rPh':
        this.#isPhonetic = false;
        break;
      case 'c': {
        const text = this.#cellText().trim();
        if (text !== '' && this.#column >= 0 && this.#column < mostColumns) this.#cells.set(this.#column, text);
        break;
      }
      case 'row':
        if (this.#cells.size > 0) this.#rows.push({ line: this.#line, cells: this.#cells });
        break;
    }
  }

  #cellText(): string {
    switch (this.#type) {
      case 's':
        return this.#book.shared[Number(this.#value)] ?? '';
      case 'b':
        return this.#value.trim() === '1' ? 'true' : this.#value.trim() === '' ? '' : 'false';
      case 'n': {
        const isDate = this.#book.isDateStyle[this.#style] === true && this.#value.trim() !== '';
        return (isDate ? dateText(Number(this.#value), this.#book.isSince1904) : null) ?? numberText(this.#value);
      }
      // Text written in the cell, the result of a formula, a date as ISO text, or an error such as #N/B.
      default:
        return this.#value;
    }
  }
}

/** The rows of a worksheet that hold something, in the order of the sheet. Damage is raised, and the rows end there. */
export async function* sheetRows(bytes: AsyncIterable<Uint8Array>, book: WorkbookText, stop: FirstProblem): AsyncGenerator<SheetRow> {
  const visitor = new SheetVisitor(book);
  const scanner = new XmlScanner(visitor);
  for await (const piece of readText(bytes, 'utf-8', stop)) {
    scanner.push(piece);
    if (scanner.isBroken) break;
    yield* visitor.takeRows();
  }
  if (!scanner.isWhole) stop.raise({ code: 'file-damaged', place: {}, facts: { format: 'xlsx' } });
}
