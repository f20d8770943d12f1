import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../packages/api/src/store/open-store.ts';
import { openSqlite } from '../../packages/api/src/store/sqlite.ts';
import type { KeptPlan, NewLines, Store } from '../../packages/api/src/store/store.ts';
import { datasetOf, smallDataset, smallTown } from './small-town.ts';
import { engines, temporaryPlace, type TemporaryPlace } from './temporary-store.ts';

const planOf = (id: string): KeptPlan => ({
  id,
  dataset: smallDataset.hash,
  name: 'Leeg',
  zones: 0,
  version: 0,
  createdAt: '2026-02-01T00:00:00.000Z',
  updatedAt: '2026-02-01T00:00:00.000Z',
  initial: { dataset: smallDataset.hash, normSet: 'vlaanderen', name: 'Leeg', zones: [], zoneOfBlock: {} },
  log: [],
});

const renamed = (plan: string, version: number, name: string): NewLines => ({
  plan,
  version,
  lines: [{ at: '2026-02-02T00:00:00.000Z', entry: { kind: 'edits', edits: [{ kind: 'rename-plan', name }] } }],
  after: { ...planOf(plan).initial, name },
});

describe.each(engines)('the store on %s', (engine) => {
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

  test('says which engine it is', () => {
    expect(store.engine).toBe(engine);
  });

  test('gives a dataset back byte for byte', async () => {
    expect(await store.addDataset(smallDataset)).toEqual({ known: false });
    const bytes = await store.datasetBytes(smallDataset.hash);
    expect(Buffer.compare(bytes ?? Buffer.alloc(0), smallDataset.bytes)).toBe(0);
    const { hash, code, name, fictitious, year, inhabitants, importedAt, verdict, inputKey } = smallDataset;
    expect(await store.dataset(hash)).toEqual({ hash, code, name, fictitious, year, inhabitants, importedAt });
    expect(await store.verdict(hash)).toBe(verdict);
    expect(await store.datasetOfInput(inputKey)).toBe(hash);
  });

  test('the same content again changes nothing, not even the date', async () => {
    const again = { ...smallDataset, importedAt: '2027-01-01T00:00:00.000Z', verdict: '{}', inputKey: 'other files, same content' };
    expect(await store.addDataset(again)).toEqual({ known: true });
    expect(await store.dataset(smallDataset.hash)).toMatchObject({ importedAt: smallDataset.importedAt });
    expect(await store.verdict(smallDataset.hash)).toBe(smallDataset.verdict);
    expect(await store.datasetOfInput('other files, same content')).toBe(smallDataset.hash);
    expect(await store.datasets()).toHaveLength(1);
  });

  test('what is not there is null', async () => {
    const nothing = 'f'.repeat(64);
    expect(await store.dataset(nothing)).toBeNull();
    expect(await store.datasetBytes(nothing)).toBeNull();
    expect(await store.verdict(nothing)).toBeNull();
    expect(await store.datasetOfInput('never seen')).toBeNull();
    expect(await store.plan('nobody')).toBeNull();
    expect(await store.planWithLog('nobody')).toBeNull();
  });

  test('lists municipalities by name', async () => {
    await store.addDataset(datasetOf({ ...smallTown, name: 'Aalst' }));
    expect((await store.datasets()).map(({ name }) => name)).toEqual(['Aalst', 'Papierstad']);
  });

  test('a plan cannot point at a dataset that is not kept', async () => {
    await expect(store.addPlan({ ...planOf('orphan'), dataset: 'e'.repeat(64) })).rejects.toThrow();
    expect(await store.plan('orphan')).toBeNull();
  });

  test('a plan keeps its log in order', async () => {
    const plan = planOf('in-order');
    await store.addPlan(plan);
    for (const [version, name] of ['een', 'twee', 'drie'].entries()) {
      expect(await store.append(renamed('in-order', version, name))).toEqual({ ok: true, value: { version: version + 1 } });
    }
    const kept = await store.planWithLog('in-order');
    expect(kept?.initial).toEqual(plan.initial);
    expect(kept?.log.map(({ entry }) => entry)).toEqual(['een', 'twee', 'drie'].map((name) => ({ kind: 'edits', edits: [{ kind: 'rename-plan', name }] })));
    expect(await store.plan('in-order')).toMatchObject({ name: 'drie', version: 3, updatedAt: '2026-02-02T00:00:00.000Z' });
  });

  test('a line made on an old version is refused with both versions, and leaves nothing', async () => {
    await store.addPlan(planOf('old'));
    await store.append(renamed('old', 0, 'een'));
    expect(await store.append(renamed('old', 0, 'te laat'))).toEqual({ ok: false, error: { code: 'version-conflict', yours: 0, current: 1 } });
    expect(await store.append(renamed('nobody', 0, 'x'))).toEqual({ ok: false, error: { code: 'unknown-plan', plan: 'nobody' } });
    expect((await store.planWithLog('old'))?.log).toHaveLength(1);
    expect(await store.plan('old')).toMatchObject({ name: 'een', version: 1 });
  });

  test('of twenty lines made on one version by two processes exactly one is kept', async () => {
    await store.addPlan(planOf('race'));
    const other = await openStore(place);
    try {
      for (let version = 0; version < 5; version++) {
        const written = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? store : other).append(renamed('race', version, `poging ${i}`))));
        expect(written.filter(({ ok }) => ok)).toHaveLength(1);
        for (const one of written) if (!one.ok) expect(one.error).toEqual({ code: 'version-conflict', yours: version, current: version + 1 });
      }
      expect((await other.planWithLog('race'))?.log).toHaveLength(5);
    } finally {
      await other.close();
    }
  });

  test('opens again with everything in it, also when several open an empty place at once', async () => {
    const empty = await temporaryPlace(engine);
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(empty)));
    await Promise.all(stores.map((one) => one.addDataset(smallDataset)));
    await Promise.all(stores.map((one) => one.close()));
    const again = await openStore(empty);
    expect(await again.datasets()).toHaveLength(1);
    await again.close();
    await empty.remove();
  });
});

test('SQLite syncs every commit to disk, and keeps a log ahead of the file', async () => {
  const place = await temporaryPlace('sqlite');
  const database = await openSqlite(`${place.dataFolder}/proef.sqlite`);
  const pragma = (name: string) => database.prepare(`pragma ${name}`).all([])[0];
  expect(pragma('journal_mode')).toEqual({ journal_mode: 'wal' });
  expect(pragma('synchronous')).toEqual({ synchronous: 2 }); // FULL
  expect(pragma('foreign_keys')).toEqual({ foreign_keys: 1 });
  database.close();
  await place.remove();
});
