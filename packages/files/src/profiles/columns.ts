import type { LayerPeek } from '../read/peek.ts';

/** Finding the columns of a file under the names by which a profile knows them. */

/** Two spellings of one header: capitals, blanks at the ends and blanks in a row do not count. */
const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

const asPattern = (name: string): RegExp | null => (/^\/.+\/$/.test(name) ? new RegExp(`^(?:${name.slice(1, -1)})$`, 'iu') : null);

function matches(name: string, column: string): boolean {
  const pattern = asPattern(name);
  return pattern === null ? plain(name) === plain(column) : pattern.test(column.trim().replace(/\s+/g, ' '));
}

/** The column that the first of these names finds, as the file writes it; null when none does. */
export function findColumn(columns: readonly string[], names: readonly string[]): string | null {
  for (const name of names) {
    const found = columns.find((column) => matches(name, column));
    if (found !== undefined) return found;
  }
  return null;
}

/** Whether a peek shows every row there is; the first rows of a list of all Flanders are those of one town. */
export const isSeenWhole = ({ rows, rowCount }: Pick<LayerPeek, 'rows' | 'rowCount'>): boolean => rowCount !== null && rowCount <= rows.length;

/** The values of a column in the rows that were looked at, without the empty ones. */
export function filledValues(columns: readonly string[], rows: readonly (readonly string[])[], column: string): readonly string[] {
  const index = columns.indexOf(column);
  return rows.flatMap((row) => {
    const value = row[index]?.trim() ?? '';
    return value === '' ? [] : [value];
  });
}
