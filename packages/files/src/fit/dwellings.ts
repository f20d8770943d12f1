import { centroid, indexAreas, type MultiPolygon } from '@woonzorgzones/core/geo';
import { streetKey, type DwellingGroup, type HousingReserve } from '@woonzorgzones/core/model';
import type { Placed, PlacedPoint, Read } from '../read/place.ts';
import { positionText } from '../read/place.ts';
import type { FileReading } from '../read/read-file.ts';
import type { DwellingRow, ReserveRow } from '../take/dwellings.ts';
import { byText, ownIds, slug } from '../take/ids.ts';
import type { LocatedAddress } from './addresses.ts';
import { indexCodes } from './code-index.ts';

export interface DwellingFile {
  readonly reading: FileReading;
  readonly rows: readonly Read<DwellingRow, 'none'>[];
  readonly source: number;
}

/** Blocks of an address, by street and house number; two blocks where streets of one name lie apart. */
function blocksOfAddresses(addresses: readonly LocatedAddress[]): ReadonlyMap<string, ReadonlySet<number>> {
  const blocks = new Map<string, Set<number>>();
  for (const { block, row: { record: { street, number } } } of addresses) {
    const key = addressKey(street, number);
    blocks.set(key, (blocks.get(key) ?? new Set()).add(block));
  }
  return blocks;
}

const addressKey = (street: string, number: string): string => `${streetKey(street)} ${number.replace(/\s/g, '').toUpperCase()}`;

/** Dwellings with the block each stands in, like ones of a block added up, in an order of their own. A row of no block is refused. */
export function fitDwellings(files: readonly DwellingFile[], blockIds: readonly string[], addresses: readonly LocatedAddress[]): readonly DwellingGroup[] {
  const find = indexCodes(blockIds);
  const ofAddress = blocksOfAddresses(addresses);
  const groups = new Map<string, DwellingGroup>();
  for (const { reading: { file, ledger }, rows, source } of files) {
    for (const { record: { block: code, street, number, dwellings, ...facts }, place } of rows) {
      let block: number;
      if (code !== null) {
        const found = find(code);
        if (found === null) {
          ledger.refuseTaken(place, file.columns['block'] ?? null, code, 'unknown-block');
          continue;
        }
        if (!found.isExact) ledger.repair('code-without-hyphen', place);
        block = found.index;
      } else {
        const found = [...(ofAddress.get(addressKey(street, number)) ?? [])];
        if (found.length !== 1) {
          ledger.refuseTaken(place, file.columns['street'] ?? null, `${street} ${number}`, found.length === 0 ? 'number-unknown' : 'street-ambiguous');
          continue;
        }
        block = found[0]!;
      }
      const { type, builtYear, ownership, lift, oneFloor, groundFloor, stepFree, wheelchair } = facts;
      const group = { block, type, builtYear, ownership, lift, oneFloor, groundFloor, stepFree, wheelchair, source };
      const key = JSON.stringify(group);
      groups.set(key, { ...group, dwellings: (groups.get(key)?.dwellings ?? 0) + dwellings });
    }
  }
  return [...groups].filter(([, { dwellings }]) => dwellings > 0).sort(([a, one], [b, other]) => one.block - other.block || byText(a, b)).map(([, group]) => group);
}

export interface ReserveFile {
  readonly reading: FileReading;
  readonly points: readonly PlacedPoint<ReserveRow>[];
  readonly shapes: readonly Placed<ReserveRow, MultiPolygon>[];
  readonly source: number;
}

/** Plots and projects with the block each lies in, sorted by id; a drawn one lies where its middle lies. One outside every block is refused. */
export function fitReserve(files: readonly ReserveFile[], blocks: readonly MultiPolygon[]): readonly HousingReserve[] {
  const areas = indexAreas(blocks);
  const rows = files.flatMap(({ reading, points, shapes, source }) => [
    ...points.map(({ record, place, x, y }) => ({ record, place, x, y, source, reading })),
    ...shapes.map(({ record, place, geometry }) => {
      const [x, y] = centroid(geometry);
      return { record, place, x, y, source, reading };
    }),
  ]);
  const ids = ownIds(rows, ({ record }) => record.id || slug(`${record.kind} ${record.name}`));
  return rows.flatMap((row): HousingReserve[] => {
    const { record: { name, kind, dwellings, year, form }, place, x, y, source, reading: { ledger } } = row;
    const block = areas.locate(x, y);
    if (block === -1) {
      ledger.refuseTaken(place, null, positionText(x, y), 'in-no-block');
      return [];
    }
    return [{ id: ids.get(row)!, name, kind, block, dwellings, year, form, source }];
  }).sort((a, b) => byText(a.id, b.id));
}
