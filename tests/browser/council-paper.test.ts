import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AcceptedJob, JobReply, WrittenReport } from '../../packages/api/src/schemas.ts';
import { desktop, runApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
let folder: string;
beforeAll(async () => {
  app = await runApp();
  folder = await mkdtemp(join(tmpdir(), 'wzz-papier-'));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

test('the report as a page opens from a file without a network and keeps to WCAG 2.2 AA', async () => {
  const { job } = await app.post<AcceptedJob>(`/plans/${app.plan}/reports`, { language: 'nl' });
  let state = await app.get<JobReply>(`/jobs/${job}`);
  while (state.state === 'queued' || state.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 300));
    state = await app.get<JobReply>(`/jobs/${job}`);
  }
  const written = (state as { readonly result: WrittenReport }).result;
  const file = join(folder, 'verslag.html');
  await writeFile(file, Buffer.from(await (await fetch(`${app.url}/api/reports/${written.key}/verslag.html`)).arrayBuffer()));
  const visit = await app.visit(desktop);
  await visit.page.context().setOffline(true);
  await visit.page.goto(`file://${file}`);
  await visit.page.getByRole('heading', { level: 1, name: /^Leemten en voorzieningen in / }).waitFor();
  expect(await visit.page.evaluate(async () => (await document.fonts.load('16px "Noto Sans"')).length)).toBeGreaterThan(0);
  const { violations } = await new AxeBuilder({ page: visit.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).exclude('figure svg').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await visit.close();
});
