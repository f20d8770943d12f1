import { createHash } from 'node:crypto';
import { limits } from '../limits.ts';
import type { FirstProblem } from './problem.ts';

/** Opens a file by its path in the manifest, from a folder, an upload or memory; null when it is not there. */
export type OpenFile = (path: string) => Promise<AsyncIterable<Uint8Array> | null>;

/** The bytes of a file on their way to a reader: counted, hashed, and stopped when there are none, too many, or nobody waits for them any more. */
export class SourceBytes implements AsyncIterable<Uint8Array> {
  readonly #source: AsyncIterable<Uint8Array>;
  readonly #stop: FirstProblem;
  readonly #signal: AbortSignal | null;
  readonly #hash = createHash('sha256');
  #bytes = 0;

  constructor(source: AsyncIterable<Uint8Array>, stop: FirstProblem, signal: AbortSignal | null) {
    this.#source = source;
    this.#stop = stop;
    this.#signal = signal;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Hexadecimal SHA-256 of what was read; may be asked once, at the end. */
  sha256(): string {
    return this.#hash.digest('hex');
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of this.#source) {
        this.#bytes += chunk.length;
        this.#hash.update(chunk);
        if (!this.#mayGoOn()) return;
        yield chunk;
      }
    } catch {
      // Whatever the disk or the connection says, to the planner it is a file that could not be read to its end.
      this.#stop.raise({ code: 'file-unreadable', place: {}, facts: {} });
      return;
    }
    if (this.#bytes === 0) this.#stop.raise({ code: 'file-empty', place: {}, facts: {} });
  }

  #mayGoOn(): boolean {
    if (this.#signal?.aborted === true) {
      this.#stop.raise({ code: 'cancelled', place: {}, facts: {} });
      return false;
    }
    if (this.#bytes > limits.fileMegabytes * 1_000_000) {
      this.#stop.raise({ code: 'file-too-large', place: {}, facts: { limitMegabytes: limits.fileMegabytes } });
      return false;
    }
    return true;
  }
}
