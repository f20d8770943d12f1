import { categories, categoryIds } from '@woonzorgzones/core/model';
import { mapColours } from '@woonzorgzones/core/report';
import { glyphs } from './glyphs.ts';
import { letterSize, shapeOfGroup, shapes, symbolSize } from './shapes.ts';

/** Images are drawn at twice their size, so that they stay sharp on dense screens. */
export const symbolPixelRatio = 2;

interface MapImage {
  readonly id: string;
  readonly data: ImageData;
}

function canvasOf(side: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser draws on no canvas');
  return context;
}

/** One image per category of facilities, named by the category; from the same paths as the legend draws. */
export async function paintFacilitySymbols(): Promise<readonly MapImage[]> {
  // Where the font does not come, letters of another are signs too.
  await document.fonts.load(`700 ${letterSize('AB')}px "Noto Sans"`).catch(() => undefined);
  return categoryIds.map((id) => {
    const { d, fill, signSide } = shapes[shapeOfGroup[categories[id].group]];
    const glyph = glyphs[id];
    const context = canvasOf(symbolSize * symbolPixelRatio);
    context.scale(symbolPixelRatio, symbolPixelRatio);
    const outline = new Path2D(d);
    context.lineWidth = 2.5;
    context.strokeStyle = '#ffffff';
    context.stroke(outline);
    context.fillStyle = fill;
    context.fill(outline);
    context.fillStyle = '#ffffff';
    if (glyph.kind === 'path') {
      const offset = (symbolSize - signSide) / 2;
      context.translate(offset, offset);
      context.scale(signSide / glyph.grid, signSide / glyph.grid);
      context.fill(new Path2D(glyph.d));
    } else {
      context.font = `700 ${letterSize(glyph.letters)}px "Noto Sans", sans-serif`;
      context.textAlign = 'center';
      context.textBaseline = 'alphabetic';
      context.fillText(glyph.letters, symbolSize / 2, symbolSize / 2 + letterSize(glyph.letters) * 0.36);
    }
    return { id, data: context.getImageData(0, 0, symbolSize * symbolPixelRatio, symbolSize * symbolPixelRatio) };
  });
}

export const nucleusImage = 'kern';

/** The dot of a kern: an image, so that names keep clear of it. */
export function paintNucleus(): MapImage {
  const side = 14 * symbolPixelRatio;
  const context = canvasOf(side);
  context.fillStyle = mapColours.halo;
  context.beginPath();
  context.arc(side / 2, side / 2, 6.5 * symbolPixelRatio, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = mapColours.label;
  context.beginPath();
  context.arc(side / 2, side / 2, 5 * symbolPixelRatio, 0, 2 * Math.PI);
  context.fill();
  return { id: nucleusImage, data: context.getImageData(0, 0, side, side) };
}

/** "Geen gegevens": a wide hatch, so that not known never looks like a class. Repeats seamlessly. */
export function paintHatch(): MapImage {
  const side = 24;
  const context = canvasOf(side);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, side, side);
  context.strokeStyle = mapColours.noData;
  context.lineWidth = 2;
  context.beginPath();
  for (const shift of [-side, 0, side]) {
    context.moveTo(shift - 2, side + 2);
    context.lineTo(shift + side + 2, -2);
  }
  context.stroke();
  return { id: 'hatch', data: context.getImageData(0, 0, side, side) };
}

/** "Verborgen (minder dan 5)": dots, so that hidden never looks like zero or like not known. Repeats seamlessly. */
export function paintDots(): MapImage {
  const side = 16;
  const context = canvasOf(side);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, side, side);
  context.fillStyle = mapColours.hidden;
  for (const [x, y] of [[4, 4], [12, 12]] as const) {
    context.beginPath();
    context.arc(x, y, 2, 0, 2 * Math.PI);
    context.fill();
  }
  return { id: 'dots', data: context.getImageData(0, 0, side, side) };
}
