import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../packages/api/src/store/open-store.ts';
import type { KeptSitting, SittingChange, SittingFileRow, StagedOutcome } from '../../packages/api/src/store/sittings.ts';
import type { Store } from '../../packages/api/src/store/store.ts';
import { datasetOf, smallDataset, smallTown } from './small-town.ts';
import { engines, temporaryPlace, type TemporaryPlace } from './temporary-store.ts';

const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T12:00:00.000Z`;

const sittingOf = (id: string): KeptSitting => ({
  id,
  revision: 0,
  createdAt: at(1),
  changedAt: at(1),
  expiresAt: at(15),
  choices: { files: {}, municipality: null, referenceYear: null, inhabitants: null, spreadBy: null },
  run: null,
  end: null,
  files: [],
});

const fileOf = (file: string, stored: string): SittingFileRow => ({
  file,
  stored,
  bytes: 1234,
  look: {
    peek: {
      file, bytes: 1234, format: 'csv', encoding: 'utf-8', delimiter: ';',
      layers: [{ layer: null, columns: ['naam'], rows: [['één']], geometry: 'none', firstPositions: Float64Array.of(5.5, 50.9, NaN, NaN), crs: null, rowCount: null }],
    },
  },
});

const change = (sitting: string, revision: number, what: Partial<SittingChange>): SittingChange => ({ sitting, revision, at: at(2), expiresAt: at(16), ...what });

const ready = (dataset = smallDataset): StagedOutcome => ({ kind: 'ready', dataset, before: null, differences: null });

describe.each(engines)('sittings in the store on %s', (engine) => {
  let place: TemporaryPlace;
  let store: Store;

  beforeAll(async () => {
    place = await temporaryPlace(engine);
    store = await openStore(place);
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  test('a sitting comes back as it was kept, positions that were never there included', async () => {
    await store.addSitting({ ...sittingOf('back'), files: [fileOf('b.csv', '2'), fileOf('a.csv', '1')] });
    const kept = await store.sitting('back');
    expect(kept).toEqual({ ...sittingOf('back'), files: [fileOf('a.csv', '1'), fileOf('b.csv', '2')] });
    expect(await store.sitting('nobody')).toBeNull();
  });

  test('a change raises the revision; one made on an older is refused with both and changes nothing', async () => {
    await store.addSitting({ ...sittingOf('changing'), files: [fileOf('a.csv', '1'), fileOf('b.csv', '2')] });
    const choices = { ...sittingOf('changing').choices, referenceYear: 2024 };
    expect(await store.changeSitting(change('changing', 0, { choices, put: [fileOf('b.csv', '3'), fileOf('c.csv', '4')], remove: ['a.csv'] }))).toEqual({ ok: true, value: null });
    expect(await store.changeSitting(change('changing', 0, { remove: ['c.csv'] }))).toEqual({ ok: false, error: { code: 'sitting-changed', yours: 0, current: 1 } });
    const kept = await store.sitting('changing');
    expect(kept).toMatchObject({ revision: 1, changedAt: at(2), expiresAt: at(16), choices });
    expect(kept?.files.map(({ file, stored }) => [file, stored])).toEqual([['b.csv', '3'], ['c.csv', '4']]);
    expect(await store.changeSitting(change('nobody', 0, {}))).toEqual({ ok: false, error: { code: 'unknown-sitting', sitting: 'nobody' } });
  });

  test('of twenty changes made on one revision by two processes exactly one is kept', async () => {
    await store.addSitting(sittingOf('race'));
    const other = await openStore(place);
    try {
      const made = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? store : other).changeSitting(change('race', 0, { put: [fileOf(`${i}.csv`, String(i))] }))));
      expect(made.filter(({ ok }) => ok)).toHaveLength(1);
      expect((await other.sitting('race'))?.files).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  test('what a run made counts for the revision it read only, and goes when something changes', async () => {
    await store.addSitting(sittingOf('staged'));
    await store.startRun('staged', { job: 'a-job', revision: 0 });
    expect(await store.stage('staged', 0, { kind: 'refused', problems: [{ code: 'file-empty', file: 'a.csv', place: {}, facts: {} }] })).toEqual({ ok: true, value: null });
    expect(await store.outcome('staged', 0)).toEqual({ kind: 'refused', problems: [{ code: 'file-empty', file: 'a.csv', place: {}, facts: {} }] });
    expect((await store.sitting('staged'))?.run).toEqual({ job: 'a-job', revision: 0 });
    await store.changeSitting(change('staged', 0, {}));
    expect(await store.outcome('staged', 0)).toBeNull();
    expect(await store.stage('staged', 0, ready())).toEqual({ ok: false, error: { code: 'sitting-changed', yours: 0, current: 1 } });
    expect(await store.outcome('staged', 1)).toBeNull();
  });

  test('nothing that is staged is a dataset until it is taken, and then byte for byte', async () => {
    await store.addSitting({ ...sittingOf('taking'), files: [fileOf('a.csv', '1')] });
    expect(await store.take('taking', 0, at(3))).toEqual({ ok: true, value: null });
    await store.stage('taking', 0, ready());
    expect(await store.outcome('taking', 0)).toMatchObject({ kind: 'ready', hash: smallDataset.hash, code: 'paper', before: null, differences: null });
    expect(await store.dataset(smallDataset.hash)).toBeNull();
    expect(await store.take('taking', 0, at(3))).toEqual({ ok: true, value: { hash: smallDataset.hash, known: false } });
    const { hash, code, name, fictitious, year, inhabitants } = smallDataset;
    expect(await store.dataset(hash)).toEqual({ hash, code, name, fictitious, year, inhabitants, importedAt: at(3) });
    expect(Buffer.compare(await store.datasetBytes(hash) ?? Buffer.alloc(0), smallDataset.bytes)).toBe(0);
    expect(await store.verdict(hash)).toBe(smallDataset.verdict);
    expect(await store.datasetOfInput(smallDataset.inputKey)).toBe(hash);
    // Taking it a second time is told how it ended, and changes nothing.
    expect(await store.take('taking', 0, at(4))).toEqual({ ok: false, error: { code: 'sitting-over', sitting: 'taking', how: 'taken' } });
    expect(await store.sitting('taking')).toMatchObject({ files: [], end: { how: 'taken', dataset: hash, known: false } });
  });

  test('the same content taken from another sitting is known, and keeps its date', async () => {
    await store.addSitting(sittingOf('again'));
    await store.stage('again', 0, ready());
    expect(await store.take('again', 0, at(9))).toEqual({ ok: true, value: { hash: smallDataset.hash, known: true } });
    expect(await store.dataset(smallDataset.hash)).toMatchObject({ importedAt: at(3) });
  });

  test('the newest dataset of a municipality is the one that came in last', async () => {
    const newer = datasetOf({ ...smallTown, name: 'Papierstad aan Zee' }, at(10));
    await store.addDataset(newer);
    expect(await store.newestDataset('paper')).toMatchObject({ hash: newer.hash });
    expect(await store.newestDataset('elsewhere')).toBeNull();
  });

  test('a sitting that is over is no longer listed, stays as it ended, and is forgotten later', async () => {
    await store.addSitting({ ...sittingOf('over'), files: [fileOf('a.csv', '1')] });
    expect((await store.openSittings()).find(({ id }) => id === 'over')).toMatchObject({ files: 1 });
    await store.endSitting('over', 'expired', at(20));
    await store.endSitting('over', 'discarded', at(21));
    expect((await store.openSittings()).map(({ id }) => id)).not.toContain('over');
    expect(await store.sitting('over')).toMatchObject({ end: { how: 'expired' }, changedAt: at(20), files: [] });
    expect(await store.changeSitting(change('over', 0, {}))).toEqual({ ok: false, error: { code: 'sitting-over', sitting: 'over', how: 'expired' } });
    await store.forgetSittings(at(20));
    expect(await store.sitting('over')).not.toBeNull();
    await store.forgetSittings(at(21));
    expect(await store.sitting('over')).toBeNull();
  });

  test('own profiles are kept by id, once', async () => {
    const profile = { id: 'eigen-lijst', name: 'Eigen lijst', profile: '{}', createdAt: at(1) };
    expect(await store.addProfile(profile)).toBe(true);
    expect(await store.addProfile({ ...profile, name: 'Andere' })).toBe(false);
    expect(await store.ownProfiles()).toEqual([profile]);
    expect(await store.removeProfile('eigen-lijst')).toBe(true);
    expect(await store.removeProfile('eigen-lijst')).toBe(false);
    expect(await store.ownProfiles()).toEqual([]);
  });
});
