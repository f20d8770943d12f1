/** One line of the table: what was measured, how often, and what it is held against in the same run. */
export interface Row {
  readonly what: string;
  readonly runs: number;
  readonly median: string;
  readonly best: string;
  readonly peakMiB: string;
  readonly baseline: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

export const inSeconds = (value: number): string => `${value.toFixed(value < 1 ? 3 : 2)} s`;

/** The rows as a Markdown table, ready for a note. */
export function markdown(rows: readonly Row[]): string {
  const head = ['what', 'runs', 'median', 'best', 'peak memory', 'baseline in the same run'];
  const lines = rows.map((row) => [row.what, String(row.runs), row.median, row.best, row.peakMiB, row.baseline]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
