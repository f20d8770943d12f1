import type { Edit } from '@woonzorgzones/core/edit';
import { err, ok, type Result } from '@woonzorgzones/core/model';
import { usualSettings } from '@woonzorgzones/core/zoning';
import { adoptDelineation, adoptDivision } from './adopt-zones.ts';
import type { Failure } from './problem.ts';
import type { NewPlan } from './schemas.ts';
import type { Services } from './services.ts';

/** What a new plan starts from, as the edits of the one line its log begins with; none for an empty plan. */
export async function firstEdits(
  { datasets, jobs }: Pick<Services, 'datasets' | 'jobs'>, dataset: string, from: NewPlan['from'],
): Promise<Result<readonly Edit[], Failure>> {
  const municipality = await datasets.municipality(dataset);
  if (!municipality) return err({ code: 'unknown-municipality', hash: dataset });
  if (from === 'empty') return ok([]);
  if (from === 'engine') {
    const submitted = await jobs.submit('delineate', { dataset, settings: usualSettings(municipality), standing: null });
    if (!submitted.ok) return submitted;
    const job = await jobs.ended(submitted.value);
    if (job?.kind === 'delineate' && job.result) return ok(adoptDelineation(job.result));
    return err(job?.failure ?? { code: 'unknown-job', job: submitted.value });
  }
  const id = from.slice('division:'.length);
  const division = municipality.divisions.find((candidate) => candidate.id === id);
  if (!division) return err({ code: 'unknown-division', division: id, divisions: municipality.divisions.map((candidate) => candidate.id) });
  return ok([adoptDivision(municipality, division)]);
}
