import { expect, test } from 'vitest';
import type { Municipality } from '../model/index.ts';
import { comparePartitions, inhabitantsPerClass, movedBlocks, partitionOfZones, type Partition } from './partition.ts';

/** Three blocks; addresses of 4, 3, 2 and 5 people, of whom 1, 0, 2 and 0 are 75 or older. Block b has two addresses. */
const town = {
  blocks: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
  bands: [{ from: 0, to: 74 }, { from: 75, to: null }],
  addresses: { ids: ['1', '2', '3', '4'], block: Int32Array.of(0, 1, 1, 2), persons: Uint16Array.of(3, 1, 3, 0, 0, 2, 5, 0) },
} as unknown as Municipality;

const of = (ids: readonly string[], ...classes: readonly number[]): Partition => ({ ids, names: ids.map((id) => id.toUpperCase()), classOfAddress: Int32Array.from(classes) });

test('who leaves the match of their zone is counted by from and to, the most people first', () => {
  // North: 4 + 3 + 2, south 5. The second gives address 3 (2 people, both old) to the south, and address 1 (4) to none.
  const compared = comparePartitions(town, of(['n', 's'], 0, 0, 0, 1), of(['x', 'y'], -1, 0, 1, 1));
  expect(compared.overlap.match).toEqual([0, 1]);
  expect(compared.moves).toEqual([
    { from: 'n', fromName: 'N', to: null, toName: null, inhabitants: 4, from75: 1 },
    { from: 'n', fromName: 'N', to: 'y', toName: 'Y', inhabitants: 2, from75: 2 },
  ]);
  expect(compared.leftOut).toBe(4);
  expect(inhabitantsPerClass(town, of(['x', 'y'], -1, 0, 1, 1))).toEqual([3, 7]);
});

test('two divisions that differ in names only move nobody', () => {
  const compared = comparePartitions(town, of(['n', 's'], 0, 0, 0, 1), of(['south', 'north'], 1, 1, 1, 0));
  expect(compared.moves).toEqual([]);
  expect(compared.overlap.moved).toBe(0);
});

test('a dataset whose ages do not divide at 75 says so', () => {
  const coarse = { ...town, bands: [{ from: 0, to: 64 }, { from: 65, to: null }] };
  expect(comparePartitions(coarse, of(['n'], 0, 0, 0, 0), of(['x'], 0, 0, 0, -1)).moves).toMatchObject([{ inhabitants: 5, from75: null }]);
});

test('a block that the other cuts moves by where most of its addresses go', () => {
  const first = partitionOfZones(town, { zones: [{ id: 'n', name: 'N' }, { id: 's', name: 'S' }], zoneOfBlock: { a: 'n', b: 'n', c: 's' } });
  expect([...first.classOfAddress]).toEqual([0, 0, 0, 1]);
  // One of two addresses of b goes over: a tie, which stays with the earlier class.
  expect(movedBlocks(town, first, of(['x', 'y'], 0, 0, 1, 1), [0, 1])).toEqual([]);
  expect(movedBlocks(town, first, of(['x', 'y'], -1, 1, 1, 1), [0, 1])).toEqual([{ block: 'a', from: 'n', to: null }, { block: 'b', from: 'n', to: 'y' }]);
});
