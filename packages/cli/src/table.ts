export interface TextColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** Rows as text in columns two spaces apart. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const padded = (cell: string, column: number) => (columns[column]!.align === 'right' ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!));
  return lines.map((line) => line.map(padded).join('  ').trimEnd()).join('\n');
}
