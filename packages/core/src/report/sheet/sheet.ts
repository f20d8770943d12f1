import { containsPoint } from '../../geo/polygon.ts';
import { categoryIds, err, facilitiesOf, ok, type Result } from '../../model/index.ts';
import { mapColours } from '../map-colours.ts';
import type { Box, Drawing, Mark } from './drawing.ts';
import { layOutLegend } from './legend.ts';
import type { DrawnFacility } from './map-marks.ts';
import { isPageId, pages } from './page.ts';
import { drawPanels } from './panel-sheet.ts';
import { planContent, planMap, type SheetTools } from './plan-map.ts';
import { colophonLines } from './sheet-colophon.ts';
import { headerOf } from './sheet-header.ts';
import type { SheetInput } from './sheet-input.ts';
import { legendSections, type LegendContent } from './sheet-legend.ts';
import { panelsOf } from './sheet-panels.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { subjectOf } from './sheet-subject.ts';
import { wrapText } from './text-lines.ts';

/**
 * One map on paper: title as the finding, map in Lambert 2008 at a round scale, legend, scale bar and north arrow true to the
 * projection, sources. It shows nothing that may not leave the planner's screen (counts of 1 to 4 are hidden). The same input
 * gives the same drawing. Linear in the vertices shown, but for names and signs, which are quadratic in their number.
 */
export function drawSheet(input: SheetInput, tools: SheetTools): Result<Drawing, SheetProblem> {
  const { municipality, plan, analysis, norms, layer, zone, page: pageId, language } = input;
  if (zone !== null && !plan.zones.some(({ id }) => id === zone)) return err({ code: 'unknown-zone', zone, known: plan.zones.map(({ id }) => id) });
  const panels = panelsOf(input);
  if (panels !== null) return panels.ok ? ok(drawPanels(panels.value, input, tools.measureText)) : panels;
  const told = subjectOf(layer, zone, analysis, norms, language);
  if (!told.ok) return told;
  const subject = told.value;
  const content = planContent(municipality, plan, facilitiesOf(municipality, plan), subject, zone, analysis.provenance.referenceYear, input.nuclei);
  const { bounds, zones, facilities } = content;
  if (!bounds.every(Number.isFinite)) return err({ code: 'nothing-to-draw' });

  const { widthMm, heightMm, enlargement, marginMm } = pages[pageId];
  const contentWidth = widthMm - 2 * marginMm;
  const measure = tools.measureText;
  const header = headerOf(subject.title, subject.subtitle, municipality.fictitious, marginMm, contentWidth, enlargement, language, measure);
  const legend = legendSections({
    subject, municipality, language, iconOf: tools.iconOf,
    zones: zones.map(({ name, paint, fill, id }) => ({ name, paint, fill, figure: inhabitantsFigure(subject.zones.get(id)?.note) })),
    symbols: countsOf(facilities.filter(({ facility: { x, y } }) => containsPoint(municipality.boundary, x, y))), hasPlanned: facilities.some(({ planned }) => planned), hasNuclei: input.nuclei.length > 0,
  });

  // The colophon names the scale, which depends on the room it leaves: its height is found with a scale of the same length.
  const colophon = (denominator: number): readonly string[] => colophonLines(input, denominator, subject.key !== null).flatMap((line) => wrapText(line, 2 * enlargement, 'regular', contentWidth, 3, measure));
  const lineMm = 2.7 * enlargement;
  const colophonHeight = colophon(100_000).length * lineMm;
  const isLandscape = widthMm > heightMm;
  const gap = 4 * enlargement;
  const bodyTop = marginMm + (isPageId(pageId) ? header.heightMm : Math.ceil(header.heightMm / headerStepMm) * headerStepMm) + 2 * enlargement;
  const bodyHeight = heightMm - marginMm - colophonHeight - 2.5 * enlargement - bodyTop;
  const columns = isLandscape ? 1 : 3;
  const columnWidthMm = isLandscape ? 60 * enlargement : (contentWidth - 2 * gap) / 3;
  const laidOut = layOutLegend(legend, { columns, columnWidthMm, gapMm: gap, heightMm: isLandscape ? bodyHeight : bodyHeight * 0.42, enlargement }, measure);
  const frame: Box = isLandscape
    ? { xMm: marginMm, yMm: bodyTop, widthMm: contentWidth - columnWidthMm - gap, heightMm: bodyHeight }
    : { xMm: marginMm, yMm: bodyTop, widthMm: contentWidth, heightMm: bodyHeight - laidOut.heightMm - gap };
  const legendAt: readonly [number, number] = isLandscape ? [frame.xMm + frame.widthMm + gap, bodyTop] : [marginMm, frame.yMm + frame.heightMm + gap];

  const map = planMap(content, bounds, frame, enlargement, language, tools);
  const colophonTop = heightMm - marginMm - colophonHeight;
  const marks: readonly Mark[] = [
    ...header.marks,
    ...map.marks,
    { kind: 'group', name: 'legend', marks: laidOut.at(...legendAt) },
    { kind: 'group', name: 'colophon', marks: colophon(map.projection.denominator).map((text, index): Mark => ({ kind: 'text', xMm: marginMm, yMm: colophonTop + (index + 0.8) * lineMm, text, sizeMm: 2 * enlargement, weight: 'regular', anchor: 'start', colour: mapColours.softLabel })) },
  ];
  return ok({ widthMm, heightMm, title: subject.title, description: [subject.subtitle, ...subject.remarks].join('. '), language, marks });
}

/** Maps in a report begin at the same height, so that they lie on the same ground. */
const headerStepMm = 7;

/** How many of each kind there are within the municipality; those beyond its border are drawn, since people walk to them, but not its own. */
const countsOf = (facilities: readonly DrawnFacility[]): LegendContent['symbols'] => categoryIds.flatMap((category) => {
  const those = facilities.filter(({ facility }) => facility.category === category);
  const planned = those.filter((one) => one.planned).length;
  return those.length === 0 ? [] : [{ category, open: those.length - planned, planned, drawnAs: those[0]!.drawnAs }];
});

const inhabitantsFigure = (note: string | undefined): string => (note ?? '').split(' ')[0]!;
