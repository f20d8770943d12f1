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

/** Notes in the page, by its own clock, when the map stands first, and when what stands around it does: asking from outside would hold the page up. */
function note(around: readonly string[]): void {
  const seen: { map?: number; all?: number } = {};
  Object.assign(window, { seen });
  const observer = new MutationObserver(() => {
    if (seen.map === undefined && document.querySelector('.map-view[aria-busy=false]') !== null) seen.map = performance.now() / 1000;
    if (seen.map === undefined || around.some((one) => document.querySelector(one) === null)) return;
    seen.all = performance.now() / 1000;
    observer.disconnect();
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] });
}

async function look(url: string, args: readonly string[], around: readonly string[]): Promise<Look> {
  const browser = await chromium.launch({ executablePath: process.env['WZZ_CHROMIUM'] ?? '/usr/bin/chromium', args: [...args] });
  try {
    const page = await (await browser.newContext({ viewport: size })).newPage();
    await page.addInitScript(note, around);
    await page.goto(url);
    await page.waitForFunction(() => 'all' in (window as unknown as { readonly seen: object }).seen, null, { polling: 250, timeout: 120_000 });
    const seen = await page.evaluate(() => (window as unknown as { readonly seen: Look }).seen);
    const colours = await mapColours(page);
    if (colours < 3) throw new Error(`Got a map of ${colours} colours when expected one with its zones`);
    return seen;
  } finally {
    await browser.close();
  }
}

const aroundOurs = ['.zone-strip li', '.panel-body table'];

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
  await look(url, ways['page by the processor'], aroundOurs); // the first one warms the disk
  const seen = Object.entries(ways).map(([way, args]) => ({ way, args, ours: [] as Look[], plain: [] as Look[] }));
  for (let turn = 0; turn < looks; turn++) {
    for (const { args, ours, plain } of seen) {
      ours.push(await look(url, args, aroundOurs));
      plain.push(await look(bare.url, args, []));
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
