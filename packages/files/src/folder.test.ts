import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFolder } from './folder.ts';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'wzz-folder-'));
  await mkdir(join(root, 'gemeente', 'lagen'), { recursive: true });
  await writeFile(join(root, 'gemeente', 'lagen', 'blokken.geojson'), '{}');
  await writeFile(join(root, 'geheim.csv'), 'a,b\n');
  await symlink(join(root, 'geheim.csv'), join(root, 'gemeente', 'link.csv'));
});

afterAll(() => rm(root, { recursive: true }));

const read = async (path: string) => {
  const source = await openFolder(join(root, 'gemeente'))(path);
  if (source === null) return null;
  let text = '';
  for await (const piece of source) text += Buffer.from(piece).toString();
  return text;
};

test('a file below the folder is read', async () => {
  expect(await read('lagen/blokken.geojson')).toBe('{}');
});

test('what is not there, a folder, and what a path or a link would fetch from elsewhere are not there', async () => {
  for (const path of ['niets.csv', 'lagen', '../geheim.csv', 'link.csv', '.']) expect(await read(path), path).toBeNull();
});
