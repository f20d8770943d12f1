import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Jobs } from '../../packages/api/src/jobs/jobs.ts';
import { openLooks } from '../../packages/api/src/jobs/looks.ts';
import { openWorkerJobs } from '../../packages/api/src/jobs/worker-jobs.ts';
import { defaultLimits } from '../../packages/api/src/limits.ts';
import { openProfiles } from '../../packages/api/src/profiles.ts';
import { noChoices } from '../../packages/api/src/sittings/propose.ts';
import { openSittingFiles } from '../../packages/api/src/sittings/sitting-files.ts';
import { openSittings, type NewFile, type Sittings } from '../../packages/api/src/sittings/sittings.ts';
import { openStore } from '../../packages/api/src/store/open-store.ts';
import type { Store } from '../../packages/api/src/store/store.ts';
import { villageFiles, villageManifest } from '../village.ts';
import { engines, temporaryPlace, type TemporaryPlace } from './temporary-store.ts';
import { root } from './wzz.ts';

/** The sittings of one run of the server; its jobs wait for ever, so that what is under way stays under way. */
interface Life {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly sittings: Sittings;
  end(): Promise<void>;
}

describe.each(engines)('the life of a sitting on %s', (engine) => {
  let place: TemporaryPlace;
  let inbox: string;

  beforeAll(async () => {
    place = await temporaryPlace(engine);
    inbox = await mkdtemp(join(tmpdir(), 'wzz-inbox-'));
  });
  afterAll(async () => {
    await place.remove();
    await rm(inbox, { recursive: true });
  });

  async function live(today: string): Promise<Life> {
    const store = await openStore(place);
    const limits = { ...defaultLimits, sittingDays: 14 };
    const jobs = openWorkerJobs({ place, version: 'test', limits: { ...limits.jobs, running: 0 }, onCrash: () => undefined });
    const sittings = await openSittings({
      store, jobs, limits, files: await openSittingFiles(place), profiles: await openProfiles(join(root, 'data', 'profiles'), store),
      looks: openLooks(limits, () => undefined), now: () => new Date(`${today}T12:00:00Z`),
    });
    return { store, jobs, sittings, end: async () => { await jobs.close(); await store.close(); } };
  }

  const received = async (name: string, content: string): Promise<NewFile> => {
    const path = join(inbox, randomUUID());
    await writeFile(path, content);
    return { file: name, received: path, bytes: content.length };
  };
  const onDisk = async (): Promise<readonly string[]> =>
    (await readdir(join(place.dataFolder, 'uploads', 'sittings'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);
  const opened = async ({ sittings }: Life, files: readonly NewFile[]) => {
    const sitting = await sittings.open(files);
    if (!sitting.ok) throw new Error(sitting.error.code);
    return sitting.value;
  };
  const stateIn = async ({ sittings }: Life, id: string) => {
    const sitting = await sittings.get(id);
    return sitting.ok ? sitting.value.state : sitting.error;
  };

  test('while its files are read it cannot be changed; when that is stopped, it can', async () => {
    const life = await live('2026-03-01');
    const village = await Promise.all(Object.entries(villageFiles).map(([name, content]) => received(name, content as string)));
    const { kept } = await opened(life, village);
    const choices = {
      ...noChoices, municipality: villageManifest.municipality, referenceYear: 2015,
      files: Object.fromEntries(villageManifest.files.map(({ path, format: _format, columns = {}, ...mapping }) =>
        [path, [{ as: 'mapping' as const, mapping: { constants: {}, values: {}, hold: [], complete: [], municipality: null, ...mapping, columns } }]])),
    } as Parameters<Sittings['choose']>[2];
    expect(await life.sittings.choose(kept.id, kept.revision, choices)).toMatchObject({ ok: true });
    const job = await life.sittings.run(kept.id);
    if (!job.ok) throw new Error(job.error.code);
    expect(await life.sittings.list()).toMatchObject([{ id: kept.id, files: 5, state: 'running' }]);
    expect(await life.sittings.removeFile(kept.id, 'leeftijden.csv')).toMatchObject({ ok: false, error: { code: 'sitting-running' } });
    expect(await life.sittings.run(kept.id)).toMatchObject({ ok: false, error: { code: 'sitting-running' } });
    await life.jobs.cancel(job.value);
    expect(await life.sittings.get(kept.id)).toMatchObject({ ok: true, value: { state: 'stopped', problem: { code: 'job-cancelled' } } });
    expect(await life.store.outcome(kept.id, kept.revision + 1)).toBeNull();
    expect(await life.sittings.removeFile(kept.id, 'leeftijden.csv')).toMatchObject({ ok: true, value: { state: 'open' } });

    // Discarding it stops what reads it.
    const again = await life.sittings.run(kept.id);
    if (!again.ok) throw new Error(again.error.code);
    expect(await life.sittings.discard(kept.id)).toMatchObject({ ok: true });
    expect(await life.jobs.status(again.value)).toMatchObject({ state: 'cancelled' });
    expect(await onDisk()).toEqual([]);
    await life.end();
  });

  test('it outlives the server; what a killed one was at is said, and what it left is cleared away', async () => {
    const first = await live('2026-03-01');
    const { kept } = await opened(first, [await received('lijst.csv', 'naam\nDe Linde\n')]);
    await first.store.startRun(kept.id, { job: '00000000-0000-4000-8000-000000000001', revision: kept.revision });
    await first.end();
    const [folder] = await readdir(join(place.dataFolder, 'uploads', 'sittings'));
    const sittingFolder = join(place.dataFolder, 'uploads', 'sittings', folder!, kept.id);
    const orphan = join(place.dataFolder, 'uploads', 'sittings', folder!, 'of-nobody');
    await mkdir(orphan);
    // Its own id, from an earlier life, on files that no sitting names.
    await writeFile(join(sittingFolder, `${process.pid}-left`), 'x');
    await writeFile(join(orphan, `${process.pid}-left`), 'x');

    const second = await live('2026-03-02');
    expect(await onDisk()).toEqual(kept.files.map(({ stored }) => stored));
    expect(await readdir(join(place.dataFolder, 'uploads', 'sittings', folder!))).toEqual([kept.id]);
    expect(await second.sittings.get(kept.id)).toMatchObject({ ok: true, value: { state: 'stopped', problem: { code: 'job-interrupted' }, kept: { files: [{ file: 'lijst.csv' }] } } });
    await second.sittings.discard(kept.id);
    await second.end();
  });

  test('it expires some time after the last change, with its files, and says so when it is asked for', async () => {
    const first = await live('2026-03-01');
    const { kept } = await opened(first, [await received('lijst.csv', 'naam\nDe Linde\n')]);
    expect(kept.expiresAt).toBe('2026-03-15T12:00:00.000Z');
    await first.end();

    const changing = await live('2026-03-14');
    expect(await changing.sittings.addFiles(kept.id, [await received('nog.csv', 'naam\nDe Beuk\n')])).toMatchObject({ ok: true, value: { kept: { expiresAt: '2026-03-28T12:00:00.000Z' } } });
    await changing.end();

    const inTime = await live('2026-03-27');
    expect(await stateIn(inTime, kept.id)).toBe('open');
    await inTime.end();

    const late = await live('2026-03-28');
    expect(await stateIn(late, kept.id)).toEqual({ code: 'sitting-over', sitting: kept.id, how: 'expired' });
    expect(await late.sittings.list()).toEqual([]);
    expect(await onDisk()).toEqual([]);
    await late.end();

    const muchLater = await live('2026-09-01');
    expect(await stateIn(muchLater, kept.id)).toEqual({ code: 'unknown-sitting', sitting: kept.id });
    await muchLater.end();
  });

  test('a thread that dies of a file takes nothing down with it: the file is unreadable, and the next has its turn', async () => {
    const died: string[] = [];
    // Too little memory to begin with: every thread dies.
    const looks = openLooks({ lookSeconds: 60, lookMegabytes: 4 }, (_error, file) => { died.push(file); });
    const paths = Object.fromEntries(await Promise.all(['een.csv', 'twee.csv'].map(async (name) => [name, (await received(name, 'naam\nDe Linde\n')).received] as const)));
    const seen = await looks.lookAt({ files: ['een.csv', 'twee.csv'], paths });
    const unreadable = (file: string) => ({ problem: { code: 'file-unreadable', file, place: {}, facts: {} } });
    expect([...seen]).toEqual([['een.csv', unreadable('een.csv')], ['twee.csv', unreadable('twee.csv')]]);
    expect(died).toEqual(['een.csv', 'twee.csv']);
  });
});
