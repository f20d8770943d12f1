import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultLimits } from '../../packages/api/src/limits.ts';
import { openServices } from '../../packages/api/src/services.ts';
import type { PlanAnalysis } from '../../packages/core/src/needs/index.ts';
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
  // Of what no file speaks, and why nothing can be said of it.
  expect(out).toMatch(/^Wat niet of niet zeker te zeggen is$/m);
  expect(out).toMatch(/^De bestanden zeggen niets over deze soort voorziening\. Het aanbod is onbekend, niet nul\. \(.*Apotheek/m);
});

test('wzz gaps --normen with a file of norms that are not right says each fault, where, and what to do', async () => {
  const norm = (id: string, rates: readonly object[], title = 'Raadsbesluit') => ({
    kind: 'amount', id, label: { nl: id, en: id }, category: 'wzc', status: 'own', source: { title, url: null, place: null, year: 2024 }, validFrom: null, validTo: null, note: null,
    measure: 'capacity', unit: 'plaatsen', rule: { kind: 'per-age', rates }, rounding: 'none', minimum: 0, level: 'gemeente', projectionOffset: 0,
  });
  const set = (...norms: readonly object[]) => JSON.stringify({ format: 'woonzorgzones-norms', formatVersion: 2, id: 'eigen', name: 'Eigen', version: 1, norms });
  const folder = await mkdtemp(join(tmpdir(), 'wzz-normen-'));
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const everybody = [{ from: 0, to: null, count: 1, per: 100 }];
  const wrong = await file('fout.json', set(
    norm('bronloos', everybody, ' '), norm('teveel', [{ from: 75, to: null, count: 130, per: 100 }]), norm('dubbel', [{ from: 60, to: 75, count: 1, per: 100 }, { from: 75, to: null, count: 2, per: 100 }]),
  ));
  const refused = await wzz(['gaps', plan, '--normen', wrong], place);
  expect(refused.code).toBe(1);
  for (const said of ['norms[0].source: een norm zonder bron telt niet', 'norms[1].rule.rates[0]: 130 op 100 personen is meer dan iedereen (over 100 %)', 'norms[2].rule.rates[1]: de leeftijden 60-75 en 75+ overlappen']) expect(refused.err).toContain(said);
  expect((await wzz(['gaps', plan, '--normen', await file('geen.json', '{')], place)).err).toContain('is geen JSON');
  // 23,970 people, one place for each hundred: 239.7.
  const own = await wzz(['gaps', plan, '--json', '--normen', await file('goed.json', set(norm('plaatsen', everybody)))], place);
  const { municipality, provenance } = JSON.parse(own.out) as PlanAnalysis;
  expect([municipality.needs[0]!.required.count, provenance.normSet]).toEqual([{ kind: 'known', value: 239.7 }, { id: 'eigen', name: 'Eigen', version: 1, own: true }]);
  await rm(folder, { recursive: true });
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
