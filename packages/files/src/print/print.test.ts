import { crc32, inflateSync } from 'node:zlib';
import type { Drawing } from '@woonzorgzones/core/report';
import { describe, expect, test } from 'vitest';
import { drawingToPng } from './drawing-png.ts';
import { drawingsToPdf } from './drawing-pdf.ts';
import { fontBytes, measureText, runsOf, textOutlines } from './noto-sans.ts';
import { printTools } from './print-tools.ts';
import { withTextAsPaths } from './text-to-paths.ts';

const drawing = (text: string): Drawing => ({
  widthMm: 50.8, heightMm: 25.4, title: 'Een kaart', description: 'Met een vlak', language: 'nl',
  marks: [
    { kind: 'path', d: 'M0 0h50.8v12.7h-50.8Z', fill: '#ff0000' },
    { kind: 'text', xMm: 25.4, yMm: 20, text, sizeMm: 4, weight: 'bold', anchor: 'middle', colour: '#000000', halo: { colour: '#ffffff', widthMm: 1 } },
  ],
});

/** The instructions of every page, inflated. */
function contentsOf(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  return [...text.matchAll(/\/FlateDecode[^]*?stream\n([^]*?)\nendstream/g)].map(([, packed]) => {
    try {
      return inflateSync(Buffer.from(packed!, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  }).join('\n');
}

describe('the type of a printed map', () => {
  test('a font comes out of its package whole, with the checksums it was given', () => {
    const font = fontBytes('latin regular');
    const tables = font.readUInt16BE(4);
    expect(tables).toBeGreaterThan(8);
    let checked = 0;
    for (let at = 12; at < 12 + 16 * tables; at += 16) {
      // OpenType 1.9, "Calculating checksums": the sum of the table's 32-bit words; `head` holds a field that is left out of it.
      if (font.toString('latin1', at, at + 4) === 'head') continue;
      const [sum, offset, length] = [font.readUInt32BE(at + 4), font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
      let total = 0;
      for (let word = 0; word < Math.ceil(length / 4); word++) total = (total + font.readUInt32BE(offset + 4 * word)) >>> 0;
      expect(total).toBe(sum);
      checked++;
    }
    expect(checked).toBeGreaterThan(7);
  });

  test('figures are all equally wide, so that columns stand straight', () => {
    const widths = new Set(Array.from('0123456789').map((figure) => measureText(figure, 10, 'regular').toFixed(6)));
    // Noto Sans sets its figures 572 of 1000 wide.
    expect([...widths]).toEqual(['5.720000']);
  });

  test('letters of other scripts come from their own files; what no file has is marked', () => {
    expect(runsOf('Žiška', 'regular').map(({ font }) => font)).toContain('latin-ext regular');
    expect(runsOf('Отдел', 'bold')).toEqual([{ font: 'cyrillic bold', text: 'Отдел' }]);
    expect(runsOf('Zone 😀', 'regular').map(({ text }) => text).join('')).toBe('Zone \ufffd');
    expect(runsOf('שלום', 'regular').map(({ text }) => text).join('')).toBe('\ufffd\ufffd\ufffd\ufffd');
  });

  test('outlines begin where the text does', () => {
    const xs = [...textOutlines('H', 10, 'regular', 100, 50).matchAll(/[MLQC](-?[\d.]+) /g)].map(([, x]) => Number(x));
    // The left stem of H begins 97 of 1000 to the right in Noto Sans.
    expect(Math.min(...xs)).toBeCloseTo(100.97, 2);
  });
});

describe('a drawing in print', () => {
  test('as PDF: real text in an embedded font, once, at the paper’s size, the same bytes each time', async () => {
    const pdf = await drawingsToPdf([drawing('1.234 inwoners')], '2026-11-22');
    const text = Buffer.from(pdf).toString('latin1');
    // 50.8 × 25.4 mm is 2 × 1 inch: 144 × 72 points.
    expect(text).toMatch(/\/MediaBox \[0 0 144 72\]/);
    expect(text).toMatch(/\/FontFile[23] /);
    expect(text).toMatch(/NotoSans/);
    expect(text).toContain('/Lang (nl-BE)');
    expect(text.match(/\/Type \/Page\n/g)).toHaveLength(1);
    expect(contentsOf(pdf).match(/ Tf\n/g)).toHaveLength(1);
    expect(await drawingsToPdf([drawing('1.234 inwoners')], '2026-11-22')).toEqual(pdf);
  });

  test('as PDF: a page each', async () => {
    const pdf = await drawingsToPdf([drawing('een'), drawing('twee')], '2026-11-22');
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Count 2');
  });

  test('as PDF and PNG: any text whatever gives a whole file', async () => {
    for (const text of ['=cmd|\' /C calc\'!A0', '😀 \u202eשלום', '\u0000<&">', '']) {
      expect(Buffer.from(await drawingsToPdf([drawing(text)], '2026-11-22')).subarray(-6).toString()).toContain('%%EOF');
      expect(Buffer.from(await drawingToPng(drawing(text))).subarray(-8, -4).toString('latin1')).toBe('IEND');
    }
  });

  test('as PNG: 300 dots an inch, and it says so', async () => {
    const png = Buffer.from(await drawingToPng(drawing('Genk')));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([600, 300]);
    const at = png.indexOf('pHYs');
    // 300 dots an inch are 11,811 a metre.
    expect([png.readUInt32BE(at + 4), png.readUInt32BE(at + 8), png.readUInt8(at + 12)]).toEqual([11_811, 11_811, 1]);
    expect(png.readUInt32BE(at + 13)).toBe(crc32(png.subarray(at, at + 13)));
  });

  test('text as outlines leaves no text', () => {
    expect(withTextAsPaths(drawing('Genk')).marks.map(({ kind }) => kind)).toEqual(['path', 'path', 'path']);
  });

  test('every sign of a kind of facility has its icon', () => {
    expect(printTools.iconOf('temaki', 'physiotherapist').gridSide).toBe(50);
    expect(printTools.iconOf('maki', 'doctor').gridSide).toBe(15);
  });
});
