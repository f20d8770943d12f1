import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AcceptedJob, JobReply, MunicipalitySummary, PlanLog, PlanReply, PlanSummary } from '../../packages/api/src/schemas.ts';
import { addressCsv, villageFiles, villageManifest } from '../village.ts';
import { engines, temporaryPlace, type TemporaryPlace } from './temporary-store.ts';
import { serveProcess } from './wzz.ts';

async function read<T>(url: string): Promise<T> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return await response.json() as T;
}

const filesUnder = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));

describe.each(engines)('a server that is killed, on %s', (engine) => {
  let place: TemporaryPlace;

  beforeAll(async () => {
    place = await temporaryPlace(engine);
  });
  afterAll(() => place.remove());

  test('has every edit it acknowledged when it starts again', async () => {
    const first = await serveProcess(place);
    expect(first.out()).toContain('De voorbeeldstad wordt ingelezen');
    const [plan] = await read<PlanSummary[]>(`${first.url}/api/plans`);
    if (!plan) throw new Error('The first start makes a plan.');

    // Edits follow each other as fast as they are acknowledged, and the kill comes in the middle of one.
    const acknowledged: string[] = [];
    const writing = (async () => {
      for (let version = plan.version; ; version++) {
        const name = `Naam ${version}`;
        const response = await fetch(`${first.url}/api/plans/${plan.id}/edits`, {
          method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ version, edits: [{ kind: 'rename-plan', name }] }),
        });
        if (response.status !== 200) throw new Error(await response.text());
        await response.json();
        acknowledged.push(name);
      }
    })().catch(() => undefined);
    await expect.poll(() => acknowledged.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(25);
    await first.kill();
    await writing;

    const second = await serveProcess(place);
    expect(second.out()).not.toContain('ingelezen');
    expect(second.readyMs).toBeLessThan(5000 * patience);
    const log = await read<PlanLog>(`${second.url}/api/plans/${plan.id}/log`);
    const names = log.lines.flatMap(({ entry }) => (entry.kind === 'edits' ? entry.edits : [])).flatMap((edit) => (edit.kind === 'rename-plan' ? [edit.name] : []));
    expect(names.slice(0, acknowledged.length)).toEqual(acknowledged);
    expect(names.length - acknowledged.length).toBeLessThanOrEqual(1); // the one under way may be there
    const after = await read<PlanReply>(`${second.url}/api/plans/${plan.id}`);
    expect(after.plan.name).toBe(names.at(-1));
    expect(await read<PlanSummary[]>(`${second.url}/api/plans`)).toHaveLength(1);
    expect((await second.stop('SIGTERM')).code).toBe(0);
  });

  test('leaves nothing of an import that was under way', async () => {
    const first = await serveProcess(place);
    const before = await read<MunicipalitySummary[]>(`${first.url}/api/municipalities`);
    const form = new FormData();
    form.append('manifest', new Blob([JSON.stringify(villageManifest)]), 'manifest.json');
    const files: Readonly<Record<string, string>> = { ...(villageFiles as Record<string, string>), 'adressen.csv': `${addressCsv()}\n${'Lange straat,1,729100,683100\n'.repeat(200_000)}` };
    for (const [path, content] of Object.entries(files)) form.append('file', new Blob([content]), path);
    const { job } = await (await fetch(`${first.url}/api/municipalities`, { method: 'POST', body: form })).json() as AcceptedJob;
    await expect.poll(async () => (await read<JobReply>(`${first.url}/api/jobs/${job}`)).progress.step, { timeout: 20_000, interval: 5 }).not.toBe('waiting');
    expect((await filesUnder(join(place.dataFolder, 'uploads'))).length).toBeGreaterThan(0);
    await first.kill();

    const second = await serveProcess(place);
    expect(await filesUnder(join(place.dataFolder, 'uploads'))).toEqual([]);
    expect(await read<MunicipalitySummary[]>(`${second.url}/api/municipalities`)).toEqual(before);
    expect((await fetch(`${second.url}/api/jobs/${job}`)).status).toBe(404);
    expect((await second.stop('SIGINT')).code).toBe(0);
    if (engine === 'sqlite') {
      expect((await readdir(place.dataFolder)).sort()).toEqual(['uploads', 'woonzorgzones.sqlite']); // the write-ahead log is folded in
      expect((await stat(join(place.dataFolder, 'woonzorgzones.sqlite'))).size).toBeGreaterThan(100_000);
    }
  });
});

/** The bound of 5 s is for a machine of its own; the tests share one with each other. */
const patience = 3;
