import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { NormSet } from '@woonzorgzones/core/model';
import { parseNormSet } from '@woonzorgzones/core/needs';

/** The norm sets by id, in the order of their files. */
export type Norms = ReadonlyMap<string, NormSet>;

/** Reads every norm set of the folder; these files are part of the program, so a faulty one stops the start. */
export async function readNorms(folder: string): Promise<Norms> {
  const norms = new Map<string, NormSet>();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()) {
    const parsed = parseNormSet(JSON.parse(await readFile(join(folder, file), 'utf8')));
    if (!parsed.ok) throw new Error(`Got ${JSON.stringify(parsed.error[0])} when expected a norm set in ${file}.`);
    norms.set(parsed.value.id, parsed.value);
  }
  return norms;
}

/** What a new plan is held to when nobody chooses: the Flemish norms of today. */
export const defaultNormSet = 'vlaanderen';
