import type { Municipality } from '../model/municipality.ts';
import { decodeStreetGraph } from './graph-file.ts';
import type { StreetGraph } from './street-graph.ts';

/**
 * The streets of a dataset as a graph; null where none were read. Views on the bytes of the dataset, nothing is built. A dataset
 * is named by the hash of its bytes, so streets that cannot be read are a fault of this program.
 */
export function streetsOf({ streets }: Pick<Municipality, 'streets'>): StreetGraph | null {
  if (streets === null) return null;
  const read = decodeStreetGraph(streets.buffer);
  if (!read.ok) throw new Error(`Got ${read.error.code} when expected the streets of a dataset.`);
  return read.value;
}
