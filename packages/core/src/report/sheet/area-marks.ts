import { mm, type Box, type Mark } from './drawing.ts';
import { mapColours } from '../map-colours.ts';

/** How an area is filled: a colour, wide hatching for what is not known, dots for what is not told, or nothing. */
export type AreaPaint = { readonly colour: string; readonly opacity: number } | 'hatch' | 'dots' | null;

const hatchStepMm = 2;
const dotStepMm = 1.6;
const dotMm = 0.5;
/** As short as the page can tell; some programs draw nothing for a dash of no length at all. */
const dashMm = 0.01;

/** A surface in its paint; `extent` is a box around it, which patterns are laid over. */
export function paintedArea(d: string, paint: AreaPaint, extent: Box): readonly Mark[] {
  if (d === '' || paint === null) return [];
  if (typeof paint === 'object') return [{ kind: 'path', d, fill: paint.colour, fillOpacity: paint.opacity }];
  const pattern: Mark = paint === 'hatch'
    ? { kind: 'path', d: hatching(extent), stroke: { colour: mapColours.noData, widthMm: 0.25 } }
    : { kind: 'path', d: dotting(extent), stroke: { colour: mapColours.hidden, widthMm: dotMm, cap: 'round', dashMm: [dashMm, dotStepMm - dashMm] } };
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

/** Rows of round dots, every second row half a step further: dashes next to no length with round ends, which no program needs to be told one by one. */
function dotting({ xMm, yMm, widthMm, heightMm }: Box): string {
  const rows: string[] = [];
  for (let row = Math.floor(yMm / dotStepMm); row * dotStepMm <= yMm + heightMm; row++) {
    const from = (Math.floor(xMm / dotStepMm) + (Math.abs(row) % 2) / 2) * dotStepMm;
    rows.push(`M${mm(from)} ${mm(row * dotStepMm)}L${mm(xMm + widthMm + dotStepMm)} ${mm(row * dotStepMm)}`);
  }
  return rows.join('');
}
