import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { villageFiles, villageManifest } from '../village.ts';
import { temporaryPlace, type TemporaryPlace } from './temporary-store.ts';
import { wzz } from './wzz.ts';

let place: TemporaryPlace;
let village: string;
let manifest: string;

beforeAll(async () => {
  place = await temporaryPlace('sqlite');
  village = await mkdtemp(join(tmpdir(), 'wzz-kaart-'));
  manifest = join(village, 'manifest.json');
  await writeFile(manifest, JSON.stringify(villageManifest));
  for (const [path, content] of Object.entries(villageFiles)) await writeFile(join(village, path), content);
});
afterAll(async () => {
  await place.remove();
  await rm(village, { recursive: true });
});

test('wzz print writes the map under the name it was given, in the form of its name', async () => {
  const starts = { pdf: '%PDF-1.7', png: '\u0089PNG', svg: '<svg ' };
  for (const [form, start] of Object.entries(starts)) {
    const out = join(village, `kaart.${form}`);
    const printed = await wzz(['print', manifest, '--page', 'A3-staand', '--out', out], place);
    expect(printed).toMatchObject({ code: 0, err: '' });
    // Thirty people live in the village (30 = 18 + 12), in one zone.
    expect(printed.out).toContain('Dorp is één woonzorgzone met 30 inwoners');
    expect((await readFile(out)).toString('latin1')).toMatch(new RegExp(`^${start.replace(/[%]/g, '\\$&')}`));
  }
  expect(await readFile(join(village, 'kaart.svg'), 'utf8')).toContain('Fictieve gegevens');
});

test('wzz print says what there is to choose from, and leaves nothing half-written', async () => {
  const refused = async (...args: readonly string[]) => wzz(['print', manifest, ...args], place);
  const out = join(village, 'niet.pdf');
  const page = await refused('--page', 'A5', '--out', out);
  expect(page.code).toBe(1);
  expect(page.err).toContain('Kies uit: A4-staand, A4-liggend, A3-staand, A3-liggend.');
  expect((await refused('--layer', 'maan', '--out', out)).err).toContain('De normen van dit plan kennen “maan” niet. Kies uit: ');
  expect((await refused('--zone', 'Atlantis', '--out', out)).err).toContain('Dit plan heeft geen zone “Atlantis”.');
  const form = await refused('--out', join(village, 'niet.docx'));
  expect(form.code).toBe(2);
  expect(form.err).toContain('.pdf, .png, .svg');
  const nowhere = await refused('--out', join(village, 'weg', 'niet.pdf'));
  expect(nowhere.code).toBe(1);
  expect(nowhere.err).toContain('kan niet geschreven worden (ENOENT)');
  expect((await readdir(village)).filter((name) => name.startsWith('niet'))).toEqual([]);
});
