import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { terms } from './terms.ts';

const core = join(import.meta.dirname, '..');
const isOurs = (name: string) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'terms.ts' && name !== 'index.ts';

/** Files of the model that hold no words of the subject matter: units, results, the bytes of a dataset, the findings of an import and its questions. */
const technical = new Set(['units.ts', 'result.ts', 'language.ts', 'municipality-codec.ts', 'verdict.ts', 'import-question.ts', 'recognition.ts', 'address-text.ts', 'text-likeness.ts', 'division-file.ts', 'scenario-of.ts', 'norm-set.ts', 'norm-set-of.ts']);
/** Parts of a word that has an entry of its own. */
const partOf: Readonly<Record<string, string>> = { NeedSplit: 'NeedSettings', SlopeLimit: 'OwnProfile', NeedLevel: 'NeedSettings', VulnerabilityWeight: 'VulnerabilitySettings', IndicatorUnit: 'Indicator', LocalNeedKind: 'LocalNeed', LocalRate: 'LocalNeedRule', DwellingType: 'DwellingGroup', DwellingFacts: 'DwellingGroup', Ownership: 'DwellingGroup', CategoryGroup: 'CategoryId', BarrierKind: 'Barrier', StreetClass: 'Basemap', PositionBasis: 'FacilityPosition', UnplacedReason: 'UnplacedFacility', FacilityChange: 'RegisterChanges', FacilityOverride: 'RegisterChanges', NewFacility: 'RegisterChanges', FacilityPair: 'DuplicatePair', DuplicateReason: 'DuplicatePair', NucleusSettings: 'DelineationSettings', CircleSettings: 'DelineationSettings', ScenarioProblem: 'Scenario', HeldFunction: 'FacilityFunction', WishLevel: 'ZoneWish', ZoneWishes: 'ZoneWish', RemarkTheme: 'Remark', RemarkOpinion: 'Remark', RemarkPin: 'Remark', RemarkContent: 'Remark', StoryView: 'Chapter', ChapterFigure: 'Chapter' };

const domainTypes = readdirSync(join(core, 'model'))
  .filter((name) => isOurs(name) && !technical.has(name))
  .flatMap((name) => [...readFileSync(join(core, 'model', name), 'utf8').matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, type]) => type!));

test('every exported type of the subject matter has its word', () => {
  expect(domainTypes.length).toBeGreaterThan(20);
  expect(domainTypes.filter((type) => !Object.hasOwn(terms, partOf[type] ?? type))).toEqual([]);
});

test('every word is used in the code under its identifier', () => {
  const files = readdirSync(core, { recursive: true, encoding: 'utf8' }).filter((path) => isOurs(path.split(/[\\/]/).at(-1)!));
  const code = files.map((path) => readFileSync(join(core, path), 'utf8')).join('\n');
  expect(files.length).toBeGreaterThan(30);
  expect(Object.keys(terms).filter((id) => !new RegExp(`\\b${id}\\b`).test(code))).toEqual([]);
});

test('no two words share a Dutch name, and each is defined in one sentence', () => {
  const all = Object.values(terms);
  expect(new Set(all.map(({ nl }) => nl[0])).size).toBe(all.length);
  for (const { definition } of all) for (const sentence of Object.values(definition)) expect(sentence).toMatch(/^[A-Z][^!?]*\.$/);
});
