import type { Drawing } from '../sheet/drawing.ts';
import type { ReportDocument } from '../document/report-document.ts';
import { reportPaper, type ReportPage } from './report-page.ts';

/** A page of a report as one drawing, to be looked at on its own. */
export const pageDrawing = ({ pieces }: ReportPage, { title, subtitle, language }: ReportDocument): Drawing =>
  ({ widthMm: reportPaper.widthMm, heightMm: reportPaper.heightMm, title, description: subtitle, language, marks: pieces.flatMap(({ marks }) => marks) });
