import { boundsOf, containsPoint } from '../../geo/polygon.ts';
import type { Bounds } from '../../geo/shapes.ts';
import { categories, categoryIds, err, facilitiesOf, ok, type CategoryGroup, type CategoryId, type Facility, type Municipality, type Result } from '../../model/index.ts';
import { zoneOutlines } from '../../zoning/index.ts';
import type { AreaPaint } from './area-marks.ts';
import { boxPath, type Box, type Drawing, type Mark, type MeasureText } from './drawing.ts';
import type { IconOf } from './facility-signs.ts';
import { layOutLegend } from './legend.ts';
import { mapMarks, type DrawnFacility, type DrawnZone } from './map-marks.ts';
import { pages } from './page.ts';
import { drawPanels } from './panel-sheet.ts';
import { panelsOf } from './sheet-panels.ts';
import { fittingDenominator, projectTo, type PageProjection } from './page-projection.ts';
import { mapColours, zoneFillOpacity, zoneFills } from '../map-colours.ts';
import { legendSections, type LegendContent } from './sheet-legend.ts';
import { furnitureBox, furnitureMarks } from './sheet-furniture.ts';
import { headerOf } from './sheet-header.ts';
import type { SheetInput } from './sheet-input.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { colophonLines } from './sheet-colophon.ts';
import { subjectOf } from './sheet-subject.ts';
import { wrapText } from './text-lines.ts';
import { fourColours } from './zone-colours.ts';

/** What core does not have: the type text is set in, and the icons. */
export interface SheetTools {
  readonly measureText: MeasureText;
  readonly iconOf: IconOf;
}

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
  const outlines = zoneOutlines(municipality, plan);
  const about = outlines.find((one) => one.zone === zone);
  const bounds = boundsOf(about === undefined || about.shape.length === 0 ? municipality.boundary : about.shape);
  if (!bounds.every(Number.isFinite)) return err({ code: 'nothing-to-draw' });

  const { widthMm, heightMm, enlargement, marginMm } = pages[pageId];
  const contentWidth = widthMm - 2 * marginMm;
  const measure = tools.measureText;
  const header = headerOf(subject.title, subject.subtitle, municipality.fictitious, marginMm, contentWidth, enlargement, language, measure);
  const colours = fourColours(outlines.map(({ shape }) => shape));
  const zones = drawnZones(input, outlines, colours.map((colour) => zoneFills[colour % zoneFills.length]!), subject.zones);
  const facilities = drawnFacilities(input, subject.categories);
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
  const bodyTop = marginMm + header.heightMm + 2 * enlargement;
  const bodyHeight = heightMm - marginMm - colophonHeight - 2.5 * enlargement - bodyTop;
  const columns = isLandscape ? 1 : 3;
  const columnWidthMm = isLandscape ? 60 * enlargement : (contentWidth - 2 * gap) / 3;
  const laidOut = layOutLegend(legend, { columns, columnWidthMm, gapMm: gap, heightMm: isLandscape ? bodyHeight : bodyHeight * 0.42, enlargement }, measure);
  const frame: Box = isLandscape
    ? { xMm: marginMm, yMm: bodyTop, widthMm: contentWidth - columnWidthMm - gap, heightMm: bodyHeight }
    : { xMm: marginMm, yMm: bodyTop, widthMm: contentWidth, heightMm: bodyHeight - laidOut.heightMm - gap };
  const legendAt: readonly [number, number] = isLandscape ? [frame.xMm + frame.widthMm + gap, bodyTop] : [marginMm, frame.yMm + frame.heightMm + gap];

  const denominator = fittingDenominator(bounds, frame, 3 * enlargement);
  const furniture = furnitureBox(frame, 1000 / denominator, enlargement);
  const projection = clearOf(furniture, bounds, municipality, frame, denominator, 3 * enlargement);
  const map = mapMarks({ municipality, zones, facilities, nuclei: input.nuclei }, { projection, frame, furniture, enlargement }, tools.iconOf, measure);
  const colophonTop = heightMm - marginMm - colophonHeight;
  const marks: readonly Mark[] = [
    ...header.marks,
    map,
    { kind: 'path', d: boxPath(frame), stroke: { colour: mapColours.outline, widthMm: 0.2 } },
    ...furnitureMarks(furniture, projection, enlargement, language),
    { kind: 'group', name: 'legend', marks: laidOut.at(...legendAt) },
    { kind: 'group', name: 'colophon', marks: colophon(denominator).map((text, index): Mark => ({ kind: 'text', xMm: marginMm, yMm: colophonTop + (index + 0.8) * lineMm, text, sizeMm: 2 * enlargement, weight: 'regular', anchor: 'start', colour: mapColours.softLabel })) },
  ];
  return ok({ widthMm, heightMm, title: subject.title, description: [subject.subtitle, ...subject.remarks].join('. '), language, marks });
}

