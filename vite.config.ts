import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The web build, and the projects of the test runner: unit tests beside their files, the rest under tests/. */
export default defineConfig({
  root: 'packages/web',
  plugins: [react()],
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
