import type { Encoding } from '../text.ts';
import type { ByteQueue } from '../byte-queue.ts';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly at: number;
  readonly length: number;
}

/** Encodings by the name in a .cpg, which everybody writes differently. */
const named: readonly (readonly [RegExp, Encoding])[] = [
  [/utf-?8|65001/i, 'utf-8'],
  [/1252|ansi/i, 'windows-1252'],
  [/8859-?1\b|8859_1|88591|latin-?1/i, 'latin-1'],
];

/** Encodings by the language byte in the header of a .dbf. */
const byLanguage: Readonly<Record<number, Encoding>> = { 0x03: 'windows-1252', 0x57: 'windows-1252', 0x58: 'windows-1252', 0x59: 'windows-1252' };

export const encodingOfCpg = (text: string): Encoding | null => named.find(([name]) => name.test(text))?.[1] ?? null;

const singleByte = new TextDecoder('windows-1252');
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Text of a field. Where nothing says the encoding it is UTF-8, or Windows-1252 where it cannot be. */
class FieldText {
  readonly #stated: Encoding | null;
  #isGuessed = false;

  constructor(stated: Encoding | null) {
    this.#stated = stated;
  }

  get encoding(): Encoding {
    return this.#stated ?? (this.#isGuessed ? 'windows-1252' : 'utf-8');
  }

  /** Whether a value was read as Windows-1252 without anybody saying so. */
  get isGuessed(): boolean {
    return this.#isGuessed;
  }

  decode(bytes: Uint8Array): string {
    if (this.#stated === 'latin-1' || this.#stated === 'windows-1252') return singleByte.decode(bytes);
    try {
      return strictUtf8.decode(bytes);
    } catch {
      // A field of so many bytes cuts a longer text where it stands, also in the middle of a letter.
      if (this.#stated === 'utf-8') return new TextDecoder().decode(bytes).replace(/\ufffd+$/, '');
      this.#isGuessed = true;
      return singleByte.decode(bytes);
    }
  }
}

const headerBytes = 32;
const fieldBytes = 32;
const deleted = 0x2a;
const endOfFields = 0x0d;
const endOfFile = 0x1a;

/** A number as people write it: dBASE pads with zeros and blanks, ESRI writes 7.10160000000e+004. */
function numberText(text: string): string {
  if (text === '' || text.startsWith('*')) return '';
  const value = Number(text);
  return Number.isFinite(value) && (text.includes('.') || /e/i.test(text)) ? String(value) : text;
}

function valueText(type: string, bytes: Uint8Array, text: FieldText): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case 'N':
    case 'F':
      return numberText(singleByte.decode(bytes).replace(/\0/g, '').trim());
    case 'D': {
      const date = /^(\d{4})(\d{2})(\d{2})$/.exec(singleByte.decode(bytes).trim());
      return date === null ? '' : `${date[1]!}-${date[2]!}-${date[3]!}`;
    }
    case 'L':
      return /[YyTtJj]/.test(singleByte.decode(bytes)) ? 'true' : /[NnFf]/.test(singleByte.decode(bytes)) ? 'false' : '';
    case 'I':
      return bytes.length === 4 ? String(view.getInt32(0, true)) : '';
    case 'O':
      return bytes.length === 8 ? String(view.getFloat64(0, true)) : '';
    case 'C': {
      const end = bytes.indexOf(0);
      return text.decode(end === -1 ? bytes : bytes.subarray(0, end)).trim();
    }
    // Memos stand in a file of their own that a Shapefile does not have.
    default:
      return '';
  }
}

/** The rows of a .dbf, one after the other. */
export class DbfTable {
  readonly columns: readonly string[];
  readonly rowCount: number;
  readonly #fields: readonly Field[];
  readonly #recordBytes: number;
  readonly #queue: ByteQueue;
  readonly #text: FieldText;

  constructor(queue: ByteQueue, fields: readonly Field[], recordBytes: number, rowCount: number, text: FieldText) {
    this.#queue = queue;
    this.#fields = fields;
    this.#recordBytes = recordBytes;
    this.#text = text;
    this.rowCount = rowCount;
    this.columns = fields.map(({ name }) => name);
  }

  get encoding(): Encoding {
    return this.#text.encoding;
  }

  get isGuessed(): boolean {
    return this.#text.isGuessed;
  }

  /** The next row; null where it was deleted, undefined at the end. */
  async next(): Promise<readonly string[] | null | undefined> {
    const record = await this.#queue.take(this.#recordBytes);
    if (record.length < this.#recordBytes || record[0] === endOfFile) return undefined;
    if (record[0] === deleted) return null;
    return this.#fields.map(({ type, at, length }) => valueText(type, record.subarray(at, at + length), this.#text));
  }
}

/** Opens a .dbf (dBASE III and later) by its header; null when it is none. */
export async function openDbf(queue: ByteQueue, stated: Encoding | null): Promise<DbfTable | null> {
  const header = (await queue.take(headerBytes)).slice();
  if (header.length < headerBytes) return null;
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const rowCount = view.getUint32(4, true);
  const headerLength = view.getUint16(8, true);
  const recordBytes = view.getUint16(10, true);
  if (headerLength <= headerBytes || recordBytes < 1) return null;
  const rest = (await queue.take(headerLength - headerBytes)).slice();
  if (rest.length < headerLength - headerBytes) return null;
  const text = new FieldText(stated ?? byLanguage[header[29]!] ?? null);
  const fields: Field[] = [];
  let at = 1;
  for (let start = 0; start + fieldBytes <= rest.length && rest[start] !== endOfFields; start += fieldBytes) {
    const name = rest.subarray(start, start + 11);
    const end = name.indexOf(0);
    const length = rest[start + 16]!;
    fields.push({
      name: text.decode(end === -1 ? name : name.subarray(0, end)).trim(), type: String.fromCharCode(rest[start + 11]!), at, length,
    });
    at += length;
  }
  return fields.length === 0 || at > recordBytes ? null : new DbfTable(queue, fields, recordBytes, rowCount, text);
}
