import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hidden, known, type Count } from '../model/index.ts';
import { discloseLinked, type Sum } from './disclose-linked.ts';

test('a small cell of a table takes one of its row and one of its column with it', () => {
  //      young old  all            Rows add up to the third column, columns to the last row. 3 goes; with it 20 of its row and 12
  // A      20   3   23             of its column. In B only 12 is gone, so 30 goes with it, and in the first column 20 and 30 then
  // B      30  12   42             stand hidden together.
  // all    50  15   65
  const counts = [20, 3, 23, 30, 12, 42, 50, 15, 65].map(known);
  const sums: readonly Sum[] = [...[0, 3, 6].map((at) => ({ parts: [at, at + 1], whole: at + 2 })), ...[0, 1, 2].map((at) => ({ parts: [at, at + 3], whole: at + 6 }))];
  expect(discloseLinked(counts, sums)).toEqual([hidden, hidden, known(23), hidden, hidden, known(42), known(50), known(15), known(65)]);
});

test('a hidden whole with all its parts told would be told by them', () => {
  // 3 + 0 = 3: the whole is small itself, and so is its one part.
  expect(discloseLinked([known(3), known(0), known(3)], [{ parts: [0, 1], whole: 2 }])).toEqual([hidden, known(0), hidden]);
});

test('no single sum lets anyone reckon out one to four persons', () => {
  const table = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 6 });
  fc.assert(fc.property(table, (rows) => {
    const full = rows.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
    const cells = [...full, full[0]!.map((_, column) => full.reduce((sum, row) => sum + row[column]!, 0))];
    const at = (row: number, column: number): number => row * 4 + column;
    const sums: readonly Sum[] = [
      ...cells.map((_, row) => ({ parts: [at(row, 0), at(row, 1), at(row, 2)], whole: at(row, 3) })),
      ...[0, 1, 2, 3].map((column) => ({ parts: rows.map((_, row) => at(row, column)), whole: at(rows.length, column) })),
    ];
    const told = discloseLinked(cells.flat().map(known), sums);
    const isHidden = (position: number): boolean => told[position]!.kind === 'hidden';
    expect(told.filter((count: Count) => count.kind === 'known' && count.value > 0 && count.value < 5)).toEqual([]);
    for (const { parts, whole } of sums) {
      const gone = parts.filter(isHidden);
      if (isHidden(whole)) expect(gone.length).toBeGreaterThan(0);
      else if (gone.length > 0) {
        expect(gone.length).toBeGreaterThan(1);
        expect(gone.reduce((sum, position) => sum + cells.flat()[position]!, 0)).toBeGreaterThanOrEqual(5);
      }
    }
  }));
});
