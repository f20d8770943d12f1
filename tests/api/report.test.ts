import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AcceptedJob, JobReply, WrittenReport } from '../../packages/api/src/schemas.ts';
import type { PlanAnalysis } from '../../packages/core/src/needs/index.ts';
import { cellsOf } from '../other-programs.ts';
import { villageFiles, villageManifest } from '../village.ts';
import { runApi } from './running-api.ts';
import { temporaryPlace, type TemporaryPlace } from './temporary-store.ts';
import { root, wzz } from './wzz.ts';

let place: TemporaryPlace;
let village: string;
let manifest: string;

beforeAll(async () => {
  place = await temporaryPlace('sqlite');
  village = await mkdtemp(join(tmpdir(), 'wzz-verslag-'));
  manifest = join(village, 'manifest.json');
  await writeFile(manifest, JSON.stringify(villageManifest));
  for (const [path, content] of Object.entries(villageFiles)) await writeFile(join(village, path), content);
});
afterAll(async () => {
  await place.remove();
  await rm(village, { recursive: true });
});

test('wzz report writes every form, and needs no type that is installed on the machine', async () => {
  const out = join(village, 'verslag');
  const fonts = process.env['FONTCONFIG_FILE'];
  process.env['FONTCONFIG_FILE'] = join(village, 'none.conf');
  const made = await wzz(['report', manifest, '--out', out], place).finally(() => {
    if (fonts === undefined) delete process.env['FONTCONFIG_FILE'];
    else process.env['FONTCONFIG_FILE'] = fonts;
  });
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(made.out).toContain('Leemten en voorzieningen in Dorp');
  expect((await readdir(out)).sort()).toEqual(['csv', 'geojson', 'verslag.gpkg', 'verslag.html', 'verslag.pdf', 'verslag.xlsx']);
  expect((await readFile(join(out, 'verslag.pdf'))).toString('latin1')).toMatch(/\/FontFile2 /);
  expect(await readFile(join(out, 'verslag.html'), 'utf8')).toContain('font/woff2;base64,');
});

test('wzz report says what there is to choose from', async () => {
  const refused = (...args: readonly string[]) => wzz(['report', manifest, ...args], place);
  const form = await refused('--vorm', 'docx');
  expect(form.code).toBe(2);
  expect(form.err).toContain('De vorm “docx” bestaat niet. Kies uit: pdf, html, xlsx, csv, gpkg, geojson.');
  expect((await refused('--taal', 'fr')).err).toContain('Kies uit: nl, en.');
});

test('a folder that cannot be written in is told in one sentence', async () => {
  // A file stands where the folder should come: not even root can write in it.
  const { code, err } = await wzz(['report', manifest, '--vorm', 'csv', '--out', manifest], place);
  expect(code).toBe(1);
  expect(err).toMatch(/^De map .* kan niet gemaakt worden \((ENOTDIR|EEXIST)\)\. Kies met --out een map waarin u mag schrijven\.\n$/);
});

test('a report that is killed leaves no broken file under a name of its own', async () => {
  const out = join(village, 'gestopt');
  const child = spawn(process.execPath, [join(root, 'packages', 'cli', 'src', 'main.ts'), 'report', manifest, '--out', out], { env: { ...process.env, WZZ_DATA: place.dataFolder, DATABASE_URL: undefined }, stdio: 'ignore' });
  const gone = new Promise((resolve) => child.on('close', resolve));
  while (child.exitCode === null && !(existsSync(out) && (await readdir(out)).length > 0)) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await gone;
  for (const name of (await readdir(out, { recursive: true })).filter((file) => !file.endsWith('.deel'))) {
    const bytes = await readFile(join(out, name)).catch(() => null);
    if (bytes === null) continue; // a folder
    if (name.endsWith('.pdf')) expect(bytes.subarray(-6).toString()).toContain('%%EOF');
    if (name.endsWith('.html')) expect(bytes.subarray(-8).toString()).toBe('</html>\n');
    if (name.endsWith('.xlsx')) expect(Object.keys(unzipSync(bytes))).toContain('[Content_Types].xml');
    if (name.endsWith('.gpkg')) {
      const database = new DatabaseSync(join(out, name), { readOnly: true });
      expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
      database.close();
    }
  }
});

test('the report of a kept plan is a job: it tells how far it is, gives its files, and can be stopped', async () => {
  const api = await runApi('sqlite');
  try {
    const plan = await api.newPlan('division:wijken');
    const { body: { job } } = await api.post<AcceptedJob>(`/api/plans/${plan.id}/reports`, { language: 'nl' });
    const state = await api.ended(job);
    expect(state).toMatchObject({ state: 'done', kind: 'report', progress: { step: 'reporting' } });
    expect(state.progress.done).toBeGreaterThan(6);
    const written = (state as { readonly result: WrittenReport }).result;
    expect(written.files.map(({ form }) => form)).toEqual(['pdf', 'html', 'xlsx', 'csv', 'gpkg', 'geojson']);
    for (const { name, bytes } of written.files) {
      const reply = await fetch(`${api.url}/api/reports/${written.key}/${name}`);
      expect([reply.status, (await reply.arrayBuffer()).byteLength, reply.headers.get('content-disposition')]).toEqual([200, bytes, `attachment; filename="${name}"`]);
    }
    // What the report tells is what the API gives, figure by figure.
    const { body: analysis } = await api.get<PlanAnalysis>(`/api/plans/${plan.id}/analysis`);
    const packed = unzipSync(new Uint8Array(await (await fetch(`${api.url}/api/reports/${written.key}/verslag-csv.zip`)).arrayBuffer()));
    const rows = cellsOf(Buffer.from(packed['kerncijfers.csv']!).toString().replace('\uFEFF', '')).slice(1);
    const areas = [...analysis.zones, analysis.municipality];
    expect(rows.map(([, inhabitants, , blocks]) => [inhabitants, blocks])).toEqual(areas.map(({ inhabitants: { count }, blocks }) => [count.kind === 'known' ? String(count.value) : count.kind, String(blocks)]));
    // A map beside another year: only of a norm, and only a year that the data know.
    await api.fails('invalid-request', `/api/plans/${plan.id}/sheet.svg?layer=zones&year=2030`);
    await api.fails('year-without-ages', `/api/plans/${plan.id}/sheet.svg?layer=ldc-1500m&year=1950`);
    await api.fails('unknown-job', `/api/reports/${written.key}/verslag-niets.zip`);
    await api.fails('invalid-request', `/api/reports/${written.key}/..%2Fverslag.pdf`);
    await api.failsToPost('unknown-plan', `/api/plans/${randomUUID()}/reports`, { language: 'nl' });
    const second = await api.post<AcceptedJob>(`/api/plans/${plan.id}/reports`, { language: 'en' });
    const stopped = await api.remove<JobReply>(`/api/jobs/${second.body.job}`);
    expect(stopped.body).toMatchObject({ state: 'cancelled', problem: { code: 'job-cancelled' } });
  } finally {
    await api.close();
  }
});
