/** Takes bytes off a stream in pieces of any size. */
export class ByteQueue {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();
  #at = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next bytes; fewer only where the stream ends, none when it has ended. They stay good until the next call. */
  async take(count: number): Promise<Uint8Array> {
    if (this.#held.length - this.#at < count) await this.#fill(count);
    const taken = this.#held.subarray(this.#at, this.#at + count);
    this.#at += taken.length;
    return taken;
  }

  /** Lets go of a stream that is not read to its end. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async #fill(count: number): Promise<void> {
    const pieces = [this.#held.subarray(this.#at)];
    let length = pieces[0]!.length;
    while (length < count) {
      const next = await this.#source.next();
      if (next.done === true) break;
      pieces.push(next.value);
      length += next.value.length;
    }
    this.#held = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
    this.#at = 0;
  }
}
