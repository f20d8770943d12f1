import { bytesToTell } from './kind.ts';

/** A stream of bytes of which the first are known already. */
export interface HeadedBytes {
  /** At least as many as tell what the file is, or all there are. */
  readonly head: Uint8Array;
  /** Everything, the head included; may be read once. Leaving it early closes the source. */
  readonly all: AsyncIterable<Uint8Array>;
}

export async function readHead(bytes: AsyncIterable<Uint8Array>): Promise<HeadedBytes> {
  const source = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  let isEnded = false;
  while (head.length < bytesToTell && !isEnded) {
    const next = await source.next();
    if (next.done === true) isEnded = true;
    else head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head;
      while (!isEnded) {
        const next = await source.next();
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      await source.return?.();
    }
  }
  return { head, all: all() };
}
