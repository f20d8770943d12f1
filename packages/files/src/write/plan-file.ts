import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { err, ok, type Result } from '@woonzorgzones/core/model';
import type { ExportTable } from './export-table.ts';
import { writeGeoPackage } from './geopackage.ts';

/** A plan as it is kept: the dataset it lies on, how it began and its log, each as the JSON it was kept in. */
export interface PlanDocument {
  readonly dataset: string;
  readonly municipality: string;
  readonly initial: unknown;
  readonly entries: readonly unknown[];
}

export type PlanFileProblem =
  /** Not a database, or not one of ours. */
  | { readonly code: 'not-a-plan-file' }
  /** A database of which the end is missing. */
  | { readonly code: 'plan-file-cut-off' }
  /** Written by a later version of the program. */
  | { readonly code: 'plan-file-version'; readonly version: number; readonly known: number };

const format = 'woonzorgzones-plan';
const version = 1;

const documentSchema = z.strictObject({
  format: z.literal(format), version: z.number(), dataset: z.string(), municipality: z.string(), initial: z.unknown(), entries: z.array(z.unknown()),
});

/** The plan as a GeoPackage that QGIS opens, with the log inside, so that it opens here again as it was. */
export const writePlanFile = (tables: readonly ExportTable[], { dataset, municipality, initial, entries }: PlanDocument, date: string): Uint8Array =>
  writeGeoPackage(tables, { plan: JSON.stringify({ format, version, dataset, municipality, initial, entries }) }, date);

/** The log in a plan file, exactly as it was written. What it says is not judged here. */
export function readPlanFile(bytes: Uint8Array): Result<PlanDocument, PlanFileProblem> {
  if (isCutOff(bytes)) return err({ code: 'plan-file-cut-off' });
  const text = documentIn(bytes);
  if (text === null) return err({ code: 'not-a-plan-file' });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err({ code: 'not-a-plan-file' });
  }
  const parsed = documentSchema.safeParse(json);
  if (!parsed.success) return err({ code: 'not-a-plan-file' });
  const { dataset, municipality, initial, entries } = parsed.data;
  return parsed.data.version === version ? ok({ dataset, municipality, initial, entries }) : err({ code: 'plan-file-version', version: parsed.data.version, known: version });
}

/** Whether this is a SQLite database with fewer bytes than its header says (file format, 1.3: page size at 16, pages at 28). */
function isCutOff(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 100));
  if (head.toString('latin1', 0, 16) !== 'SQLite format 3\u0000') return false;
  if (head.length < 100) return true;
  const pageSize = head.readUInt16BE(16);
  return bytes.byteLength < (pageSize === 1 ? 65_536 : pageSize) * head.readUInt32BE(28);
}

function documentIn(bytes: Uint8Array): string | null {
  const database = new DatabaseSync(':memory:', { allowExtension: false });
  try {
    database.deserialize(bytes);
    database.exec('PRAGMA trusted_schema = OFF');
    const row = database.prepare("SELECT inhoud FROM woonzorgzones_documenten WHERE naam = 'plan'").get();
    const content = row?.['inhoud'];
    return typeof content === 'string' ? content : null;
  } catch {
    // Not a database, cut off, or without our table: to the planner the same.
    return null;
  } finally {
    database.close();
  }
}
