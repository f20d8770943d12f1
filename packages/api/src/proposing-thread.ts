import { parentPort, workerData } from 'node:worker_threads';
import { decodeMunicipality } from '@woonzorgzones/core/model';
import { blocksOf } from '@woonzorgzones/core/zoning';
import { lookedProposals } from './analyses.ts';
import type { ProposingTask } from './proposing.ts';

/** The thread of one look: reads the dataset for itself and says what could be done. */
const { bytes, norms, plan, looked, shipped } = workerData as ProposingTask;
const municipality = decodeMunicipality(bytes);
if (!municipality.ok) throw new Error(`Got ${municipality.error} when expected a municipality in dataset ${plan.dataset}.`);
parentPort?.postMessage(lookedProposals(blocksOf(municipality.value, plan), norms, plan, looked, shipped));
