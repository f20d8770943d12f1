/** What the first bytes of a file say it is. */
export type Kind = 'zip' | 'gzip' | '7z' | 'rar' | 'gpkg' | 'shapefile' | 'osm' | 'pdf' | 'xls' | 'utf-16' | 'json' | 'text' | 'binary';

const bytesOf = (text: string) => Buffer.from(text, 'latin1');

const signatures: readonly (readonly [start: Buffer, kind: Kind])[] = [
  [bytesOf('PK\u0003\u0004'), 'zip'],
  [bytesOf('PK\u0005\u0006'), 'zip'],
  [bytesOf('\u001f\u008b'), 'gzip'],
  [bytesOf('7z\u00bc\u00af\u0027\u001c'), '7z'],
  [bytesOf('Rar!'), 'rar'],
  [bytesOf('SQLite format 3\u0000'), 'gpkg'],
  [bytesOf('%PDF'), 'pdf'],
  [bytesOf('\u00ff\u00fe'), 'utf-16'],
  [bytesOf('\u00fe\u00ff'), 'utf-16'],
  [bytesOf('\u00d0\u00cf\u0011\u00e0'), 'xls'],
  [bytesOf('\u0000\u0000\u0027\u000a'), 'shapefile'],
];

/** Bytes that tell every kind: the header of an OpenStreetMap file lies within the first sixteen. */
export const bytesToTell = 512;

const pbfHeader = bytesOf('\n\tOSMHeader');

/** Text in two bytes a letter has a null in every second; a text that lost a byte somewhere is still a text. */
const nullsOfBinary = 0.05;

const isBinary = (head: Uint8Array) => head.filter((byte) => byte === 0).length > nullsOfBinary * head.length;

const startsWith = (head: Uint8Array, start: Uint8Array, at = 0) => start.every((byte, i) => head[at + i] === byte);

/** What a file is, by its content and not by its name. */
export function kindOf(head: Uint8Array): Kind {
  const signed = signatures.find(([start]) => startsWith(head, start));
  if (signed !== undefined) return signed[1];
  if (startsWith(head, pbfHeader, 4)) return 'osm';
  if (isBinary(head)) return 'binary';
  const text = Buffer.from(head).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<osm[\s>]/s.test(text)) return 'osm';
  return text.startsWith('{') ? 'json' : 'text';
}
