import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readProfiles } from './read-profiles.ts';

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'profielen-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const document = (id: string, change: object = {}) => JSON.stringify({
  format: 'woonzorgzones-profile', version: 1, id, name: 'Lijst', about: null, source: { publisher: null, url: null, licence: null, attribution: null, note: null },
  recognise: { formats: ['csv'], columns: [['naam']] }, mapping: { role: 'facilities', columns: { name: ['naam'] } }, ...change,
});

test('every profile of a folder, by id; what is no JSON file is left alone', async () => {
  const read = await readProfiles(await folderWith({ 'b.json': document('b'), 'a.json': document('a'), 'README.md': '# Profielen' }));
  expect(read.ok && read.value.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('each fault with its file and where it is', async () => {
  const read = await readProfiles(await folderWith({
    'a.json': document('a', { mapping: { role: 'bezoekers' } }), 'b.json': '{', 'c.json': document('c', { recognise: { formats: ['csv'], fileName: '(' } }), 'd.json': document('d', { kleur: 'rood' }),
  }));
  expect(read.ok).toBe(false);
  expect(read.ok ? [] : read.error.map(({ file, at }) => [file, at])).toEqual([['a.json', 'mapping.role'], ['b.json', ''], ['c.json', 'recognise.fileName'], ['d.json', '']]);
});

test('two profiles of one id', async () => {
  const read = await readProfiles(await folderWith({ 'a.json': document('lijst'), 'b.json': document('lijst') }));
  expect(read.ok ? [] : read.error).toEqual([{ file: 'lijst.json', at: 'id', fault: 'twice' }]);
});
