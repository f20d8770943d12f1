/**
 * npm run bench -- hour: an hour of painting in a fresh Chromium, 2,000 strokes at one every 1.8 s but without the pauses, on
 * the sample town, whose blocks are small enough that nearly every stroke moves some. What is left after a forced collection,
 * at equal steps: the heap of the page and of the drawing table (a worker), nodes, listeners, and the log of the plan, which is
 * meant to grow. `node scripts/bench/hour-of-editing.ts [strokes]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { serveProcess } from '../../tests/api/wzz.ts';

const strokes = Number(process.argv[2] ?? 2000);
const looks = 8;
/** Without a graphics card a larger map would only make it wait for the painting. */
const size = { width: 1024, height: 600 };
/** What an hour may leave behind beside the log: the noise of a collection of a page that shows a map. */
const mostGrowthMiB = 10;

/** What is left after a collection, here and in a worker. */
interface Left {
  readonly pageMiB: number;
  readonly tableMiB: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Sends to the workers of a page, whose answers come back as events. */
async function workersOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  const attached = new Set<string>();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.url.includes('table-worker')) attached.add(sessionId);
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => void attached.delete(sessionId));
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  let last = 0;
  const ask = (sessionId: string, method: string): Promise<{ readonly usedSize?: number }> => {
    const id = (last += 1);
    return new Promise((resolve) => {
      const heard = ({ sessionId: from, message }: { readonly sessionId: string; readonly message: string }): void => {
        const reply = JSON.parse(message) as { readonly id?: number; readonly result?: { readonly usedSize?: number } };
        if (from !== sessionId || reply.id !== id) return;
        session.off('Target.receivedMessageFromTarget', heard);
        resolve(reply.result ?? {});
      };
      session.on('Target.receivedMessageFromTarget', heard);
      void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    });
  };
  return {
    async left(): Promise<Left> {
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
      let table = 0;
      for (const worker of attached) {
        await ask(worker, 'HeapProfiler.collectGarbage');
        table += (await ask(worker, 'Runtime.getHeapUsage')).usedSize ?? 0;
      }
      return { pageMiB: usedSize / 2 ** 20, tableMiB: table / 2 ** 20, nodes, listeners: jsEventListeners };
    },
  };
}

async function paint(browser: Browser, server: string, plan: string): Promise<void> {
  const page = await browser.newPage({ viewport: size });
  const workers = await workersOf(page);
  await page.goto(`${server}/?deur=afbakenen&plan=${plan}`);
  await page.locator('.map-view[aria-busy=false]').waitFor({ timeout: 120_000 });
  const box = (await page.locator('.map-view').boundingBox())!;
  const zones = page.locator('.zone-strip-item');
  /** What would be taken back; the first step of all is the division itself. */
  const undo = page.locator('.history-last');
  await zones.first().waitFor();
  const version = async (): Promise<number> => ((await (await fetch(`${server}/api/plans/${plan}`)).json()) as { readonly version: number }).version;
  await page.keyboard.press('v');
  await page.locator('.draw-options').waitFor();
  await page.getByText('De tekentafel wordt klaargelegd').waitFor({ state: 'detached', timeout: 120_000 });
  console.log('| strokes | steps in the log | page, MiB | drawing table, MiB | nodes | listeners |\n| --- | --- | --- | --- | --- | --- |');
  const seen: Left[] = [];
  for (let stroke = 0; stroke <= strokes; stroke++) {
    if (stroke % Math.ceil(strokes / looks) === 0) {
      await page.getByText(/Bewaard( \d\d:\d\d)?$/).waitFor({ timeout: 120_000 });
      const left = await workers.left();
      seen.push(left);
      console.log(`| ${stroke} | ${await version()} | ${left.pageMiB.toFixed(1)} | ${left.tableMiB.toFixed(1)} | ${left.nodes} | ${left.listeners} |`);
    }
    // Another zone every few strokes, and a step back after every second one: so no zone is painted away.
    if (stroke % 5 === 0) await zones.nth((stroke / 5) % (await zones.count())).click();
    if (stroke % 2 === 1 && !((await undo.textContent()) ?? '').includes('overgenomen')) await page.keyboard.press('z');
    // A spiral of places that does not repeat itself, well inside the map.
    const angle = stroke * 2.399963;
    const reach = 0.28 * Math.sqrt(((stroke * 37) % 100) / 100);
    const [x, y] = [box.x + box.width * (0.55 + reach * Math.cos(angle)), box.y + box.height * (0.5 + reach * Math.sin(angle))];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60 * Math.cos(angle * 2), y + 60 * Math.sin(angle * 2), { steps: 2 });
    await page.mouse.up();
  }
  // The first look comes before what is fetched once: growth is counted from the second.
  const [, from] = seen;
  const to = seen.at(-1);
  if (from === undefined || to === undefined) return;
  const growth = to.pageMiB + to.tableMiB - from.pageMiB - from.tableMiB;
  console.log(`\ngrowth of both heaps from look 2 to the last: ${growth.toFixed(1)} MiB (${growth <= mostGrowthMiB ? 'level' : 'NOT level'}, limit ${mostGrowthMiB} MiB); nodes ${to.nodes - from.nodes}, listeners ${to.listeners - from.listeners}`);
}

const dataFolder = mkdtempSync(join(tmpdir(), 'wzz-bench-hour-'));
try {
  const server = await serveProcess({ dataFolder, databaseUrl: null });
  const browser = await chromium.launch({
    executablePath: process.env['WZZ_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--no-first-run', '--disable-gpu-rasterization', '--disable-gpu-compositing'],
  });
  try {
    const [plan] = (await (await fetch(`${server.url}/api/plans`)).json()) as readonly { readonly id: string }[];
    await paint(browser, server.url, plan!.id);
  } finally {
    await browser.close();
    await server.stop('SIGTERM');
  }
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
