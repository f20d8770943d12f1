import { centroid } from '../geo/polygon.ts';
import type { Municipality } from '../model/municipality.ts';

/** Where people are, for sums over space: a row per address with people, and one per block whose people have no address. */
export interface PeoplePlaces {
  /** Lambert 2008 metres. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly persons: Int32Array;
  /** Index of the block. */
  readonly block: Int32Array;
  /** Row of the address; -1 for people who have none. */
  readonly address: Int32Array;
}

const known = new WeakMap<Municipality, PeoplePlaces>();

/**
 * People of a block without addresses stand at its middle. Rows are ordered by place, so that sums do not depend on the
 * order of addresses. A municipality never changes, so its places are found once.
 */
export function peoplePlaces(municipality: Municipality): PeoplePlaces {
  let places = known.get(municipality);
  if (places === undefined) known.set(municipality, (places = findPlaces(municipality)));
  return places;
}

function findPlaces({ addresses, bands, blocks }: Municipality): PeoplePlaces {
  const atAddress = new Int32Array(addresses.ids.length);
  for (let i = 0; i < addresses.persons.length; i++) atAddress[Math.floor(i / bands.length)]! += addresses.persons[i]!;
  const hasAddress = new Uint8Array(blocks.length);
  for (let i = 0; i < atAddress.length; i++) if (atAddress[i]! > 0) hasAddress[addresses.block[i]!] = 1;
  const { block: blockOf, xy } = addresses;
  const rows = Int32Array.from(atAddress.keys()).filter((i) => atAddress[i]! > 0);
  rows.sort((a, b) => blockOf[a]! - blockOf[b]! || xy[2 * a]! - xy[2 * b]! || xy[2 * a + 1]! - xy[2 * b + 1]! || atAddress[a]! - atAddress[b]!);

  const without = [...blocks.keys()].filter((block) => hasAddress[block] === 0 && blocks[block]!.inhabitants > 0);
  const count = rows.length + without.length;
  const places = { x: new Float64Array(count), y: new Float64Array(count), persons: new Int32Array(count), block: new Int32Array(count), address: new Int32Array(count).fill(-1) };
  for (const [row, i] of rows.entries()) {
    places.x[row] = xy[2 * i]!;
    places.y[row] = xy[2 * i + 1]!;
    places.persons[row] = atAddress[i]!;
    places.block[row] = blockOf[i]!;
    places.address[row] = i;
  }
  for (const [k, block] of without.entries()) {
    const row = rows.length + k;
    [places.x[row], places.y[row]] = centroid(blocks[block]!.shape);
    places.persons[row] = blocks[block]!.inhabitants;
    places.block[row] = block;
  }
  return places;
}
