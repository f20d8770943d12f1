import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FileLedger } from '../read/file-ledger.ts';
import { FirstProblem } from '../read/problem.ts';
import type { PlacedPoint } from '../read/place.ts';
import { checkManifest } from '../read-manifest.ts';
import { villageManifest } from '../../../../tests/village.ts';
import type { AddressRow } from './addresses.ts';
import { countBoxes } from './boxes.ts';

function ledger(): FileLedger {
  const manifest = checkManifest(villageManifest);
  if (!manifest.ok) throw new Error('The manifest of the village is at fault');
  return new FileLedger(manifest.value.files[2]!, new FirstProblem());
}

let line = 0;
const row = (number: string, box: string, x: number, more: Partial<AddressRow> = {}): PlacedPoint<AddressRow> => {
  const record: AddressRow = { id: null, street: 'Kerkstraat', number, box, dwellings: 1, isEstimated: false, postcode: '', place: '', ...more };
  line += 1;
  return { record, place: { line }, x, y: 0, fileX: x, fileY: 0 };
};
const told = (rows: readonly PlacedPoint<AddressRow>[]) => countBoxes(rows, ledger()).map(({ record, x }) => [record.number, record.box, record.dwellings, x]);

test('a building of three boxes is one address of three dwellings, where the number itself stands', () => {
  expect(told([row('5', '', 10), row('5', '1', 12), row('5', '2', 12), row('5', '3', 12)])).toEqual([['5', '', 3, 10]]);
});

test('boxes without the number itself stand where the most western does', () => {
  expect(told([row('5', 'b', 14), row('5', 'a', 12)])).toEqual([['5', '', 2, 12]]);
});

test('a house without boxes is one dwelling, listed once or twice', () => {
  expect(told([row('7', '', 10)])).toEqual([['7', '', 1, 10]]);
  expect(told([row('7', '', 10), row('7', '', 10)])).toEqual([['7', '', 1, 10]]);
});

test('a box that is listed twice is one dwelling', () => {
  expect(told([row('5', '1', 10), row('5', '1', 10), row('5', '2', 10)])).toEqual([['5', '', 2, 10]]);
});

test('streets of one name in two parts of a municipality stay apart', () => {
  expect(told([row('5', '1', 0), row('5', '1', 4000), row('5', '2', 4000)])).toEqual([['5', '', 1, 0], ['5', '', 2, 4000]]);
});

test('what the file counts itself is added up over the boxes', () => {
  expect(told([row('5', '', 0, { dwellings: 9 }), row('5', 'A', 0, { dwellings: 2 }), row('5', 'B', 0, { dwellings: 4 })])).toEqual([['5', '', 6, 0]]);
});

test('the books tell how many rows became one address', () => {
  const books = ledger();
  countBoxes([row('5', '', 10), row('5', '1', 12), row('7', '', 20)], books);
  expect(books.state().repaired.map(({ how, rows }) => [how, rows])).toEqual([['boxes-counted', 2]]);
});

test('dwellings do not depend on the order of rows, and no box is lost', () => {
  const rowArb = fc.record({ number: fc.constantFrom('1', '2'), box: fc.constantFrom('', 'A', 'B', 'C'), x: fc.constantFrom(0, 3, 5000) });
  fc.assert(fc.property(fc.array(rowArb, { maxLength: 30 }), (rows) => {
    const made = rows.map(({ number, box, x }) => row(number, box, x));
    const found = told(made);
    expect([...told([...made].reverse())].sort()).toEqual([...found].sort());
    // Worked out apart: per number and side of the village the different boxes, or one where there is none.
    const sites = Map.groupBy(rows, ({ number, x }) => `${number} ${x > 1000}`);
    const dwellings = [...sites.values()].map((site) => Math.max(1, new Set(site.map(({ box }) => box)).size - Number(site.some(({ box }) => box === '') && site.some(({ box }) => box !== ''))));
    expect(found.map(([, , count]) => count).sort()).toEqual(dwellings.sort());
  }));
});
