import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Verdict } from '../../packages/core/src/model/index.ts';
import type { AcceptedJob, JobReply, MunicipalityReply, MunicipalitySummary } from '../../packages/api/src/schemas.ts';
import { villageFiles, villageManifest, withFile } from '../village.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { engines } from './temporary-store.ts';

/** A manifest and its files as a browser sends them. */
function village(files: Readonly<Record<string, string>> = {}, manifest: unknown = villageManifest): FormData {
  const form = new FormData();
  form.append('manifest', new Blob([JSON.stringify(manifest)]), 'manifest.json');
  for (const [path, content] of Object.entries({ ...villageFiles, ...files })) form.append('file', new Blob([content as string]), path);
  return form;
}

const path = '/api/municipalities';

describe.each(engines)('importing on %s', (engine) => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await runApi(engine, { limits: { uploadFiles: 8, uploadFileBytes: 100_000, uploadBytes: 250_000 } });
  });
  afterAll(() => api.close());

  const imported = async (form: FormData): Promise<JobReply> => api.ended((await api.upload<AcceptedJob>(path, form)).body.job);
  /** Files of uploads that were left behind. */
  const leftBehind = async (): Promise<readonly string[]> => (await readdir(join(api.dataFolder, 'uploads'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);
  const names = async (): Promise<readonly string[]> => (await api.get<MunicipalitySummary[]>(path)).body.map(({ name }) => name);

  test('a municipality comes in with its verdict, and leaves no upload behind', async () => {
    const job = await imported(village());
    expect(job).toMatchObject({ kind: 'import', state: 'done', result: { known: false } });
    const hash = job.kind === 'import' ? job.result?.hash : undefined;
    const { body: municipality } = await api.get<MunicipalityReply>(`${path}/${hash}`);
    expect(municipality).toMatchObject({ name: 'Dorp', year: 2015, inhabitants: 30, counts: { blocks: 2, addresses: 10 } });
    expect(municipality.populationByBand.reduce((sum, { persons }) => sum + persons, 0)).toBe(30);
    const { body: verdict } = await api.get<Verdict>(`${path}/${hash}/verdict`);
    expect(verdict.files.map(({ file, rowsTaken }) => [file, rowsTaken])).toContainEqual(['adressen.csv', 10]);
    expect(await leftBehind()).toEqual([]);
  });

  test('the same files again change nothing', async () => {
    const before = await names();
    expect(await imported(village())).toMatchObject({ state: 'done', result: { known: true } });
    expect(await names()).toEqual(before);
  });

  test('an import that is refused says each file, place, fault and remedy, and keeps nothing', async () => {
    const before = await names();
    const job = await imported(village({ 'inwoners.csv': 'blok,inwoners\nW,18\n', 'adressen.csv': '' }));
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'import-refused', status: 422 } });
    expect(job.problem?.causes).toMatchObject([{ code: 'file-empty', place: { file: 'adressen.csv' } }]);
    expect(job.problem?.detail).toContain('adressen.csv');
    expect(await names()).toEqual(before);
    expect(await leftBehind()).toEqual([]);
  });

  test('a manifest that names a file which was not sent, is no JSON, or leads out of its folder is refused', async () => {
    const missing = await imported(village({}, withFile('ages', { path: 'elders.csv' })));
    expect(missing.problem?.causes).toMatchObject([{ code: 'file-missing', place: { file: 'elders.csv' } }]);
    const outside = await imported(village({}, withFile('ages', { path: '../leeftijden.csv' })));
    expect(outside.problem?.causes?.[0]).toMatchObject({ code: 'manifest-invalid', place: { key: 'files[4].path' } });
    const form = new FormData();
    form.append('manifest', new Blob(['{"format": ']), 'manifest.json');
    expect((await imported(form)).problem?.causes).toMatchObject([{ code: 'manifest-not-json' }]);
  });

  test('an upload that is not right is refused before any job begins', async () => {
    const send = (form: FormData) => ({ method: 'POST', body: form });
    const withoutManifest = new FormData();
    withoutManifest.append('file', new Blob(['x']), 'adressen.csv');
    await api.fails('manifest-missing', path, send(withoutManifest));
    await api.fails('manifest-missing', path, send(new FormData()));

    const twice = village();
    twice.append('manifest', new Blob(['{}']), 'manifest.json');
    await api.fails('manifest-sent-twice', path, send(twice));

    const doubled = village();
    doubled.append('file', new Blob(['x']), 'adressen.csv');
    expect((await api.fails('file-sent-twice', path, send(doubled))).facts).toEqual({ file: 'adressen.csv' });

    const many = village({ 'een.csv': 'x', 'twee.csv': 'x', 'drie.csv': 'x' });
    expect((await api.fails('too-many-files', path, send(many))).facts).toEqual({ limit: 8 });

    const large = await api.fails('file-too-large', path, send(village({ 'groot.csv': 'x'.repeat(200_000) })));
    expect(large.facts).toEqual({ file: 'groot.csv', limitBytes: 100_000 });

    await api.fails('unsupported-media-type', path, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    const together = village({ 'een.csv': 'x'.repeat(90_000), 'twee.csv': 'x'.repeat(90_000), 'adressen.csv': 'x'.repeat(90_000) });
    expect((await api.fails('body-too-large', path, send(together))).facts).toEqual({ limitBytes: 250_000 });
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=']) {
      await api.fails('unsupported-media-type', path, { method: 'POST', body: 'x', headers: { 'content-type': type } });
    }
    await api.fails('upload-incomplete', path, { method: 'POST', body: '--x\r\nContent-Disposition: form-data; name="manifest"; filename="m"\r\n\r\n{', headers: { 'content-type': 'multipart/form-data; boundary=x' } });
    expect(await leftBehind()).toEqual([]);
  });

  test('an upload that is broken off leaves nothing behind', async () => {
    const stop = new AbortController();
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="half.csv"\r\n\r\nstraat;nummer'));
        setTimeout(() => { stop.abort(); }, 100);
      },
    });
    const sent = fetch(api.url + path, { method: 'POST', body, duplex: 'half', signal: stop.signal, headers: { 'content-type': 'multipart/form-data; boundary=x' } } as RequestInit);
    await expect(sent).rejects.toThrow();
    await expect.poll(leftBehind).toEqual([]);
  });
});

