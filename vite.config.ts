import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The code of the map, half of all: it comes apart, and each page needs it at once. */
const mapCode = '/map/map-view.tsx';

/** Lets the browser ask for that code and its styles with the page itself, not after other code has run that asks for it. */
const askWithThePage: Plugin = {
  name: 'ask-with-the-page',
  transformIndexHtml: {
    order: 'post',
    handler(page, { bundle = {} }) {
      const asked = new Map<string, HtmlTagDescriptor>();
      const link = (file: string, attrs: Readonly<Record<string, string>>): void => {
        if (!page.includes(`/${file}"`)) asked.set(file, { tag: 'link', attrs: { ...attrs, crossorigin: true, href: `/${file}` }, injectTo: 'head' });
      };
      const seen = new Set<string>();
      const ask = (file: string): void => {
        const chunk = bundle[file];
        if (seen.has(file) || chunk?.type !== 'chunk') return;
        seen.add(file);
        link(file, { rel: 'modulepreload' });
        for (const style of chunk.viteMetadata?.importedCss ?? []) link(style, { rel: 'stylesheet' });
        chunk.imports.forEach(ask);
      };
      for (const [file, chunk] of Object.entries(bundle)) {
        if (chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith(mapCode) === true) ask(file);
        // The signs of facilities are painted with it, first of all.
        if (/noto-sans-latin-700-.*woff2$/.test(file)) link(file, { rel: 'preload', as: 'font', type: 'font/woff2' });
      }
      return [...asked.values()];
    },
  },
};

/** Compresses once what would be compressed for every visitor. */
const compressOnce: Plugin = {
  name: 'compress-once',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    if (dir === undefined) throw new Error('Got a build into no folder when expected one.');
    for (const fileName of Object.keys(bundle)) {
      if (/\.(?:js|css)$/.test(fileName)) writeFileSync(join(dir, `${fileName}.gz`), gzipSync(readFileSync(join(dir, fileName)), { level: 9 }));
    }
  },
};

/**
 * Each page in a few large files: of many small ones the browser asks six at a time, and what the map waits for stands in line
 * behind them. A group takes in all that its files use and the one before it has not: what witnesses need and the map is drawn
 * with, and what planners need besides. The map with its library and what is opened later stay apart.
 */
const groups = [
  { name: 'shared', test: /screens.witness.witness-app\.tsx$|web.src.show-page\.tsx$|web.src.map.(?!care-map|map-view|draw)/, priority: 2 },
  { name: 'planner', test: /src.planner\.tsx$/, priority: 1 },
];

/** The web build, and the projects of the test runner: unit tests beside their files, the rest under tests/. */
export default defineConfig({
  root: 'packages/web',
  // The component library brings its words in 34 languages.
  plugins: [react(), optimizeLocales.vite({ locales: ['nl', 'en'] }), askWithThePage, compressOnce],
  build: {
    outDir: 'dist', emptyOutDir: true, target: 'es2024', sourcemap: false, modulePreload: { polyfill: false },
    rolldownOptions: { input: ['packages/web/index.html', 'packages/web/getuige.html'], output: { codeSplitting: { groups } } },
  },
  worker: { format: 'es' },
  test: {
    root: '.',
    environment: 'node',
    pool: 'forks',
    // Usual is one core less than there are: one of two.
    maxWorkers: '100%',
    passWithNoTests: false,
    projects: [
      { extends: true, test: { name: 'unit', isolate: false, include: ['packages/*/src/**/*.test.ts'] } },
      { extends: true, test: { name: 'whole', include: ['tests/*.test.ts', 'tests/{cases,invariants}/**/*.test.ts'] } },
      { extends: true, test: { name: 'api', include: ['tests/api/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 } },
      { extends: true, test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], globalSetup: 'tests/browser/shared-app.ts', testTimeout: 300_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000 } } } },
    ],
  },
});
