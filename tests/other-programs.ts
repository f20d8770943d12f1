import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a program of somebody else to its end and gives what it says; fails with what it complains of. */
export async function other(program: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run(program, args, { maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' });
  return stdout;
}

/** The lines of a CSV as LibreOffice writes it with semicolons and quotes. */
export const cellsOf = (csv: string): readonly (readonly string[])[] => csv.trimEnd().split(/\r?\n/).map((line) => [...line.matchAll(/(?:^|;)("(?:[^"]|"")*"|[^;]*)/g)].map(([, cell]) => cell!.replace(/^"|"$/g, '').replaceAll('""', '"')));

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel, row by row. */
  readonly data: Uint8Array;
}

/** An image as pdftoppm writes it (P6). */
export function pixelsOf(ppm: Uint8Array): Pixels {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(ppm.subarray(0, 64)).toString('latin1'));
  if (head === null) throw new Error('Got no image when expected one in PPM.');
  return { width: Number(head[1]), height: Number(head[2]), data: ppm.subarray(head[0].length) };
}

/** How far two pictures of the same size differ, 0 to 1, each averaged over squares of 4 by 4 so that the edges of letters do not count. */
export function pictureDifference(first: Pixels, second: Pixels): number {
  const side = 4;
  const columns = Math.floor(Math.min(first.width, second.width) / side);
  const rows = Math.floor(Math.min(first.height, second.height) / side);
  const mean = ({ width, data }: Pixels, column: number, row: number): number => {
    let sum = 0;
    for (let y = row * side; y < (row + 1) * side; y++) for (let x = column * side; x < (column + 1) * side; x++) for (let channel = 0; channel < 3; channel++) sum += data[(y * width + x) * 3 + channel]!;
    return sum / (side * side * 3 * 255);
  };
  let total = 0;
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) total += Math.abs(mean(first, column, row) - mean(second, column, row));
  return total / (rows * columns);
}
