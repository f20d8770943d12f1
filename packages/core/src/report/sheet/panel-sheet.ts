import { boundsOf } from '../../geo/polygon.ts';
import type { MultiPolygon } from '../../geo/shapes.ts';
import type { Language, Municipality } from '../../model/index.ts';
import { mapColours } from '../map-colours.ts';
import { paintedArea, type AreaPaint } from './area-marks.ts';
import { barrierMarks } from './base-marks.ts';
import { boxPath, type Box, type Drawing, type Mark, type MeasureText } from './drawing.ts';
import { spotsInside } from './label-spots.ts';
import { pages, type PageId, type ReportFrameId } from './page.ts';
import { boxOnPage, fittingDenominator, projectTo } from './page-projection.ts';
import { shapePath } from './path-data.ts';
import { placeLabels, type LabelWish } from './place-labels.ts';
import { colophonLines } from './sheet-colophon.ts';
import { furnitureBox, furnitureMarks } from './sheet-furniture.ts';
import { headerOf } from './sheet-header.ts';
import type { SheetClass } from './sheet-subject.ts';
import { sheetWords } from './sheet-words.ts';
import { wrapText } from './text-lines.ts';

/** One of several small maps. */
export interface Panel {
  readonly heading: string;
  readonly note: string;
  readonly municipality: Municipality;
  readonly zones: readonly PanelZone[];
}

export interface PanelZone {
  readonly id: string;
  readonly name: string;
  readonly shape: MultiPolygon;
  readonly paint: AreaPaint;
  readonly figure: string;
}

/** Small maps beside each other, all in the same classes and at the same scale. */
export interface PanelSubject {
  readonly title: string;
  readonly subtitle: string;
  readonly panels: readonly Panel[];
  readonly classesNote: string;
  readonly classes: readonly SheetClass[];
  readonly classOpacity: number;
}

type Colophon = Parameters<typeof colophonLines>[0];
interface PanelSheet extends Colophon {
  readonly page: PageId | ReportFrameId;
  readonly language: Language;
}

/** Small maps on one sheet, as large as the page lets them be. Linear in the vertices shown. */
export function drawPanels({ title, subtitle, panels, classesNote, classes, classOpacity }: PanelSubject, input: PanelSheet, measure: MeasureText): Drawing {
  const { page, language, analysis: { provenance } } = input;
  const { widthMm, heightMm, enlargement, marginMm } = pages[page];
  const contentWidth = widthMm - 2 * marginMm;
  const header = headerOf(title, subtitle, provenance.municipality.fictitious, marginMm, contentWidth, enlargement, language, measure);
  const colophon = (denominator: number): readonly string[] => colophonLines(input, denominator, true).flatMap((line) => wrapText(line, 2 * enlargement, 'regular', contentWidth, 3, measure));
  const lineMm = 2.7 * enlargement;
  const colophonTop = heightMm - marginMm - colophon(100_000).length * lineMm;
  const strip: Box = { xMm: marginMm, yMm: colophonTop - 18 * enlargement, widthMm: contentWidth, heightMm: 15.5 * enlargement };
  const body: Box = { xMm: marginMm, yMm: marginMm + header.heightMm + 2 * enlargement, widthMm: contentWidth, heightMm: 0 };
  const room: Box = { ...body, heightMm: strip.yMm - body.yMm - 2 * enlargement };

  const headMm = 9.5 * enlargement;
  const cells = largestCells(panels, room, headMm, 4 * enlargement);
  const denominator = Math.max(...panels.map(({ municipality }, index) => fittingDenominator(boundsOf(municipality.boundary), mapBox(cells[index]!, headMm), enlargement)));
  const furniture = furnitureBox({ ...strip, heightMm: strip.heightMm }, 1000 / denominator, enlargement);
  const first = panels[0]!;
  const marks: readonly Mark[] = [
    ...header.marks,
    ...panels.map((panel, index) => panelMarks(panel, cells[index]!, headMm, denominator, enlargement, measure)),
    ...furnitureMarks(furniture, projectTo(mapBox(cells[0]!, headMm), denominator, middleOf(first.municipality)), enlargement, language),
    classStrip(classes, classOpacity, classesNote, panels, { ...strip, xMm: furniture.xMm + furniture.widthMm + 5 * enlargement, widthMm: strip.widthMm - furniture.widthMm - 5 * enlargement }, enlargement, language, measure),
    { kind: 'group', name: 'colophon', marks: colophon(denominator).map((text, index): Mark => ({ kind: 'text', xMm: marginMm, yMm: colophonTop + (index + 0.8) * lineMm, text, sizeMm: 2 * enlargement, weight: 'regular', anchor: 'start', colour: mapColours.softLabel })) },
  ];
  return { widthMm, heightMm, title, description: [subtitle, ...panels.map(({ heading, note }) => `${heading}: ${note}`)].join('. '), language, marks };
}

