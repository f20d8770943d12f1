import {
  err, facilityFunctions, isCategoryId, ok, readAddressText, type AddressText, type CategoryId, type FacilityFunction, type Result,
} from '@woonzorgzones/core/model';
import type { FileLedger } from '../read/file-ledger.ts';
import type { PlacedPoint, Read } from '../read/place.ts';
import type { ReadRecord } from '../read/read-file.ts';
import { readDate, readYesOrNo } from '../read/value.ts';

export interface FacilityRow {
  readonly id: string | null;
  readonly category: CategoryId;
  readonly name: string;
  readonly address: string | null;
  /** The address taken apart; null where the file gives none. */
  readonly where: AddressText | null;
  readonly capacity: number | null;
  readonly recognised: boolean | null;
  readonly functions: readonly FacilityFunction[];
  readonly opened: string | null;
  readonly closed: string | null;
  /** Its own, where the file gives one. */
  readonly referenceDate: string | null;
}

function functionsIn(text: string): Result<readonly FacilityFunction[], 'unknown-value'> {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const known = facilityFunctions.filter((one) => words.includes(one));
  return known.length === new Set(words).size ? ok(known) : err('unknown-value');
}

interface AddressColumns {
  readonly address: string;
  readonly street: string;
  readonly number: string;
  readonly postcode: string;
  readonly place: string;
}

/** The address in one line, from the columns it stands in. */
function addressLine({ address, street, number, postcode, place }: AddressColumns): string | null {
  if (address !== '') return address;
  const line = [`${street} ${number}`.trim(), `${postcode} ${place}`.trim()].filter((part) => part !== '').join(', ');
  return line === '' ? null : line;
}

/** A number may stand behind the street in one column, and postcode and place in columns of their own. */
function addressParts({ address, street, number, postcode, place }: AddressColumns): AddressText | null {
  const line = street === '' ? address : `${street} ${number}`.trim();
  if (line === '') return null;
  const read = readAddressText(line);
  return { ...read, postcode: postcode === '' ? read.postcode : postcode, place: place === '' ? read.place : place };
}

export const facilityRow: ReadRecord<FacilityRow> = (row) => {
  const category = row.oneOf('category', isCategoryId);
  const name = row.required('name');
  if (category === null || name === null) return null;
  const columns = {
    address: row.text('address'), street: row.text('street'), number: row.text('number'), postcode: row.text('postcode'), place: row.text('place'),
  };
  return {
    id: row.text('id') || null,
    category,
    name,
    address: addressLine(columns),
    where: addressParts(columns),
    capacity: row.optionalNumber('capacity', 0, 100_000_000),
    recognised: row.optional('recognised', readYesOrNo),
    functions: row.optional('functions', functionsIn) ?? [],
    opened: row.optional('opened', readDate),
    closed: row.optional('closed', readDate),
    referenceDate: row.optional('referenceDate', readDate),
  };
};

export interface FacilityFile {
  readonly rows: readonly PlacedPoint<FacilityRow>[];
  /** Rows without coordinates. */
  readonly placeless: readonly Read<FacilityRow, 'none'>[];
  readonly ledger: FileLedger;
  /** Index of the file among the sources. */
  readonly source: number;
  readonly idColumn: string | null;
  readonly addressColumn: string | null;
  /** The date the file speaks of. */
  readonly referenceDate: string | null;
}
