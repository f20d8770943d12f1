/** Takes the pictures of the README from the running program: `node scripts/pictures.ts`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serveProcess } from '../tests/api/wzz.ts';

const folder = join(import.meta.dirname, '..', 'docs');
/** Maps on paper, by the name of their picture: what a council gets in print. */
const papers = {
  'kaart-zones': 'layer=zones', 'kaart-voorzieningen': 'layer=voorzieningen', 'kaart-bereik': 'layer=ldc-1500m', 'kaart-galerij': 'layer=galerij', 'kaart-aanbod': 'layer=galerij-aanbod', 'kaart-vergrijzing': 'layer=vergrijzing',
} as const;
/** Small enough to stand in a page, large enough to read its title. */
const paperPixels = 1100;
/** Pages of the report that are pictured: title and contents, summary, a zone. */
const reportPages = [1, 2, 3] as const;

const scenes = { afbakenen: '&zone=zone-1', leemten: '', presenteren: '&vel=kaart' } as const;

/** The report of a plan as the server makes it, on disk. */
async function reportPdf(plan: string): Promise<string> {
  const post = await fetch(`${server.url}/api/plans/${plan}/reports`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ language: 'nl' }) });
  const { job } = (await post.json()) as { readonly job: string };
  for (;;) {
    const { state, result } = (await (await fetch(`${server.url}/api/jobs/${job}`)).json()) as { readonly state: string; readonly result?: { readonly key: string } };
    if (state === 'done' && result !== undefined) {
      const file = join(dataFolder, 'verslag.pdf');
      writeFileSync(file, new Uint8Array(await (await fetch(`${server.url}/api/reports/${result.key}/verslag.pdf`)).arrayBuffer()));
      return file;
    }
    if (state !== 'queued' && state !== 'running') throw new Error(`Got a report that is ${state} when expected one that is done.`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** Pages of a PDF as pictures, by poppler. */
function picturePages(pdf: string): void {
  for (const number of reportPages) {
    const { status, stderr } = spawnSync('pdftoppm', ['-r', '72', '-f', String(number), '-l', String(number), '-png', '-singlefile', pdf, join(folder, `verslag-blad-${number}`)], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }
}

mkdirSync(folder, { recursive: true });
const dataFolder = mkdtempSync(join(tmpdir(), 'wzz-pictures-'));
const server = await serveProcess({ dataFolder, databaseUrl: null });
const browser = await chromium.launch({
  executablePath: process.env['WZZ_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--no-first-run'],
});
try {
  const [plan] = (await (await fetch(`${server.url}/api/plans`)).json()) as readonly { readonly id: string }[];
  for (const [name, query] of Object.entries(papers)) {
    const svg = await (await fetch(`${server.url}/api/plans/${plan!.id}/sheet.svg?${query}`)).text();
    const sheet = await browser.newPage({ viewport: { width: paperPixels, height: Math.round((paperPixels * 210) / 297) } });
    await sheet.setContent(`<style>body{margin:0}svg{width:100%;height:auto;display:block}</style>${svg}`);
    await sheet.screenshot({ path: join(folder, `${name}.png`) });
    await sheet.close();
  }
  picturePages(await reportPdf(plan!.id));
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