/** The grid that lets the maps be largest, filled row by row. */
function largestCells(panels: readonly Panel[], { xMm, yMm, widthMm, heightMm }: Box, headMm: number, gapMm: number): readonly Box[] {
  const grid = (columns: number): readonly Box[] => {
    const rows = Math.ceil(panels.length / columns);
    const cellWidth = (widthMm - gapMm * (columns - 1)) / columns;
    const cellHeight = (heightMm - gapMm * (rows - 1)) / rows;
    return panels.map((_, index) => ({ xMm: xMm + (index % columns) * (cellWidth + gapMm), yMm: yMm + Math.floor(index / columns) * (cellHeight + gapMm), widthMm: cellWidth, heightMm: cellHeight }));
  };
  const grids = panels.map((_, index) => grid(index + 1)).filter(([cell]) => cell!.heightMm > 2 * headMm && cell!.widthMm > 2 * headMm);
  const scaleOf = (cells: readonly Box[]): number => Math.max(...panels.map(({ municipality }, index) => exactDenominator(municipality, mapBox(cells[index]!, headMm))));
  return grids.toSorted((a, b) => scaleOf(a) - scaleOf(b))[0] ?? grid(Math.ceil(Math.sqrt(panels.length)));
}

function exactDenominator({ boundary }: Municipality, { widthMm, heightMm }: Box): number {
  const [minX, minY, maxX, maxY] = boundsOf(boundary);
  return Math.max((maxX - minX) / widthMm, (maxY - minY) / heightMm);
}

const mapBox = ({ xMm, yMm, widthMm, heightMm }: Box, headMm: number): Box => ({ xMm, yMm: yMm + headMm, widthMm, heightMm: heightMm - headMm });

function middleOf({ boundary }: Municipality): readonly [number, number] {
  const [minX, minY, maxX, maxY] = boundsOf(boundary);
  return [(minX + maxX) / 2, (minY + maxY) / 2];
}

function panelMarks({ heading, note, municipality, zones }: Panel, cell: Box, headMm: number, denominator: number, enlargement: number, measure: MeasureText): Mark {
  const frame = mapBox(cell, headMm);
  const projection = projectTo(frame, denominator, middleOf(municipality));
  const paths = zones.map(({ shape }) => shapePath(shape, projection));
  const boundary = shapePath(municipality.boundary, projection);
  const line = (d: string, colour: string, widthMm: number): Mark => ({ kind: 'path', d, stroke: { colour, widthMm: widthMm * enlargement } });
  const text = (words: string, yMm: number, sizeMm: number, weight: 'regular' | 'bold', colour: string): Mark => ({ kind: 'text', xMm: cell.xMm, yMm, text: wrapText(words, sizeMm, weight, cell.widthMm, 1, measure)[0] ?? '', sizeMm, weight, anchor: 'start', colour });
  return {
    kind: 'group', name: 'panel',
    marks: [
      text(heading, cell.yMm + 3.2 * enlargement, 3.1 * enlargement, 'bold', mapColours.label),
      text(note, cell.yMm + 7.2 * enlargement, 2.5 * enlargement, 'regular', mapColours.softLabel),
      {
        kind: 'group', name: 'panel-map', clip: boxPath(frame),
        marks: [
          { kind: 'path', d: boundary, fill: mapColours.ground },
          ...zones.flatMap(({ paint, shape }, index) => paintedArea(paths[index]!, paint, boxOnPage(shape, projection, frame))),
          ...barrierMarks({ ...municipality, crossings: [] }, projection, 0.6 * enlargement),
          ...paths.flatMap((d) => (d === '' ? [] : [line(d, mapColours.outline, 0.25)])),
          line(boundary, mapColours.boundary, 0.5),
          ...figureMarks(zones, projection, frame, enlargement, measure),
        ],
      },
    ],
  };
}

