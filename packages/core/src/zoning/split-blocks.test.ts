import { expect, test } from 'vitest';
import { areaM2 } from '../geo/polygon.ts';
import { persons } from '../model/units.ts';
import { blockGraph } from './block-graph.ts';
import { paperTown, paperX, paperY } from './paper-town.ts';
import { splitCoarseBlocks } from './split-blocks.ts';

const bounds = { least: persons(6000), most: persons(12_000) };
const surface = (town: { readonly blocks: readonly { readonly shape: Parameters<typeof areaM2>[0] }[] }): number => town.blocks.reduce((sum, { shape }) => sum + areaM2(shape), 0);

test('blocks of at most a quarter of a middling zone, without a barrier through them, stay as they are', () => {
  // A middling zone holds 9,000: 2,250 is the limit.
  expect(splitCoarseBlocks(paperTown({ columns: 2, rows: 1, sizeMetres: 1000, inhabitants: () => 2250 }), bounds)).toBeNull();
});

test('a block of 9,000 becomes pieces of at most 2,250 that cover it and hold everybody once', () => {
  const town = paperTown({ columns: 2, rows: 1, sizeMetres: 1000, inhabitants: (column) => (column === 0 ? 9000 : 900), divisions: { wijken: (column) => (column === 0 ? 'West' : 'Oost') } });
  const finer = splitCoarseBlocks(town, bounds)!;
  const west = finer.blocks.filter(({ id }) => id.startsWith('0-0'));
  expect(west.length).toBeGreaterThanOrEqual(4);
  expect(Math.max(...west.map(({ inhabitants }) => inhabitants))).toBeLessThanOrEqual(2250);
  expect(finer.blocks.reduce((sum, { inhabitants }) => sum + inhabitants, 0)).toBe(9900);
  expect(surface(finer)).toBeCloseTo(2_000_000, 0);
  expect(finer.blocks.map(({ id }) => id)).toEqual(finer.blocks.map(({ id }) => id).sort());
  // Whose block it is says the column of addresses too.
  const counted = new Float64Array(finer.blocks.length);
  for (const [row, block] of finer.addresses.block.entries()) counted[block]! += finer.addresses.persons[row]!;
  expect([...counted]).toEqual(finer.blocks.map(({ inhabitants }) => inhabitants));
  // Pieces keep the wijk of their block.
  const [wijken] = finer.divisions;
  expect(finer.blocks.map(({ id }, block) => [id.slice(0, 3), wijken!.areas[wijken!.areaOfBlock[block]!]!.name])).toEqual(finer.blocks.map(({ id }) => [id.slice(0, 3), id.startsWith('0-0') ? 'West' : 'Oost']));
});

test('the pieces border each other and the neighbour: one whole town, no gaps', () => {
  const finer = splitCoarseBlocks(paperTown({ columns: 2, rows: 2, sizeMetres: 1000, inhabitants: () => 5000 }), bounds)!;
  const graph = blockGraph(finer);
  expect(graph.partCount).toBe(1);
  expect(graph.isBridge.every((bridge) => bridge === 0)).toBe(true);
});

test('a canal through a block makes it two, one on each side, though it is not too coarse', () => {
  const canal = { id: 'k', kind: 'kanaal' as const, name: 'Kanaal', line: Float64Array.of(paperX + 400, paperY - 50, paperX + 400, paperY + 1050) };
  const finer = splitCoarseBlocks(paperTown({ columns: 1, rows: 1, sizeMetres: 1000, inhabitants: () => 900, barriers: [canal] }), bounds)!;
  // 400 m of 1,000: ten columns of addresses 100 m apart, four of them west.
  expect(finer.blocks.map(({ name, inhabitants, shape }) => [name, inhabitants, Math.round(areaM2(shape))])).toEqual([['0-0 1', 540, 600_000], ['0-0 2', 360, 400_000]]);
});

test('a canal along the edge, with nobody beyond it, splits nothing', () => {
  const canal = { id: 'k', kind: 'kanaal' as const, name: 'Kanaal', line: Float64Array.of(paperX + 10, paperY - 50, paperX + 10, paperY + 1050) };
  expect(splitCoarseBlocks(paperTown({ columns: 1, rows: 1, sizeMetres: 1000, inhabitants: () => 900, barriers: [canal] }), bounds)).toBeNull();
});

test('two villages in one block are parted where nobody lives, not through either', () => {
  const town = paperTown({ columns: 6, rows: 1, sizeMetres: 500, inhabitants: (column) => (column === 0 || column === 5 ? 2000 : 0) });
  const one = { ...town.blocks[0]!, shape: [[Float64Array.of(paperX, paperY, paperX + 3000, paperY, paperX + 3000, paperY + 500, paperX, paperY + 500, paperX, paperY)]], inhabitants: 4000 };
  const wide = { ...town, blocks: [one], addresses: { ...town.addresses, block: new Int32Array(town.addresses.ids.length) } };
  const finer = splitCoarseBlocks(wide, bounds)!;
  expect(finer.blocks.map(({ inhabitants }) => inhabitants)).toEqual([2000, 2000]);
});

test('the order of addresses changes nothing', () => {
  const town = paperTown({ columns: 2, rows: 1, sizeMetres: 1000, inhabitants: () => 7000 });
  const { ids, xy, block, persons: counts } = town.addresses;
  const order = [...ids.keys()].reverse();
  const turned = {
    ...town,
    addresses: {
      ...town.addresses, ids: order.map((i) => ids[i]!), xy: Float64Array.from(order.flatMap((i) => [xy[2 * i]!, xy[2 * i + 1]!])),
      block: Int32Array.from(order, (i) => block[i]!), persons: Uint16Array.from(order, (i) => counts[i]!),
    },
  };
  expect(splitCoarseBlocks(turned, bounds)!.blocks).toEqual(splitCoarseBlocks(town, bounds)!.blocks);
});
