import type { Municipality } from '../model/municipality.ts';

/** Whole persons at each address, all ages together. */
export function personsAtAddresses({ addresses, bands }: Municipality): Int32Array {
  const persons = new Int32Array(addresses.ids.length);
  for (let i = 0; i < addresses.persons.length; i++) persons[Math.floor(i / bands.length)]! += addresses.persons[i]!;
  return persons;
}

/** Where people are, for sums over space: a row per address with people, and one per block whose people have no address. */
export interface PeoplePlaces {
  /** Lambert 2008 metres. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly persons: Int32Array;
  /** Index of the block. */
  readonly block: Int32Array;
}

/** People of a block without addresses stand at its middle. Rows are ordered by place, so that sums do not depend on the order of addresses. */
export function peoplePlaces(municipality: Municipality, middleOf: (block: number) => readonly [x: number, y: number]): PeoplePlaces {
  const { addresses, blocks } = municipality;
  const atAddress = personsAtAddresses(municipality);
  const hasAddress = new Uint8Array(blocks.length);
  const rows: number[] = [];
  for (let i = 0; i < atAddress.length; i++) {
    if (atAddress[i] === 0) continue;
    rows.push(i);
    hasAddress[addresses.block[i]!] = 1;
  }
  rows.sort((a, b) =>
    addresses.block[a]! - addresses.block[b]! || addresses.xy[2 * a]! - addresses.xy[2 * b]! ||
    addresses.xy[2 * a + 1]! - addresses.xy[2 * b + 1]! || atAddress[a]! - atAddress[b]!);
  const without = [...blocks.keys()].filter((block) => hasAddress[block] === 0 && blocks[block]!.inhabitants > 0);
  const count = rows.length + without.length;
  const places = { x: new Float64Array(count), y: new Float64Array(count), persons: new Int32Array(count), block: new Int32Array(count) };
  for (const [row, i] of rows.entries()) {
    places.x[row] = addresses.xy[2 * i]!;
    places.y[row] = addresses.xy[2 * i + 1]!;
    places.persons[row] = atAddress[i]!;
    places.block[row] = addresses.block[i]!;
  }
  for (const [k, block] of without.entries()) {
    const row = rows.length + k;
    [places.x[row], places.y[row]] = middleOf(block);
    places.persons[row] = blocks[block]!.inhabitants;
    places.block[row] = block;
  }
  return places;
}
