/** Damage done to files: by a seed, so that a file that broke a reader can be made again. */
import { writeZip, type ZipMember } from '../format-files.ts';

export type Draw = (below: number) => number;

/** Numbers from 0 up to and without `below`, always the same ones for a seed (mulberry32). */
export function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const pick = <T>(draw: Draw, items: readonly T[]): T => items[draw(items.length)]!;

/** Lengths and counts that readers trip over. */
const oddNumbers = [0, 1, 2, 7, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff];

/** Pieces of text that mean something to one format or another. */
const oddTexts = [
  '"', '""', ',', ';', '|', '\t', '\r', '\n', '\r\n', '\0', '\u00e9', '\ufeff', '{', '}', '[', ']', '[[', ']]', '}]', ':', 'null', '-', '1e999', '0,0', '<', '>', '</', '/>', '<![CDATA[', ']]>',
  '<!--', '-->', '<!DOCTYPE a [', '&#0;', '&#1114112;', '&amp', "'", '<row>', '<c r="XFD1048577">', '<v>', 't="s"', '25:00:00', '99991231', '00000000', 'EPSG:31370', 'PROJCS[',
];

type Damage = (bytes: Buffer, draw: Draw) => Buffer;

const damages: readonly Damage[] = [
  (bytes, draw) => {
    for (let flips = 1 + draw(8); flips > 0; flips--) bytes[draw(bytes.length)]! ^= 1 << draw(8);
    return bytes;
  },
  (bytes, draw) => {
    bytes[draw(bytes.length)] = pick(draw, [0, 0x20, 0x7f, 0x80, 0xff]);
    return bytes;
  },
  (bytes, draw) => bytes.subarray(0, draw(bytes.length)),
  (bytes, draw) => {
    const at = draw(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + draw(40))]);
  },
  (bytes, draw) => {
    const at = draw(bytes.length);
    const from = draw(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, from + 1 + draw(200)), bytes.subarray(at)]);
  },
  (bytes, draw) => {
    const at = draw(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(pick(draw, oddTexts)), bytes.subarray(at)]);
  },
  // A length or a count: two or four bytes, either end first.
  (bytes, draw) => {
    const value = pick(draw, oddNumbers);
    const at = draw(Math.max(1, bytes.length - 4));
    if (bytes.length < at + 4) return bytes;
    if (draw(3) === 0) bytes.writeUInt16LE(value & 0xffff, at);
    else if (draw(2) === 0) bytes.writeUInt32LE(value, at);
    else bytes.writeUInt32BE(value, at);
    return bytes;
  },
  // The same within the first hundred bytes, where headers stand.
  (bytes, draw) => {
    const at = draw(Math.max(1, Math.min(100, bytes.length - 4)));
    if (bytes.length >= at + 4) bytes.writeUInt32LE(pick(draw, oddNumbers), at);
    return bytes;
  },
];

/** A copy of these bytes with one or two damages. */
export function damaged(bytes: Uint8Array, draw: Draw): Buffer {
  let changed = Buffer.from(bytes);
  for (let left = 1 + draw(2); left > 0 && changed.length > 0; left--) changed = Buffer.from(pick(draw, damages)(changed, draw));
  return changed;
}

/** A zip with damage inside a member, packed again with a checksum that fits; or to what the zip says; or to the zip itself. */
export function damagedZip(members: readonly ZipMember[], draw: Draw): Buffer {
  const kind = draw(10);
  if (kind < 2) return damaged(writeZip(members), draw);
  const chosen = draw(members.length);
  if (kind === 2) return writeZip(members.filter((_, i) => i !== chosen));
  if (kind === 3) {
    const claims = pick(draw, [{ crc: draw(1000) }, { flags: 1 }, { method: draw(100) }, { size: pick(draw, oddNumbers) }]);
    return writeZip(members.map((member, i) => (i === chosen ? { ...member, claims } : member)));
  }
  return writeZip(members.map((member, i) => (i === chosen ? { ...member, bytes: damaged(typeof member.bytes === 'string' ? Buffer.from(member.bytes) : member.bytes, draw) } : member)));
}
