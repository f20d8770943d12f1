import type { FileLedger } from '../read/file-ledger.ts';
import type { PlacedPoint } from '../read/place.ts';
import type { AddressRow } from './addresses.ts';
import { byText, slug } from './ids.ts';

/**
 * Rows of one street and number within this distance are one building or site. Further apart they are two streets of the
 * same name, as merged municipalities have them.
 */
const oneSiteMetres = 500;

type Row = PlacedPoint<AddressRow>;

/** Rows of the same street and number, parted where they lie too far from each other. */
function sites(rows: readonly Row[]): Row[][] {
  const found: Row[][] = [];
  for (const row of [...rows].sort((a, b) => a.x - b.x || a.y - b.y || byText(a.record.box, b.record.box))) {
    const site = found.find(([first]) => Math.hypot(first!.x - row.x, first!.y - row.y) <= oneSiteMetres);
    if (site === undefined) found.push([row]);
    else site.push(row);
  }
  return found;
}

/** The dwellings behind one number: its boxes, each once; the number itself where it has none. */
function dwellingsOf(site: readonly Row[]): number {
  const boxes = new Map<string, number>();
  for (const { record } of site) boxes.set(record.box, Math.max(boxes.get(record.box) ?? 0, record.dwellings));
  if (boxes.size > 1) boxes.delete('');
  return [...boxes.values()].reduce((sum, dwellings) => sum + dwellings, 0);
}

/**
 * One address per house number, with its boxes as dwellings: registers list a building of flats once for the number and once
 * for each box. It stands where the number itself does, else at the most western box. O(rows log rows).
 */
export function countBoxes(rows: readonly Row[], ledger: FileLedger): Row[] {
  return [...Map.groupBy(rows, ({ record }) => slug(`${record.street} ${record.number} ${record.postcode}`)).values()].flatMap((sharing) =>
    sites(sharing).map((site) => {
      const own = site.find(({ record }) => record.box === '') ?? site[0]!;
      if (site.length > 1) for (const { place } of site) ledger.repair('boxes-counted', place);
      return { ...own, record: { ...own.record, box: '', dwellings: dwellingsOf(site) } };
    }),
  );
}
