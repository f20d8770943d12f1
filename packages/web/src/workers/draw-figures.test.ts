import { fromLambert2008 } from '@woonzorgzones/core/geo';
import { metres } from '@woonzorgzones/core/model';
import { buildStreetGraph, encodeStreetGraph } from '@woonzorgzones/core/network';
import { expect, test } from 'vitest';
import { smallTown, smallTownInhabitants } from '../../../../tests/api/small-town.ts';
import { sketchStreets } from '../../../../tests/street-sketch.ts';
import { walker } from '../../../../tests/travellers.ts';
import { drawFigures } from './draw-figures.ts';
import type { ReachAbout, ReachAsk } from './reach-messages.ts';

/* One straight street from one side of the town to the other, 100 m north of the care home. Who lives within 100 m of it has a street; nobody else does. */
const care = smallTown.facilities.find(({ category }) => category === 'wzc')!;
const built = buildStreetGraph(sketchStreets({ west: [care.x - 500, care.y + 100], east: [care.x + 2700, care.y + 100] }, [{ over: 'west east' }]));
if (!built.ok) throw new Error(built.error.code);
const town = { ...smallTown, barriers: [], streets: new Uint8Array(encodeStreetGraph(built.value)) };
const { xy, persons } = town.addresses;
const alongStreet = persons.reduce((sum, here, i) => (Math.abs(xy[2 * i + 1]! - (care.y + 100)) <= 100 ? sum + here : sum), 0);
const [lon, lat] = fromLambert2008('EPSG:4326', Float64Array.of(care.x, care.y));

const figures = (about: Exclude<ReachAbout, { kind: 'nearest' }>, zoning: ReachAsk['zoning'] = null, capacity: number | null = 60) => drawFigures(town, {
  number: 1, hash: '', about, zoning, destination: 'wzc', profile: walker, limit: { metres: metres(10_000) }, ages: null, facility: null, address: null,
  facilities: [{ id: 'f1', name: 'Ter Zee', category: 'wzc', functions: [], opened: null, closed: null, capacity, lon: lon!, lat: lat! }],
  scenario: { moved: {}, paths: [], closedCrossings: [] },
}, about);
const twoStep = { kind: 'supply', method: 'two-step', decay: { kind: 'none' } } as const;

test('sixty places shared by the street: who lives elsewhere has none, and counts in the mean', () => {
  const drawn = figures(twoStep);
  if (!drawn.ok) throw new Error(drawn.error.code);
  expect(drawn.value.all).toMatchObject({ persons: smallTownInhabitants, without: smallTownInhabitants - alongStreet });
  expect(drawn.value.all.mean).toBeCloseTo(60 / smallTownInhabitants, 12);
  expect(drawn.value.supply).toEqual({ total: 60, idle: [], unknown: [] });
  expect(drawn.value.breaks[1]).toBeCloseTo(60 / smallTownInhabitants, 12);
});

test('zones add up to all, who lives in none included', () => {
  const zones = [{ id: 'links', name: 'Links', locked: false }];
  const zoneOfBlock = Object.fromEntries(town.blocks.slice(0, 10).map(({ id }) => [id, 'links']));
  const drawn = figures(twoStep, { zones, zoneOfBlock });
  if (!drawn.ok) throw new Error(drawn.error.code);
  expect(drawn.value.zones.map(({ zone }) => zone)).toEqual(['links', null]);
  expect(drawn.value.zones.reduce((sum, { persons }) => sum + persons, 0)).toBe(smallTownInhabitants);
  expect(drawn.value.zones.reduce((sum, { mean, persons }) => sum + (mean ?? 0) * persons, 0)).toBeCloseTo(60, 9);
});

test('a home whose size nobody gave is named, and nobody has a place', () => {
  const drawn = figures(twoStep, null, null);
  expect(drawn.ok && drawn.value.supply).toEqual({ total: 0, idle: [], unknown: ['Ter Zee'] });
  expect(drawn.ok && drawn.value.all).toMatchObject({ mean: 0, without: smallTownInhabitants });
});

test('a width that is no number is refused, not reckoned with', () => {
  expect(figures({ kind: 'supply', method: 'two-step', decay: { kind: 'gaussian', sigma: Number.NaN } })).toMatchObject({ ok: false, error: { code: 'decay-not-usable' } });
});

test('the way of daily life is unknown where one of its kinds is missing, and says which', () => {
  const daily = figures({ kind: 'daily', visits: { wzc: 2 } });
  if (!daily.ok) throw new Error(daily.error.code);
  expect(daily.value.missing).toEqual([{ category: 'wzc', persons: smallTownInhabitants - alongStreet }]);
  const nowhere = figures({ kind: 'daily', visits: { wzc: 2, apotheek: 12 } });
  expect(nowhere.ok && nowhere.value.all).toEqual({ zone: null, persons: smallTownInhabitants, mean: null, without: smallTownInhabitants });
});
