import { parentPort, workerData } from 'node:worker_threads';
import { coverage, nearestFacilities } from '@woonzorgzones/core/network';
import type { CoverageGround, CoverageTask } from './coverage-in-threads.ts';

/** A thread that measures one kind of facility after the other on memory it shares with others. */
const { network, addresses, persons, bands, limit } = workerData as CoverageGround;

parentPort?.on('message', ({ category, facilities }: CoverageTask) => {
  parentPort?.postMessage({ category, coverage: coverage(network, nearestFacilities(network, facilities, addresses), persons, bands, limit) });
});
