import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A comma-separated reference file as rows by column name. */
export const readTable = (path: string): readonly Readonly<Record<string, string>>[] =>
  parse<Record<string, string>>(readFileSync(path, 'utf8'), { columns: true, bom: true });
