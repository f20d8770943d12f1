import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Edit } from '../../packages/core/src/edit/index.ts';
import type { ImportFailure, Verdict } from '../../packages/core/src/model/index.ts';
import { addressOf } from '../../packages/cli/src/commands/serve.ts';
import { defaultLimits } from '../../packages/api/src/limits.ts';
import { openServices } from '../../packages/api/src/services.ts';
import { villageFiles, villageManifest } from '../village.ts';
import { smallDataset } from './small-town.ts';
import { temporaryPlace, type TemporaryPlace } from './temporary-store.ts';
import { root, wzz } from './wzz.ts';

let place: TemporaryPlace;
let village: string;

beforeAll(async () => {
  place = await temporaryPlace('sqlite');
  village = await mkdtemp(join(tmpdir(), 'wzz-dorp-'));
  await writeFile(join(village, 'manifest.json'), JSON.stringify(villageManifest));
  for (const [path, content] of Object.entries(villageFiles)) await writeFile(join(village, path), content);
});
afterAll(async () => {
  await place.remove();
  await rm(village, { recursive: true });
});

test('wzz import prints the verdict and keeps the municipality; a second time changes nothing', async () => {
  const manifest = join(village, 'manifest.json');
  const first = await wzz(['import', manifest], place);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toContain('adressen.csv (Adressen)\n  10 rijen gelezen, 10 meegenomen');
  expect(first.out).toContain('De gemeente is ingelezen.');

  const second = await wzz(['import', manifest, '--json'], place);
  const { hash, known, verdict } = JSON.parse(second.out) as { readonly hash: string; readonly known: boolean; readonly verdict: Verdict };
  expect(second.code).toBe(0);
  expect(known).toBe(true);
  expect(first.out).toContain(`Dataset ${hash}`);
  expect(verdict.municipality.name).toBe('Dorp');

  const zones = await wzz(['zones', hash], place);
  expect(zones.code).toBe(0);
  expect(zones.out).toMatch(/^Dorp\s+30\s+nee/m);
  expect(zones.out).toContain('De hele gemeente telt 30 inwoners, minder dan de 6.000 van één zone.');
});

test('wzz reach says who is within the limit, how it was measured, and what is wrong with a question', async () => {
  const manifest = join(village, 'manifest.json');
  // The village gives no facilities and no streets.
  const told = await wzz(['reach', manifest, '--to', 'apotheek', '--metres', '400'], place);
  expect(told.code).toBe(0);
  expect(told.out).toMatch(/^Apotheek binnen 400\sm,/);
  expect(told.out).toContain('hemelsbreed × 1,22 (geen straten ingelezen); 0 voorzieningen.');
  expect(told.out).toContain('30 personen: er is geen voorziening om naartoe te gaan');
  const json = await wzz(['reach', manifest, '--to', 'apotheek', '--json'], place);
  expect(JSON.parse(json.out)).toMatchObject({ basis: { method: 'straight-line' }, coverage: { all: { persons: 30, within: 0 } } });
  expect(await wzz(['reach', manifest, '--to', 'apotheek', '--metres=-1'], place)).toMatchObject({ code: 1, err: expect.stringContaining('0 of meer') as string });
  expect((await wzz(['reach', manifest, '--to', 'zwembad'], place)).code).toBe(2);
  expect((await wzz(['reach', manifest, '--to', 'halte', '--profile', 'zorgteam-auto'], place)).err).toContain('in tijd gemeten');
});

test('wzz import that is refused says why, keeps nothing, and ends with another code', async () => {
  const broken = join(village, 'broken.json');
  await writeFile(broken, JSON.stringify({ ...villageManifest, files: villageManifest.files.map((file) => (file.role === 'ages' ? { ...file, path: 'weg.csv' } : file)) }));
  const text = await wzz(['import', broken], place);
  expect(text).toMatchObject({ code: 1, out: '' });
  expect(text.err).toContain('De gemeente is niet ingelezen. Er is niets bewaard.');
  expect(text.err).toContain('weg.csv');
  const json = await wzz(['import', broken, '--json'], place);
  expect(json).toMatchObject({ code: 1, err: '' });
  expect((JSON.parse(json.out) as ImportFailure).problems).toMatchObject([{ code: 'file-missing', file: 'weg.csv' }]);
});

test('wzz gaps goes from the files of the sample town to its figures without keeping anything', async () => {
  const gaps = await wzz(['gaps', join(root, 'data', 'sample', 'manifest.json')], place);
  expect(gaps).toMatchObject({ code: 0, err: '' });
  expect(gaps.out).toMatch(/^Inwoners \(personen, 2008\) .* 64\.095$/m);
  expect(gaps.out).toMatch(/^Woonzorgcentrum: plaatsen, aanwezig .* 473$/m);
  expect(gaps.out).toMatch(/^… en nog \d+ leemten \(alle met --json\)$/m);
  expect(gaps.out).toContain('Fictieve gegevens.');
});

