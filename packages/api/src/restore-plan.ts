import { replay } from '@woonzorgzones/core/edit';
import type { Municipality, Plan } from '@woonzorgzones/core/model';
import { err, ok, type Result } from '@woonzorgzones/core/model';
import { blocksOf } from '@woonzorgzones/core/zoning';
import { readPlanFile } from '@woonzorgzones/files';
import type { OpenPlan } from './plans.ts';
import type { Failure } from './problem.ts';
import { logEntrySchema, planContentSchema } from './schemas.ts';
import { z } from './schemas/zod.ts';
import type { Services } from './services.ts';
import type { KeptLine } from './store/store.ts';

const linesSchema = z.array(z.object({ at: z.iso.datetime(), entry: logEntrySchema, gesture: z.uuid().optional(), by: z.string().optional() }));

/** The plan in a plan file as its log leads to it, without keeping anything. */
export async function planInFile({ datasets }: Pick<Services, 'datasets'>, file: string, bytes: Uint8Array): Promise<Result<{ readonly municipality: Municipality; readonly plan: Plan; readonly version: number }, Failure>> {
  const read = readPlanFile(bytes);
  if (!read.ok) return err({ ...read.error, file });
  const { dataset, municipality: name, initial, entries } = read.value;
  const municipality = await datasets.municipality(dataset);
  if (!municipality) return err({ code: 'plan-file-dataset', file, municipality: name, dataset });
  const lines = linesSchema.safeParse(entries);
  if (!planContentSchema.safeParse(initial).success || !lines.success) return err({ code: 'plan-file-log', file });
  const history = replay(initial as Plan, (entries as readonly KeptLine[]).map(({ entry }) => entry));
  return history.ok ? ok({ municipality, plan: history.value.plan, version: history.value.entries.length }) : err({ code: 'plan-file-log', file });
}

/** A plan of its own from the log in a plan file, line for line as it was; `file` is its name, for what may be wrong. */
export async function restorePlan({ plans, datasets }: Pick<Services, 'plans' | 'datasets'>, file: string, bytes: Uint8Array): Promise<Result<OpenPlan, Failure>> {
  const read = readPlanFile(bytes);
  if (!read.ok) return err({ ...read.error, file });
  const { dataset, municipality: name, initial, entries } = read.value;
  const municipality = await datasets.municipality(dataset);
  if (!municipality) return err({ code: 'plan-file-dataset', file, municipality: name, dataset });
  // What is checked is kept as it stands in the file, so that it goes out again as it came in.
  if (!planContentSchema.safeParse(initial).success || !linesSchema.safeParse(entries).success || (initial as Plan).dataset !== dataset) return err({ code: 'plan-file-log', file });
  const restored = await plans.restore(initial as Plan, entries as readonly KeptLine[], (plan) => {
    const blocks = new Set(blocksOf(municipality, plan).blocks.map(({ id }) => id));
    return Object.keys(plan.zoneOfBlock).every((block) => blocks.has(block));
  });
  return restored === null ? err({ code: 'plan-file-log', file }) : ok(restored);
}
