/** Takes the pictures of the README from the running program: `node scripts/pictures.ts`. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serveProcess } from '../tests/api/wzz.ts';

const folder = join(import.meta.dirname, '..', 'docs');
const scenes = { afbakenen: '&zone=zone-1', leemten: '', presenteren: '' } as const;

mkdirSync(folder, { recursive: true });
const dataFolder = mkdtempSync(join(tmpdir(), 'wzz-pictures-'));
const server = await serveProcess({ dataFolder, databaseUrl: null });
const browser = await chromium.launch({
  executablePath: process.env['WZZ_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--no-first-run'],
});
try {
  const [plan] = (await (await fetch(`${server.url}/api/plans`)).json()) as readonly { readonly id: string }[];
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  for (const [door, query] of Object.entries(scenes)) {
    await page.goto(`${server.url}/?deur=${door}&plan=${plan!.id}${query}`);
    await page.locator('.map-view[aria-busy=false]').waitFor();
    await page.screenshot({ path: join(folder, `${door}.png`) });
  }
} finally {
  await browser.close();
  await server.stop('SIGTERM');
  rmSync(dataFolder, { recursive: true, force: true });
}
