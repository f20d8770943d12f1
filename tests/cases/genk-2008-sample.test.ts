import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { known, parseNormSet, usualNeedSettings, type Count } from '@woonzorgzones/core/model';
import { analyse, type AreaAnalysis, type Need } from '@woonzorgzones/core/needs';
import { zoneTable } from '@woonzorgzones/core/report';
import { delineate } from '@woonzorgzones/core/zoning';
import { importMunicipality, openFolder, readManifest } from '@woonzorgzones/files';
import { expect, test } from 'vitest';

/**
 * The sample town rebuilds the Genk of the deck of 17 June 2008. Here its files go the whole way, from the manifest to the
 * figures of a plan, and the arithmetic of the deck must come out.
 */
const data = join(import.meta.dirname, '..', '..', 'data');

async function samplePlan() {
  const manifest = readManifest(readFileSync(join(data, 'sample', 'manifest.json'), 'utf8'));
  if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
  const imported = await importMunicipality(manifest.value, openFolder(join(data, 'sample')));
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  const norms = parseNormSet(JSON.parse(readFileSync(join(data, 'norms', 'genk-2008.json'), 'utf8')));
  if (!norms.ok) throw new Error(JSON.stringify(norms.error));
  const { municipality, hash } = imported.value;
  const delineation = delineate(municipality);
  if (!delineation.ok) throw new Error(delineation.error.code);
  const { zones, zoneOfBlock } = delineation.value;
  const plan = { dataset: hash, normSet: 'genk-2008', name: 'Proef', zones: zones.map(({ id, name }) => ({ id, name, locked: false })), zoneOfBlock, need: { ...usualNeedSettings, urbanClass: 'regionaalstedelijk' as const } };
  return { norms: norms.value, analysis: analyse(municipality, plan, norms.value) };
}

const { norms, analysis } = await samplePlan();

const needOf = (area: AreaAnalysis, norm: string): Need => {
  const need = area.needs.find((candidate) => candidate.norm === norm);
  if (!need) throw new Error(`Got no need ${norm}.`);
  return need;
};
const city = (norm: string) => needOf(analysis.municipality, norm);
const value = (count: Count) => (count.kind === 'known' ? count.value : NaN);
const parts: readonly AreaAnalysis[] = [...analysis.zones, analysis.unassigned];

test('64.095 inhabitants in 2008, every one of them in one zone', () => {
  expect(analysis.municipality.inhabitants).toMatchObject({ count: known(64_095), year: 2008, method: 'measured' });
  expect(parts.reduce((sum, { inhabitants }) => sum + value(inhabitants.count), 0)).toBe(64_095);
});

test('473 of 718 residential places of the programmatie for 2013: 66 %', () => {
  // 717.52 on the ages of 2013 (worked out in genk-2008.test.ts); 473 / 718 = 65.9 %.
  expect(city('wzc')).toMatchObject({ required: { count: known(718), year: 2013 }, present: { count: known(473), year: 2008 }, missing: { count: known(245) }, status: 'unconfirmed' });
  expect(city('wzc').derivation?.exact).toBeCloseTo(717.52, 9);
  expect(Math.round(value(city('wzc').filledShare) * 100)).toBe(66);
});

test('none of 296 service flats', () => {
  expect(city('gaw')).toMatchObject({ required: { count: known(296) }, present: { count: known(0) }, missing: { count: known(296) } });
});

test('4 of 5 local service centres, 1 of 1.65 day-care centres', () => {
  expect(city('ldc')).toMatchObject({ required: { count: known(5) }, present: { count: known(4) }, missing: { count: known(1) } });
  expect(value(city('dagverzorging').required.count)).toBeCloseTo(4961.9 / 3000, 12);
  expect(city('dagverzorging').present.count).toEqual(known(1));
});

test('139 senior dwellings stand beside the norm, in none of its sums', () => {
  const seniors = analysis.municipality.facilities.find(({ category }) => category === 'seniorenwoning');
  expect(seniors?.capacity.count).toEqual(known(139));
});

