import { parentPort, workerData } from 'node:worker_threads';
import { peekFile } from '@woonzorgzones/files';
import { openStored } from '../open-stored.ts';
import type { FileLook } from '../store/sittings.ts';
import type { LookTask } from './looks.ts';

/** What the thread that looks at dropped files does: one after the other, telling of each when it is done. */
const { files, paths } = workerData as LookTask;
const open = openStored(paths);
for (const file of files) {
  const peek = await peekFile(file, open);
  const look: FileLook = peek.ok ? { peek: peek.value } : { problem: { ...peek.error, file } };
  parentPort?.postMessage({ file, look });
}
