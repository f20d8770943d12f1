import type { FirstProblem } from './problem.ts';

export type Encoding = 'utf-8' | 'latin-1' | 'windows-1252';

const newline = 0x0a;

/** Where a UTF-8 sequence that the end of these bytes cuts in two begins; their length when none does. */
function startOfCutSequence(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function countLines(bytes: Uint8Array, end: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(newline); at !== -1 && at < end; at = bytes.indexOf(newline, at + 1)) lines += 1;
  return lines;
}

/** How many of these bytes are good before the first that is no UTF-8. */
function goodBytes(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let i = 0; i < bytes.length; i++) {
    try {
      decoder.decode(bytes.subarray(i, i + 1), { stream: true });
    } catch {
      return i;
    }
  }
  return bytes.length;
}

function isUtf8Marked(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

const hasLetterBeyondAscii = (bytes: Uint8Array, end: number): boolean => bytes.subarray(0, end).some((byte) => byte >= 0x80);

/** In what a text turned out to be written. */
export interface FoundEncoding {
  readonly encoding: Encoding;
  /** The line of the first letter that is no UTF-8; null where nothing had to be guessed. */
  readonly guessedAtLine: number | null;
}

/**
 * The text in the bytes of a file, without byte order mark. A file that starts with the UTF-8 mark is UTF-8, whatever the
 * manifest calls it; the first piece holds the whole mark. Where nothing says the encoding it is UTF-8 until a byte that
 * cannot be, and Windows-1252 from there when all before was ASCII, which is the same in both. Bytes that fit neither raise
 * a problem with their line. `found` is called once, at the end of what was read.
 */
export async function* readText(
  bytes: AsyncIterable<Uint8Array>, encoding: Encoding | null, stop: FirstProblem, found: (encoding: FoundEncoding) => void = () => undefined,
): AsyncGenerator<string> {
  let carried = new Uint8Array();
  let line = 1;
  let isFirst = true;
  let isUtf8 = encoding === 'utf-8' || encoding === null;
  let mayGuess = encoding === null;
  let guessedAtLine: number | null = null;
  // WHATWG's windows-1252 is latin-1 with letters in place of control characters, so it serves both.
  const singleByte = new TextDecoder('windows-1252');
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (piece: Uint8Array): string | null => {
    if (!isUtf8) return singleByte.decode(piece);
    try {
      const text = utf8.decode(piece);
      // As long as there is a character per byte, every byte was ASCII.
      if (text.length !== piece.length) mayGuess = false;
      return text;
    } catch {
      const good = goodBytes(piece);
      const at = line + countLines(piece, good);
      if (mayGuess && !hasLetterBeyondAscii(piece, startOfCutSequence(piece.subarray(0, good)))) {
        isUtf8 = false;
        guessedAtLine = at;
        return singleByte.decode(piece);
      }
      stop.raise({ code: 'text-not-in-encoding', place: { line: at }, facts: { encoding: 'utf-8' } });
      return null;
    }
  };
  for await (const chunk of bytes) {
    let piece: Uint8Array = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    if (isFirst && isUtf8Marked(piece)) {
      isUtf8 = true;
      mayGuess = false;
      piece = piece.subarray(3);
    }
    isFirst = false;
    const cut = isUtf8 ? startOfCutSequence(piece) : piece.length;
    carried = piece.slice(cut);
    const whole = piece.subarray(0, cut);
    const text = decode(whole);
    if (text === null) return;
    line += countLines(whole, whole.length);
    if (text !== '') yield text;
  }
  if (carried.length > 0) {
    const rest = decode(carried);
    if (rest !== null) yield rest;
  }
  found({ encoding: isUtf8 ? 'utf-8' : encoding ?? 'windows-1252', guessedAtLine });
}
