import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { root, serveProcess } from '../api/wzz.ts';

/** Where the pictures of a run are kept, to be looked at. */
const pictures = join(root, 'var', 'screens');

/** Software WebGL, and no word to anywhere but this machine. */
const flags = [
  '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic',
];

export const desktop = { width: 1440, height: 900 } as const;
export const tablet = { width: 1024, height: 768 } as const;

export interface Visit {
  readonly page: Page;
  /** Opens a screen and waits until its map has settled. */
  open(place: string): Promise<void>;
  /** Waits until the map is drawn as it should be now. */
  settled(): Promise<void>;
  /** Holds the screen to WCAG 2.2 AA and keeps a picture of it. */
  look(name: string): Promise<void>;
  /** How many colours the map shows, counted in steps of 16 per channel. */
  mapColours(): Promise<number>;
  close(): Promise<void>;
}

export interface RunningApp {
  readonly url: string;
  /** The first plan of the sample town. */
  readonly plan: string;
  visit(size: { readonly width: number; readonly height: number }): Promise<Visit>;
  close(): Promise<void>;
}

/** The real program with the sample town, and a real Chromium. */
export async function runApp(): Promise<RunningApp> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'wzz-browser-'));
  await mkdir(pictures, { recursive: true });
  const server = await serveProcess({ dataFolder, databaseUrl: null });
  const browser = await chromium.launch({ executablePath: process.env['WZZ_CHROMIUM'] ?? '/usr/bin/chromium', args: flags });
  const plans = (await (await fetch(`${server.url}/api/plans`)).json()) as readonly { readonly id: string }[];
  return {
    url: server.url,
    plan: plans[0]!.id,
    visit: (size) => visit(browser, server.url, size),
    async close() {
      await browser.close();
      await server.stop('SIGTERM');
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function visit(browser: Browser, url: string, viewport: { readonly width: number; readonly height: number }): Promise<Visit> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'nl-BE', timezoneId: 'Europe/Brussels' });
  const page = await context.newPage();
  const strangers: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== url) strangers.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const settled = () => page.locator('.map-view[aria-busy=false]').waitFor({ timeout: 60_000 });
  return {
    page,
    settled,
    async open(place) {
      await page.goto(url + place);
      await settled();
    },
    async look(name) {
      await page.screenshot({ path: join(pictures, `${name}-${viewport.width}.png`) });
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    },
    async mapColours() {
      const picture = await page.locator('.map-view').screenshot();
      const blank = await context.newPage();
      try {
        return await blank.evaluate(async (base64) => {
          const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
          const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
          canvas.drawImage(image, 0, 0);
          const { data } = canvas.getImageData(0, 0, image.width, image.height);
          const seen = new Map<number, number>();
          for (let i = 0; i < data.length; i += 4) {
            const colour = ((data[i]! >> 4) << 8) | ((data[i + 1]! >> 4) << 4) | (data[i + 2]! >> 4);
            seen.set(colour, (seen.get(colour) ?? 0) + 1);
          }
          // A colour counts when it fills at least one pixel in a thousand: lines and letters do not make a map.
          return [...seen.values()].filter((pixels) => pixels > data.length / 4000).length;
        }, picture.toString('base64'));
      } finally {
        await blank.close();
      }
    },
    async close() {
      await context.close();
      expect(strangers).toEqual([]);
      expect(complaints).toEqual([]);
    },
  };
}
