import { circlePath } from './base-marks.ts';
import { mm, type Box, type Mark } from './drawing.ts';
import { mapColours } from '../map-colours.ts';

/** How an area is filled: a colour, wide hatching for what is not known, dots for what is not told, or nothing. */
export type AreaPaint = { readonly colour: string; readonly opacity: number } | 'hatch' | 'dots' | null;

const hatchStepMm = 2;
const dotStepMm = 1.6;

/** A surface in its paint; `extent` is a box around it, which patterns are laid over. */
export function paintedArea(d: string, paint: AreaPaint, extent: Box): readonly Mark[] {
  if (d === '' || paint === null) return [];
  if (typeof paint === 'object') return [{ kind: 'path', d, fill: paint.colour, fillOpacity: paint.opacity }];
  const pattern: Mark = paint === 'hatch'
    ? { kind: 'path', d: hatching(extent), stroke: { colour: mapColours.noData, widthMm: 0.25 } }
    : { kind: 'path', d: dotting(extent), fill: mapColours.hidden };
  return [{ kind: 'group', name: paint, clip: d, marks: [{ kind: 'path', d, fill: mapColours.paper, fillOpacity: 0.7 }, pattern] }];
}

/** Lines up to the right, on one grid for the whole page so that neighbours run on. */
function hatching({ xMm, yMm, widthMm, heightMm }: Box): string {
  const lines: string[] = [];
  const first = Math.ceil((xMm + yMm) / hatchStepMm);
  const last = Math.floor((xMm + widthMm + yMm + heightMm) / hatchStepMm);
  for (let i = first; i <= last; i++) {
    const sum = i * hatchStepMm;
    lines.push(`M${mm(sum - yMm - heightMm)} ${mm(yMm + heightMm)}L${mm(sum - yMm)} ${mm(yMm)}`);
  }
  return lines.join('');
}

function dotting({ xMm, yMm, widthMm, heightMm }: Box): string {
  const dots: string[] = [];
  for (let row = Math.floor(yMm / dotStepMm); row * dotStepMm <= yMm + heightMm; row++) {
    for (let column = Math.floor(xMm / dotStepMm); column * dotStepMm <= xMm + widthMm; column++) {
      dots.push(circlePath((column + (row % 2) / 2) * dotStepMm, row * dotStepMm, 0.25));
    }
  }
  return dots.join('');
}