/** A plan of the paper town after these edits, as the store keeps it; gives its id. */
async function keptPlan(...edits: readonly Edit[]): Promise<string> {
  const services = await openServices({ ...place, normsFolder: join(root, 'data', 'norms'), walkingFolder: join(root, 'data', 'walking'), profilesFolder: join(root, 'data', 'profiles'), limits: defaultLimits, version: 'test', logLevel: 'silent' });
  await services.store.addDataset(smallDataset);
  const plan = await services.plans.create({ dataset: smallDataset.hash, normSet: 'genk-2008', name: 'Met de hand', zones: [], zoneOfBlock: {} }, edits);
  await services.close();
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value.id;
}

test('wzz reach of a plan goes at the pace the plan says', async () => {
  const slow = await keptPlan({ kind: 'choose-travel-profile', profile: 'lopen-planning', own: { metresPerSecond: 0.5, slopes: [], avoidsSteps: false, avoidsHighKerbs: false } });
  const asked = ['--to', 'wzc', '--minutes', '2.5'];
  // Homes stand every 50 m, the nearest 25 m east or west and 25 m north or south. At 0.83 m/s 2.5 minutes are 124.5 m of way, 102 m as
  // the crow flies at 1.22: the twelve homes nearest, not those at 75 and 75 m (106 m), 17 + 34 + 34 + 17 persons. At 0.5 m/s 61 m: the
  // four at 25 and 25 m, 16 + 16 persons; those at 25 and 75 m are 79 m away.
  const usual = await wzz(['reach', smallDataset.hash, ...asked, '--json'], place);
  expect(JSON.parse(usual.out)).toMatchObject({ coverage: { all: { within: 102 } } });
  const own = await wzz(['reach', slow, ...asked], place);
  expect(own.out).toContain('te voet, 500 m in 10 minuten (eigen), hemelsbreed');
  const figures = await wzz(['reach', slow, ...asked, '--json'], place);
  expect(JSON.parse(figures.out)).toMatchObject({ coverage: { all: { within: 32 } } });
});

test('wzz gaps reads a plan that is kept', async () => {
  const plan = await keptPlan({ kind: 'add-zone', zone: { id: 'n', name: 'Noordhoek' }, at: null }, { kind: 'assign-blocks', blocks: ['0-0', '0-1'], zone: 'n' });
  const gaps = await wzz(['gaps', plan], place);
  expect(gaps).toMatchObject({ code: 0, err: '' });
  expect(gaps.out.split('\n')[0]).toMatch(/Noordhoek\s+nog niet toegewezen\s+Papierstad$/);
  // Two blocks of the first column: 2 × 250; the rest of 23,970.
  expect(gaps.out).toMatch(/^Inwoners \(personen, 2026\)\s+500\s+23\.470\s+23\.970$/m);
  expect(gaps.out).toContain('Normen: Genk 2008');
});

test('a command line that is not right is explained', async () => {
  for (const args of [['tekenen'], ['import', 'a.json', '--snel']]) {
    const { code, err, out } = await wzz(args, place);
    expect(code, args.join(' ')).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('wzz import <manifest.json|map|bestanden>');
  }
  for (const port of ['veel', '70000', '4600.5', '']) expect(() => addressOf(['--port', port])).toThrow(`“${port}” is geen poort.`);
});

test('what is named and not there is said, with another code', async () => {
  for (const [args, sentence] of [
    [['import', join(village, 'nergens.json')], 'nergens.json'],
    [['zones', 'f'.repeat(64)], 'Er is geen dataset'],
    [['gaps', '00000000-0000-4000-8000-000000000000'], 'Er is geen plan'],
  ] as const) {
    const { code, err, out } = await wzz(args, place);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
  }
});

test('wzz serve listens on this machine only, and says what to do when the store cannot be opened', async () => {
  const open = await wzz(['serve', '--host', '0.0.0.0', '--port', '0'], place);
  expect(open).toMatchObject({ code: 1, out: '' });
  expect(open.err).toContain('Woonzorgzones luistert niet op 0.0.0.0');

  const file = join(village, 'manifest.json');
  const noFolder = await wzz(['serve', '--port', '0'], { dataFolder: join(file, 'var'), databaseUrl: null });
  expect(noFolder).toMatchObject({ code: 1, out: '' });
  expect(noFolder.err).toContain('kunnen niet geopend worden');
  const noServer = await wzz(['serve', '--port', '0'], { ...place, databaseUrl: 'postgres://nobody:secret@127.0.0.1:1/none' });
  expect(noServer.code).toBe(1);
  expect(noServer.err).toContain('De gegevens in DATABASE_URL kunnen niet geopend worden');
  expect(noServer.err).not.toContain('secret');
});
