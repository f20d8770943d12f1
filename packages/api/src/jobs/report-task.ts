import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { decodeMunicipality, err, ok, type Result } from '@woonzorgzones/core/model';
import { blocksOf } from '@woonzorgzones/core/zoning';
import { reportForms, writeReport } from '@woonzorgzones/files';
import { planReport } from '../plan-report.ts';
import type { PrintedPlan } from '../plan-sheet.ts';
import type { Failure } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { WrittenFiles } from './report-files.ts';
import type { TaskInput, TaskProgress } from './task.ts';

/** Writes a report in all its forms into the folder it was given; a job that is stopped has no result, so nothing half-written is ever fetched. */
export async function reportTask(store: Store, { plan, against, years, shipped, language, date, folder }: TaskInput['report'], onProgress: (progress: TaskProgress) => void): Promise<Result<WrittenFiles, Failure>> {
  const printed: PrintedPlan[] = [];
  for (const one of [plan, ...against]) {
    const bytes = await store.datasetBytes(one.plan.dataset);
    if (!bytes) return err({ code: 'unknown-municipality', hash: one.plan.dataset });
    const decoded = decodeMunicipality(bytes);
    if (!decoded.ok) throw new Error(`Got ${decoded.error} when expected a municipality in dataset ${one.plan.dataset}.`);
    printed.push({ ...one, municipality: blocksOf(decoded.value, one.plan) });
  }
  let steps = 0;
  const report = planReport(printed[0]!, { language, against: printed.slice(1), years, shipped }, date, (done, of, heading) => {
    steps = of;
    onProgress({ step: 'reporting', file: heading, done, of: of + reportForms.length });
  });
  const files: WrittenFiles['files'][number][] = [];
  for (const [index, form] of reportForms.entries()) {
    onProgress({ step: 'reporting', file: form.toUpperCase(), done: steps + index, of: steps + reportForms.length });
    for (const { name, content } of await writeReport(report, form, true)) {
      await writeFile(join(folder, name), content);
      files.push({ form, name, bytes: Buffer.byteLength(content) });
    }
  }
  return ok({ key: basename(folder), files });
}
