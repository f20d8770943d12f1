import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultLimits } from '../../packages/api/src/limits.ts';
import { openServices } from '../../packages/api/src/services.ts';
import { smallDataset } from './small-town.ts';
import { temporaryPlace, type TemporaryPlace } from './temporary-store.ts';
import { root, wzz } from './wzz.ts';

let place: TemporaryPlace;
let plan: string;

/** The paper town with one zone of 500 people, and a scenario in which its one woonzorgcentrum closes. */
beforeAll(async () => {
  place = await temporaryPlace('sqlite');
  const services = await openServices({ ...place, normsFolder: join(root, 'data', 'norms'), walkingFolder: join(root, 'data', 'walking'), profilesFolder: join(root, 'data', 'profiles'), limits: defaultLimits, version: 'test', logLevel: 'silent' });
  await services.store.addDataset(smallDataset);
  const made = await services.plans.create({ dataset: smallDataset.hash, normSet: 'vlaanderen', name: 'Met de hand', zones: [], zoneOfBlock: {} }, [
    { kind: 'add-zone', zone: { id: 'n', name: 'Noordhoek' }, at: null }, { kind: 'assign-blocks', blocks: ['0-0', '0-1'], zone: 'n' },
    { kind: 'add-scenario', scenario: { id: 'dicht', name: 'Dicht', base: null, steps: [{ kind: 'close', facility: 'f1' }] } },
  ]);
  await services.close();
  if (!made.ok) throw new Error(made.error.code);
  plan = made.value.id;
});
afterAll(() => place.remove());

test('wzz gaps of a scenario tells who walks further, and what could be done, never as a decision', async () => {
  const { code, err, out } = await wzz(['gaps', plan, '--scenario', 'dicht'], place);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Scenario Dicht, tegenover de basis:');
  // The one woonzorgcentrum is gone: everybody loses their way, so there is no metre to tell.
  expect(out).toMatch(/^Papierstad, Woonzorgcentrum: 23\.970 personen \(.*\) gaan verder\.$/m);
  expect(out).toMatch(/^Voorstellen, ter overweging$/m);
  expect(out).not.toMatch(/\bmoet(en)?\b/);
});

test('wzz gaps --csv gives the table alone, by the set of norms that was asked', async () => {
  const { code, err, out } = await wzz(['gaps', plan, '--csv', '--normen', 'genk-2008'], place);
  expect([code, err]).toEqual([0, '']);
  const [head, first] = out.trim().split('\r\n');
  expect(head).toContain('Inwoners (personen, 2026)');
  expect(first).toMatch(/^[^;]+;Noordhoek;2;500;/);
  expect(first).toContain('Genk 2008');
});

test.each([
  [['--jaar', '2090'], 1, 'Van 2090 zijn er geen leeftijden'],
  [['--scenario', 'weg'], 1, 'Het scenario weg bestaat niet'],
  [['--jaar', 'morgen'], 2, '“morgen” is dat niet'],
  [['--normen', 'mars'], 2, 'De normenset “mars” bestaat niet'],
  [['--json', '--csv'], 2, 'niet allebei'],
] as const)('wzz gaps with %j says what is wrong', async (more, code, said) => {
  const answer = await wzz(['gaps', plan, ...more], place);
  expect([answer.code, answer.err.includes(said)]).toEqual([code, true]);
});
