import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../store/open-store.ts';
import { delineateTask } from './delineate-task.ts';
import { importTask } from './import-task.ts';
import type { TaskMessage, TaskProgress, WorkerTask } from './task.ts';

/** What the thread of a job does: opens the store for itself, runs the task, and says how it ended. */
const task = workerData as WorkerTask;
const tell = (message: TaskMessage): void => parentPort?.postMessage(message);
const onProgress = (progress: TaskProgress): void => {
  tell({ kind: 'progress', progress });
};

const store = await openStore(task.place);
try {
  const outcome = task.kind === 'import' ? await importTask(store, task.input, task.version, onProgress) : await delineateTask(store, task.input, onProgress);
  tell(outcome.ok ? { kind: 'done', result: outcome.value } : { kind: 'failed', failure: outcome.error });
} finally {
  await store.close();
}
