import react from '@vitejs/plugin-react';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The map, half of all code: planners and witnesses alike need it. What is the planners' alone is not asked for here, as witnesses open the same page. */
const neededByAll = '/map/map-view.tsx';

/** Lets the browser ask for the code of the map with the page itself, not after other code has run that asks for it. */
const askWithThePage: Plugin = {
  name: 'ask-with-the-page',
  transformIndexHtml: {
    order: 'post',
    handler(_page, { bundle = {} }) {
      const asked = new Set<string>();
      const ask = (file: string): void => {
        const chunk = bundle[file];
        if (asked.has(file) || chunk?.type !== 'chunk') return;
        asked.add(file);
        chunk.imports.forEach(ask);
      };
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith(neededByAll) === true) ask(chunk.fileName);
      return [...asked].map((file): HtmlTagDescriptor => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` }, injectTo: 'head' }));
    },
  },
};

/** The web build, and the projects of the test runner: unit tests beside their files, the rest under tests/. */
export default defineConfig({
  root: 'packages/web',
  plugins: [react(), askWithThePage],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2024', sourcemap: false },
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
      { extends: true, test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], globalSetup: 'tests/browser/shared-app.ts', testTimeout: 300_000, hookTimeout: 180_000 } },
    ],
  },
});
