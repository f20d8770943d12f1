import type { Language } from '../../model/index.ts';
import { mapColours } from '../map-colours.ts';
import { boxPath, type Mark, type MeasureText } from './drawing.ts';
import { sheetWords } from './sheet-words.ts';
import { balancedText, wrapText } from './text-lines.ts';

export interface Header {
  readonly heightMm: number;
  readonly marks: readonly Mark[];
}

/** The title at its largest size that takes no more than two lines, the subtitle under it; invented data are marked at the right. */
export function headerOf(title: string, subtitle: string, fictitious: boolean, marginMm: number, widthMm: number, enlargement: number, language: Language, measure: MeasureText): Header {
  const tag = fictitious ? sheetWords[language].fictitious : null;
  const tagSize = 2.7 * enlargement;
  const tagWidth = tag === null ? 0 : measure(tag, tagSize, 'bold') + 4 * enlargement;
  const room = widthMm - (tag === null ? 0 : tagWidth + 4 * enlargement);
  const sizes = [6.4, 5.8, 5.2, 4.6].map((size) => size * enlargement);
  const size = sizes.find((one) => wrapText(title, one, 'bold', room, 9, measure).length <= 2) ?? sizes.at(-1)!;
  const titleLines = balancedText(title, size, 'bold', room, 3, measure);
  const subSize = 3 * enlargement;
  const subLines = wrapText(subtitle, subSize, 'regular', widthMm, 2, measure);
  const titleHeight = titleLines.length * size * 1.2;
  const line = (text: string, yMm: number, sizeMm: number, bold: boolean): Mark =>
    ({ kind: 'text', xMm: marginMm, yMm, text, sizeMm, weight: bold ? 'bold' : 'regular', anchor: 'start', colour: bold ? mapColours.label : mapColours.softLabel });
  const right = marginMm + widthMm;
  return {
    heightMm: titleHeight + subLines.length * subSize * 1.35 + enlargement,
    marks: [{
      kind: 'group', name: 'header', marks: [
        ...titleLines.map((text, index) => line(text, marginMm + (index + 0.85) * size * 1.2, size, true)),
        ...subLines.map((text, index) => line(text, marginMm + titleHeight + enlargement + (index + 0.75) * subSize * 1.35, subSize, false)),
        ...(tag === null ? [] : [
          { kind: 'path' as const, d: boxPath({ xMm: right - tagWidth, yMm: marginMm + 0.5 * enlargement, widthMm: tagWidth, heightMm: 5.2 * enlargement }), fill: mapColours.label },
          { kind: 'text' as const, xMm: right - tagWidth / 2, yMm: marginMm + 4.1 * enlargement, text: tag, sizeMm: tagSize, weight: 'bold' as const, anchor: 'middle' as const, colour: mapColours.paper },
        ]),
      ],
    }],
  };
}
