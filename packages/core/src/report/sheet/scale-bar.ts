import { formatFor } from '../format.ts';
import { metres, type Language } from '../../model/index.ts';
import { boxPath, mm, type Mark } from './drawing.ts';
import { mapColours } from '../map-colours.ts';

const lengths = [1, 2, 5];

/** The longest round distance (1, 2 or 5 times a power of ten metres) that is no longer than `atMostMm` on the page. */
export function scaleBarMetres(mmPerMetre: number, atMostMm: number): number {
  const most = atMostMm / mmPerMetre;
  const power = 10 ** Math.floor(Math.log10(most));
  return Math.max(...lengths.map((length) => length * power).filter((length) => length <= most));
}

const heightMm = 1.2;

/** A bar of four parts over `barMetres`, with its distances above it; `yMm` is the bar's upper edge. */
export function scaleBar(xMm: number, yMm: number, barMetres: number, mmPerMetre: number, enlargement: number, language: Language): Mark {
  const { distance } = formatFor(language);
  const part = (barMetres * mmPerMetre) / 4;
  const height = heightMm * enlargement;
  const parts = [0, 1, 2, 3].map((index): Mark => ({
    kind: 'path', d: boxPath({ xMm: xMm + index * part, yMm, widthMm: part, heightMm: height }),
    fill: index % 2 === 0 ? mapColours.outline : mapColours.paper, stroke: { colour: mapColours.outline, widthMm: 0.15 },
  }));
  const label = (share: number, text: string): Mark => ({
    kind: 'text', xMm: xMm + share * part * 4, yMm: yMm - 0.9 * enlargement, text, sizeMm: 2.3 * enlargement, weight: 'regular', anchor: 'middle', colour: mapColours.label,
  });
  return { kind: 'group', name: 'scale-bar', marks: [...parts, label(0, '0'), label(0.5, distance(metres(barMetres / 2))), label(1, distance(metres(barMetres)))] };
}

/** An arrow to true north, its middle at this place: it leans against the grid of the projection by `convergenceDegrees`. */
export function northArrow(xMm: number, yMm: number, convergenceDegrees: number, enlargement: number): Mark {
  const angle = (-convergenceDegrees * Math.PI) / 180;
  const turned = (dx: number, dy: number): string => {
    const x = xMm + enlargement * (dx * Math.cos(angle) - dy * Math.sin(angle));
    const y = yMm + enlargement * (dx * Math.sin(angle) + dy * Math.cos(angle));
    return `${mm(x)} ${mm(y)}`;
  };
  const half = (side: number, fill: string): Mark => ({
    kind: 'path', d: `M${turned(0, -4.2)}L${turned(side * 2, 3.4)}L${turned(0, 2.2)}Z`, fill, stroke: { colour: mapColours.outline, widthMm: 0.18 },
  });
  const [letterX, letterY] = turned(0, 6.6).split(' ').map(Number) as [number, number];
  return {
    kind: 'group', name: 'north-arrow',
    marks: [
      half(-1, mapColours.outline), half(1, mapColours.paper),
      { kind: 'text', xMm: letterX, yMm: letterY, text: 'N', sizeMm: 2.6 * enlargement, weight: 'bold', anchor: 'middle', colour: mapColours.label },
    ],
  };
}
