import type { BlockLayer } from '@woonzorgzones/api/schemas';
import { expect, test } from 'vitest';
import { zoneDifferences } from './zone-differences.ts';

const blocks = [['a', 100], ['b', 40], ['c', 30], ['d', 7]].map(([id, inhabitants]) => ({ properties: { id, name: id, inhabitants } })) as unknown as BlockLayer['features'];
const zones = [{ id: '1', name: 'Noord', locked: false }, { id: '2', name: 'Zuid', locked: false }];

test('each way people lie otherwise is counted, the most people first', () => {
  const mine = { zones, zoneOfBlock: { a: '1', b: '1', c: '1', d: '2' } };
  const theirs = { zones: [{ id: '1', name: 'Boven', locked: false }, zones[1]!], zoneOfBlock: { a: '1', b: '2', c: '2' } };
  // a stays in zone 1, which was only renamed; b and c go to Zuid, d to none.
  expect(zoneDifferences(blocks, mine, theirs)).toEqual([
    { mine: 'Noord', theirs: 'Zuid', blocks: 2, inhabitants: 70 },
    { mine: 'Zuid', theirs: null, blocks: 1, inhabitants: 7 },
  ]);
  expect(zoneDifferences(blocks, mine, mine)).toEqual([]);
});
