import { decodeMunicipality, err, ok, type Result } from '@woonzorgzones/core/model';
import { siteFacilities, type SitingAnswer } from '@woonzorgzones/core/needs';
import { reachGroundOf } from '@woonzorgzones/core/network';
import { highsSolver } from '@woonzorgzones/files/solver';
import type { Failure } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { TaskInput, TaskProgress } from './task.ts';

export async function siteTask(store: Store, { dataset, facilities, question }: TaskInput['site'], onProgress: (progress: TaskProgress) => void): Promise<Result<SitingAnswer, Failure>> {
  const bytes = await store.datasetBytes(dataset);
  if (!bytes) return err({ code: 'unknown-municipality', hash: dataset });
  const decoded = decodeMunicipality(bytes);
  if (!decoded.ok) throw new Error(`Got ${decoded.error} when expected a municipality in dataset ${dataset}.`);
  const municipality = decoded.value;
  const { candidates, proveWithinSeconds, ...asked } = question;
  const effort = proveWithinSeconds === null ? { kind: 'swap' as const } : { kind: 'exact' as const, solver: await highsSolver(), seconds: proveWithinSeconds };
  const sited = siteFacilities(
    { municipality, facilities, ground: reachGroundOf(municipality) },
    { ...asked, candidates: candidates === null ? null : Float64Array.from(candidates) },
    effort,
    (done, of) => {
      onProgress({ step: 'siting', file: null, done, of });
      return true;
    },
  );
  if (sited.ok) return ok(sited.value);
  return err(sited.error.code === 'cancelled' ? { code: 'job-cancelled' } : { code: 'siting-refused', reason: sited.error });
}
