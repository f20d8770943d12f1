import { parentPort, workerData } from 'node:worker_threads';
import { runZoneSearch, type ZoneSearchTask } from '@woonzorgzones/core/zoning';
import type { SearchGround } from './delineate-in-threads.ts';

/** A thread of a search: does the tasks it is handed, one at a time. */
const { problem, weights } = workerData as SearchGround;
parentPort!.on('message', (task: ZoneSearchTask) => {
  parentPort!.postMessage(runZoneSearch(problem, weights, task));
});
