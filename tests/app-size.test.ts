import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const dist = join(import.meta.dirname, '..', 'packages', 'web', 'dist');
const assets = join(dist, 'assets');

/** Every file the planner's first screen needs at once: what the page names, with all they import at the top; the map, which the page asks for beside it, is not imported by any of them. */
function firstFiles(): readonly string[] {
  const needed = new Set<string>();
  const take = (file: string): void => {
    if (needed.has(file)) return;
    needed.add(file);
    if (!file.endsWith('.js')) return;
    for (const [, next] of readFileSync(join(assets, file), 'utf8').matchAll(/(?:from|import)\s*["`]\.\/([^"`]+\.js)["`]/g)) take(next!);
  };
  for (const [, file] of readFileSync(join(dist, 'index.html'), 'utf8').matchAll(/assets\/([^"]+\.(?:js|css))"/g)) if (!file!.startsWith('map-view-')) take(file!);
  return [...needed].sort();
}

test('the code of the planner’s first screen is at most 400 kB compressed; the map library comes apart from it', () => {
  const files = firstFiles();
  expect(files.some((file) => file.startsWith('planner-') && file.endsWith('.js'))).toBe(true);
  expect(files.filter((file) => readFileSync(join(assets, file), 'utf8').includes('maplibregl-canvas-container'))).toEqual([]);
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length, 0);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThanOrEqual(400_000);
});

test('a witness gets none of the planner’s code', () => {
  const named = [...readFileSync(join(dist, 'getuige.html'), 'utf8').matchAll(/assets\/([^"]+\.js)"/g)].map(([, file]) => file!);
  expect(named.some((file) => file.startsWith('getuige-'))).toBe(true);
  expect(named.filter((file) => file.startsWith('planner-'))).toEqual([]);
});