test('home care for 2009 is told on the ages of 2008, and says so', () => {
  // 0.62 × 50,608 + 1.68 × 3,181 + 4.58 × 5,607 + 17.5 × 3,802 + 40 × 897
  // = 31,376.96 + 5,344.08 + 25,680.06 + 66,535 + 35,880 = 164,816.1
  expect(value(city('gezinszorg').required.count)).toBeCloseTo(164_816.1, 6);
  expect(city('gezinszorg').reservations).toEqual([{ code: 'nearest-year-used', year: 2009, used: 2008 }]);
});

test('the zones add up to the municipality for every norm, before rounding', () => {
  for (const { norm, derivation, present } of analysis.municipality.needs) {
    if (derivation === null) continue;
    const exact = parts.reduce((sum, area) => sum + (needOf(area, norm).derivation?.exact ?? 0), 0);
    expect(exact).toBeCloseTo(derivation.exact, 6);
    expect(parts.reduce((sum, area) => sum + value(needOf(area, norm).present.count), 0)).toBeCloseTo(value(present.count), 9);
  }
  for (const [index, { within }] of analysis.municipality.coverage.entries()) {
    expect(parts.reduce((sum, { coverage }) => sum + value(coverage[index]!.within.count), 0)).toBe(value(within.count));
  }
});

test('every distance is walked along the streets of the town, every figure knows its files', () => {
  expect(analysis.provenance).toMatchObject({ municipality: { fictitious: true }, distances: { method: 'measured', detourFactor: 1 } });
  for (const { persons } of analysis.municipality.coverage) {
    expect(persons.method).toBe('modelled');
    expect(persons.sources.length).toBeGreaterThan(0);
  }
});

test('norms of other municipalities do not apply; what no file tells is unknown, and says why', () => {
  const untold = [...analysis.municipality.needs.map(({ norm, required, reservations }) => ({ norm, count: required.count, reservations })),
    ...analysis.municipality.coverage.map(({ norm, share, reservations }) => ({ norm, count: share, reservations }))]
    .filter(({ count }) => count.kind !== 'known').map(({ norm, count, reservations }) => [norm, count.kind, reservations[0]?.code]);
  expect(untold).toEqual([
    // 64,095 inhabitants on 87.5 km² is 732 per km²: not under 125.
    ['huisarts-landelijk', 'not-applicable', 'other-density'],
    ['groen-grootstedelijk', 'not-applicable', 'other-urban-class'],
    ['groen-kleinstedelijk', 'not-applicable', 'other-urban-class'],
    ['groen-kleinstedelijk-provinciaal', 'not-applicable', 'other-urban-class'],
    ['groen-buitengebied', 'not-applicable', 'other-urban-class'],
    ['halte-650m', 'not-applicable', 'other-urban-class'],
    ['halte-750m', 'not-applicable', 'other-urban-class'],
    // The sample lists no benches.
    ['zitbank-125m', 'unknown', 'category-not-given'],
  ]);
});

test('short-stay care is 3,2 % of residential care, bracket by bracket: 23 of the 717,52', () => {
  // 717.52 × 0.032 = 22.96064, rounded to the nearest; 9,338 persons of 60 to 74 × 0.032 per 100 = 2.98816.
  expect(city('kortverblijf')).toMatchObject({ required: { count: known(23), year: 2013 }, status: 'unconfirmed' });
  expect(city('kortverblijf').derivation?.exact).toBeCloseTo(22.96064, 9);
  expect(city('kortverblijf').derivation?.lines[0]).toMatchObject({ from: 60, to: 74, count: 0.032, per: 100, persons: 9338 });
});

test('25 m² of green per inhabitant of a regional city: 160 hectares', () => {
  // 64,095 × 25 / 10,000 = 160.2375 ha.
  expect(value(city('groen-regionaalstedelijk').required.count)).toBeCloseTo(160.2375, 9);
});

