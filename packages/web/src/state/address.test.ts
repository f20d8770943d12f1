import { expect, test } from 'vitest';
import { firstLayers, firstPlace, fromQuery, toQuery, type Place } from './address.ts';

const place: Place = {
  door: 'leemten',
  municipality: null,
  plan: '0b9d9c1e-7f0e-4a53-9a3e-3f0d1a5b2c11',
  zone: 'zone-3',
  norm: 'woonzorgcentrum',
  gapPage: 'kern',
  figure: 'bereikbaar',
  reach: firstPlace.reach,
  kern: 'kern-4',
  scenario: 'scenario-b',
  against: 'plan:8858f355-4b4d-42aa-91c2-d672ffe9b6e7',
  compareWay: 'schuif',
  presentPage: 'kaart',
  chapter: 'hoofdstuk-7',
  measure: 'dekking:apotheek:75+',
  part: 'inlezen',
  sitting: '3f0d1a5b-7f0e-4a53-9a3e-0b9d9c1e2c11',
  layers: new Set(['zones', 'apotheek', 'huisarts']),
  year: 2013,
  camera: { zoom: 12.5, lat: 50.96552, lon: 5.50061 },
};

test('a link brings back door, page, part, sitting, plan, zone, kern, need, scenario, layers, year and camera', () => {
  expect(fromQuery(toQuery(place))).toEqual(place);
});

test('a link holds what the plan is compared with, and leaves out what is nothing to compare with', () => {
  const compared = { ...firstPlace, door: 'afbakenen' as const, plan: 'p', against: 'division:stads delen', compareWay: 'verschil' as const };
  expect(fromQuery(toQuery(compared))).toEqual(compared);
  expect(fromQuery('deur=afbakenen&plan=p&tegen=maan&wijze=dwars')).toMatchObject({ against: null, compareWay: 'cijfers' });
  expect(toQuery({ ...firstPlace, compareWay: 'naast' })).toBe('deur=start');
});

test('a link to reach holds the page, where to, how and how far; elsewhere it does not say so', () => {
  const asked = { ...firstPlace, door: 'leemten' as const, plan: 'p', gapPage: 'bereik' as const, reach: { page: 'aanbod' as const, destination: 'zorgkruispunt' as const, profile: 'auto', limit: '12,5' } };
  expect(toQuery(asked)).toBe('deur=leemten&plan=p&blad=bereik&bereik=aanbod&naar=zorgkruispunt&hoe=auto&binnen=12%2C5');
  expect(fromQuery(toQuery(asked))).toEqual(asked);
  expect(toQuery({ ...asked, gapPage: 'leemten' })).toBe('deur=leemten&plan=p&blad=leemten');
  expect(fromQuery('deur=leemten&plan=p&blad=bereik&bereik=maan&naar=maan')).toEqual({ ...firstPlace, door: 'leemten', plan: 'p', gapPage: 'bereik' });
});

test('links of earlier versions bring back what they held', () => {
  // As they were written before there were pages of Leemten, scenarios and comparisons.
  expect(fromQuery('deur=afbakenen&plan=8858f355-4b4d-42aa-91c2-d672ffe9b6e7&zone=zone-3&lagen=zones.bouwblokken&kaart=14.00/50.96552/5.50061')).toEqual({
    ...firstPlace, door: 'afbakenen', plan: '8858f355-4b4d-42aa-91c2-d672ffe9b6e7', zone: 'zone-3', layers: new Set(['zones', 'bouwblokken']),
    camera: { zoom: 14, lat: 50.96552, lon: 5.50061 },
  });
  expect(fromQuery('deur=leemten&plan=p&zone=zone-1&norm=woonzorgcentrum')).toEqual({ ...firstPlace, door: 'leemten', plan: 'p', zone: 'zone-1', norm: 'woonzorgcentrum' });
  expect(fromQuery('deur=presenteren&plan=p&toon=dekking:apotheek:75+&jaar=2013')).toMatchObject({ door: 'presenteren', presentPage: 'kaart', year: 2013 });
  expect(fromQuery('deur=gegevens&gemeente=abc&deel=inlezen&zitting=s')).toMatchObject({ door: 'gegevens', municipality: 'abc', part: 'inlezen', sitting: 's' });
});

test('a link of a first visit names the door only', () => {
  expect(toQuery(firstPlace)).toBe('deur=start');
  expect(fromQuery('')).toEqual(firstPlace);
});

test('a plan stands for its municipality', () => {
  expect(toQuery({ ...firstPlace, plan: 'p', municipality: 'm' })).toBe('deur=start&plan=p');
});

test('a link with words of another version opens, without them', () => {
  const read = fromQuery('deur=kelder&lagen=zones.ufo&jaar=soon&kaart=12/1000/5&iets=anders');
  expect(read).toEqual({ ...firstPlace, layers: new Set(['zones']) });
});

test('a link that shows no layer at all is not the first view', () => {
  expect(fromQuery(toQuery({ ...firstPlace, layers: new Set() })).layers.size).toBe(0);
  expect(firstLayers.has('wzc')).toBe(true);
});
