import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { root, serveProcess } from '../api/wzz.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly sharedApp: { readonly url: string; readonly plan: string; readonly browserEndpoint: string };
  }
}

/**
 * Software WebGL, and no word to anywhere but this machine. The page around the map is painted the plain way: through the
 * same software graphics it costs as much as the map.
 */
const flags = [
  '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic', '--disable-gpu-rasterization', '--disable-gpu-compositing',
];

/** Starts the real program with the sample town, and a real Chromium, once for all files of the run. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'wzz-browser-'));
  await mkdir(join(root, 'var', 'screens'), { recursive: true });
  const server = await serveProcess({ dataFolder, databaseUrl: null });
  const browser = await chromium.launchServer({ executablePath: process.env['WZZ_CHROMIUM'] ?? '/usr/bin/chromium', args: flags });
  const [plan] = (await (await fetch(`${server.url}/api/plans`)).json()) as readonly { readonly id: string }[];
  project.provide('sharedApp', { url: server.url, plan: plan!.id, browserEndpoint: browser.wsEndpoint() });
  return async () => {
    await browser.close();
    await server.stop('SIGTERM');
    await rm(dataFolder, { recursive: true, force: true });
  };
}
