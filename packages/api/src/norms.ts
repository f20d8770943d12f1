import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { err, normSetOf, ok, parseNormSet, usualNormSet, type NormSet, type Plan, type Result } from '@woonzorgzones/core/model';

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

interface UnknownNormSet {
  readonly code: 'unknown-norm-set';
  readonly normSet: string;
  readonly normSets: readonly string[];
}

/** The norms a plan is held to: its own copy, or the shipped set it names. */
export function normsOfPlan(norms: Norms, plan: Pick<Plan, 'norms' | 'normSet'>): Result<NormSet, UnknownNormSet> {
  const set = normSetOf(plan, norms);
  return set ? ok(set) : err({ code: 'unknown-norm-set', normSet: plan.normSet, normSets: [...norms.keys()] });
}

/** What a new plan on a dataset of this year is held to when nobody chooses. The shipped sets cover every year. */
export function normSetForYear(norms: Norms, year: number): NormSet {
  const set = usualNormSet(year, norms);
  if (!set) throw new Error(`Got no norm set for ${year} when expected one for any year.`);
  return set;
}
