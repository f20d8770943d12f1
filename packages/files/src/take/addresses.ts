import type { PlacedPoint } from '../read/place.ts';
import type { FileLedger } from '../read/file-ledger.ts';
import type { ReadRecord } from '../read/read-file.ts';
import type { Row } from '../read/row.ts';
import { dwellingsByBuildingType, isBuildingType } from './building-types.ts';
import { byText, ownIds, slug } from './ids.ts';

export interface AddressRow {
  /** Null when the file gives none. */
  readonly id: string | null;
  readonly street: string;
  /** House number without its box. */
  readonly number: string;
  /** '' where there is none. */
  readonly box: string;
  readonly dwellings: number;
  /** Whether the dwellings were told by the kind of building, not counted. */
  readonly isEstimated: boolean;
  /** '' where the file gives none. */
  readonly postcode: string;
  /** Municipality or part of it; '' where the file gives none. */
  readonly place: string;
}

/** Dwellings as the file counts them; else by the kind of building, where a box is one home of it; else one. */
function dwellingsOf(row: Row, hasDwellings: boolean, hasBuildingType: boolean): Pick<AddressRow, 'dwellings' | 'isEstimated'> | null {
  if (hasDwellings && (!hasBuildingType || row.text('dwellings') !== '')) {
    const dwellings = row.whole('dwellings', 0, 65_535);
    return dwellings === null ? null : { dwellings, isEstimated: false };
  }
  if (!hasBuildingType) return { dwellings: 1, isEstimated: false };
  const type = row.oneOf('buildingType', isBuildingType);
  if (type === null) return null;
  const perNumber = dwellingsByBuildingType[type];
  return { dwellings: row.text('box') === '' ? perNumber : Math.min(1, perNumber), isEstimated: true };
}

export const addressRow = (hasId: boolean, hasDwellings: boolean, hasBuildingType: boolean): ReadRecord<AddressRow> => (row) => {
  const id = hasId ? row.required('id') : null;
  const street = row.required('street');
  const number = row.required('number');
  const dwellings = dwellingsOf(row, hasDwellings, hasBuildingType);
  if ((hasId && id === null) || street === null || number === null || dwellings === null) return null;
  return { id, street, number, box: row.text('box'), ...dwellings, postcode: row.text('postcode'), place: row.text('place') };
};

/** Says in the books of the file which dwellings were estimated. */
export function tellEstimates(rows: readonly PlacedPoint<AddressRow>[], ledger: FileLedger): void {
  for (const { record, place } of rows) if (record.isEstimated) ledger.repair('dwellings-by-building-type', place);
}

export interface Address {
  readonly id: string;
  readonly street: string;
  /** House number, with its box: "12", "12 bus 3". */
  readonly number: string;
  readonly dwellings: number;
  readonly x: number;
  readonly y: number;
  readonly row: PlacedPoint<AddressRow>;
}

/** Addresses with an id each, sorted by it. Of rows with one id the most western stays; the others are refused. */
export function nameAddresses(rows: readonly PlacedPoint<AddressRow>[], ledger: FileLedger, idColumn: string | null): Address[] {
  const numberOf = ({ record: { number, box } }: PlacedPoint<AddressRow>) => (box === '' ? number : `${number} bus ${box}`);
  const made = ownIds(rows.filter(({ record }) => record.id === null), (row) => slug(`${row.record.street} ${numberOf(row)}`));
  const addresses = rows.map((row) => {
    const { record: { id, street, dwellings }, x, y } = row;
    return { id: id ?? made.get(row)!, street, number: numberOf(row), dwellings, x, y, row };
  });
  addresses.sort((a, b) => byText(a.id, b.id) || a.x - b.x || a.y - b.y || byText(a.street, b.street) || byText(a.number, b.number));
  return addresses.filter((address, i) => {
    if (address.id !== addresses[i - 1]?.id) return true;
    ledger.refuseTaken(address.row.place, idColumn, address.id, 'duplicate-id');
    return false;
  });
}
