import { rm } from 'node:fs/promises';
import type { DelineationSettings, Facility, Language, NormSet, Plan } from '@woonzorgzones/core/model';
import type { ReachQuestion, SitingAnswer, SitingQuestion } from '@woonzorgzones/core/needs';
import type { Delineation } from '@woonzorgzones/core/zoning';
import type { CategoryCoverage } from '../coverage-in-threads.ts';
import type { Upload } from '../http/receive-upload.ts';
import type { ImportedDataset } from '../import-dataset.ts';
import type { PrintedPlan } from '../plan-sheet.ts';
import type { Failure } from '../problem.ts';
import type { StorePlace } from '../store/open-store.ts';
import type { StoryForm } from '@woonzorgzones/files';
import type { WrittenFiles } from './report-files.ts';
import type { WrittenStory } from './written-story.ts';

/** What each kind of job is given: plain values, so that it can be handed to a thread or kept in a queue. */
export interface TaskInput {
  readonly import: Upload;
  /** Reads a revision of a sitting: its manifest as JSON, and where each file stands, by name. */
  readonly prepare: { readonly sitting: string; readonly revision: number; readonly manifest: string; readonly files: Readonly<Record<string, string>> };
  /** `standing`: the plan whose locks and kernen hold. */
  readonly delineate: { readonly dataset: string; readonly settings: DelineationSettings; readonly standing: Plan | null };
  /** `facilities`: those of the plan. */
  readonly cover: { readonly dataset: string; readonly facilities: readonly Facility[]; readonly asked: Omit<ReachQuestion, 'destination'> };
  readonly site: { readonly dataset: string; readonly facilities: readonly Facility[]; readonly question: SitingBody };
  /** `folder`: where its files go; `date`: the day that stands on it. */
  readonly report: { readonly plan: ReportedPlan; readonly against: readonly ReportedPlan[]; readonly years: readonly number[]; readonly shipped: ReadonlyMap<string, NormSet>; readonly language: Language; readonly date: string; readonly folder: string };
  /** `shipped`: the norm sets its scenarios may name. */
  readonly story: { readonly plan: ReportedPlan; readonly shipped: ReadonlyMap<string, NormSet>; readonly form: StoryForm; readonly language: Language; readonly date: string; readonly folder: string };
}

/** A plan as it was when its report was asked for, without its municipality, which the thread reads for itself. */
type ReportedPlan = Omit<PrintedPlan, 'municipality'>;

type SitingBody = Omit<SitingQuestion, 'candidates'> & { readonly candidates: readonly number[] | null; readonly proveWithinSeconds: number | null };

export interface TaskResult {
  readonly import: ImportedDataset;
  readonly prepare: ImportedDataset & { readonly sitting: string };
  readonly delineate: Delineation;
  readonly site: SitingAnswer;
  readonly cover: readonly CategoryCoverage[];
  readonly report: WrittenFiles;
  readonly story: WrittenStory;
}

export type TaskKind = keyof TaskInput;

/** What a job is at, and how far: `done` of `of` steps; `of` is 0 while their number is unknown. */
export interface TaskProgress {
  readonly step: 'waiting' | 'reading' | 'fitting' | 'spreading' | 'writing' | 'comparing' | 'delineating' | 'siting' | 'reaching' | 'reporting' | 'telling';
  /** The file being read. */
  readonly file: string | null;
  readonly done: number;
  readonly of: number;
}

/** A task as its worker gets it. */
export type WorkerTask = {
  readonly [K in TaskKind]: { readonly kind: K; readonly input: TaskInput[K]; readonly place: StorePlace; readonly version: string }
}[TaskKind];

/** What a worker says back: any number of progress messages, then one of the others. */
export type TaskMessage =
  | { readonly kind: 'progress'; readonly progress: TaskProgress }
  | { readonly kind: 'done'; readonly result: TaskResult[TaskKind] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Removes what a job left to be fetched, once it is forgotten. */
export async function forgetTask(kind: TaskKind, input: TaskInput[TaskKind]): Promise<void> {
  if (kind === 'report' || kind === 'story') await rm((input as TaskInput['report' | 'story']).folder, { recursive: true, force: true });
}

/** Removes what a job leaves on disk, whether it ran or not. */
export async function tidyTask(kind: TaskKind, input: TaskInput[TaskKind]): Promise<void> {
  if (kind === 'import') await rm((input as Upload).folder, { recursive: true, force: true });
}