test('every dwelling is judged or known not to be, and the classes add up', () => {
  // 24,785 households were published; the sample gives each a dwelling.
  const { housing } = analysis.municipality;
  expect(housing.dwellings.count).toEqual(known(24_785));
  expect(Object.values(housing.bySuitability).reduce((sum, { count }) => sum + value(count), 0)).toBe(24_785);
  for (const part of ['levenslang', 'onbekend'] as const) {
    expect(parts.reduce((sum, area) => sum + value(area.housing.bySuitability[part].count), 0)).toBe(value(housing.bySuitability[part].count));
  }
  expect(value(housing.bySuitability.onbekend.count)).toBeGreaterThan(0);
  expect(housing.forms.map(({ form, present }) => [form, present.count.kind])).toEqual([
    ['verzorgd-wonen', 'known'], ['aanleunwonen', 'known'],
    // Of some dwellings nobody knows what they are like inside: how many are fit is then unknown, not zero.
    ['aangepast-wonen', 'unknown'], ['levenslange-woning', 'unknown'],
  ]);
});

test('the housing reserve is unknown as soon as one plot is', () => {
  // 42 + 64 + 24 + 18 + 30 + 55 + 36 + 22 + 6 + 28 = 325 dwellings, and one plot for which nobody said how many.
  const { reserve } = analysis.municipality.housing;
  expect([reserve.projects.length, reserve.withoutNumber, reserve.dwellings.count.kind]).toEqual([11, 1, 'unknown']);
  expect(reserve.byYear.reduce((sum, { dwellings }) => sum + (dwellings.kind === 'known' ? dwellings.value : 0), 0)).toBe(42 + 64 + 24 + 30 + 36 + 28);
});

test('local need: low, middle and high in that order, the zones together the city, more of it later', () => {
  const needs = analysis.municipality.localNeeds;
  expect(needs.map(({ need }) => need)).toContain('zorgbehoefte');
  for (const [index, need] of needs.entries()) {
    const { low, middle, high } = need.estimate;
    expect(value(low.count)).toBeLessThanOrEqual(value(middle.count));
    expect(value(middle.count)).toBeLessThanOrEqual(value(high.count));
    expect(parts.reduce((sum, area) => sum + value(area.localNeeds[index]!.estimate.middle.count), 0)).toBeCloseTo(value(middle.count), 6);
    expect(need.later.map(({ year }) => year)).toEqual([2013, 2018, 2025, 2030, 2035, 2040]);
  }
  // Dementia by "over 10 % of 65 and older": 2,775 + 2,870 + 2,287 + 1,540 + 690 + 213 of 64,527 in 2009, scaled to 64,095.
  const old = analysis.municipality.byBand.slice(8).reduce((sum, count) => sum + value(count), 0);
  expect(value(needs.find(({ rule }) => rule === 'dementie-65plus')!.estimate.middle.count)).toBeCloseTo(old * 0.1, 9);
});

test('the table says of every zone what the analysis says', () => {
  const { columns, rows } = zoneTable(analysis, norms, 'nl', 'planner');
  const required = columns.findIndex(({ key }) => key === 'wzc-required');
  expect(rows.filter(({ kind }) => kind === 'zone').map(({ cells }) => cells[required])).toEqual(analysis.zones.map((zone) => needOf(zone, 'wzc').required.count));
  expect(rows.at(-1)?.cells[required]).toEqual(known(718));
  const column = (key: string) => rows.filter(({ kind }) => kind === 'zone').map(({ cells }) => cells[columns.findIndex((one) => one.key === key)]);
  for (const [place, { rule }] of analysis.municipality.localNeeds.entries()) expect(column(`${rule}-high`)).toEqual(analysis.zones.map(({ localNeeds }) => localNeeds[place]!.estimate.high.count));
  for (const [place, { form }] of analysis.municipality.housing.forms.entries()) expect(column(`${form}-missing`)).toEqual(analysis.zones.map(({ housing }) => housing.forms[place]!.missing.count));
  expect(column('dwellings-levenslang')).toEqual(analysis.zones.map(({ housing }) => housing.bySuitability.levenslang.count));
  expect(column('function-zorgkruispunt')).toEqual(analysis.zones.map(({ functions }) => known(functions.functions[2]!.at.length)));
});
