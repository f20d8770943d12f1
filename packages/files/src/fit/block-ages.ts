import type { Read } from '../read/place.ts';
import type { FileReading } from '../read/read-file.ts';
import type { BlockAge } from '../population/block-ages.ts';
import type { AgeRow } from '../take/ages.ts';
import type { FoundCode } from './code-index.ts';

export interface BlockAgeFile {
  readonly reading: FileReading;
  readonly rows: readonly Read<AgeRow, 'none'>[];
}

/** The year nearest to the one asked, the earlier of two as near: what is kept of it is the structure, not the number. */
function nearestYear(files: readonly BlockAgeFile[], year: number): number {
  const years = files.flatMap(({ rows }) => rows.map(({ record }) => record.year));
  return years.reduce((best, one) => (Math.abs(one - year) < Math.abs(best - year) || (Math.abs(one - year) === Math.abs(best - year) && one < best) ? one : best), Infinity);
}

/** What the files say of the ages of each block, in the order of the blocks; null where no file does. Rows of other years are not used. */
export function agesPerBlock(
  files: readonly BlockAgeFile[], blocks: number, blockOf: (code: string) => FoundCode | null, referenceYear: number,
): readonly (readonly BlockAge[])[] | null {
  if (files.length === 0) return null;
  const year = nearestYear(files, referenceYear);
  const given: BlockAge[][] = Array.from({ length: blocks }, () => []);
  for (const { reading: { file, ledger }, rows } of files) {
    for (const { record, place } of rows) {
      if (record.block === null) continue;
      const found = blockOf(record.block);
      if (found === null) ledger.refuseTaken(place, file.columns['block'] ?? null, `${record.block} (${record.persons})`, 'unknown-block');
      else if (record.year === year) given[found.index]!.push({ from: record.from, to: record.to, persons: record.persons });
    }
  }
  return given;
}
