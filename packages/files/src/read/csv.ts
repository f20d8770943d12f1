import { limits } from '../limits.ts';
import type { FirstProblem } from './problem.ts';

export type Delimiter = ',' | ';' | '|' | '\t';

const delimiters: readonly Delimiter[] = [',', ';', '|', '\t'];

export interface CsvReader {
  /** The sign between values, once, before the header. */
  readonly delimiter?: (delimiter: Delimiter) => void;
  /** The names of the columns, once, before the first row. */
  readonly header: (columns: readonly string[]) => void;
  /** Whether the reader has seen enough; the rest of the text is then let by unread. */
  readonly isDone?: () => boolean;
  /** `line` is where the row begins, from 1; values as many as the line has, trimmed. */
  readonly row: (line: number, values: readonly string[]) => void;
}

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const tab = 0x09;

/** The delimiter that stands most often outside quotes in the first line; the comma where none does. */
export function findDelimiter(text: string): Delimiter {
  const counts = new Map<string, number>(delimiters.map((delimiter) => [delimiter, 0]));
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '\n' || character === '\r')) break;
    else if (!isQuoted && counts.has(character)) counts.set(character, counts.get(character)! + 1);
  }
  return delimiters.reduce((best, delimiter) => (counts.get(delimiter)! > counts.get(best)! ? delimiter : best));
}

/**
 * Cuts CSV text into rows as it comes in. RFC 4180, read leniently: a quote opens a field only at its start, so that
 * `5" pijp` is a value; blanks around fields fall away; lines end in LF, CRLF or CR. An own scanner and no package, because
 * a refused row must name the line it begins on, and an open quote the line it was opened on.
 */
class RowScanner {
  readonly #delimiter: number;
  readonly #row: (line: number, values: readonly string[]) => void;
  #text = '';
  #line = 1;
  /** Line on which a quote stands open at the end of what was pushed; null when none does. */
  #openQuote: number | null = null;

  constructor(delimiter: Delimiter, row: (line: number, values: readonly string[]) => void) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#row = row;
  }

  get line(): number {
    return this.#line;
  }

  /** Characters held back until their row is whole. */
  get pending(): number {
    return this.#text.length;
  }

  get openQuote(): number | null {
    return this.#openQuote;
  }

  push(text: string, isEnd: boolean): void {
    this.#text = this.#text === '' ? text : this.#text + text;
    let from = 0;
    while (from < this.#text.length) {
      const next = this.#take(from, isEnd);
      if (next === -1) break;
      from = next;
    }
    this.#text = this.#text.slice(from);
  }

  /** Takes one row; returns where the next begins, -1 when this one is not whole yet. */
  #take(from: number, isEnd: boolean): number {
    const text = this.#text;
    const values: string[] = [];
    let lines = 1;
    let at = from;
    this.#openQuote = null;
    for (;;) {
      const start = this.#skipBlanks(at);
      let end = start;
      let value: string | null = null;
      if (text.charCodeAt(start) === quote) {
        const close = this.#closingQuote(start);
        if (close === -1) {
          this.#openQuote = this.#line + countBreaks(text, from, start);
          return -1;
        }
        lines += countBreaks(text, start, close);
        end = this.#skipBlanks(close + 1);
        if (this.#endsField(end)) value = text.slice(start + 1, close).replaceAll('""', '"').trim();
      }
      while (!this.#endsField(end)) end += 1;
      values.push(value ?? text.slice(start, end).trim());
      if (end < text.length && text.charCodeAt(end) === this.#delimiter) {
        at = end + 1;
        continue;
      }
      if (end >= text.length && !isEnd) return -1;
      const isCarriageReturn = text.charCodeAt(end) === carriageReturn;
      // A CR at the very end may be half of a CRLF.
      if (isCarriageReturn && end + 1 >= text.length && !isEnd) return -1;
      if (values.length > 1 || values[0] !== '') this.#row(this.#line, values);
      this.#line += lines;
      return isCarriageReturn && text.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1;
    }
  }

  #skipBlanks(at: number): number {
    let next = at;
    for (;;) {
      const code = this.#text.charCodeAt(next);
      if ((code !== space && code !== tab) || code === this.#delimiter) return next;
      next += 1;
    }
  }

  #endsField(at: number): boolean {
    if (at >= this.#text.length) return true;
    const code = this.#text.charCodeAt(at);
    return code === this.#delimiter || code === lineFeed || code === carriageReturn;
  }

  #closingQuote(open: number): number {
    let at = this.#text.indexOf('"', open + 1);
    while (at !== -1 && this.#text.charCodeAt(at + 1) === quote) at = this.#text.indexOf('"', at + 2);
    return at;
  }
}

function countBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(i + 1) !== lineFeed)) breaks += 1;
  }
  return breaks;
}

/** Reads CSV text row by row, in constant memory. Linear. */
export async function readCsv(text: AsyncIterable<string>, delimiter: Delimiter | null, reader: CsvReader, stop: FirstProblem): Promise<void> {
  let width = 0;
  const take = (line: number, values: readonly string[]) => {
    if (stop.problem !== null) return;
    if (width > 0) reader.row(line, values);
    else {
      width = values.length;
      reader.header(values);
    }
  };
  let scanner: RowScanner | null = null;
  let head = '';
  const begin = () => {
    const sign = delimiter ?? findDelimiter(head);
    reader.delimiter?.(sign);
    const begun = new RowScanner(sign, take);
    begun.push(head, false);
    return begun;
  };
  for await (const piece of text) {
    if (reader.isDone?.() === true) continue;
    if (scanner === null) {
      head += piece;
      // The delimiter is read off a whole first line.
      if (!/[\r\n]/.test(head) && head.length < limits.lineCharacters) continue;
      scanner = begin();
    } else {
      scanner.push(piece, false);
    }
    if (scanner.pending > limits.lineCharacters) {
      stop.raise({ code: 'line-too-long', place: { line: scanner.openQuote ?? scanner.line }, facts: { limit: limits.lineCharacters } });
    }
    if (stop.problem !== null) return;
  }
  scanner ??= begin();
  if (reader.isDone?.() === true) return;
  scanner.push('', true);
  if (scanner.openQuote !== null) stop.raise({ code: 'quote-not-closed', place: { line: scanner.openQuote }, facts: {} });
}
