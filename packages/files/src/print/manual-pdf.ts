import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manualDocument, readManual } from '@woonzorgzones/core/report';
import { reportToPdf } from './report-pdf.ts';

/** The manual of a folder (handleiding.md, its pictures in handleiding/) as a PDF, through the pages of the report. The same files give the same bytes. */
export const manualToPdf = (folder: string): Promise<Uint8Array> =>
  reportToPdf(manualDocument(readManual(readFileSync(join(folder, 'handleiding.md'), 'utf8')), (name) => {
    const png = readFileSync(join(folder, 'handleiding', name));
    // Width and height stand in the header chunk, behind the signature (PNG specification, 11.2.2).
    return { href: `data:image/png;base64,${png.toString('base64')}`, width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
  }));
