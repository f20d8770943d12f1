import type { ManifestFile } from '../manifest.ts';
import { readCsv } from './csv.ts';
import { FeatureScanner } from './feature-scanner.ts';
import type { FileLedger } from './file-ledger.ts';
import type { FirstProblem } from './problem.ts';
import { Row } from './row.ts';
import type { SourceBytes } from './source-bytes.ts';
import { readText } from './text.ts';

/** Columns a file must have for what its manifest says of it. */
function columnsNeeded(file: ManifestFile): readonly { readonly field: string; readonly column: string }[] {
  return [
    ...Object.entries(file.columns).map(([field, column]) => ({ field, column })),
    ...(file.keep === undefined ? [] : [{ field: 'keep', column: file.keep.column }]),
    ...file.hold.map(({ column }) => ({ field: 'hold', column })),
  ];
}

/** Names of properties that are remembered to tell a planner which there are. */
const namesRemembered = 60;

/** A property of a feature as text: a list as words, nothing as ''. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? value.map(textOf).join(' ') : JSON.stringify(value);
}

/** Passes on the rows that the manifest wants, and keeps the books of the others. */
function rowGate(file: ManifestFile, ledger: FileLedger, take: (row: Row) => void) {
  const kept = file.keep === undefined ? null : new Set(file.keep.values.map(String));
  return (place: Row['place'], valueOf: (column: string) => string, geometry: unknown): void => {
    ledger.countRead();
    if (file.keep !== undefined && kept !== null) {
      const value = valueOf(file.keep.column);
      if (!kept.has(value)) {
        ledger.leaveOut(place, value);
        return;
      }
    }
    for (const { column, startsWith } of file.hold) {
      const value = valueOf(column);
      if (startsWith.some((start) => value.startsWith(start))) {
        ledger.wait(place, column, value, 'held');
        return;
      }
    }
    take(new Row(file, ledger, place, valueOf, geometry));
  };
}

async function readCsvRows(file: ManifestFile, text: AsyncIterable<string>, ledger: FileLedger, stop: FirstProblem, take: (row: Row) => void): Promise<void> {
  const pass = rowGate(file, ledger, take);
  const indexOf = new Map<string, number>();
  let columns: readonly string[] = [];
  const header = (names: readonly string[]) => {
    columns = names;
    for (const [index, name] of names.entries()) if (!indexOf.has(name)) indexOf.set(name, index);
    for (const { field, column } of columnsNeeded(file)) {
      if (!indexOf.has(column)) stop.raise({ code: 'missing-column', place: { line: 1 }, facts: { field, column, present: names.slice(0, namesRemembered) } });
      else if (names.indexOf(column) !== names.lastIndexOf(column)) stop.raise({ code: 'double-column', place: { line: 1 }, facts: { column } });
    }
  };
  const row = (line: number, values: readonly string[]) => {
    if (values.length === columns.length) {
      pass({ line }, (column) => values[indexOf.get(column)!]!, null);
      return;
    }
    ledger.countRead();
    ledger.refuse({ line }, null, values.join(' | '), 'wrong-field-count');
  };
  await readCsv(text, file.delimiter, { header, row }, stop);
  if (stop.problem !== null || ledger.rowsRead > 0) return;
  if (columns.length === 0) stop.raise({ code: 'file-empty', place: {}, facts: {} });
  else stop.raise({ code: 'file-without-rows', place: {}, facts: { columns: columns.slice(0, namesRemembered) } });
}

async function readFeatureRows(
  file: ManifestFile, text: AsyncIterable<string>, ledger: FileLedger, stop: FirstProblem, take: (row: Row) => void,
): Promise<unknown> {
  const pass = rowGate(file, ledger, take);
  const seen = new Set<string>();
  const needed = new Set(columnsNeeded(file).map(({ column }) => column));
  const feature = (value: unknown, number: number) => {
    const { properties, geometry } = (value ?? {}) as { readonly properties?: unknown; readonly geometry?: unknown };
    const own = typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {};
    for (const name of Object.keys(own)) if (seen.size < namesRemembered || needed.has(name)) seen.add(name);
    pass({ feature: number }, (column) => (Object.hasOwn(own, column) ? textOf(own[column]) : ''), geometry);
  };
  const scanner = new FeatureScanner(feature, stop);
  for await (const piece of text) {
    scanner.push(piece);
    if (stop.problem !== null) return null;
  }
  scanner.end();
  if (scanner.features === 0) stop.raise({ code: 'file-without-rows', place: {}, facts: { columns: [] } });
  for (const { field, column } of columnsNeeded(file)) {
    if (!seen.has(column)) stop.raise({ code: 'missing-column', place: {}, facts: { field, column, present: [...seen] } });
  }
  return scanner.member('crs');
}

/**
 * Streams a file row by row to `take`, in constant memory. What goes wrong with the file as a whole is raised; what goes
 * wrong with a row stands in the ledger. Returns the `crs` member of a GeoJSON file.
 */
export async function readRows(
  file: ManifestFile, bytes: SourceBytes, ledger: FileLedger, stop: FirstProblem, take: (row: Row) => void,
): Promise<unknown> {
  if (file.format === 'geojson') return readFeatureRows(file, readText(bytes, 'utf-8', stop), ledger, stop, take);
  await readCsvRows(file, readText(bytes, file.encoding ?? 'utf-8', stop), ledger, stop, take);
  return null;
}
