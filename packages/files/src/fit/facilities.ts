import { boundsOf, containsPoint, distanceToLineMetres, type MultiPolygon } from '@woonzorgzones/core/geo';
import type { Facility, FacilityPosition, ImportPlace, Repair, RowReason, UnplacedFacility, UnplacedReason } from '@woonzorgzones/core/model';
import { findPlace, type FoundPlace, type Searched } from '../geocode/find-place.ts';
import { positionText } from '../read/place.ts';
import type { FacilityFile, FacilityRow } from '../take/facilities.ts';
import { byText, ownIds, slug } from '../take/ids.ts';

/**
 * Facilities this near to the municipality are kept: people walk and drive across its border. They count for what can be
 * reached, not for the supply of its zones. A choice of this project.
 */
export const facilityMarginMetres = 5000;

export interface PlacedFacilities {
  /** Sorted by id. */
  readonly facilities: readonly Facility[];
  readonly unplaced: readonly UnplacedFacility[];
  /** How many of the facilities lie outside the boundary. */
  readonly outside: number;
}

interface Entry {
  readonly file: FacilityFile;
  readonly record: FacilityRow;
  readonly place: ImportPlace;
  readonly x: number;
  readonly y: number;
  /** How it was placed; or why it was not, with the best guess. */
  readonly found: { readonly ok: true; readonly position: FacilityPosition } | { readonly ok: false; readonly reason: UnplacedReason; readonly guess: FoundPlace | null };
}

const fromSource: FacilityPosition = { by: 'source', metres: null };

const repairOf: Readonly<Record<'address' | 'nearest-number' | 'street-middle', Repair['how']>> = {
  address: 'placed-by-address', 'nearest-number': 'placed-by-nearest-number', 'street-middle': 'placed-by-street',
};

const waitsFor = (reason: UnplacedReason): RowReason => (reason === 'no-address' ? 'no-position' : reason);

/** Whether a point lies in the boundary or within the margin of it. */
function withinMargin(boundary: MultiPolygon): (x: number, y: number) => boolean {
  const [minX, minY, maxX, maxY] = boundsOf(boundary);
  const rings = boundary.flat();
  return (x, y) => {
    const margin = facilityMarginMetres;
    if (x < minX - margin || x > maxX + margin || y < minY - margin || y > maxY + margin) return false;
    return containsPoint(boundary, x, y) || rings.some((ring) => distanceToLineMetres(x, y, ring) <= margin);
  };
}

function searchFor(record: FacilityRow, searched: Searched): Pick<Entry, 'x' | 'y' | 'found'> {
  const geocoded = record.where === null ? { ok: false, reason: 'no-address', guess: null } as const : findPlace(searched, record.where);
  if (geocoded.ok) return { x: geocoded.place.x, y: geocoded.place.y, found: { ok: true, position: geocoded.place.position } };
  return { x: geocoded.guess?.x ?? 0, y: geocoded.guess?.y ?? 0, found: geocoded };
}

function entriesOf(file: FacilityFile, searched: Searched, isNear: (x: number, y: number) => boolean): Entry[] {
  const given = file.rows.flatMap(({ record, place, x, y, fileX, fileY }): Entry[] => {
    if (isNear(x, y)) return [{ file, record, place, x, y, found: { ok: true, position: fromSource } }];
    file.ledger.leaveFar(place, positionText(fileX, fileY));
    return [];
  });
  return [...given, ...file.placeless.map(({ record, place }): Entry => ({ file, record, place, ...searchFor(record, searched) }))];
}

/** Puts in the books of the file what became of a row without coordinates. */
function book({ file: { ledger, addressColumn }, record, place, found }: Entry): void {
  if (!found.ok) ledger.waitTaken(place, addressColumn, record.address ?? '', waitsFor(found.reason));
  else if (found.position.by !== 'source' && found.position.by !== 'hand') ledger.repair(repairOf[found.position.by], place);
}

const factsOf = ({ where: _where, ...facts }: FacilityRow) => facts;

/**
 * The facilities of all files with an id each, sorted by it, every one at its coordinates or where the address list has its
 * address; those it cannot place well enough wait. A given id that comes a second time is refused, and so is a facility
 * beyond the margin.
 */
export function placeFacilities(files: readonly FacilityFile[], searched: Searched, boundary: MultiPolygon, fictitious: boolean): PlacedFacilities {
  const isNear = withinMargin(boundary);
  const all = files.flatMap((file) => entriesOf(file, searched, isNear));
  const made = ownIds(all.filter(({ record }) => record.id === null), ({ record }) => slug(`${record.category} ${record.name}`));
  const named = all.map((entry) => ({ entry, id: entry.record.id ?? made.get(entry)! }));
  named.sort((a, b) => byText(a.id, b.id) || a.entry.file.source - b.entry.file.source || a.entry.x - b.entry.x || a.entry.y - b.entry.y
    || byText(a.entry.record.address ?? '', b.entry.record.address ?? ''));

  const facilities: Facility[] = [];
  const unplaced: UnplacedFacility[] = [];
  for (const [i, { id, entry }] of named.entries()) {
    const { file, record, place, x, y, found } = entry;
    if (id === named[i - 1]?.id) {
      file.ledger.refuseTaken(place, file.idColumn, id, 'duplicate-id');
      continue;
    }
    book(entry);
    const facility = { ...factsOf(record), id, source: file.source, referenceDate: record.referenceDate ?? file.referenceDate, fictitious };
    if (found.ok) facilities.push({ ...facility, x, y, position: found.position });
    else unplaced.push({ ...facility, reason: found.reason, guess: found.guess });
  }
  return { facilities, unplaced, outside: facilities.filter(({ x, y }) => !containsPoint(boundary, x, y)).length };
}
