/**
 * npm run bench -- editing: the planner's screen in a fresh Chromium with software WebGL. How soon the map of real Genk, or of
 * the sample town where ../shared is absent, can be used, and how soon all that stands around it is there; beside it, turn by
 * turn, a page with the map library and the same zones and nothing else. The page around the map is painted by the processor,
 * as Chromium does without a graphics card, and by the software driver too. `node scripts/bench/editing.ts [looks]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { mapColours } from '../../tests/browser/map-pixels.ts';
import { serveProcess } from '../../tests/api/wzz.ts';
import { serveBareMap } from './bare-map.ts';
import { keepGenk } from './kept-genk.ts';
import { inSeconds, markdown, median } from './table.ts';

const looks = Number(process.argv[2] ?? 7);
const size = { width: 1440, height: 900 };
const softwareGl = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--no-first-run'];
const ways = {
  'page by the processor': [...softwareGl, '--disable-gpu-rasterization', '--disable-gpu-compositing'],
  'page by the software driver': softwareGl,
} as const;

interface Look {
  /** Seconds until the map stands. */
  readonly map: number;
  /** Seconds until table and strip of zones stand beside it. */
  readonly all: number;
}

async function look(url: string, args: readonly string[], isOurs: boolean): Promise<Look> {
  const browser = await chromium.launch({ executablePath: process.env['WZZ_CHROMIUM'] ?? '/usr/bin/chromium', args: [...args] });
  try {
    const page = await (await browser.newContext({ viewport: size })).newPage();
    const started = performance.now();
    const seconds = (): number => (performance.now() - started) / 1000;
    await page.goto(url);
    await page.locator('.map-view[aria-busy=false]').waitFor({ timeout: 120_000 });
    const map = seconds();
    if (isOurs) for (const around of ['.zone-strip li', '.panel-body table']) await page.locator(around).first().waitFor();
    const all = seconds();
    const colours = await mapColours(page);
    if (colours < 3) throw new Error(`Got a map of ${colours} colours when expected one with its zones`);
    return { map, all };
  } finally {
    await browser.close();
  }
}

const dataFolder = mkdtempSync(join(tmpdir(), 'wzz-bench-editing-'));
try {
  const dataset = await keepGenk(dataFolder);
  const server = await serveProcess({ dataFolder, databaseUrl: null });
  const ask = async <T>(path: string, init?: RequestInit): Promise<T> => (await fetch(`${server.url}/api${path}`, init)).json() as Promise<T>;
  const plans = await ask<readonly { readonly id: string; readonly dataset: string }[]>('/plans');
  const body = JSON.stringify({ dataset: dataset ?? plans[0]!.dataset, name: 'Meting', from: 'engine' });
  const plan = plans.find((one) => dataset === null || one.dataset === dataset) ?? await ask<{ readonly id: string; readonly dataset: string }>('/plans', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { bounds } = await ask<{ readonly bounds: readonly number[] }>(`/municipalities/${dataset ?? plan.dataset}`);
  const bare = await serveBareMap(JSON.stringify(await ask(`/plans/${plan.id}/zones.geojson`)), bounds);
  const url = `${server.url}/?deur=afbakenen&plan=${plan.id}`;
  await look(url, ways['page by the processor'], true); // the first one warms the disk
  const seen = Object.entries(ways).map(([way, args]) => ({ way, args, ours: [] as Look[], plain: [] as Look[] }));
  for (let turn = 0; turn < looks; turn++) {
    for (const { args, ours, plain } of seen) {
      ours.push(await look(url, args, true));
      plain.push(await look(bare.url, args, false));
    }
  }
  const town = dataset === null ? 'the sample town' : 'real Genk';
  console.log(markdown(seen.map(({ way, ours, plain }) => {
    const maps = ours.map(({ map }) => map);
    return {
      what: `first usable map of ${town}, ${way}`, runs: looks, median: inSeconds(median(maps)), best: inSeconds(Math.min(...maps)),
      peakMiB: `all around it: ${inSeconds(median(ours.map(({ all }) => all)))}`, baseline: `the library with the zones alone: ${inSeconds(median(plain.map(({ map }) => map)))}`,
    };
  })));
  bare.stop();
  await server.stop('SIGTERM');
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
