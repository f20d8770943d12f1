import { expect, test } from 'vitest';
import type { Facility } from '../model/facility.ts';
import { paperTown, paperX, paperY } from './paper-town.ts';
import { serviceFlows, serviceWays } from './service-flows.ts';

const facility = (id: string, category: Facility['category'], column: number, closed: string | null = null): Facility => ({
  id, category, name: id, address: null, x: paperX + (column + 0.5) * 1000, y: paperY + 500, position: { by: 'source', metres: null }, capacity: null, recognised: null, functions: [],
  opened: null, closed, source: 0, referenceDate: '2026', fictitious: true,
});
/** Four squares in a row, 9 people in the middle of each. */
const town = paperTown({ columns: 4, rows: 1, sizeMetres: 1000, inhabitants: () => 9 });
const rows = ({ from, to, weight }: ReturnType<typeof serviceFlows>): (readonly number[])[] => Array.from(from, (block, row) => [block, to[row]!, weight[row]!]);

test('everybody goes to the nearest school that is open', () => {
  const schools = [facility('a', 'school', 0), facility('b', 'school', 3), facility('dicht', 'school', 1, '2020')];
  expect(rows(serviceWays(town, schools))).toEqual([[0, 0, 9], [1, 0, 9], [2, 3, 9], [3, 3, 9]]);
});

test('each kind adds its ways; of two schools as near the first by name is taken', () => {
  const around = [facility('a', 'school', 0), facility('b', 'school', 2), facility('w', 'winkel', 3)];
  // From square 1 both schools are 1,000 m away. The shop draws all four.
  expect(rows(serviceWays(town, around))).toEqual([[0, 0, 9], [0, 3, 9], [1, 0, 9], [1, 3, 9], [2, 2, 9], [2, 3, 9], [3, 2, 9], [3, 3, 9]]);
});

test('streets between blocks count together as all inhabitants, whatever their number', () => {
  const street = (from: number, to: number) => ({ name: '', class: 'straat' as const, line: Float64Array.of(paperX + (from + 0.5) * 1000, paperY + 500, paperX + (to + 0.5) * 1000, paperY + 500) });
  const joined = { ...town, basemap: { ...town.basemap, streets: [street(0, 1), street(0, 1), street(2, 3)] } };
  // 36 inhabitants over three crossings.
  expect(rows(serviceFlows(joined, serviceWays(joined, [])))).toEqual([[0, 1, 24], [2, 3, 12]]);
});

test('without schools, shops, centres and streets there are no ways', () => {
  expect(rows(serviceFlows(town, serviceWays(town, [])))).toEqual([]);
});
