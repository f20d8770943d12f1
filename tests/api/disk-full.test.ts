import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Edit } from '../../packages/core/src/edit/index.ts';
import { openDatasets } from '../../packages/api/src/datasets.ts';
import { openPlans } from '../../packages/api/src/plans.ts';
import type { PlanLog, PlanReply } from '../../packages/api/src/schemas.ts';
import { startServer, type RunningServer } from '../../packages/api/src/server.ts';
import { openSqlStore } from '../../packages/api/src/store/sql-store.ts';
import type { Store } from '../../packages/api/src/store/store.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { SmallDiskDialect } from './small-disk.ts';
import { smallDataset } from './small-town.ts';

let api: RunningApi;
let store: Store;
let server: RunningServer;
let dialect: SmallDiskDialect;

beforeAll(async () => {
  api = await runApi('sqlite');
  dialect = new SmallDiskDialect(join(api.dataFolder, 'klein.sqlite'));
  store = await openSqlStore('sqlite', dialect);
  await store.addDataset(smallDataset);
  const datasets = openDatasets(store, 1);
  const started = await startServer({ ...api.services, store, datasets, plans: openPlans(store, datasets, 5) }, { host: '127.0.0.1', port: 0 }, api.dataFolder);
  if (!started.ok) throw new Error(started.error.code);
  server = started.value;
});
afterAll(async () => {
  await server.close();
  await store.close();
  await api.close();
});

async function send(path: string, body: object): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${server.url}/api/plans${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

const ask = async <T>(path: string): Promise<T> => await (await fetch(`${server.url}/api/plans${path}`)).json() as T;

test('on a full disk a gesture is refused whole with what to do, what was kept stays, and it can be sent again', async () => {
  const { body } = await send('', { dataset: smallDataset.hash, name: 'Vol', from: 'division:wijken' });
  const plan = body as PlanReply;
  const gesture = (version: number): readonly Edit[] => [
    { kind: 'rename-plan', name: `Vol ${version} ${'x'.repeat(90)}` },
    { kind: 'assign-blocks', blocks: ['0-0', '0-1', '0-2', '0-3', '1-0', '1-1', '1-2', '1-3'], zone: version % 2 === 0 ? 'zone-1' : 'zone-2' },
  ];
  await dialect.room(1);
  let version = plan.version;
  let refused: Awaited<ReturnType<typeof send>> | null = null;
  // Pages have room for some tens of gestures; then SQLite wants another page.
  while (refused === null && version < 500) {
    const answer = await send(`/${plan.id}/edits`, { version, edits: gesture(version) });
    if (answer.status === 200) version = (answer.body as PlanReply).version;
    else refused = answer;
  }
  expect(refused).toMatchObject({ status: 507, body: { code: 'disk-full' } });
  expect((refused?.body as { readonly detail: string }).detail).toContain('De schijf van de server is vol');

  const before = await ask<PlanReply>(`/${plan.id}`);
  expect(before.version).toBe(version);
  expect((await ask<PlanLog>(`/${plan.id}/log`)).lines).toHaveLength(version);
  expect(before.plan.name).toBe(`Vol ${version - 1} ${'x'.repeat(90)}`);

  await dialect.room(1_000_000);
  const again = await send(`/${plan.id}/edits`, { version, edits: gesture(version) });
  expect(again).toMatchObject({ status: 200, body: { version: version + 1, plan: { name: `Vol ${version} ${'x'.repeat(90)}` } } });
  expect((await ask<PlanLog>(`/${plan.id}/log`)).lines).toHaveLength(version + 1);
});

test('a copy that does not fit leaves nothing', async () => {
  const { body } = await send('', { dataset: smallDataset.hash, name: 'Bron', from: 'division:wijken' });
  const plan = body as PlanReply;
  const plans = (await ask<readonly unknown[]>('')).length;
  await dialect.room(1);
  let answer = await send(`/${plan.id}/copies`, { name: 'Kopie' });
  let made = 0;
  for (; answer.status === 201 && made < 500; made++) answer = await send(`/${plan.id}/copies`, { name: 'Kopie' });
  expect(answer).toMatchObject({ status: 507, body: { code: 'disk-full' } });
  expect(await ask<readonly unknown[]>('')).toHaveLength(plans + made);
  await dialect.room(1_000_000);
});
