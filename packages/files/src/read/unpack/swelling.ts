import { limits } from '../../limits.ts';

const megabyte = 1_000_000;

/** Whether so much has come out of so few packed bytes that it is no file but a trap (a "zip bomb"). */
export function swells(unpackedBytes: number, packedBytes: number): boolean {
  if (unpackedBytes > limits.unpackedMegabytes * megabyte) return true;
  return unpackedBytes > limits.unpackedFreeMegabytes * megabyte && unpackedBytes > limits.unpackedRatio * packedBytes;
}
