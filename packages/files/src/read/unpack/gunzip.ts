import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { limits } from '../../limits.ts';
import type { FirstProblem } from '../problem.ts';
import { swells } from './swelling.ts';

/** The bytes inside a gzip. What is damaged, cut off or swells beyond the limit is raised, and the bytes end there. */
export async function* gunzip(packed: AsyncIterable<Uint8Array>, stop: FirstProblem): AsyncGenerator<Uint8Array> {
  let packedBytes = 0;
  async function* counted() {
    for await (const chunk of packed) {
      packedBytes += chunk.length;
      yield chunk;
    }
  }
  const unpacking = createGunzip();
  // A fault of either side comes out of the iteration below; the callback only keeps it from being called unhandled.
  pipeline(Readable.from(counted(), { objectMode: false }), unpacking, () => undefined);
  let bytes = 0;
  try {
    for await (const chunk of unpacking as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (swells(bytes, packedBytes)) {
        stop.raise({ code: 'archive-swells', place: {}, facts: { member: null, limitMegabytes: limits.unpackedMegabytes } });
        return;
      }
      yield chunk;
    }
  } catch {
    stop.raise({ code: 'archive-damaged', place: {}, facts: { member: null } });
  }
}
