import type { SheetRow } from './sheet.ts';

/** Rows in which the header of a sheet is looked for: titles, notes and empty lines may stand above it. */
export const rowsBeforeHeader = 50;

/** A header has about as many cells as the widest row; a title has one or two. */
const shareOfWidest = 0.6;

const isNumber = (text: string) => /^[-+]?[\d.,\s]+$/.test(text);

function couldBeHeader({ cells }: SheetRow): boolean {
  const names = [...cells.values()];
  return new Set(names).size === names.length && !names.some(isNumber);
}

/**
 * Which of the first rows of a sheet is the header: the first that names every wanted column; else the first that is about
 * as wide as the sheet and holds words only, each once. Null when there is no row at all.
 */
export function headerAmong(rows: readonly SheetRow[], wanted: readonly string[]): number | null {
  if (rows.length === 0) return null;
  if (wanted.length > 0) {
    const naming = rows.findIndex(({ cells }) => {
      const names = new Set(cells.values());
      return wanted.every((column) => names.has(column));
    });
    if (naming !== -1) return naming;
  }
  const widest = Math.max(...rows.map(({ cells }) => cells.size));
  const likely = rows.findIndex((row) => row.cells.size >= shareOfWidest * widest && couldBeHeader(row));
  return likely === -1 ? 0 : likely;
}