function drawnZones({ plan, zone, layer }: SheetInput, outlines: ReturnType<typeof zoneOutlines>, fills: readonly string[], told: ReadonlyMap<string, { readonly note: string; readonly paint: AreaPaint }>): readonly (DrawnZone & { readonly fill: string })[] {
  return plan.zones.map(({ id, name }, index) => {
    const { note = '', paint = null } = told.get(id) ?? {};
    const fill = fills[index]!;
    return { id, name, note, shape: outlines[index]!.shape, fill, faded: zone !== null && id !== zone, paint: layer.kind === 'zones' ? { colour: fill, opacity: zoneFillOpacity } : paint };
  });
}

/** Those that are open in the year of the data, and those that are to open later: hollow. */
function drawnFacilities({ municipality, plan, analysis }: SheetInput, shown: readonly CategoryId[]): readonly DrawnFacility[] {
  const year = analysis.provenance.referenceYear;
  const yearOf = (date: string): number => Number(date.slice(0, 4));
  const isClosed = ({ closed }: Facility): boolean => closed !== null && yearOf(closed) <= year;
  const facilities = facilitiesOf(municipality, plan)
    .filter((facility) => shown.includes(facility.category) && !isClosed(facility))
    .map((facility) => ({ facility, planned: facility.opened !== null && yearOf(facility.opened) > year }));
  const signed = signedGroups(facilities.map(({ facility: { category } }) => categories[category].group));
  return facilities.map((one) => ({ ...one, drawnAs: signed.has(categories[one.facility.category].group) ? 'sign' : 'dot' }));
}

/** More signs than this are no longer looked at one by one. */
const mostSigns = 80;

/** The groups that get signs, in the order of the tree (care first): each that still fits among the others. */
function signedGroups(groups: readonly CategoryGroup[]): ReadonlySet<CategoryGroup> {
  const signed = new Set<CategoryGroup>();
  let total = 0;
  for (const group of new Set(categoryIds.map((id) => categories[id].group))) {
    const count = groups.filter((one) => one === group).length;
    if (total + count > mostSigns) continue;
    total += count;
    signed.add(group);
  }
  return signed;
}

/** How many of each kind there are within the municipality; those beyond its border are drawn, since people walk to them, but not its own. */
const countsOf = (facilities: readonly DrawnFacility[]): LegendContent['symbols'] => categoryIds.flatMap((category) => {
  const those = facilities.filter(({ facility }) => facility.category === category);
  const planned = those.filter((one) => one.planned).length;
  return those.length === 0 ? [] : [{ category, open: those.length - planned, planned, drawnAs: those[0]!.drawnAs }];
});

const inhabitantsFigure = (note: string | undefined): string => (note ?? '').split(' ')[0]!;

const shiftsPerSide = 4;
const probesPerSide = 5;

/** The projection that hides least of the municipality behind scale and north, within the room the scale leaves around it; else in the middle. */
function clearOf(furniture: Box, [minX, minY, maxX, maxY]: Bounds, { boundary }: Municipality, frame: Box, denominator: number, paddingMm: number): PageProjection {
  const middle: readonly [number, number] = [(minX + maxX) / 2, (minY + maxY) / 2];
  const perMm = denominator / 1000;
  const slackX = Math.max(0, (frame.widthMm - 2 * paddingMm) * perMm - (maxX - minX)) / 2;
  const slackY = Math.max(0, (frame.heightMm - 2 * paddingMm) * perMm - (maxY - minY)) / 2;
  const steps = Array.from({ length: shiftsPerSide }, (_, i) => i / (shiftsPerSide - 1));
  // The map goes right and up, away from the lower left corner; the middle first, so that of equal places it is kept.
  const candidates = steps.flatMap((right) => steps.map((up) => ({ right, up }))).sort((a, b) => a.right + a.up - b.right - b.up || a.right - b.right);
  const hiddenAt = (projection: PageProjection): number => {
    let count = 0;
    for (let row = 0; row < probesPerSide; row++) {
      for (let column = 0; column < probesPerSide; column++) {
        const across = furniture.widthMm * ((column + 0.5) / probesPerSide);
        const below = frame.heightMm - furniture.heightMm * ((row + 0.5) / probesPerSide);
        if (containsPoint(boundary, projection.shown[0] + across * perMm, projection.shown[3] - below * perMm)) count++;
      }
    }
    return count;
  };
  const tried = candidates.map(({ right, up }) => projectTo(frame, denominator, [middle[0] - right * slackX, middle[1] - up * slackY]));
  const hiddenCounts = tried.map(hiddenAt);
  return tried[hiddenCounts.indexOf(Math.min(...hiddenCounts))]!;
}
