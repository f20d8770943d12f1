import { renderAsync } from '@resvg/resvg-js';
import { crc32 } from 'node:zlib';
import { drawingToSvg, type Drawing } from '@woonzorgzones/core/report';
import { withTextAsPaths } from './text-to-paths.ts';

const dotsPerInch = 300;
const mmPerInch = 25.4;

/** A drawing as a PNG of 300 dots an inch, which says so itself: it prints at the size of its paper. Drawn in a thread of its own. */
export async function drawingToPng(drawing: Drawing): Promise<Uint8Array> {
  const width = Math.round((drawing.widthMm / mmPerInch) * dotsPerInch);
  const svg = drawingToSvg(withTextAsPaths(drawing));
  const image = await renderAsync(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } });
  return withDensity(image.asPng());
}

/** Signature and header chunk of every PNG: what follows may be `pHYs` (PNG specification, 11.3.4.3). */
const headerEnd = 8 + 25;

function withDensity(png: Buffer): Uint8Array {
  const dotsPerMetre = Math.round((dotsPerInch / mmPerInch) * 1000);
  const body = Buffer.alloc(4 + 9);
  body.write('pHYs', 'latin1');
  body.writeUInt32BE(dotsPerMetre, 4);
  body.writeUInt32BE(dotsPerMetre, 8);
  body.writeUInt8(1, 12);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(9);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return new Uint8Array(Buffer.concat([png.subarray(0, headerEnd), length, body, check, png.subarray(headerEnd)]));
}
