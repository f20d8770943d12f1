import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveProcess, type ServerProcess } from '../api/wzz.ts';
import { renameZone, type PlanNow } from './planner-plans.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
let dataFolder: string;
let server: ServerProcess;
let url: string;
/** A server of this file's own, to be killed. */
beforeAll(async () => {
  app = await runApp();
  dataFolder = await mkdtemp(join(tmpdir(), 'wzz-killed-'));
  server = await serveProcess({ dataFolder, databaseUrl: null });
  ({ url } = server);
});
afterAll(async () => {
  await app.close();
  await server.stop('SIGTERM');
  await rm(dataFolder, { recursive: true, force: true });
});

const get = async <T>(path: string) => (await (await fetch(`${url}/api${path}`)).json()) as T;
const startAgain = async () => {
  server = await serveProcess({ dataFolder, databaseUrl: null }, new URL(url).port);
};

test('a server that is killed loses nothing that was shown as saved, and gets the rest when it is back, also from a tab that was closed meanwhile', async () => {
  const [{ id }] = await get<readonly [PlanNow]>('/plans');
  const before = await get<PlanNow>(`/plans/${id}`);
  const [zone] = before.plan.zones;
  const now = async () => {
    const { version, plan } = await get<PlanNow>(`/plans/${id}`);
    return { steps: version - before.version, name: plan.zones[0]!.name };
  };
  const visit = await app.visit(desktop, url);
  const { page } = visit;
  const unsaved = page.getByRole('button', { name: 'Niet bewaard: 1 wijziging wacht op de server' });
  await visit.open(`/?deur=afbakenen&plan=${id}&zone=${zone!.id}`);
  await renameZone(page, 'Bewaard voor de val');
  await page.getByText(/Bewaard \d\d:\d\d/).waitFor();

  await server.kill();
  await renameZone(page, 'Gemaakt na de val');
  await unsaved.waitFor();
  // What is not kept is shown all the same.
  await page.getByRole('heading', { name: 'Gemaakt na de val' }).waitFor();
  await startAgain();
  await page.getByText(/Bewaard \d\d:\d\d/).waitFor();
  // Each of the two names is one step: the first was not lost, the second not made twice.
  expect(await now()).toEqual({ steps: 2, name: 'Gemaakt na de val' });

  const warned = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  expect(await warned()).toBe(false);
  await server.kill();
  await renameZone(page, 'Nog niet bewaard');
  await unsaved.waitFor();
  expect(await warned()).toBe(true);
  const again = await page.context().newPage();
  await page.close({ runBeforeUnload: false });
  await startAgain();
  await again.goto(`${url}/?deur=afbakenen&plan=${id}&zone=${zone!.id}`);
  await again.getByText(/^1 stap van \d\d:\d\d nog niet bewaard$/).waitFor();
  expect(await now()).toEqual({ steps: 2, name: 'Gemaakt na de val' });
  await again.getByRole('button', { name: 'Nu bewaren' }).click();
  await again.getByText(/Bewaard \d\d:\d\d/).waitFor();
  await again.getByText(/nog niet bewaard$/).waitFor({ state: 'detached' });
  expect(await now()).toEqual({ steps: 3, name: 'Nog niet bewaard' });
  visit.expectComplaint(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING/);
  await visit.close();
});
