import type { LogEntry } from '@woonzorgzones/core/edit';
import type { Plan, Result } from '@woonzorgzones/core/model';
import type { Dataset, DatasetHeader } from './dataset.ts';
import type { SittingStore } from './sittings.ts';

/** What the list of plans says of a plan. `version` is the number of lines in its log. */
export interface PlanHeader {
  readonly id: string;
  readonly dataset: string;
  readonly name: string;
  readonly zones: number;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A plan with the whole log that led to it. */
export interface KeptPlan extends PlanHeader {
  readonly initial: Plan;
  readonly log: readonly KeptLine[];
}

export interface KeptLine {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly entry: LogEntry;
}

export interface NewLine {
  readonly plan: string;
  /** The version the line was made on; it becomes the next. */
  readonly version: number;
  readonly line: KeptLine;
  /** The plan after the line, for the list. */
  readonly after: Plan;
}

export type AppendProblem =
  | { readonly code: 'unknown-plan'; readonly plan: string }
  /** Another line came first: `yours` is the version the write was made on, `current` the one that stands. */
  | { readonly code: 'version-conflict'; readonly yours: number; readonly current: number };

/**
 * Where datasets and plans are kept. A promise that resolves means the write is on disk: it survives `kill -9`.
 * Datasets are never changed; logs of plans only grow.
 */
export interface Store extends SittingStore {
  readonly engine: 'sqlite' | 'postgresql';
  /** Keeps a dataset; `known` when the same content stood there already, which is then left as it was. */
  addDataset(dataset: Dataset): Promise<{ readonly known: boolean }>;
  datasets(): Promise<readonly DatasetHeader[]>;
  dataset(hash: string): Promise<DatasetHeader | null>;
  /** The dataset of this municipality that came in last, or null. */
  newestDataset(code: string): Promise<DatasetHeader | null>;
  datasetBytes(hash: string): Promise<Uint8Array | null>;
  verdict(hash: string): Promise<string | null>;
  /** The dataset that was made from files with this key, or null. */
  datasetOfInput(inputKey: string): Promise<string | null>;
  addPlan(plan: KeptPlan): Promise<void>;
  plans(): Promise<readonly PlanHeader[]>;
  plan(id: string): Promise<PlanHeader | null>;
  planWithLog(id: string): Promise<KeptPlan | null>;
  append(line: NewLine): Promise<Result<{ readonly version: number }, AppendProblem>>;
  close(): Promise<void>;
}
