/**
 * npm run bench: one table of seconds and peak memory, medians of several runs, each beside a baseline of the same run.
 * Real Genk is measured where ../shared lies beside the project.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serveProcess } from '../../tests/api/wzz.ts';
import { sharedPresent } from '../../tests/shared.ts';
import { filesIn } from './files-in.ts';
import { reachIn } from './reach-in.ts';
import { recomputeIn } from './recompute-in.ts';
import { reportIn } from './report-in.ts';
import { inSeconds, markdown, median, type Row } from './table.ts';

const root = join(import.meta.dirname, '..', '..');
const runs = 5;

interface Measured {
  readonly seconds: number;
  readonly peakMiB: number;
}

/** What a script of this folder prints of one town: a line of JSON. */
function child(script: string, town: string): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/bench', script), town], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const times = <T>(run: () => T): T[] => Array.from({ length: runs }, run);
const secondsOf = (measured: readonly Measured[]) => median(measured.map(({ seconds }) => seconds));
const peakOf = (measured: readonly Measured[]) => `${Math.max(...measured.map(({ peakMiB }) => peakMiB)).toFixed(0)} MiB`;

interface FilesToPlan extends Measured {
  readonly zones: readonly string[];
}

function filesToPlan(town: string, name: string): Row {
  child('files-to-plan.ts', town); // the first run warms the disk
  const ours: FilesToPlan[] = [];
  const plain: Measured[] = [];
  for (let run = 0; run < runs; run++) {
    ours.push(child('files-to-plan.ts', town) as FilesToPlan);
    plain.push(child('read-only.ts', town) as Measured);
  }
  console.log(`${name}: ${ours[0]!.zones.join(', ')}`);
  return {
    what: `files to plan, ${name}`, runs,
    median: inSeconds(secondsOf(ours)), best: inSeconds(Math.min(...ours.map(({ seconds }) => seconds))), peakMiB: peakOf(ours),
    baseline: `only parsing the same files: ${inSeconds(secondsOf(plain))}, ${peakOf(plain)}`,
  };
}

/** Seconds from asking for a page until what it waits for is there, in a fresh Chromium with software WebGL. */
async function firstSight(url: string, settled: string): Promise<number> {
  const browser = await chromium.launch({
    executablePath: process.env['WZZ_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--no-first-run'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const started = performance.now();
    await page.goto(url);
    await page.locator(settled).waitFor();
    return (performance.now() - started) / 1000;
  } finally {
    await browser.close();
  }
}

const row = (what: string, seconds: readonly number[], baseline: string): Row =>
  ({ what, runs: seconds.length, median: inSeconds(median(seconds)), best: inSeconds(Math.min(...seconds)), peakMiB: '', baseline });

async function serverAndMap(): Promise<readonly Row[]> {
  const first: number[] = [];
  const second: number[] = [];
  const map: number[] = [];
  const plain: number[] = [];
  for (let run = 0; run < runs; run++) {
    const data = mkdtempSync(join(tmpdir(), 'wzz-bench-'));
    try {
      const cold = await serveProcess({ dataFolder: data, databaseUrl: null });
      first.push(cold.readyMs / 1000);
      await cold.stop('SIGTERM');
      const warm = await serveProcess({ dataFolder: data, databaseUrl: null });
      second.push(warm.readyMs / 1000);
      const plans = (await (await fetch(`${warm.url}/api/plans`)).json()) as readonly { readonly id: string }[];
      plain.push(await firstSight(`${warm.url}/api/health`, 'body'));
      map.push(await firstSight(`${warm.url}/?deur=afbakenen&plan=${plans[0]!.id}`, '.map-view[aria-busy=false]'));
      await warm.stop('SIGTERM');
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  }
  const node = times(() => {
    const started = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return (performance.now() - started) / 1000;
  });
  const baseline = `an empty Node process: ${inSeconds(median(node))}`;
  return [
    row('first start of the server, sample town imported and delineated', first, baseline),
    row('second start of the server', second, baseline),
    row('planner’s map settled, sample town, software WebGL', map, `a page of one line: ${inSeconds(median(plain))}`),
  ];
}

console.log(`Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown processor'}`);
/** Everything, or the parts that are named: plan, files, zones, strokes, editing, hour, server, reach, gaps, report. */
const parts = process.argv.slice(2);
const wants = (part: 'plan' | 'files' | 'zones' | 'strokes' | 'editing' | 'hour' | 'server' | 'reach' | 'gaps' | 'report') => parts.length === 0 || parts.includes(part);
const rows: Row[] = [];
if (wants('plan')) rows.push(filesToPlan('sample', 'sample town'), ...(sharedPresent ? [filesToPlan('genk', 'real Genk')] : []));
if (wants('files')) rows.push(...await filesIn());
if (wants('zones')) spawnSync(process.execPath, [join(root, 'scripts/bench/zones.ts')], { cwd: root, stdio: 'inherit' });
if (wants('strokes')) spawnSync(process.execPath, [join(root, 'scripts/bench/strokes.ts')], { cwd: root, stdio: 'inherit' });
if (wants('editing')) spawnSync(process.execPath, [join(root, 'scripts/bench/editing.ts')], { cwd: root, stdio: 'inherit' });
if (wants('hour')) spawnSync(process.execPath, [join(root, 'scripts/bench/hour-of-editing.ts')], { cwd: root, stdio: 'inherit' });
if (wants('server')) rows.push(...await serverAndMap());
if (wants('reach') && sharedPresent) rows.push(...reachIn());
if (wants('gaps')) rows.push(...recomputeIn('sample', 'sample town'), ...(sharedPresent ? recomputeIn('genk', 'real Genk') : []));
if (wants('report')) rows.push(...reportIn('sample', 'sample town'), ...(sharedPresent ? reportIn('genk', 'real Genk') : []));
console.log(markdown(rows));
