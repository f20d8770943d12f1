import type { BlockLayer } from '@woonzorgzones/api/schemas';
import { expect, test } from 'vitest';
import { zoneDifferences } from './zone-differences.ts';

const blocks = [['a', 100], ['b', 40], ['c', 30], ['d', 7]].map(([id, inhabitants]) => ({ properties: { id, name: id, inhabitants } })) as unknown as BlockLayer['features'];
const zones = [{ id: '1', name: 'Noord', locked: false }, { id: '2', name: 'Zuid', locked: false }];

test('each way people lie otherwise is counted, the most people first', () => {
  const mine = { zones, zoneOfBlock: { a: '1', b: '1', c: '1', d: '2' } };
  const theirs = { zones: [{ id: '1', name: 'Boven', locked: false }, zones[1]!], zoneOfBlock: { a: '1', b: '2', c: '2' } };
  // a stays in zone 1, which was only renamed; b and c go to Zuid, d to none.
  expect(zoneDifferences(blocks, mine, theirs)).toEqual({
    told: [
      { mine: 'Noord', theirs: 'Zuid', blocks: 2, inhabitants: 70 },
      { mine: 'Zuid', theirs: null, blocks: 1, inhabitants: 7 },
    ],
    untold: 0,
  });
  expect(zoneDifferences(blocks, mine, mine)).toEqual({ told: [], untold: 0 });
});

const cut = (block: string, x: number) => ({ block, line: [x, 0, x, 1], parts: 2 });
const layer = (people: Readonly<Record<string, number>>) => Object.entries(people).map(([id, inhabitants]) => ({ properties: { id, name: id, inhabitants } })) as unknown as BlockLayer['features'];

test('a cut of mine that left both parts in one zone is no difference, and one that did not cannot be counted', () => {
  const whole = { zones, zoneOfBlock: { a: '1', b: '2' } };
  const together = { zones, zoneOfBlock: { 'a/1': '1', 'a/2': '1', b: '2' }, splits: [cut('a', 5)] };
  const apart = { ...together, zoneOfBlock: { 'a/1': '1', 'a/2': '2', b: '2' } };
  expect(zoneDifferences(layer({ a: 900, b: 40 }), together, whole)).toEqual({ told: [], untold: 0 });
  expect(zoneDifferences(layer({ a: 900, b: 40 }), apart, whole)).toEqual({ told: [], untold: 1 });
});

test('parts that both have are compared one by one, those that only the other has with the whole', () => {
  const people = layer({ 'a/1': 600, 'a/2': 300, b: 40 });
  const theirs = { zones, zoneOfBlock: { 'a/1': '1', 'a/2': '1', b: '2' }, splits: [cut('a', 5)] };
  const moved = { ...theirs, zoneOfBlock: { ...theirs.zoneOfBlock, 'a/2': '2' } };
  expect(zoneDifferences(people, moved, theirs)).toEqual({ told: [{ mine: 'Zuid', theirs: 'Noord', blocks: 1, inhabitants: 300 }], untold: 0 });
  expect(zoneDifferences(people, { zones, zoneOfBlock: { a: '2', b: '2' } }, moved).told).toEqual([{ mine: 'Zuid', theirs: 'Noord', blocks: 1, inhabitants: 600 }]);
  // Cut elsewhere: its parts are other parts, though they are called the same.
  expect(zoneDifferences(people, { ...moved, splits: [cut('a', 9)] }, theirs)).toEqual({ told: [], untold: 1 });
});
