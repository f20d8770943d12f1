import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { root } from '../api/wzz.ts';
import { mapColours, mapPicture, readMap, type Colour } from './map-pixels.ts';

/** Where the pictures of a run are kept, to be looked at. */
const pictures = join(root, 'var', 'screens');

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
  mapPicture(): Promise<Buffer>;
  /** How many colours the map shows, counted in steps of 16 per channel; lines and letters do not count. */
  mapColours(): Promise<number>;
  /** How much of the map has nearly each of these colours, 0 to 1. */
  mapSharesNear(colours: readonly Colour[]): Promise<readonly number[]>;
  /** How many dark pixels lie beside white ones: letters in their halo, where no symbols are shown. */
  mapLabelPixels(): Promise<number>;
  /** A complaint of the browser that belongs to what this test does; it must have come. */
  expectComplaint(about: RegExp): void;
  close(): Promise<void>;
}

export interface RunningApp {
  readonly url: string;
  /** The first plan of the sample town, which no test changes. */
  readonly plan: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
  send<T>(method: 'POST' | 'PUT', path: string, body: object): Promise<T>;
  /** `url`: of another server than the shared one. */
  visit(size: { readonly width: number; readonly height: number }, url?: string): Promise<Visit>;
  close(): Promise<void>;
}

/** The program and the Chromium that all files of a run share (shared-app.ts), through a connection of this file's own. */
export async function runApp(): Promise<RunningApp> {
  const { url, plan, browserEndpoint } = inject('sharedApp');
  const browser = await chromium.connect(browserEndpoint);
  const ask = async <T>(path: string, init?: RequestInit) => {
    const reply = await fetch(`${url}/api${path}`, init);
    if (!reply.ok) throw new Error(`Got ${reply.status} from ${path}: ${await reply.text()}`);
    return (await reply.json()) as T;
  };
  const send = <T>(method: 'POST' | 'PUT', path: string, body: object) =>
    ask<T>(path, { method, ...(body instanceof FormData ? { body } : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
  return {
    url,
    plan,
    get: (path) => ask(path),
    post: (path, body) => send('POST', path, body),
    send,
    visit: (size, other = url) => visit(browser, other, size),
    close: () => browser.close(),
  };
}

async function visit(browser: Browser, url: string, viewport: { readonly width: number; readonly height: number }): Promise<Visit> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'nl-BE', timezoneId: 'Europe/Brussels' });
  // A busy machine may be slow; nothing here is measured.
  context.setDefaultTimeout(90_000);
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
  const settled = async (): Promise<void> => {
    await page.locator('.map-view[aria-busy=false]').waitFor({ timeout: 60_000 });
    // What stands around the map comes after its first picture.
    await page.locator('.app[data-alone=true]').waitFor({ state: 'detached' });
  };
  const read = <T>(count: (data: Uint8ClampedArray, width: number, asked: readonly Colour[]) => T, asked: readonly Colour[] = []) => readMap(page, count, asked);
  return {
    page,
    settled,
    async open(place) {
      await page.goto(url + place);
      await settled();
    },
    async look(name) {
      await page.screenshot({ path: join(pictures, `${name}-${viewport.width}.png`) });
      const { violations } = await new AxeBuilder({ page })
        // What passes is not read, and takes the longest to tell; there are no frames, so no page of axe's own is needed.
        .options({ resultTypes: ['violations'] }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    },
    mapPicture: () => mapPicture(page),
    mapColours: () => mapColours(page),
    mapSharesNear: (colours) => read((data, _width, asked) => asked.map(([red, green, blue]) => {
      let near = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (Math.abs(data[i]! - red) < 12 && Math.abs(data[i + 1]! - green) < 12 && Math.abs(data[i + 2]! - blue) < 12) near += 1;
      }
      return near / (data.length / 4);
    }), colours),
    mapLabelPixels: () => read((data, width) => {
      const isDark = (i: number) => data[i]! < 80 && data[i + 1]! < 80 && data[i + 2]! < 80;
      const isWhite = (i: number) => data[i]! > 248 && data[i + 1]! > 248 && data[i + 2]! > 248;
      let letters = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (isDark(i) && [-8, -4, 4, 8, -4 * width, 4 * width].some((step) => isWhite(i + step))) letters += 1;
      }
      return letters;
    }),
    expectComplaint(about) {
      const kept = complaints.filter((complaint) => !about.test(complaint));
      expect(kept.length).toBeLessThan(complaints.length);
      complaints.splice(0, complaints.length, ...kept);
    },
    async close() {
      await context.close();
      expect(strangers).toEqual([]);
      expect(complaints).toEqual([]);
    },
  };
}
