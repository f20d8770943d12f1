import { expect, test } from 'vitest';
import { persons, metres } from '@woonzorgzones/core/model';
import { problemOf, statusOf, type Failure, type FailureCode } from './problem.ts';
import { problemSchema } from './schemas.ts';

/** One of each: a new code does not compile until it stands here. */
const failures: { readonly [C in FailureCode]: Extract<Failure, { code: C }> } = {
  'unknown-address': { code: 'unknown-address', method: 'GET', path: '/api/gemeenten' },
  'invalid-request': { code: 'invalid-request', issues: [{ field: 'edits.0.zone', fault: 'missing' }, { field: '', fault: 'wrong-type' }] },
  'invalid-json': { code: 'invalid-json' },
  'unsupported-media-type': { code: 'unsupported-media-type', given: null, wanted: 'application/json' },
  'body-too-large': { code: 'body-too-large', limitBytes: 4_000_000 },
  'too-many-requests': { code: 'too-many-requests', retryAfterSeconds: 60 },
  'foreign-host': { code: 'foreign-host', host: 'evil.example' },
  'foreign-origin': { code: 'foreign-origin', origin: 'https://evil.example' },
  'unknown-municipality': { code: 'unknown-municipality', hash: '0'.repeat(64) },
  'unknown-layer': { code: 'unknown-layer', layer: 'maan', layers: ['blocks', 'water'] },
  'unknown-division': { code: 'unknown-division', division: 'stadsdelen', divisions: [] },
  'unknown-norm-set': { code: 'unknown-norm-set', normSet: 'mars', normSets: ['vlaanderen'] },
  'unknown-travel-profile': { code: 'unknown-travel-profile', profile: 'vliegen', profiles: ['fiets'] },
  'limit-not-usable': { code: 'limit-not-usable' },
  'decay-not-usable': { code: 'decay-not-usable' },
  'speed-not-usable': { code: 'speed-not-usable', profile: 'fiets' },
  'limit-in-metres': { code: 'limit-in-metres', profile: 'zorgteam-auto' },
  'streets-needed': { code: 'streets-needed', profile: 'rolstoel' },
  'age-bands-cut': { code: 'age-bands-cut', ages: { from: 3, to: 5 } },
  'facility-not-found': { code: 'facility-not-found', facility: 'x' },
  'address-not-found': { code: 'address-not-found', address: 'x' },
  'no-streets-for-area': { code: 'no-streets-for-area' },
  'streets-needed-for-scenario': { code: 'streets-needed-for-scenario' },
  'path-joins-no-street': { code: 'path-joins-no-street', path: 0 },
  'unknown-crossing': { code: 'unknown-crossing', crossing: 'x' },
  'crossing-on-no-street': { code: 'crossing-on-no-street', crossing: 'x' },
  'siting-refused': { code: 'siting-refused', reason: { code: 'capacity-too-small', capacity: 10, needed: 30 } },
  'unknown-job': { code: 'unknown-job', job: 'x' },
  'unknown-plan': { code: 'unknown-plan', plan: 'x' },
  'version-conflict': { code: 'version-conflict', yours: 3, current: 5 },
  'queue-full': { code: 'queue-full', waiting: 16 },
  'job-too-long': { code: 'job-too-long', limitSeconds: 900 },
  'job-out-of-memory': { code: 'job-out-of-memory', limitMegabytes: 4096 },
  'job-cancelled': { code: 'job-cancelled' },
  'upload-incomplete': { code: 'upload-incomplete' },
  'manifest-missing': { code: 'manifest-missing' },
  'manifest-sent-twice': { code: 'manifest-sent-twice' },
  'too-many-files': { code: 'too-many-files', limit: 64 },
  'file-too-large': { code: 'file-too-large', file: 'adressen.csv', limitBytes: 500_000 },
  'file-sent-twice': { code: 'file-sent-twice', file: 'adressen.csv' },
  'file-name-refused': { code: 'file-name-refused', file: '../adressen.csv' },
  'unknown-sitting': { code: 'unknown-sitting', sitting: 'x' },
  'sitting-over': { code: 'sitting-over', sitting: 'x', how: 'expired' },
  'sitting-changed': { code: 'sitting-changed', yours: 1, current: 2 },
  'sitting-running': { code: 'sitting-running', sitting: 'x' },
  'sitting-incomplete': { code: 'sitting-incomplete', questions: 2 },
  'sitting-outdated': { code: 'sitting-outdated', sitting: 'x' },
  'nothing-prepared': { code: 'nothing-prepared', sitting: 'x' },
  'too-many-sittings': { code: 'too-many-sittings', limit: 20 },
  'job-interrupted': { code: 'job-interrupted' },
  'unknown-file': { code: 'unknown-file', file: 'a.csv', files: ['b.csv'] },
  'file-without-mapping': { code: 'file-without-mapping', file: 'a.csv' },
  'unknown-profile': { code: 'unknown-profile', profile: 'x' },
  'profile-shipped': { code: 'profile-shipped', profile: 'crab-2013' },
  'profile-name-taken': { code: 'profile-name-taken', name: 'Eigen lijst' },
  'profile-unfit': { code: 'profile-unfit', file: 'a.csv', profile: 'crab-2013' },
  'plan-of-other-data': { code: 'plan-of-other-data', plan: 'p1' },
  'disk-full': { code: 'disk-full' },
  'not-a-plan-file': { code: 'not-a-plan-file', file: 'a.gpkg' },
  'plan-file-cut-off': { code: 'plan-file-cut-off', file: 'a.gpkg' },
  'plan-file-version': { code: 'plan-file-version', file: 'a.gpkg', version: 9, known: 1 },
  'plan-file-dataset': { code: 'plan-file-dataset', file: 'a.gpkg', municipality: 'Genk', dataset: '0'.repeat(64) },
  'plan-file-log': { code: 'plan-file-log', file: 'a.gpkg' },
  'one-file-at-a-time': { code: 'one-file-at-a-time', files: ['a.csv', 'b.csv'] },
  'no-zones-in-file': { code: 'no-zones-in-file', file: 'a.csv', columns: ['straat'] },
  'no-such-layer': { code: 'no-such-layer', layer: 'maan', layers: ['woonzorgzones'] },
  'unknown-witness-link': { code: 'unknown-witness-link' },
  'witness-link-refused': { code: 'witness-link-refused' },
  'witness-link-over': { code: 'witness-link-over', how: 'expired' },
  'unknown-remark': { code: 'unknown-remark' },
  'pin-outside': { code: 'pin-outside' },
  'too-many-remarks': { code: 'too-many-remarks', limit: 500 },
  'internal-error': { code: 'internal-error', reference: 'abc' },
  'unknown-zone': { code: 'unknown-zone', zones: ['a'] },
  'unknown-block': { code: 'unknown-block', blocks: ['1', '2', '3', '4', '5', '6', '7'] },
  'zone-locked': { code: 'zone-locked', zones: ['a', 'b'], names: ['A', 'B'] },
  'zone-id-taken': { code: 'zone-id-taken', zone: 'a' },
  'zone-name-taken': { code: 'zone-name-taken', name: 'Noord', zone: 'a' },
  'name-empty': { code: 'name-empty' },
  'position-outside': { code: 'position-outside', at: 7, zones: 2 },
  'merge-with-itself': { code: 'merge-with-itself', zone: 'a' },
  'unknown-facility': { code: 'unknown-facility', facilities: ['a', 'b'] },
  'facility-id-taken': { code: 'facility-id-taken', facility: 'a' },
  'facility-merged': { code: 'facility-merged', facility: 'a', into: 'b' },
  'facility-of-file': { code: 'facility-of-file', facility: 'a' },
  'facility-stands-for-others': { code: 'facility-stands-for-others', facility: 'a', others: ['b'] },
  'facility-not-merged': { code: 'facility-not-merged', facility: 'a' },
  'facility-with-itself': { code: 'facility-with-itself', facility: 'a' },
  'facility-name-empty': { code: 'facility-name-empty' },
  'unknown-scenario': { code: 'unknown-scenario', scenario: 'dicht' },
  'scenario-circular': { code: 'scenario-circular', scenarios: ['een', 'twee'] },
  'scenario-id-taken': { code: 'scenario-id-taken', scenario: 'dicht' },
  'scenario-name-taken': { code: 'scenario-name-taken', name: 'West dicht', scenario: 'dicht' },
  'scenario-is-base': { code: 'scenario-is-base', scenario: 'dicht', others: ['dicht-2'] },
  'scenario-facility-unknown': { code: 'scenario-facility-unknown', step: 0, facility: 'V002' },
  'scenario-facility-taken': { code: 'scenario-facility-taken', step: 1, facility: 'V002' },
  'year-without-ages': { code: 'year-without-ages', year: 2040, given: [2008, 2013] },
  'scenario-facility-repeated': { code: 'scenario-facility-repeated', scenario: 'dicht', facility: 'nieuw-1' },
  'chapter-id-taken': { code: 'chapter-id-taken', chapter: 'noord' },
  'unknown-chapter': { code: 'unknown-chapter', chapter: 'noord' },
  'chapter-position-outside': { code: 'chapter-position-outside', at: 9, chapters: 3 },
  'block-split-already': { code: 'block-split-already', block: 'A00' },
  'block-not-split': { code: 'block-not-split', block: 'A00' },
  'line-does-not-split': { code: 'line-does-not-split', block: 'A00' },
  'parts-in-different-zones': { code: 'parts-in-different-zones', block: 'A00' },
  'part-split-further': { code: 'part-split-further', block: 'A00' },
  'no-own-norms': { code: 'no-own-norms' },
  'travel-profile-unfit': { code: 'travel-profile-unfit', profile: 'rolstoel', field: 'pace' },
  'unknown-norm': { code: 'unknown-norm', norm: 'wzc' },
  'norms-refused': { code: 'norms-refused', problems: [{ code: 'without-source', at: 'norms[0].source' }] },
  'nucleus-id-taken': { code: 'nucleus-id-taken', nucleus: 'kern-1' },
  'nucleus-dropped': { code: 'nucleus-dropped', nucleus: 'kern-1' },
  'nucleus-not-dropped': { code: 'nucleus-not-dropped', nucleus: 'kern-1' },
  'nucleus-not-found-by-engine': { code: 'nucleus-not-found-by-engine', nucleus: 'kern-1' },
  'nothing-to-undo': { code: 'nothing-to-undo' },
  'nothing-to-redo': { code: 'nothing-to-redo' },
  'edit-refused': { code: 'edit-refused', entry: 0, problem: { code: 'name-empty' } },
  'log-broken': { code: 'log-broken', entry: 4 },
  'no-blocks': { code: 'no-blocks' },
  'no-inhabitants': { code: 'no-inhabitants' },
  'bounds-impossible': { code: 'bounds-impossible', least: persons(9000), most: persons(6000) },
  'zone-count-impossible': { code: 'zone-count-impossible', zoneCount: 1234, blocks: 48 },
  'too-few-inhabitants': { code: 'too-few-inhabitants', inhabitants: persons(30), least: persons(6000) },
  'no-count-fits': { code: 'no-count-fits', inhabitants: persons(13_000), least: persons(9000), most: persons(12_000) },
  'count-cannot-fit': { code: 'count-cannot-fit', zoneCount: 2, inhabitants: persons(64_095), fewest: 6, most: 10 },
  'block-above-most': { code: 'block-above-most', block: 'b', name: 'Kolderbos', inhabitants: persons(14_000), most: persons(12_000) },
  'block-cut-by-barrier': { code: 'block-cut-by-barrier', block: 'b', name: 'Kolderbos', barriers: ['Albertkanaal'], lengthMetres: metres(1200), inhabitants: persons(2000) },
  'rest-below-least': { code: 'rest-below-least', block: 'b', name: 'Kolderbos', blocks: 3, inhabitants: persons(900), least: persons(6000) },
  'locks-contradict': { code: 'locks-contradict', blocks: [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }] },
  'locks-without-ground': { code: 'locks-without-ground', blocks: ['x'] },
  'lock-not-kept': { code: 'lock-not-kept', blocks: [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }], together: false },
  'fixed-blocks-apart': { code: 'fixed-blocks-apart', zone: 'z', name: 'Zuid', blocks: [{ id: 'a', name: 'A' }] },
  'locked-zone-out-of-bounds': { code: 'locked-zone-out-of-bounds', zone: 'z', name: 'Zuid', inhabitants: persons(5430), least: persons(6000), most: persons(12_000) },
  'part-below-least': { code: 'part-below-least', block: 'b', name: 'Eiland', blocks: 2, inhabitants: persons(900), least: persons(6000), gapMetres: metres(1200) },
  'no-kernen': { code: 'no-kernen' },
  'zone-out-of-bounds': { code: 'zone-out-of-bounds', zone: 'z', name: 'Zuid', inhabitants: persons(5430), least: persons(6000), most: persons(12_000) },
  'zone-in-pieces': { code: 'zone-in-pieces', zone: 'z', name: 'Zuid', pieces: 2 },
  'import-refused': { code: 'import-refused', problems: [{ code: 'file-empty', file: 'adressen.csv', place: {}, facts: {} }, { code: 'file-missing', file: 'ages.csv', place: { line: 3 }, facts: {} }] },
};

