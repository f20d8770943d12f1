import { expect, test } from 'vitest';
import type { Facility, UnplacedFacility } from './facility.ts';
import { noRegisterChanges, type RegisterChanges } from './register-changes.ts';
import { facilitiesOf, unplacedOf } from './register.ts';

const facts = { category: 'wzc', address: null, capacity: null, recognised: null, functions: [], opened: null, closed: null } as const;
const given = (id: string, more: Partial<Facility> = {}): Facility => ({
  ...facts, id, name: id, x: 0, y: 0, position: { by: 'source', metres: null }, source: 0, referenceDate: '2020', fictitious: false, ...more,
});
const waiting: UnplacedFacility = { ...facts, id: 'w', name: 'w', source: 0, referenceDate: '2020', fictitious: false, reason: 'street-unknown', guess: null };
const dataset = { fictitious: false, facilities: [given('a', { capacity: 5 }), given('b', { functions: ['zorgkruispunt'] }), given('c', { capacity: 7 })], unplaced: [waiting] };
const withChanges = (changes: Partial<RegisterChanges>) => ({ register: { ...noRegisterChanges, ...changes } });

test('a plan that changes nothing has the very list of the dataset', () => {
  expect(facilitiesOf(dataset, {})).toBe(dataset.facilities);
  expect(facilitiesOf(dataset, withChanges({ apart: [{ one: 'a', other: 'b' }] }))).toBe(dataset.facilities);
  expect(unplacedOf(dataset, {})).toBe(dataset.unplaced);
});

test('what a planner changes goes over what the file says, field by field', () => {
  const [a] = facilitiesOf(dataset, withChanges({ overrides: { a: { name: 'Ter Hooie', closed: '2030', capacity: undefined } } }));
  expect(a).toEqual({ ...dataset.facilities[0], name: 'Ter Hooie', closed: '2030' });
});

test('a facility that was put somewhere by hand says so', () => {
  expect(facilitiesOf(dataset, withChanges({ overrides: { a: { x: 3, y: 4 } } }))[0]).toMatchObject({ x: 3, y: 4, position: { by: 'hand', metres: null } });
});

test('one that waits counts once it has a place, and waits no longer', () => {
  const placed = withChanges({ overrides: { w: { x: 3, y: 4 } } });
  expect(facilitiesOf(dataset, placed).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'w']);
  expect(unplacedOf(dataset, placed)).toEqual([]);
  const renamed = withChanges({ overrides: { w: { name: 'Anders' } } });
  expect(facilitiesOf(dataset, renamed).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(unplacedOf(dataset, renamed)).toEqual([{ ...waiting, name: 'Anders' }]);
});

test('of two that are one, the one that stays takes over what only the other knew', () => {
  const merged = facilitiesOf(dataset, withChanges({ merged: { b: 'a' } }));
  expect(merged.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(merged[0]).toMatchObject({ capacity: 5, functions: ['zorgkruispunt'] });
});

test('one that was merged into one that was merged counts in the last', () => {
  const merged = facilitiesOf(dataset, withChanges({ merged: { a: 'b', b: 'c' } }));
  expect(merged.map(({ id, capacity, functions }) => [id, capacity, functions])).toEqual([['c', 7, ['zorgkruispunt']]]);
});

test('one that waits gets its place from the one it is merged with', () => {
  const merged = withChanges({ merged: { a: 'w' } });
  expect(facilitiesOf(dataset, merged).find(({ id }) => id === 'w')).toMatchObject({ x: 0, y: 0, capacity: 5 });
  expect(unplacedOf(dataset, merged)).toEqual([]);
});

test('an added facility is of the planner, not of a file', () => {
  const added = withChanges({ added: [{ ...facts, id: 'B', name: 'Nieuw', x: 1, y: 2 }] });
  expect(facilitiesOf(dataset, added)[0]).toEqual({
    ...facts, id: 'B', name: 'Nieuw', x: 1, y: 2, position: { by: 'hand', metres: null }, source: null, referenceDate: null, fictitious: false,
  });
});
