import { expect, test } from 'vitest';
import { areaM2 } from '../geo/polygon.ts';
import { blockGraph } from './block-graph.ts';
import { paperTown, paperX, paperY } from './paper-town.ts';
import { blocksOf, partsOfCut } from './plan-blocks.ts';
import { splitCoarseBlocks } from './split-blocks.ts';

// Two columns, one row, squares of 1 km; 900 people in each, 9 at each of 10 by 10 addresses 100 m apart.
const town = paperTown({ columns: 2, rows: 1, sizeMetres: 1000, inhabitants: () => 900, divisions: { wijken: (column) => (column === 0 ? 'West' : 'Oost') } });
/** From north to south through the first square, 300 m from its west. */
const line = [paperX + 300, paperY - 50, paperX + 300, paperY + 1050];
const split = { block: '0-0', line, parts: 2 };

test('a square cut at 300 m: three of its ten columns of addresses lie west of the line, 270 people; 630 lie east', () => {
  const { blocks, addresses } = blocksOf(town, { splits: [split] });
  // The largest part comes first.
  expect(blocks.map(({ id, name, inhabitants, shape }) => [id, name, inhabitants, Math.round(areaM2(shape))])).toEqual([
    ['0-0/1', '0-0 1', 630, 700_000], ['0-0/2', '0-0 2', 270, 300_000], ['1-0', '1-0', 900, 1_000_000],
  ]);
  const counted = blocks.map((_, block) => addresses.ids.filter((_id, row) => addresses.block[row] === block).length);
  expect(counted).toEqual([70, 30, 100]);
  for (const [row, id] of addresses.ids.entries()) {
    const isWest = addresses.xy[2 * row]! < paperX + 300;
    expect(blocks[addresses.block[row]!]!.id).toBe(id.startsWith('1-0') ? '1-0' : isWest ? '0-0/2' : '0-0/1');
  }
});

test('parts keep the wijk of the whole, and the town stays in one piece with the same borders', () => {
  const cut = blocksOf(town, { splits: [split] });
  const [wijken] = cut.divisions;
  expect(cut.blocks.map((_, block) => wijken!.areas[wijken!.areaOfBlock[block]!]!.name)).toEqual(['West', 'West', 'Oost']);
  const graph = blockGraph(cut);
  expect(graph.partCount).toBe(1);
  expect(Array.from({ length: graph.m }, (_, e) => [graph.u[e], graph.v[e], Math.round(graph.borderMetres[e]!)])).toEqual([[0, 1, 1000], [0, 2, 1000]]);
});

test('a part cut again: a line from west to east through the larger part meets its neighbours in corners they share', () => {
  const across = { block: '0-0/1', line: [paperX + 250, paperY + 500, paperX + 1050, paperY + 500], parts: 2 };
  const cut = blocksOf(town, { splits: [split, across] });
  expect(cut.blocks.map(({ id, inhabitants }) => [id, inhabitants])).toEqual([['0-0/1/1', 315], ['0-0/1/2', 315], ['0-0/2', 270], ['1-0', 900]]);
  const graph = blockGraph(cut);
  // Both halves border each other along 700 m, and each the square in the east and the strip in the west along 500 m.
  expect(Array.from({ length: graph.m }, (_, e) => [graph.u[e], graph.v[e], Math.round(graph.borderMetres[e]!)])).toEqual([[0, 1, 700], [0, 2, 500], [0, 3, 500], [1, 2, 500], [1, 3, 500]]);
  expect(cut.blocks.map(({ shape }) => areaM2(shape)).reduce((sum, area) => sum + area, 0)).toBeCloseTo(2_000_000, 3);
});

test('a line that ends inside cuts nothing; one along a zigzag may make three parts', () => {
  expect(partsOfCut(town, '0-0', [paperX - 50, paperY + 500, paperX + 500, paperY + 500])).toHaveLength(1);
  const zigzag = [paperX - 50, paperY + 200, paperX + 1050, paperY + 200, paperX + 1050, paperY + 600, paperX - 50, paperY + 600];
  expect(partsOfCut(town, '0-0', zigzag).map((shape) => Math.round(areaM2(shape)))).toEqual([400_000, 400_000, 200_000]);
  expect(partsOfCut(town, 'nergens', line)).toEqual([]);
});

test('the same cuts give the same value, no cut the municipality itself', () => {
  expect(blocksOf(town, {})).toBe(town);
  expect(blocksOf(town, { splits: [split] })).toBe(blocksOf(town, { splits: [{ ...split }] }));
});

test('another draw of who lives there is shared over the parts as the people are, and adds up', () => {
  const drawn = { ...town, draws: [{ seed: 7, persons: Int32Array.of(1000, 800) }] };
  // 630 of 900 is 700 of 1,000.
  expect([...blocksOf(drawn, { splits: [split] }).draws[0]!.persons]).toEqual([700, 300, 800]);
});

test('a block of pieces made at import can be cut as any other', () => {
  const finer = splitCoarseBlocks(paperTown({ columns: 1, rows: 1, sizeMetres: 1000, inhabitants: () => 9000 }), { least: 6000 as never, most: 12_000 as never })!;
  const [first] = finer.blocks;
  const [x, y] = [first!.shape[0]![0]!.filter((_, i) => i % 2 === 0), first!.shape[0]![0]!.filter((_, i) => i % 2 === 1)];
  const middle = (Math.min(...x) + Math.max(...x)) / 2;
  const cut = blocksOf(finer, { splits: [{ block: first!.id, line: [middle, Math.min(...y) - 5, middle, Math.max(...y) + 5], parts: 2 }] });
  expect(cut.blocks.length).toBe(finer.blocks.length + 1);
  expect(cut.blocks.reduce((sum, { inhabitants }) => sum + inhabitants, 0)).toBe(9000);
});
