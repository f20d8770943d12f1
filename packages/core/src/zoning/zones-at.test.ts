import { expect, test } from 'vitest';
import { zonesAt } from './zones-at.ts';

const square = (west: number) => [[Float64Array.from([west, 0, west + 10, 0, west + 10, 10, west, 10, west, 0])]];
const block = (id: string, west: number) => ({ id, name: id, shape: square(west), inhabitants: 0 });

test('a place lies in the zone of its block, in none outside every block, and in none where its block was not given to a zone', () => {
  const municipality = { blocks: [block('a', 0), block('b', 10)] };
  const places = [{ x: 5, y: 5 }, { x: 15, y: 5 }, { x: 25, y: 5 }];
  expect(zonesAt(municipality, { zoneOfBlock: { a: 'noord' } }, places)).toEqual(['noord', null, null]);
});
