import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '@woonzorgzones/core/model';
import type { Failure } from '../problem.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { coverTask } from './cover-task.ts';
import { delineateTask } from './delineate-task.ts';
import { importTask } from './import-task.ts';
import { prepareTask } from './prepare-task.ts';
import { reportTask } from './report-task.ts';
import { siteTask } from './site-task.ts';
import { storyTask } from './story-task.ts';
import type { TaskKind, TaskMessage, TaskProgress, TaskResult, WorkerTask } from './task.ts';

/** What the thread of a job does: opens the store for itself, runs the task, and says how it ended. */
const task = workerData as WorkerTask;
const tell = (message: TaskMessage): void => parentPort?.postMessage(message);
const onProgress = (progress: TaskProgress): void => {
  tell({ kind: 'progress', progress });
};

/** The task of this thread, by its kind. */
function run(store: Store): Promise<Result<TaskResult[TaskKind], Failure>> {
  switch (task.kind) {
    case 'import': return importTask(store, task.input, task.version, onProgress);
    case 'prepare': return prepareTask(store, task.input, task.version, onProgress);
    case 'delineate': return delineateTask(store, task.input, onProgress);
    case 'cover': return coverTask(store, task.input, onProgress);
    case 'site': return siteTask(store, task.input, onProgress);
    case 'report': return reportTask(store, task.input, onProgress);
    case 'story': return storyTask(store, task.input, onProgress);
  }
}

const store = await openStore(task.place);
try {
  const outcome = await run(store);
  tell(outcome.ok ? { kind: 'done', result: outcome.value } : { kind: 'failed', failure: outcome.error });
} finally {
  await store.close();
}
