import type { Drawing, Mark } from '@woonzorgzones/core/report';
import { measureText, textOutlines } from './noto-sans.ts';

/** The same drawing with its text as outlines, for whoever draws it without fonts: the letters are then those of the PDF. */
export const withTextAsPaths = (drawing: Drawing): Drawing => ({ ...drawing, marks: drawing.marks.flatMap(asPaths) });

function asPaths(mark: Mark): readonly Mark[] {
  if (mark.kind === 'path' || mark.kind === 'image') return [mark];
  if (mark.kind === 'group') return [{ ...mark, marks: mark.marks.flatMap(asPaths) }];
  const { xMm, yMm, text, sizeMm, weight, anchor, colour, halo } = mark;
  const width = anchor === 'start' ? 0 : measureText(text, sizeMm, weight);
  const d = textOutlines(text, sizeMm, weight, anchor === 'start' ? xMm : anchor === 'middle' ? xMm - width / 2 : xMm - width, yMm);
  return [
    ...(halo === undefined ? [] : [{ kind: 'path' as const, d, stroke: { colour: halo.colour, widthMm: halo.widthMm } }]),
    { kind: 'path', d, fill: colour },
  ];
}
