import { err, facilityFunctions, isCategoryId, ok, type CategoryId, type Facility, type FacilityFunction, type Result } from '@woonzorgzones/core/model';
import type { FileLedger } from '../read/file-ledger.ts';
import type { PlacedPoint } from '../read/place.ts';
import type { ReadRecord } from '../read/read-file.ts';
import { readDate, readYesOrNo } from '../read/value.ts';
import { byText, ownIds, slug } from './ids.ts';

export interface FacilityRow {
  readonly id: string | null;
  readonly category: CategoryId;
  readonly name: string;
  readonly address: string | null;
  readonly capacity: number | null;
  readonly recognised: boolean | null;
  readonly functions: readonly FacilityFunction[];
  readonly opened: string | null;
  readonly closed: string | null;
}

function functionsIn(text: string): Result<readonly FacilityFunction[], 'unknown-value'> {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const known = facilityFunctions.filter((one) => words.includes(one));
  return known.length === new Set(words).size ? ok(known) : err('unknown-value');
}

export const facilityRow: ReadRecord<FacilityRow> = (row) => {
  const category = row.oneOf('category', isCategoryId);
  const name = row.required('name');
  if (category === null || name === null) return null;
  return {
    id: row.text('id') || null,
    category,
    name,
    address: row.text('address') || null,
    capacity: row.optionalWhole('capacity', 0, 100_000_000),
    recognised: row.optional('recognised', readYesOrNo),
    functions: row.optional('functions', functionsIn) ?? [],
    opened: row.optional('opened', readDate),
    closed: row.optional('closed', readDate),
  };
};

export interface FacilityFile {
  readonly rows: readonly PlacedPoint<FacilityRow>[];
  readonly ledger: FileLedger;
  /** Index of the file among the sources. */
  readonly source: number;
  readonly idColumn: string | null;
  /** The date the file speaks of. */
  readonly referenceDate: string | null;
}

/** The facilities of all files with an id each, sorted by it. A given id that comes a second time is refused. */
export function nameFacilities(files: readonly FacilityFile[], fictitious: boolean): readonly Facility[] {
  const all = files.flatMap((file) => file.rows.map((row) => ({ file, row, x: row.x, y: row.y })));
  const unnamed = all.filter(({ row }) => row.record.id === null);
  const made = ownIds(unnamed, ({ row }) => slug(`${row.record.category} ${row.record.name}`));
  const named = all.map((entry) => ({ ...entry, id: entry.row.record.id ?? made.get(entry)! }));
  named.sort((a, b) => byText(a.id, b.id) || a.file.source - b.file.source || a.x - b.x || a.y - b.y);
  return named.flatMap(({ id, file, row, x, y }, i) => {
    if (id === named[i - 1]?.id) {
      file.ledger.refuseTaken(row.place, file.idColumn, id, 'duplicate-id');
      return [];
    }
    return [{ ...row.record, id, x, y, position: { by: 'source', metres: null }, source: file.source, referenceDate: file.referenceDate, fictitious }];
  });
}
