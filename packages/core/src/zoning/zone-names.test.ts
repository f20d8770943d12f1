import { expect, test } from 'vitest';
import { blockGraph } from './block-graph.ts';
import { paperTown } from './paper-town.ts';
import { listingOrder, nameZones } from './zone-names.ts';

/** Names for a row or board of squares with a zone number each, from the south-west; kernen as given. */
function names(columns: number, zones: readonly number[], kernen: Readonly<Record<number, readonly string[]>> = {}): readonly string[] {
  const rows = zones.length / columns;
  const town = paperTown({ columns, rows, sizeMetres: 500, inhabitants: () => 9 });
  const zoneOf = Int32Array.from(town.blocks, ({ id }) => {
    const [column, row] = id.split('-').map(Number);
    return zones[row! * columns + column!]!;
  });
  const count = Math.max(...zones) + 1;
  return nameZones(blockGraph(town), zoneOf, count, 'Papierstad', Array.from({ length: count }, (_, zone) => kernen[zone] ?? []), town.blocks.map(({ name }) => name));
}

test('one zone bears the name of the town, two are named by their sides', () => {
  expect(names(2, [0, 0])).toEqual(['Papierstad']);
  expect(names(2, [0, 1])).toEqual(['West', 'Oost']);
  expect(names(1, [0, 1])).toEqual(['Zuid', 'Noord']);
});

test('the middle one of three in a row is the centre', () => {
  expect(names(3, [0, 1, 2])).toEqual(['West', 'Centrum', 'Oost']);
});

test('the zone of the kern that the town is called after is the centre, wherever it lies', () => {
  expect(names(3, [0, 1, 2], { 0: ['Papier'], 2: ['Wilg', 'Papierstad'] })).toEqual(['West', 'Midden', 'Centrum']);
  expect(names(2, [0, 1], { 0: ['Papierstad'] })).toEqual(['Centrum', 'Oost']);
});

test('a cross is centre, north, east, south and west', () => {
  expect(names(3, [0, 1, 1, 0, 2, 3, 4, 4, 3])).toEqual(['West', 'Zuid', 'Centrum', 'Oost', 'Noord']);
});

test('where zones crowd one side, a kern names what no direction fits', () => {
  // Five zones in a row beside one that holds half of all people: only so many lie to the east.
  const row = names(12, [0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5], { 4: ['Zwartberg'], 5: ['Waterschei', 'Zwartberg'] });
  expect(new Set(row).size).toBe(6);
  expect(row[0]).toBe('West');
  expect(row.filter((name) => ['Zwartberg', 'Waterschei', '10-0', '11-0', '9-0', '8-0', '7-0'].includes(name)).length).toBeGreaterThan(0);
});

test('more zones than directions are named after their kernen, else their largest block, each once', () => {
  const zones = Array.from({ length: 10 }, (_, i) => i);
  expect(names(5, zones, { 0: ['Genk'], 1: ['Genk'] })).toEqual(['Genk', '1-0', '2-0', '3-0', '4-0', '0-1', '1-1', '2-1', '3-1', '4-1']);
});

test('zones are listed from the centre, clockwise from the north, then by name', () => {
  const list = ['Zwartberg', 'West', 'Zuidoost', 'Midden', 'Bret', 'Centrum', 'Noord'];
  expect(listingOrder(list).map((place) => list[place])).toEqual(['Centrum', 'Midden', 'Noord', 'Zuidoost', 'West', 'Bret', 'Zwartberg']);
});
