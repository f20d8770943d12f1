import { createHash } from 'node:crypto';
import { limits } from '../limits.ts';
import type { FirstProblem } from './problem.ts';

/** Opens a file by its path in the manifest, from a folder, an upload or memory; null when it is not there. */
export type OpenFile = (path: string) => Promise<AsyncIterable<Uint8Array> | null>;

const bytesOf = (text: string) => Buffer.from(text, 'latin1');

/** What a file is by its first bytes, where that is no text. A zip is never unpacked, so it cannot swell. */
const signatures = [
  { start: bytesOf('PK\u0003\u0004'), compressed: 'zip' },
  { start: bytesOf('PK\u0005\u0006'), compressed: 'zip' },
  { start: bytesOf('\u001f\u008b'), compressed: 'gzip' },
  { start: bytesOf('7z\u00bc\u00af\u0027\u001c'), compressed: '7z' },
  { start: bytesOf('Rar!'), compressed: 'rar' },
  { start: bytesOf('SQLite format 3\u0000'), kind: 'geopackage' },
  { start: bytesOf('%PDF'), kind: 'pdf' },
  { start: bytesOf('\u00ff\u00fe'), kind: 'utf-16' },
  { start: bytesOf('\u00fe\u00ff'), kind: 'utf-16' },
  { start: bytesOf('\u00d0\u00cf\u0011\u00e0'), kind: 'xls' },
  { start: bytesOf('\u0000\u0000\u0027\u000a'), kind: 'shapefile' },
] as const;

const longestSignature = Math.max(...signatures.map(({ start }) => start.length));

/** The bytes of a file on their way to a reader: counted, hashed, and stopped when there are too many or they are no text. */
export class SourceBytes implements AsyncIterable<Uint8Array> {
  readonly #source: AsyncIterable<Uint8Array>;
  readonly #format: string;
  readonly #stop: FirstProblem;
  readonly #signal: AbortSignal | null;
  readonly #hash = createHash('sha256');
  #bytes = 0;

  constructor(source: AsyncIterable<Uint8Array>, format: string, stop: FirstProblem, signal: AbortSignal | null) {
    this.#source = source;
    this.#format = format;
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
    let head: Uint8Array | null = new Uint8Array();
    try {
      for await (const chunk of this.#source) {
        this.#bytes += chunk.length;
        this.#hash.update(chunk);
        if (!this.#mayGoOn()) return;
        if (head === null) {
          yield chunk;
          continue;
        }
        head = Buffer.concat([head, chunk]);
        if (head.length < longestSignature) continue;
        if (!this.#isText(head)) return;
        yield head;
        head = null;
      }
    } catch {
      // Whatever the disk or the connection says, to the planner it is a file that could not be read to its end.
      this.#stop.raise({ code: 'file-unreadable', place: {}, facts: {} });
      return;
    }
    if (this.#bytes === 0) this.#stop.raise({ code: 'file-empty', place: {}, facts: {} });
    else if (head !== null && this.#isText(head)) yield head;
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

  #isText(head: Uint8Array): boolean {
    const found = signatures.find(({ start }) => start.every((byte, i) => head[i] === byte));
    if (found === undefined) return true;
    if ('compressed' in found) this.#stop.raise({ code: 'file-compressed', place: {}, facts: { kind: found.compressed } });
    else this.#stop.raise({ code: 'file-of-other-kind', place: {}, facts: { kind: found.kind, format: this.#format } });
    return false;
  }
}
