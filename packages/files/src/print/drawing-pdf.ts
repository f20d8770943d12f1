import PDFDocument from 'pdfkit';
import type { Language } from '@woonzorgzones/core/model';
import type { Drawing, Mark, Stroke, TextMark } from '@woonzorgzones/core/report';
import { fontBytes, measureText, runsOf, runWidth, textOutlines } from './noto-sans.ts';
import { isStraight, straightPath } from './straight-path.ts';

export const pointsPerMm = 72 / 25.4;

/**
 * Drawings as the pages of one PDF: vectors and real text with its fonts embedded, so that it can be searched, read out and
 * enlarged. `date` (ISO) stands in the document; the same drawings and date give the same bytes.
 */
export async function drawingsToPdf(drawings: readonly Drawing[], date: string): Promise<Uint8Array> {
  const [first] = drawings;
  if (first === undefined) throw new Error('Got no drawings when expected at least one.');
  const document = newPdf(first.title, first.language, date);
  const bytes = pdfBytes(document);
  const embedded = new Set<string>();
  for (const drawing of drawings) drawPage(document, drawing, embedded);
  document.end();
  return bytes;
}

export type Pdf = InstanceType<typeof PDFDocument>;

/** An empty tagged document that says what it is; its dates are the day given, never the clock. */
export function newPdf(title: string, language: Language, date: string): Pdf {
  const when = new Date(date);
  return new PDFDocument({
    autoFirstPage: false, pdfVersion: '1.7', lang: language === 'nl' ? 'nl-BE' : 'en-GB', displayTitle: true, tagged: true,
    info: { Title: title, Creator: 'Woonzorgzones', Producer: 'Woonzorgzones', CreationDate: when, ModDate: when },
  });
}

/** All bytes of a document, once it has ended; asked for before anything is drawn. */
export function pdfBytes(document: Pdf): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  document.on('data', (piece: Buffer) => pieces.push(piece));
  return new Promise((resolve, reject) => {
    document.on('end', () => { resolve(new Uint8Array(Buffer.concat(pieces))); });
    document.on('error', reject);
  });
}

function drawPage(document: Pdf, { widthMm, heightMm, title, description, marks }: Drawing, embedded: Set<string>): void {
  document.addPage({ size: [widthMm * pointsPerMm, heightMm * pointsPerMm], margin: 0 });
  const figure = document.struct('Figure', { title, alt: `${title}. ${description}` });
  document.addStructure(figure);
  figure.add(document.struct('Span', {}, () => {
    document.save().scale(pointsPerMm);
    drawMarks(document, marks, embedded);
    document.restore();
  }));
  figure.end();
}

/** Marks in millimetres, on a page that was scaled to them. */
export function drawMarks(document: Pdf, marks: readonly Mark[], embedded: Set<string>): void {
  for (const mark of marks) {
    switch (mark.kind) {
      case 'path':
        if (mark.fill !== undefined) trace(document.fillOpacity(mark.fillOpacity ?? 1), mark.d).fill(mark.fill, 'even-odd');
        if (mark.stroke !== undefined) stroke(document, mark.d, mark.stroke);
        break;
      case 'text':
        drawText(document, mark, embedded);
        break;
      case 'image':
        document.image(mark.href, mark.xMm, mark.yMm, { width: mark.widthMm, height: mark.heightMm });
        break;
      case 'group':
        document.save();
        if (mark.clip !== undefined) trace(document, mark.clip).clip('even-odd');
        if (mark.at !== undefined) document.translate(mark.at.xMm, mark.at.yMm).scale(mark.at.scale);
        drawMarks(document, mark.marks, embedded);
        document.restore();
    }
  }
}

/** Straight lines, which is what maps are made of, are written as they stand; pdfkit reads all other path data letter by letter. */
const trace = (document: Pdf, d: string): Pdf => (isStraight(d) ? document.addContent(straightPath(d)) : document.path(d));

function stroke(document: Pdf, d: string, { colour, widthMm, opacity = 1, dashMm, cap = 'butt' }: Stroke): void {
  document.strokeOpacity(opacity).lineWidth(widthMm).lineCap(cap).lineJoin('round');
  if (dashMm === undefined) document.undash();
  else document.dash(dashMm[0]!, { space: dashMm[1] ?? dashMm[0]! });
  trace(document, d).stroke(colour);
}

/** The halo is drawn as outlines: as text it would be read out twice. */
function drawText(document: Pdf, { xMm, yMm, text, sizeMm, weight, anchor, colour, halo }: TextMark, embedded: Set<string>): void {
  const width = anchor === 'start' ? 0 : measureText(text, sizeMm, weight);
  let x = anchor === 'start' ? xMm : anchor === 'middle' ? xMm - width / 2 : xMm - width;
  if (halo !== undefined) stroke(document, textOutlines(text, sizeMm, weight, x, yMm), { colour: halo.colour, widthMm: halo.widthMm });
  document.fillOpacity(1).fillColor(colour);
  for (const run of runsOf(text, weight)) {
    if (!embedded.has(run.font)) {
      document.registerFont(run.font, fontBytes(run.font));
      embedded.add(run.font);
    }
    document.font(run.font).fontSize(sizeMm).text(run.text, x, yMm, { lineBreak: false, baseline: 'alphabetic' });
    x += runWidth(run, sizeMm);
  }
}
