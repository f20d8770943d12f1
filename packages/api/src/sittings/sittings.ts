import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '@woonzorgzones/core/model';
import type { UploadLimits } from '../http/receive-parts.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { LookLimits, Looks } from '../jobs/looks.ts';
import type { Failure } from '../problem.ts';
import type { KnownProfile, Profiles } from '../profiles.ts';
import type { KeptChoices } from '../schemas.ts';
import type { KeptOutcome, KeptSitting, SittingFileRow, SittingHeader } from '../store/sittings.ts';
import type { Store } from '../store/store.ts';
import { shapefileParts } from './file-names.ts';
import { openTurns } from './in-turn.ts';
import { noChoices, proposeSitting, recogniseAs, type Proposal } from './propose.ts';
import type { SittingFiles } from './sitting-files.ts';
import { toLookAt } from './to-look-at.ts';

export interface SittingLimits extends UploadLimits, LookLimits {
  /** Sittings at once. */
  readonly sittings: number;
  /** After the last change. */
  readonly sittingDays: number;
}

export interface SittingSettings {
  readonly store: Store;
  readonly files: SittingFiles;
  readonly profiles: Profiles;
  readonly jobs: Jobs;
  readonly looks: Looks;
  readonly limits: SittingLimits;
  readonly now: () => Date;
}

/** A file that came in, and the path where it stands until the sitting takes it in. */
export interface NewFile {
  readonly file: string;
  readonly received: string;
  readonly bytes: number;
}

export type SittingState = 'open' | 'running' | 'ready' | 'refused' | 'stopped';

/** A sitting with what its files make together, as it stands. */
export interface OpenSitting {
  readonly kept: KeptSitting;
  readonly profiles: readonly KnownProfile[];
  readonly proposal: Proposal;
  readonly state: SittingState;
  /** Why it is stopped. */
  readonly problem: Failure | null;
}

export interface Taken {
  readonly hash: string;
  readonly known: boolean;
  /** Plans on other datasets of this municipality: they stay there. */
  readonly plansOnOlder: number;
}

export type SittingOutcome = KeptOutcome & { readonly plansOnOlder: number; readonly known: boolean };

/** Sittings: files on disk, state in the store, so that neither a closed tab nor a stopped server loses one. */
export interface Sittings {
  list(): Promise<readonly (SittingHeader & { readonly files: number; readonly state: SittingState })[]>;
  open(files: readonly NewFile[]): Promise<Result<OpenSitting, Failure>>;
  get(id: string): Promise<Result<OpenSitting, Failure>>;
  addFiles(id: string, files: readonly NewFile[]): Promise<Result<OpenSitting, Failure>>;
  removeFile(id: string, file: string): Promise<Result<OpenSitting, Failure>>;
  choose(id: string, revision: number, choices: KeptChoices): Promise<Result<OpenSitting, Failure>>;
  /** Starts the job that reads the files; resolves to its id. */
  run(id: string): Promise<Result<string, Failure>>;
  outcome(id: string): Promise<Result<SittingOutcome, Failure>>;
  take(id: string): Promise<Result<Taken, Failure>>;
  discard(id: string): Promise<Result<null, Failure>>;
}

type StoredFile = Omit<SittingFileRow, 'look'>;

const dayMs = 86_400_000;
/** How long it can still be said how a sitting ended. */
const rememberedDays = 60;

