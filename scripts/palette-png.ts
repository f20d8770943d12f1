import { crc32, deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';

const mostColours = 256;

/** A PNG in at most 256 colours, about a third of the size: screens and maps have few colours, and nobody sees the rest. The same picture gives the same bytes. */
export function palettePng(png: Buffer): Buffer {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${png.toString('base64')}"/></svg>`;
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const colours = new Uint32Array(width * height);
  for (let i = 0; i < colours.length; i++) colours[i] = (pixels[4 * i]! << 16) | (pixels[4 * i + 1]! << 8) | pixels[4 * i + 2]!;
  const palette = paletteOf(colours);
  const nearest = new Map<number, number>(palette.map((colour, place) => [colour, place]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let i = 0; i < colours.length; i++) {
    const colour = colours[i]!;
    let place = nearest.get(colour);
    if (place === undefined) nearest.set(colour, (place = nearestOf(colour, palette)));
    rows[i + Math.floor(i / width) + 1] = place;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    png.subarray(0, 8), chunk('IHDR', header), chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours that occur most, one for each box of 8 × 8 × 8 that has any; ties by colour. */
function paletteOf(colours: Uint32Array): readonly number[] {
  const countOf = new Map<number, number>();
  for (const colour of colours) countOf.set(colour, (countOf.get(colour) ?? 0) + 1);
  const boxes = new Map<number, { colour: number; most: number; count: number }>();
  for (const [colour, count] of [...countOf].sort(([a], [b]) => a - b)) {
    const key = colour & 0xf8f8f8;
    const box = boxes.get(key);
    if (box === undefined) boxes.set(key, { colour, most: count, count });
    else {
      box.count += count;
      if (count > box.most) [box.colour, box.most] = [colour, count];
    }
  }
  return [...boxes.values()].sort((a, b) => b.count - a.count || a.colour - b.colour).slice(0, mostColours).map(({ colour }) => colour);
}

function nearestOf(colour: number, palette: readonly number[]): number {
  const away = (other: number): number => ((colour >> 16) - (other >> 16)) ** 2 + (((colour >> 8) & 255) - ((other >> 8) & 255)) ** 2 + ((colour & 255) - (other & 255)) ** 2;
  let best = 0;
  for (const [place, other] of palette.entries()) if (away(other) < away(palette[best]!)) best = place;
  return best;
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