/** The figure of each zone within it, with its name where both find room. */
function figureMarks(zones: readonly PanelZone[], projection: ReturnType<typeof projectTo>, frame: Box, enlargement: number, measure: MeasureText): readonly Mark[] {
  const sizeMm = 2.3 * enlargement;
  const isNamed = frame.widthMm > 110 * enlargement && zones.length <= 20;
  const linesOf = ({ name, figure }: PanelZone): readonly string[] => (isNamed ? [...wrapText(name, sizeMm, 'bold', 30 * enlargement, 2, measure), figure] : [figure]).filter((line) => line !== '');
  const byId = new Map(zones.map((zone) => [zone.id, zone]));
  const wishes = zones.flatMap((zone): readonly LabelWish[] => {
    const lines = linesOf(zone);
    const spots = spotsInside(zone.shape, projection, frame);
    if (lines.length === 0 || spots[0] === undefined) return [];
    return [{ id: zone.id, widthMm: Math.max(...lines.map((line) => measure(line, sizeMm, 'bold'))) + 0.6, heightMm: lines.length * sizeMm * 1.2 + 0.4, anchor: spots[0], spots, mayLead: false }];
  });
  return placeLabels(wishes, [], frame).flatMap(({ id, box }) => linesOf(byId.get(id)!).map((line, index, lines): Mark => ({
    kind: 'text', xMm: box.xMm + box.widthMm / 2, yMm: box.yMm + 0.2 + (index + 0.86) * sizeMm * 1.2, text: line, sizeMm, weight: index === lines.length - 1 ? 'bold' : 'regular', anchor: 'middle',
    colour: mapColours.label, halo: { colour: mapColours.halo, widthMm: sizeMm * 0.3 },
  })));
}

/** The classes in one row, with what they stand for above them and what is not told at the end. */
function classStrip(classes: readonly SheetClass[], opacity: number, note: string, panels: readonly Panel[], box: Box, enlargement: number, language: Language, measure: MeasureText): Mark {
  const words = sheetWords[language];
  const has = (paint: AreaPaint): boolean => panels.some(({ zones }) => zones.some((zone) => zone.paint === paint));
  const entries: readonly { readonly paint: AreaPaint; readonly label: string }[] = [
    ...classes.map(({ colour, label }) => ({ paint: { colour, opacity }, label })),
    ...(has('hatch') ? [{ paint: 'hatch' as const, label: words.noData }] : []),
    ...(has('dots') ? [{ paint: 'dots' as const, label: words.hidden }] : []),
  ];
  const size = 2.4 * enlargement;
  const step = box.widthMm / entries.length;
  return {
    kind: 'group', name: 'legend',
    marks: [
      ...wrapText(note, size, 'bold', box.widthMm, 1, measure).map((line): Mark => ({ kind: 'text', xMm: box.xMm, yMm: box.yMm + 2.6 * enlargement, text: line, sizeMm: size, weight: 'bold', anchor: 'start', colour: mapColours.label })),
      ...entries.flatMap(({ paint, label }, index): readonly Mark[] => {
        const swatch: Box = { xMm: box.xMm + index * step, yMm: box.yMm + 4.2 * enlargement, widthMm: step - 2 * enlargement, heightMm: 4 * enlargement };
        const d = boxPath(swatch);
        return [
          { kind: 'path', d, fill: mapColours.ground }, ...paintedArea(d, paint, swatch), { kind: 'path', d, stroke: { colour: mapColours.outline, widthMm: 0.15 } },
          ...wrapText(label, size * 0.92, 'regular', step - 1.5 * enlargement, 2, measure).map((line, row): Mark => ({ kind: 'text', xMm: swatch.xMm, yMm: swatch.yMm + swatch.heightMm + (2.7 + row * 2.7) * enlargement, text: line, sizeMm: size * 0.92, weight: 'regular', anchor: 'start', colour: mapColours.label })),
        ];
      }),
    ],
  };
}
