import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AcceptedJob, JobReply, MunicipalitySummary, PlanLog, PlanReply, PlanSummary, SittingChoices, SittingOutcome, SittingReply, SittingSummary } from '../../packages/api/src/schemas.ts';
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
    const log = await read<PlanLog>(`${second.url}/api/plans/${plan.id}/log`);
    const names = log.lines.flatMap(({ entry }) => (entry.kind === 'edits' ? entry.edits : [])).flatMap((edit) => (edit.kind === 'rename-plan' ? [edit.name] : []));
    expect(names.slice(0, acknowledged.length)).toEqual(acknowledged);
    expect(names.length - acknowledged.length).toBeLessThanOrEqual(1); // the one under way may be there
    const after = await read<PlanReply>(`${second.url}/api/plans/${plan.id}`);
    expect(after.plan.name).toBe(names.at(-1));
    expect(await read<PlanSummary[]>(`${second.url}/api/plans`)).toHaveLength(1);
    expect((await second.stop('SIGTERM')).code).toBe(0);
  });

  test('keeps the sitting whose files were being read, takes nothing of it, and has it read again', async () => {
    const first = await serveProcess(place);
    const before = await read<MunicipalitySummary[]>(`${first.url}/api/municipalities`);
    const form = new FormData();
    const files: Readonly<Record<string, string>> = { ...(villageFiles as Record<string, string>), 'adressen.csv': `${addressCsv()}\n${'Lange straat,1,729100,683100\n'.repeat(60_000)}` };
    for (const [path, content] of Object.entries(files)) form.append('files', new Blob([content]), path);
    const begun = await (await fetch(`${first.url}/api/imports`, { method: 'POST', body: form })).json() as SittingReply;
    const choices: SittingChoices = {
      files: Object.fromEntries(villageManifest.files.map(({ path, format: _format, ...mapping }) => [path, [{ as: 'mapping', mapping }]])),
      municipality: villageManifest.municipality, referenceYear: 2015, inhabitants: null, spreadBy: null,
    };
    const put = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ revision: begun.revision, choices }) };
    expect((await fetch(`${first.url}/api/imports/${begun.id}/choices`, put)).status).toBe(200);
    const { job } = await (await fetch(`${first.url}/api/imports/${begun.id}/run`, { method: 'POST' })).json() as AcceptedJob;
    await expect.poll(async () => (await read<JobReply>(`${first.url}/api/jobs/${job}`)).progress.step, { timeout: 20_000, interval: 5 }).not.toBe('waiting');
    await first.kill();

    const second = await serveProcess(place);
    const kept = await read<SittingReply>(`${second.url}/api/imports/${begun.id}`);
    expect(kept).toMatchObject({ revision: begun.revision + 1, state: 'stopped', problem: { code: 'job-interrupted' }, proposal: { questions: [] } });
    expect(kept.files).toHaveLength(5);
    expect(await read<SittingSummary[]>(`${second.url}/api/imports`)).toMatchObject([{ id: begun.id, files: 5, state: 'stopped' }]);
    expect((await fetch(`${second.url}/api/imports/${begun.id}/outcome`)).status).toBe(409);
    expect(await read<MunicipalitySummary[]>(`${second.url}/api/municipalities`)).toEqual(before);

    const again = await (await fetch(`${second.url}/api/imports/${begun.id}/run`, { method: 'POST' })).json() as AcceptedJob;
    await expect.poll(async () => (await read<JobReply>(`${second.url}/api/jobs/${again.job}`)).state, { timeout: 50_000, interval: 50 }).toBe('done');
    // Killed between the reading and the taking: what was read still stands ready.
    await second.kill();
    const third = await serveProcess(place);
    expect(await read<SittingOutcome>(`${third.url}/api/imports/${begun.id}/outcome`)).toMatchObject({ kind: 'ready', known: false });
    expect(await read<MunicipalitySummary[]>(`${third.url}/api/municipalities`)).toEqual(before);
    expect((await fetch(`${third.url}/api/imports/${begun.id}`, { method: 'DELETE' })).status).toBe(200);
    expect(await filesUnder(join(place.dataFolder, 'uploads'))).toEqual([]);
    expect((await third.stop('SIGTERM')).code).toBe(0);
  }, 120_000);

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
