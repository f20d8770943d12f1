import { bandsWithin, type AgeBand, type AgeTable, type Municipality } from '../model/index.ts';

/** Who live in each block: what every figure about people is added up from. */
export interface People {
  readonly bands: readonly AgeBand[];
  /** Per band the persons in each block. */
  readonly byBand: readonly Float64Array[];
  /** All persons in each block. */
  readonly inhabitants: Float64Array;
  readonly addresses: Int32Array;
  /** Per band by how much the persons of each address of the dataset count: 1 in its own year. */
  readonly growth: Float64Array;
}

/**
 * Adds people up per block and age band. People of a block without an address get the ages of the municipality as a
 * whole, in whole persons by largest remainder, so that the sum stays exactly what the block holds.
 */
export function peopleOf({ blocks, bands, addresses: { block: blockOf, persons } }: Municipality): People {
  const byBand = bands.map(() => new Float64Array(blocks.length));
  const addresses = new Int32Array(blocks.length);
  for (let address = 0; address < blockOf.length; address++) {
    const block = blockOf[address]!;
    addresses[block]!++;
    for (let band = 0; band < bands.length; band++) byBand[band]![block]! += persons[address * bands.length + band]!;
  }
  const structure = byBand.map((column) => column.reduce((sum, here) => sum + here, 0));
  for (const [block, { inhabitants }] of blocks.entries()) {
    if (addresses[block]! > 0 || inhabitants === 0) continue;
    for (const [band, here] of shareOut(inhabitants, structure).entries()) byBand[band]![block] = here;
  }
  const inhabitants = Float64Array.from(blocks, (_, block) => byBand.reduce((sum, column) => sum + column[block]!, 0));
  return { bands, byBand, inhabitants, addresses, growth: new Float64Array(bands.length).fill(1) };
}

/** The people of the dataset as a table of their own year: what zones are parts of. */
export const tableOfPeople = ({ bands, byBand }: People, year: number): AgeTable =>
  ({ year, brackets: bands, persons: byBand.map((column) => column.reduce((sum, here) => sum + here, 0)) });

/** Persons of one bracket per block, or null where the bracket cuts a band. */
export function personsWithin({ bands, byBand, inhabitants }: People, bracket: AgeBand): Float64Array | null {
  const inside = bandsWithin(bands, bracket);
  return inside && inhabitants.map((_, block) => inside.reduce((sum, band) => sum + byBand[band]![block]!, 0));
}

/** Whole persons by the proportions of `weights` (evenly when there are none), by largest remainder, ties to the younger. */
function shareOut(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => total * (sum > 0 ? weight / sum : 1 / weights.length));
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((a, b) => a + b, 0);
  const byRemainder = [...exact.keys()].sort((a, b) => exact[b]! - whole[b]! - (exact[a]! - whole[a]!) || a - b);
  for (const band of byRemainder.slice(0, left)) whole[band]!++;
  return whole;
}
