/**
 * Takes the pictures of the README and of the manual from the running program, and writes the manual as PDF: `npm run pictures`.
 * It needs Chromium and poppler; the web app must be built, which `npm start` does.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualToPdf } from '@woonzorgzones/files';
import { chromium, type Page } from 'playwright-core';
import { serveProcess, wzz } from '../tests/api/wzz.ts';
import { palettePng } from './palette-png.ts';

const docs = join(import.meta.dirname, '..', 'docs');
const manualFolder = join(docs, 'handleiding');

/** Screens, each by the name of its picture in the manual. */
const screens = { gegevens: '', afbakenen: '&zone=zone-1', leemten: '', presenteren: '&vel=kaart' } as const;
/** Maps on paper: what a council gets in print. */
const papers = {
  'kaart-zones': 'layer=zones', 'kaart-voorzieningen': 'layer=voorzieningen', 'kaart-bereik': 'layer=ldc-1500m', 'kaart-galerij': 'layer=galerij', 'kaart-aanbod': 'layer=galerij-aanbod', 'kaart-vergrijzing': 'layer=vergrijzing',
} as const;
/** Small enough to stand in a page, large enough to read its title. */
const paperPixels = 1000;
/** Pages that are pictured: of the report its title and contents, summary and zones; of the story its opening, the zones and a gap. */
const reportPages = [1, 2, 3] as const;
const slidePages = [1, 3, 14] as const;

const dataFolder = mkdtempSync(join(tmpdir(), 'wzz-pictures-'));
const place = { dataFolder, databaseUrl: null };

const keep = (folder: string, name: string, png: Buffer): void => { writeFileSync(join(folder, `${name}.png`), palettePng(png)); };

const screenshot = async (page: Page, name: string): Promise<void> => {
  await page.locator('.map-view[aria-busy=false]').waitFor();
  // What stands around the map comes after its first picture.
  await page.locator('.app[data-alone=true]').waitFor({ state: 'detached' });
  keep(manualFolder, name, await page.screenshot());
};

/** Pages of a PDF as pictures, by poppler. */
function keepPages(pdf: string, pages: readonly number[], resolution: number, nameOf: (page: number) => string): void {
  for (const page of pages) {
    const to = join(dataFolder, 'blad');
    const { status, stderr } = spawnSync('pdftoppm', ['-r', String(resolution), '-f', String(page), '-l', String(page), '-png', '-singlefile', pdf, to], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    keep(docs, nameOf(page), readFileSync(`${to}.png`));
  }
}

async function written(command: 'report' | 'story', plan: string, args: readonly string[]): Promise<void> {
  const { code, err } = await wzz([command, plan, ...args], place);
  if (code !== 0) throw new Error(err);
}

mkdirSync(manualFolder, { recursive: true });
const server = await serveProcess(place);
const browser = await chromium.launch({
  executablePath: process.env['WZZ_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--no-first-run'],
});
try {
  const [plan] = (await (await fetch(`${server.url}/api/plans`)).json()) as readonly { readonly id: string }[];
  const { id } = plan!;
  for (const [name, query] of Object.entries(papers)) {
    const svg = await (await fetch(`${server.url}/api/plans/${id}/sheet.svg?${query}`)).text();
    const sheet = await browser.newPage({ viewport: { width: paperPixels, height: Math.round((paperPixels * 210) / 297) } });
    await sheet.setContent(`<style>body{margin:0}svg{width:100%;height:auto;display:block}</style>${svg}`);
    keep(docs, name, await sheet.screenshot());
    await sheet.close();
  }
  const page = await browser.newPage({ viewport: { width: 1200, height: 750 } });
  for (const [door, query] of Object.entries(screens)) {
    await page.goto(`${server.url}/?deur=${door}&plan=${id}${query}`);
    await screenshot(page, door);
  }
  await page.getByRole('button', { name: 'Afdrukken' }).click();
  await page.locator('.print-sheet svg').waitFor();
  await screenshot(page, 'afdrukken');
  await page.goto(`${server.url}/?deur=presenteren&plan=${id}`);
  await page.getByRole('button', { name: 'Kant-en-klaar verhaal maken' }).click();
  await page.locator('.story-page[aria-busy=false] .story-slide svg').waitFor();
  await page.locator('.story-item').nth(2).click();
  await page.locator('.story-page[aria-busy=false] .story-slide svg').waitFor();
  keep(manualFolder, 'verhaal', await page.screenshot());
  await page.goto(`${server.url}/`);
  await page.locator('.small-map').first().waitFor();
  keep(manualFolder, 'start', await page.screenshot());

  await written('report', id, ['--out', dataFolder, '--vorm', 'pdf']);
  keepPages(join(dataFolder, 'verslag.pdf'), reportPages, 72, (number) => `verslag-blad-${number}`);
  await written('story', id, ['--out', join(dataFolder, 'presentatie.pdf')]);
  keepPages(join(dataFolder, 'presentatie.pdf'), slidePages, 72, (number) => `presentatie-blad-${number}`);
} finally {
  await browser.close();
  await server.stop('SIGTERM');
  rmSync(dataFolder, { recursive: true, force: true });
}
writeFileSync(join(docs, 'handleiding.pdf'), await manualToPdf(docs));
