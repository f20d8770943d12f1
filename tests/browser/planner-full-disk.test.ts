import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatasets } from '../../packages/api/src/datasets.ts';
import { openPlans } from '../../packages/api/src/plans.ts';
import { startServer, type RunningServer } from '../../packages/api/src/server.ts';
import { openSqlStore } from '../../packages/api/src/store/sql-store.ts';
import type { Store } from '../../packages/api/src/store/store.ts';
import { runApi, type RunningApi } from '../api/running-api.ts';
import { SmallDiskDialect } from '../api/small-disk.ts';
import { smallDataset } from '../api/small-town.ts';
import { root } from '../api/wzz.ts';
import { renameZone, type PlanNow } from './planner-plans.ts';
import { runApp, tablet, type RunningApp } from './running-app.ts';

let app: RunningApp;
let api: RunningApi;
let store: Store;
let server: RunningServer;
let disk: SmallDiskDialect;
/** A server of this file's own, with a disk that can be filled. */
beforeAll(async () => {
  app = await runApp();
  api = await runApi('sqlite');
  disk = new SmallDiskDialect(join(api.dataFolder, 'klein.sqlite'));
  store = await openSqlStore('sqlite', disk);
  await store.addDataset(smallDataset);
  const datasets = openDatasets(store, 1);
  const started = await startServer({ ...api.services, store, datasets, plans: openPlans(store, datasets, 5) }, { host: '127.0.0.1', port: 0 }, join(root, 'packages', 'web', 'dist'));
  if (!started.ok) throw new Error(started.error.code);
  server = started.value;
});
afterAll(async () => {
  await server.close();
  await store.close();
  await api.close();
  await app.close();
});

async function send(path: string, body: object): Promise<{ readonly status: number; readonly plan: PlanNow }> {
  const reply = await fetch(`${server.url}/api/plans${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return { status: reply.status, plan: (await reply.json()) as PlanNow };
}

test('on a full disk the screen says what is not saved and why, keeps showing it, and saves it once there is room', async () => {
  const { plan: { id } } = await send('', { dataset: smallDataset.hash, name: 'Volle schijf', from: 'division:wijken' });
  const now = async () => (await (await fetch(`${server.url}/api/plans/${id}`)).json()) as PlanNow;
  const [zone] = (await now()).plan.zones;
  const visit = await app.visit(tablet, server.url);
  const { page } = visit;
  await visit.open(`/?deur=afbakenen&plan=${id}&zone=${zone!.id}`);
  await renameZone(page, 'Nog plaats');
  await page.getByText(/Bewaard \d\d:\d\d/).waitFor();

  // Somebody else fills what is left of the disk, in a plan of their own.
  const { plan: other } = await send('', { dataset: smallDataset.hash, name: 'Vult', from: 'empty' });
  await disk.room(1);
  for (let { version } = other, status = 200; status === 200 && version < 2000; version += 1) {
    ({ status } = await send(`/${other.id}/edits`, { version, edits: [{ kind: 'rename-plan', name: `Vult ${version} ${'x'.repeat(90)}` }] }));
  }
  const before = await now();
  await renameZone(page, `Te veel ${'x'.repeat(50)}`);
  await page.getByRole('button', { name: 'Niet bewaard: 1 wijziging wacht op de server' }).click();
  await page.getByRole('dialog').getByText('De schijf van de server is vol.', { exact: false }).waitFor();
  await visit.look('volle-schijf');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: /^Te veel x+$/ }).waitFor();
  expect(await now()).toEqual(before);

  await disk.room(1_000_000);
  await page.getByText(/Bewaard \d\d:\d\d/).waitFor();
  const after = await now();
  expect(after.version).toBe(before.version + 1);
  expect(after.plan.zones[0]!.name).toBe(`Te veel ${'x'.repeat(50)}`);
  visit.expectComplaint(/507/);
  await visit.close();
});
