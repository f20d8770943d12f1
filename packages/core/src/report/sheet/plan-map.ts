import { boundsOf, containsPoint } from '../../geo/polygon.ts';
import type { Bounds } from '../../geo/shapes.ts';
import { categories, categoryIds, type CategoryGroup, type CategoryId, type Facility, type Language, type Municipality, type Plan } from '../../model/index.ts';
import { mapColours, zoneFillOpacity, zoneFills } from '../map-colours.ts';
import { boxPath, type Box, type Mark, type MeasureText } from './drawing.ts';
import type { IconOf } from './facility-signs.ts';
import { mapMarks, type DrawnFacility, type DrawnZone, type NamedPlace } from './map-marks.ts';
import { fittingDenominator, projectTo, type PageProjection } from './page-projection.ts';
import { furnitureBox, furnitureMarks } from './sheet-furniture.ts';
import type { SheetSubject } from './sheet-subject.ts';
import { fourColours } from './zone-colours.ts';
import { zoneShapes } from './zone-shapes.ts';

/** What core does not have: the type text is set in, and the icons. */
export interface SheetTools {
  readonly measureText: MeasureText;
  readonly iconOf: IconOf;
}

/** What is drawn of a plan, before it has a place on paper. */
export interface PlanContent {
  readonly municipality: Municipality;
  readonly zones: readonly (DrawnZone & { readonly fill: string })[];
  readonly facilities: readonly DrawnFacility[];
  readonly nuclei: readonly NamedPlace[];
  /** What the map is about, in Lambert 2008 metres; not finite where there is nothing to draw. */
  readonly bounds: Bounds;
}

/** The zones and facilities that a subject shows; `zone` is the one it is about, null the whole municipality. */
export function planContent(municipality: Municipality, plan: Plan, facilities: readonly Facility[], subject: SheetSubject, zone: string | null, year: number, nuclei: readonly NamedPlace[]): PlanContent {
  const outlines = zoneShapes(municipality, plan);
  const colours = fourColours(outlines.map(({ shape }) => shape));
  const about = outlines.find((one) => one.zone === zone);
  return {
    municipality, nuclei,
    bounds: boundsOf(about === undefined || about.shape.length === 0 ? municipality.boundary : about.shape),
    zones: plan.zones.map(({ id, name }, index) => {
      const { note = '', paint = null } = subject.zones.get(id) ?? {};
      const fill = zoneFills[colours[index]! % zoneFills.length]!;
      return { id, name, note, shape: outlines[index]!.shape, fill, faded: zone !== null && id !== zone, paint: subject.key === null && subject.categories.length === 0 ? { colour: fill, opacity: zoneFillOpacity } : paint };
    }),
    facilities: drawnFacilities(facilities, year, subject.categories),
  };
}

/** The map in its frame at a round scale, with scale bar and north arrow true to the projection in its lower left corner. */
export function planMap(content: PlanContent, bounds: Bounds, frame: Box, enlargement: number, language: Language, tools: SheetTools): { readonly marks: readonly Mark[]; readonly projection: PageProjection } {
  const padding = 3 * enlargement;
  const denominator = fittingDenominator(bounds, frame, padding);
  const furniture = furnitureBox(frame, 1000 / denominator, enlargement);
  const projection = clearOf(furniture, bounds, content.municipality, frame, denominator, padding);
  return {
    projection,
    marks: [
      mapMarks(content, { projection, frame, furniture, enlargement }, tools.iconOf, tools.measureText),
      { kind: 'path', d: boxPath(frame), stroke: { colour: mapColours.outline, widthMm: 0.2 } },
      ...furnitureMarks(furniture, projection, enlargement, language),
    ],
  };
}

/** Those that are open in the year of the data, and those that are to open later: hollow. */
function drawnFacilities(all: readonly Facility[], year: number, shown: readonly CategoryId[]): readonly DrawnFacility[] {
  const yearOf = (date: string): number => Number(date.slice(0, 4));
  const isClosed = ({ closed }: Facility): boolean => closed !== null && yearOf(closed) <= year;
  const facilities = all
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
