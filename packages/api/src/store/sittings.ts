import type { ImportProblem, MunicipalityDifferences, Result } from '@woonzorgzones/core/model';
import type { FilePeek } from '@woonzorgzones/files';
import type { KeptChoices } from '../schemas.ts';
import type { Dataset } from './dataset.ts';

/** What was seen of a dropped file: what it holds, or why it cannot be looked at. */
export type FileLook =
  | { readonly peek: FilePeek }
  /** Part of the Shapefile of this name. */
  | { readonly partOf: string }
  | { readonly problem: ImportProblem };

export interface SittingFileRow {
  /** What the planner calls it; never a path on this machine. */
  readonly file: string;
  /** Name in the folder of the sitting. */
  readonly stored: string;
  readonly bytes: number;
  readonly look: FileLook;
}

/** A sitting that is over is remembered for a while, so that it can be said how it ended. */
export type SittingEnd =
  | { readonly how: 'taken'; readonly dataset: string; readonly known: boolean }
  | { readonly how: 'discarded' }
  | { readonly how: 'expired' };

export interface SittingHeader {
  readonly id: string;
  /** Raised by every change of files or choices. */
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly changedAt: string;
  readonly expiresAt: string;
  readonly choices: KeptChoices;
  /** The job that was started last, and the revision it reads. */
  readonly run: { readonly job: string; readonly revision: number } | null;
  readonly end: SittingEnd | null;
}

export interface KeptSitting extends SittingHeader {
  /** Sorted by name. */
  readonly files: readonly SittingFileRow[];
}

export interface SittingChange {
  readonly sitting: string;
  /** The revision the change was made on; it becomes the next. */
  readonly revision: number;
  readonly at: string;
  readonly expiresAt: string;
  readonly choices?: KeptChoices;
  /** Files that come, or that take the place of one of the same name. */
  readonly put?: readonly SittingFileRow[];
  readonly remove?: readonly string[];
}

export type SittingChangeProblem =
  | { readonly code: 'unknown-sitting'; readonly sitting: string }
  | { readonly code: 'sitting-over'; readonly sitting: string; readonly how: SittingEnd['how'] }
  /** Another change came first. */
  | { readonly code: 'sitting-changed'; readonly yours: number; readonly current: number };

/** What a run made of a sitting, waiting to be taken: a dataset that nobody sees yet, or why there is none. */
export type StagedOutcome =
  | {
      readonly kind: 'ready';
      readonly dataset: Dataset;
      /** Hash of the newest dataset of the same municipality at that time, and what differs from it. */
      readonly before: string | null;
      readonly differences: MunicipalityDifferences | null;
    }
  | { readonly kind: 'refused'; readonly problems: readonly ImportProblem[] };

/** The same without the bytes. */
export type KeptOutcome =
  | { readonly kind: 'ready'; readonly hash: string; readonly code: string; readonly verdict: string; readonly before: string | null; readonly differences: MunicipalityDifferences | null }
  | Extract<StagedOutcome, { kind: 'refused' }>;

export interface OwnProfile {
  readonly id: string;
  readonly name: string;
  /** As JSON. */
  readonly profile: string;
  readonly createdAt: string;
}

/** Sittings and the profiles planners saved in them. A change is whole or not at all, and made on the revision that stands. */
export interface SittingStore {
  addSitting(sitting: KeptSitting): Promise<void>;
  sitting(id: string): Promise<KeptSitting | null>;
  /** Sittings that are not over, the last changed first, with how many files each has. */
  openSittings(): Promise<readonly (SittingHeader & { readonly files: number })[]>;
  changeSitting(change: SittingChange): Promise<Result<null, SittingChangeProblem>>;
  /** Puts on record which job reads this revision. */
  startRun(sitting: string, run: { readonly job: string; readonly revision: number }): Promise<void>;
  /** Keeps the outcome of a run; not when the sitting changed or ended since, which is then said. */
  stage(sitting: string, revision: number, outcome: StagedOutcome): Promise<Result<null, SittingChangeProblem>>;
  /** What the run of this revision made; null when there is none. */
  outcome(sitting: string, revision: number): Promise<KeptOutcome | null>;
  /** Makes the staged dataset one of the municipality's, and ends the sitting: all of it or nothing. Null when nothing is staged. */
  take(sitting: string, revision: number, at: string): Promise<Result<{ readonly hash: string; readonly known: boolean } | null, SittingChangeProblem>>;
  /** Ends a sitting and lets go of its files and outcome; one that is over already stays as it ended. */
  endSitting(sitting: string, how: 'discarded' | 'expired', at: string): Promise<void>;
  /** Forgets sittings that were over before this time. */
  forgetSittings(before: string): Promise<void>;
  /** Sorted by id. */
  ownProfiles(): Promise<readonly OwnProfile[]>;
  /** False when there is one of that id already. */
  addProfile(profile: OwnProfile): Promise<boolean>;
  /** False when there is none of that id. */
  removeProfile(id: string): Promise<boolean>;
}
