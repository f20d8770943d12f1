import { availableParallelism } from 'node:os';
import { decodeMunicipality, err, type Result } from '@woonzorgzones/core/model';
import { coverageInThreads, type CategoryCoverage } from '../coverage-in-threads.ts';
import type { Failure } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { TaskInput, TaskProgress } from './task.ts';

export async function coverTask(store: Store, { dataset, facilities, asked }: TaskInput['cover'], onProgress: (progress: TaskProgress) => void): Promise<Result<readonly CategoryCoverage[], Failure>> {
  const bytes = await store.datasetBytes(dataset);
  if (!bytes) return err({ code: 'unknown-municipality', hash: dataset });
  const decoded = decodeMunicipality(bytes);
  if (!decoded.ok) throw new Error(`Got ${decoded.error} when expected a municipality in dataset ${dataset}.`);
  return coverageInThreads(decoded.value, facilities, asked, availableParallelism(), (done, of) => {
    onProgress({ step: 'reaching', file: null, done, of });
  });
}