describe('the queue', () => {
  test('takes no more than it can, and what is refused leaves no upload behind', async () => {
    const api = await runApi('sqlite', { limits: { jobs: { running: 1, waiting: 1 } } });
    const [running, waiting] = [await api.upload<AcceptedJob>(path, village()), await api.upload<AcceptedJob>(path, village())];
    const refused = await api.fails('queue-full', path, { method: 'POST', body: village() });
    expect(refused.facts).toEqual({ waiting: 1 });
    const { body: queued } = await api.get<JobReply>(`/api/jobs/${waiting.body.job}`);
    expect(queued).toMatchObject({ state: 'queued', progress: { step: 'waiting' } });

    const { body: cancelled } = await api.remove<JobReply>(`/api/jobs/${waiting.body.job}`);
    expect(cancelled).toMatchObject({ state: 'cancelled', problem: { code: 'job-cancelled' } });
    const { body: stopped } = await api.remove<JobReply>(`/api/jobs/${running.body.job}`);
    expect(['cancelled', 'done']).toContain(stopped.state);
    expect(await readdir(join(api.dataFolder, 'uploads'), { recursive: true, withFileTypes: true })
      .then((entries) => entries.filter((entry) => entry.isFile()))).toEqual([]);
    await api.close();
  });

  test('a job that takes too long or too much memory is stopped and says so', async () => {
    const slow = await runApi('sqlite', { limits: { jobs: { seconds: 0.05 } } });
    expect((await slow.ended((await slow.upload<AcceptedJob>(path, village())).body.job))).toMatchObject({ state: 'failed', problem: { code: 'job-too-long' } });
    expect(await slow.services.store.datasets()).toHaveLength(1);
    await slow.close();

    const small = await runApi('sqlite', { limits: { jobs: { megabytes: 8 } } });
    expect((await small.ended((await small.upload<AcceptedJob>(path, village())).body.job))).toMatchObject({ state: 'failed', problem: { code: 'job-out-of-memory' } });
    await small.close();
  });

  test('a job that nobody knows is not found', async () => {
    const api = await runApi('sqlite');
    const nobody = '/api/jobs/00000000-0000-4000-8000-000000000000';
    await api.fails('unknown-job', nobody);
    await api.fails('unknown-job', nobody, { method: 'DELETE' });
    await api.close();
  });

  test('ended jobs are forgotten, the oldest first', async () => {
    const api = await runApi('sqlite', { limits: { jobs: { remembered: 1 } } });
    const first = (await api.upload<AcceptedJob>(path, village())).body.job;
    await api.ended(first);
    const second = (await api.upload<AcceptedJob>(path, village())).body.job;
    await api.ended(second);
    await api.fails('unknown-job', `/api/jobs/${first}`);
    await api.close();
  });
});
