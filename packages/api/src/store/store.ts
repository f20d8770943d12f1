import type { LogEntry } from '@woonzorgzones/core/edit';
import type { Plan, Result } from '@woonzorgzones/core/model';
import type { Dataset, DatasetHeader } from './dataset.ts';
import type { SittingStore } from './sittings.ts';
import type { WitnessStore } from './witnesses.ts';

/** What the list of plans says of a plan. `version` is the number of lines in its log. */
export interface PlanHeader {
  readonly id: string;
  readonly dataset: string;
  readonly name: string;
  readonly zones: number;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The plan it was copied from, absent when it was not copied. */
  readonly origin?: PlanOrigin;
}

/** What a copy was made of: the plan, its name at that time, and the version up to which its log was taken over. */
export interface PlanOrigin {
  readonly plan: string;
  readonly name: string;
  readonly version: number;
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
  /** The sender's own name of the gesture, by which a write that is sent twice is known. */
  readonly gesture?: string;
  /** Who made it, as they call themselves. */
  readonly by?: string;
}

export interface NewLines {
  readonly plan: string;
  /** The version the first line was made on; each makes the next. */
  readonly version: number;
  /** At least one; all are kept or none. */
  readonly lines: readonly KeptLine[];
  /** The plan after the lines, for the list. */
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
export interface Store extends SittingStore, WitnessStore {
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
  /** Whether the log of a plan has a line of this gesture. */
  hasGesture(plan: string, gesture: string): Promise<boolean>;
  append(lines: NewLines): Promise<Result<{ readonly version: number }, AppendProblem>>;
  close(): Promise<void>;
}
