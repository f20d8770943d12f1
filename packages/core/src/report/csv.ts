/**
 * Lines of cells as a CSV file for a spreadsheet set to Dutch: semicolons, UTF-8 with a mark. No cell is ever run: a text
 * that a spreadsheet would take for a formula is kept a text (OWASP, CSV injection).
 */
export const csvDocument = (lines: readonly (readonly string[])[]): string => `\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