const all = Object.values(failures) as readonly Failure[];

test('everything that can go wrong has a status, a Dutch sentence, and its facts beside the code', () => {
  for (const failure of all) {
    const problem = problemOf(failure);
    expect(problemSchema.strict().parse(JSON.parse(JSON.stringify(problem)))).toEqual(JSON.parse(JSON.stringify(problem)));
    expect(problem.status).toBe(statusOf(failure.code));
    expect(problem.detail, failure.code).toMatch(/^[A-Z0-9“a-z].{15,}[.?]$/s);
    expect(problem.detail, failure.code).not.toMatch(/undefined|null|NaN|\[object/);
    expect(problem.facts).not.toHaveProperty('code');
  }
});

test('the facts stand in the sentence, written the Dutch way', () => {
  expect(problemOf(failures['version-conflict']).detail).toBe(
    'Het plan is intussen gewijzigd: u werkte op versie 3, nu is het versie 5. Haal de nieuwste versie op en doe uw wijziging opnieuw.');
  expect(problemOf(failures['unknown-block']).detail).toBe('Deze bouwblokken bestaan niet in deze gemeente: 1, 2, 3, 4, 5 … (+2).');
  expect(problemOf(failures['zone-out-of-bounds']).detail).toBe('Zuid telt 5.430 inwoners, 570 te weinig.');
  expect(problemOf(failures['file-too-large']).detail).toContain('groter dan 500 kB');
});

test('a refused import gives its first reason and lists them all, each with its place', () => {
  const problem = problemOf(failures['import-refused']);
  expect(problem.causes?.map(({ code, place }) => [code, place])).toEqual([['file-empty', { file: 'adressen.csv' }], ['file-missing', { file: 'ages.csv', line: 3 }]]);
  expect(problem.detail).toBe(problem.causes?.[0]?.detail);
  expect(problem.facts).toEqual({ problems: 2 });
});
