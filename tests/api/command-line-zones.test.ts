import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Plan } from '../../packages/core/src/model/index.ts';
import { openStore } from '../../packages/api/src/store/open-store.ts';
import { smallDataset, smallTown } from './small-town.ts';
import { temporaryPlace, type TemporaryPlace } from './temporary-store.ts';
import { wzz } from './wzz.ts';

let place: TemporaryPlace;
let folder: string;
beforeAll(async () => {
  place = await temporaryPlace('sqlite');
  folder = await mkdtemp(join(tmpdir(), 'wzz-zones-'));
  const store = await openStore(place);
  await store.addDataset(smallDataset);
  await store.close();
});
afterAll(async () => {
  await place.remove();
  await rm(folder, { recursive: true });
});

test('wzz zones --from tells what a list of blocks holds, line by line, and keeps it as a plan when asked', async () => {
  const file = join(folder, 'zones.csv');
  const [first, second] = smallTown.blocks;
  await writeFile(file, `blok;zone\n${first!.id};Noord\n${second!.id};Noord\nQ9;Noord\n`);
  const told = await wzz(['zones', smallDataset.hash, '--from', file, '--plan', 'Uit een lijst'], place);
  expect(told).toMatchObject({ code: 0, err: '' });
  expect(told.out).toMatch(/^Noord\s+2\s/m);
  expect(told.out).toMatch(/^nog niet toegewezen\s+46\s/m);
  expect(told.out).toContain('regel 4 (Q9): Dit bouwblok bestaat niet in deze gemeente.');
  const store = await openStore(place);
  const [kept] = await store.plans();
  expect(told.out).toContain(`Bewaard als plan ${kept!.id}.`);
  const log = await store.planWithLog(kept!.id);
  expect(log?.log).toHaveLength(1);
  expect((log?.initial satisfies Plan | undefined)?.name).toBe('Uit een lijst');
  await store.close();

  await writeFile(file, 'straat,nummer\nKerkstraat,1\n');
  expect(await wzz(['zones', smallDataset.hash, '--from', file], place)).toMatchObject({ code: 1, err: expect.stringContaining('straat, nummer') as string });
});
