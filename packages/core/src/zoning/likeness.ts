import type { Municipality } from '../model/municipality.ts';
import type { Attributes } from './engine/problem.ts';

/**
 * What is known of who lives in a block: the share of each age band, standardised over the inhabitants. Bands whose share is
 * the same everywhere (ages modelled from the municipal structure) tell nothing and weigh nothing.
 */
export function ageAttributes({ blocks, bands, addresses }: Municipality): Attributes {
  const count = bands.length;
  const held = new Float64Array(blocks.length * count);
  for (let row = 0; row < addresses.persons.length; row++) held[addresses.block[Math.floor(row / count)]! * count + (row % count)]! += addresses.persons[row]!;
  const values = new Float64Array(held.length);
  let people = 0;
  const mean = new Float64Array(count);
  const totals = blocks.map((_, block) => held.subarray(block * count, (block + 1) * count).reduce((sum, p) => sum + p, 0));
  for (const [block, total] of totals.entries()) {
    people += total;
    for (let band = 0; band < count; band++) mean[band]! += held[block * count + band]!;
  }
  for (let band = 0; band < count; band++) {
    mean[band]! /= people || 1;
    let square = 0;
    for (const [block, total] of totals.entries()) if (total > 0) square += total * (held[block * count + band]! / total - mean[band]!) ** 2;
    const deviation = Math.sqrt(square / (people || 1));
    for (const [block, total] of totals.entries()) {
      values[block * count + band] = total > 0 && deviation > 1e-9 ? (held[block * count + band]! / total - mean[band]!) / deviation : 0;
    }
  }
  return { count, values };
}
