import { availableParallelism } from 'node:os';
import { decodeMunicipality, err, type Result } from '@woonzorgzones/core/model';
import { blocksOf, type Delineation } from '@woonzorgzones/core/zoning';
import { delineateInThreads } from '../delineate-in-threads.ts';
import type { Failure } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { TaskInput, TaskProgress } from './task.ts';

export async function delineateTask(
  store: Store, { dataset, settings, standing }: TaskInput['delineate'], onProgress: (progress: TaskProgress) => void,
): Promise<Result<Delineation, Failure>> {
  const bytes = await store.datasetBytes(dataset);
  if (!bytes) return err({ code: 'unknown-municipality', hash: dataset });
  onProgress({ step: 'delineating', file: null, done: 0, of: 0 });
  const municipality = decodeMunicipality(bytes);
  if (!municipality.ok) throw new Error(`Got ${municipality.error} when expected a municipality in dataset ${dataset}.`);
  return delineateInThreads(standing === null ? municipality.value : blocksOf(municipality.value, standing), settings, standing, availableParallelism(), (done, of) => {
    onProgress({ step: 'delineating', file: null, done, of });
  });
}