/** Opens the sittings of a store, and clears away those that have expired and what killed processes left. */
export async function openSittings({ store, files, profiles, jobs, looks, limits, now }: SittingSettings): Promise<Sittings> {
  const inTurn = openTurns();
  const at = (daysFromNow = 0) => new Date(now().getTime() + daysFromNow * dayMs).toISOString();

  const stateOf = async ({ id, revision, run }: SittingHeader): Promise<{ readonly state: SittingState; readonly problem: Failure | null }> => {
    const isOfRevision = run?.revision === revision;
    const job = run === null ? null : await jobs.status(run.job);
    if (isOfRevision && (job?.state === 'queued' || job?.state === 'running')) return { state: 'running', problem: null };
    const outcome = await store.outcome(id, revision);
    if (outcome !== null) return { state: outcome.kind, problem: null };
    // A job that is not known any more was run by a server that stopped.
    return isOfRevision ? { state: 'stopped', problem: job?.failure ?? { code: 'job-interrupted' } } : { state: 'open', problem: null };
  };

  const describe = async (kept: KeptSitting): Promise<OpenSitting> => {
    const known = await profiles.all();
    return { kept, profiles: known, proposal: proposeSitting(kept.files, kept.choices, known.map(({ profile }) => profile)), ...await stateOf(kept) };
  };

  const end = async (id: string, how: 'discarded' | 'expired'): Promise<void> => {
    await store.endSitting(id, how, at());
    await files.removeAll(id);
  };

  const hasExpired = async (sitting: SittingHeader): Promise<boolean> => sitting.expiresAt <= at() && (await stateOf(sitting)).state !== 'running';

  const openOnes = async () => {
    for (const sitting of await store.openSittings()) if (await hasExpired(sitting)) await end(sitting.id, 'expired');
    return store.openSittings();
  };

  /** The sitting while it is going on; how it ended when it is over. */
  const goingOn = async (id: string): Promise<Result<KeptSitting, Failure>> => {
    const kept = await store.sitting(id);
    if (kept === null) return err({ code: 'unknown-sitting', sitting: id });
    if (kept.end !== null) return err({ code: 'sitting-over', sitting: id, how: kept.end.how });
    if (!await hasExpired(kept)) return ok(kept);
    await end(id, 'expired');
    return err({ code: 'sitting-over', sitting: id, how: 'expired' });
  };

  const get = async (id: string): Promise<Result<OpenSitting, Failure>> => {
    const kept = await goingOn(id);
    return kept.ok ? ok(await describe(kept.value)) : kept;
  };

  /** A change of a sitting that no job is reading, in its turn. */
  const change = (id: string, act: (kept: KeptSitting) => Promise<Result<null, Failure>>): Promise<Result<OpenSitting, Failure>> =>
    inTurn(id, async () => {
      const kept = await goingOn(id);
      if (!kept.ok) return kept;
      if ((await stateOf(kept.value)).state === 'running') return err({ code: 'sitting-running', sitting: id });
      const acted = await act(kept.value);
      return acted.ok ? get(id) : acted;
    });

  /** The files with what is seen in them; only those that changed are opened. */
  const withLooks = async (id: string, before: readonly SittingFileRow[], after: readonly StoredFile[]): Promise<readonly SittingFileRow[]> => {
    const paths = Object.fromEntries(after.map(({ file, stored }) => [file, files.path(id, stored)]));
    const stale = toLookAt(before, after);
    const seen = stale.length === 0 ? null : await looks.lookAt({ files: stale, paths });
    const known = new Map(before.map(({ file, look }) => [file, look]));
    const parts = shapefileParts(after.map(({ file }) => file));
    return after.map((row) => {
      const partOf = parts.get(row.file);
      return { ...row, look: partOf === undefined ? (seen?.get(row.file) ?? known.get(row.file)!) : { partOf } };
    });
  };

  const changeFiles = async (kept: KeptSitting, after: readonly StoredFile[]): Promise<Result<null, Failure>> => {
    const { id, revision } = kept;
    const rows = await withLooks(id, kept.files, after);
    const names = new Set(after.map(({ file }) => file));
    const gone = kept.files.map(({ file }) => file).filter((file) => !names.has(file));
    const choices = { ...kept.choices, files: Object.fromEntries(Object.entries(kept.choices.files).filter(([file]) => !gone.includes(file))) };
    const changed = await store.changeSitting({ sitting: id, revision, at: at(), expiresAt: at(limits.sittingDays), choices, put: rows, remove: gone });
    const stored = new Set((changed.ok ? after : kept.files).map((row) => row.stored));
    await files.remove(id, [...kept.files, ...after].map((row) => row.stored).filter((name) => !stored.has(name)));
    return changed;
  };

  const takeIn = (id: string, added: readonly NewFile[]): Promise<readonly StoredFile[]> =>
    Promise.all(added.map(async ({ file, received, bytes }) => ({ file, bytes, stored: await files.takeIn(id, received) })));

  const plansElsewhere = async (code: string, hash: string): Promise<number> => {
    const older = new Set((await store.datasets()).filter((dataset) => dataset.code === code && dataset.hash !== hash).map((dataset) => dataset.hash));
    return (await store.plans()).filter(({ dataset }) => older.has(dataset)).length;
  };

  const standing = await openOnes();
  await files.tidy(new Map(await Promise.all(standing.map(async ({ id }) => [id, new Set((await store.sitting(id))?.files.map(({ stored }) => stored))] as const))));
  await store.forgetSittings(at(-rememberedDays));

  return {
    get,

    async list() {
      const open = await openOnes();
      return Promise.all(open.map(async (sitting) => ({ ...sitting, state: (await stateOf(sitting)).state })));
    },

    async open(added) {
      if ((await openOnes()).length >= limits.sittings) return err({ code: 'too-many-sittings', limit: limits.sittings });
      const id = randomUUID();
      const moment = at();
      await store.addSitting({ id, revision: 0, createdAt: moment, changedAt: moment, expiresAt: at(limits.sittingDays), choices: noChoices, run: null, end: null, files: [] });
      if (added.length === 0) return get(id);
      try {
        return await change(id, async (kept) => changeFiles(kept, await takeIn(id, added)));
      } catch (error) {
        await end(id, 'discarded');
        throw error;
      }
    },

    addFiles: (id, added) => change(id, async (kept) => {
      const names = new Set(added.map(({ file }) => file));
      const staying = kept.files.filter(({ file }) => !names.has(file));
      if (staying.length + added.length > limits.uploadFiles) return err({ code: 'too-many-files', limit: limits.uploadFiles });
      if ([...staying, ...added].reduce((sum, { bytes }) => sum + bytes, 0) > limits.uploadBytes) return err({ code: 'body-too-large', limitBytes: limits.uploadBytes });
      return changeFiles(kept, [...staying.map(({ file, stored, bytes }) => ({ file, stored, bytes })), ...await takeIn(id, added)]);
    }),

    removeFile: (id, file) => change(id, async (kept) => {
      const staying = kept.files.filter((row) => row.file !== file);
      if (staying.length === kept.files.length) return err({ code: 'unknown-file', file, files: kept.files.map((row) => row.file) });
      return changeFiles(kept, staying.map((row) => ({ file: row.file, stored: row.stored, bytes: row.bytes })));
    }),

    choose: (id, revision, choices) => change(id, async (kept) => {
      if (kept.revision !== revision) return err({ code: 'sitting-changed', yours: revision, current: kept.revision });
      const unfit = firstUnfit(kept, choices, await profiles.all());
      return unfit ? err(unfit) : store.changeSitting({ sitting: id, revision, at: at(), expiresAt: at(limits.sittingDays), choices });
    }),

    run: (id) => inTurn(id, async () => {
      const sitting = await get(id);
      if (!sitting.ok) return sitting;
      const { kept, state, proposal: { manifest: { manifest, questions } } } = sitting.value;
      if (state === 'running') return err({ code: 'sitting-running', sitting: id });
      if (manifest === null) return err({ code: 'sitting-incomplete', questions: questions.length });
      const job = await jobs.submit('prepare', {
        sitting: id, revision: kept.revision, manifest: JSON.stringify(manifest), files: Object.fromEntries(kept.files.map(({ file, stored }) => [file, files.path(id, stored)])),
      });
      if (job.ok) await store.startRun(id, { job: job.value, revision: kept.revision });
      return job;
    }),

    async outcome(id) {
      const kept = await goingOn(id);
      if (!kept.ok) return kept;
      const outcome = await store.outcome(id, kept.value.revision);
      if (outcome === null) return err({ code: 'nothing-prepared', sitting: id });
      if (outcome.kind === 'refused') return ok({ ...outcome, known: false, plansOnOlder: 0 });
      return ok({ ...outcome, known: await store.dataset(outcome.hash) !== null, plansOnOlder: await plansElsewhere(outcome.code, outcome.hash) });
    },

    // In one queue for all: what a sitting said it would change must still be so when it is taken.
    take: (id) => inTurn('take', () => inTurn(id, async () => {
      const ended = (await store.sitting(id))?.end;
      if (ended?.how === 'taken') {
        const code = (await store.dataset(ended.dataset))?.code ?? '';
        return ok({ hash: ended.dataset, known: ended.known, plansOnOlder: await plansElsewhere(code, ended.dataset) });
      }
      const kept = await goingOn(id);
      if (!kept.ok) return kept;
      const outcome = await store.outcome(id, kept.value.revision);
      if (outcome?.kind !== 'ready') return err({ code: 'nothing-prepared', sitting: id });
      const newest = await store.newestDataset(outcome.code);
      if ((newest?.hash ?? null) !== outcome.before && newest?.hash !== outcome.hash) return err({ code: 'sitting-outdated', sitting: id });
      const taken = await store.take(id, kept.value.revision, at());
      if (!taken.ok) return taken;
      if (taken.value === null) return err({ code: 'nothing-prepared', sitting: id });
      await files.removeAll(id);
      return ok({ ...taken.value, plansOnOlder: await plansElsewhere(outcome.code, taken.value.hash) });
    })),

    async discard(id) {
      const run = (await store.sitting(id))?.run;
      if (run) await jobs.cancel(run.job);
      return inTurn(id, async () => {
        const kept = await goingOn(id);
        if (!kept.ok) return kept;
        await end(id, 'discarded');
        return ok(null);
      });
    },
  };
}

/** A new choice that cannot be: of a file that is not there, or of a profile that is not there or does not fit it at all. */
function firstUnfit({ files, choices: standing }: KeptSitting, choices: KeptChoices, known: readonly KnownProfile[]): Failure | null {
  const looks = new Map(files.map(({ file, look }) => [file, look]));
  const profiles = known.map(({ profile }) => profile);
  for (const [file, uses] of Object.entries(choices.files)) {
    const look = looks.get(file);
    if (look === undefined) return { code: 'unknown-file', file, files: [...looks.keys()] };
    // What was chosen before may have lost its profile since; that does not keep the planner from choosing something else.
    if (JSON.stringify(uses) === JSON.stringify(standing.files[file])) continue;
    for (const use of uses) {
      if (use.as !== 'profile') continue;
      if (!profiles.some(({ id }) => id === use.profile)) return { code: 'unknown-profile', profile: use.profile };
      if (!('peek' in look) || recogniseAs(look.peek, use.profile, use.layer, profiles) === null) return { code: 'profile-unfit', file, profile: use.profile };
    }
  }
  return null;
}
