import { gridConvergenceDegrees } from '../../geo/grid-convergence.ts';
import type { Language } from '../../model/index.ts';
import { formatFor } from '../format.ts';
import { mapColours } from '../map-colours.ts';
import { boxPath, type Box, type Mark } from './drawing.ts';
import type { PageProjection } from './page-projection.ts';
import { northArrow, scaleBar, scaleBarMetres } from './scale-bar.ts';
import { sheetWords } from './sheet-words.ts';

/** Where scale bar and north arrow stand as a pair: the lower left corner of the map. */
export function furnitureBox(frame: Box, mmPerMetre: number, enlargement: number): Box {
  const bar = scaleBarMetres(mmPerMetre, 45 * enlargement) * mmPerMetre;
  const widthMm = bar + 24 * enlargement;
  const heightMm = 15 * enlargement;
  return { xMm: frame.xMm, yMm: frame.yMm + frame.heightMm - heightMm, widthMm, heightMm };
}

/** Scale bar, north arrow and scale, true to the projection. */
export function furnitureMarks(box: Box, projection: PageProjection, enlargement: number, language: Language): readonly Mark[] {
  const bar = scaleBarMetres(projection.mmPerMetre, 45 * enlargement);
  const { number } = formatFor(language);
  const left = box.xMm + 14 * enlargement;
  return [{
    kind: 'group', name: 'furniture', marks: [
      { kind: 'path', d: boxPath(box), fill: mapColours.paper, fillOpacity: 0.9, stroke: { colour: mapColours.outline, widthMm: 0.2 } },
      northArrow(box.xMm + 6 * enlargement, box.yMm + 6 * enlargement, gridConvergenceDegrees(...projection.centre), enlargement),
      scaleBar(left, box.yMm + 6 * enlargement, bar, projection.mmPerMetre, enlargement, language),
      { kind: 'text', xMm: left, yMm: box.yMm + 12 * enlargement, text: `${sheetWords[language].scale} 1 : ${number(projection.denominator)}`, sizeMm: 2.4 * enlargement, weight: 'regular', anchor: 'start', colour: mapColours.label },
    ],
  }];
}
