/**
 * The planner's screen in a fresh Chromium with software WebGL: how soon the map of real Genk can be used.
 * `node scripts/bench/editing.ts`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { serveProcess } from '../../tests/api/wzz.ts';
import { keepGenk } from './kept-genk.ts';
import { median } from './table.ts';

const sights = 5;
const size = { width: 1440, height: 900 };

/** As Chromium paints where there is no graphics card: WebGL by its software driver, the page around it the plain way. */
const launch = (): Promise<Browser> => chromium.launch({
  executablePath: process.env['WZZ_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--no-first-run', '--disable-gpu-rasterization', '--disable-gpu-compositing'],
});

const settled = (page: Page) => page.locator('.map-view[aria-busy=false]').waitFor({ timeout: 120_000 });

/** Seconds of the clock until the map stands, and of the processor of the page; every byte that came over. */
async function firstSight(url: string): Promise<{ readonly clock: number; readonly cpu: number; readonly code: number }> {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: size });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('Network.enable');
    const types = new Map<string, string>();
    let code = 0;
    session.on('Network.responseReceived', ({ requestId, response }) => types.set(requestId, response.url));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (/\.(js|css)$/.test(types.get(requestId) ?? '') && !(types.get(requestId) ?? '').includes('map')) code += encodedDataLength;
    });
    const started = performance.now();
    await page.goto(url);
    await settled(page);
    const clock = (performance.now() - started) / 1000;
    const { metrics } = await session.send('Performance.getMetrics');
    return { clock, cpu: metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0, code };
  } finally {
    await browser.close();
  }
}

const dataFolder = mkdtempSync(join(tmpdir(), 'wzz-bench-editing-'));
try {
  const dataset = await keepGenk(dataFolder);
  const server = await serveProcess({ dataFolder, databaseUrl: null });
  const plans = await (await fetch(`${server.url}/api/plans`)).json() as readonly { readonly id: string; readonly dataset: string }[];
  const known = plans.find((plan) => dataset === null || plan.dataset === dataset);
  const made = async (): Promise<string> => {
    const body = JSON.stringify({ dataset: dataset ?? plans[0]!.dataset, name: 'Meting', from: 'engine' });
    return ((await (await fetch(`${server.url}/api/plans`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json()) as { readonly id: string }).id;
  };
  const plan = known?.id ?? await made();
  const url = `${server.url}/?deur=afbakenen&plan=${plan}`;
  const seen = [];
  for (let sight = 0; sight < sights; sight++) seen.push(await firstSight(url));
  const clocks = seen.map(({ clock }) => clock);
  console.log(`map of ${dataset === null ? 'the sample town' : 'real Genk'} usable after ${median(clocks).toFixed(2)} s (best ${Math.min(...clocks).toFixed(2)} s), ${median(seen.map(({ cpu }) => cpu)).toFixed(2)} s of work in the page; ${(median(seen.map(({ code }) => code)) / 1000).toFixed(0)} kB of code and style without the map library`);
  await server.stop('SIGTERM');
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
