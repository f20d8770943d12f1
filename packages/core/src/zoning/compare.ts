import type { Division, Municipality } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import { persons, share, type Persons, type Share } from '../model/units.ts';
import { bestMatching } from './matching.ts';

/** How two divisions of the same people lie over each other. */
export interface Overlap {
  /** Inhabitants in class i of the first and class j of the second. */
  readonly inhabitants: readonly (readonly number[])[];
  /** Per class of the first the class of the second that it is matched with, each once, so that most people stay; -1 for none. */
  readonly match: readonly number[];
  /** Inhabitants who are not in the match of their class. */
  readonly moved: Persons;
  readonly movedShare: Share;
  /** 1 when the two are the same, about 0 when one says nothing about the other (Hubert and Arabie 1985). */
  readonly adjustedRand: number;
  /** 1 when each class of the second lies within one class of the first. */
  readonly homogeneity: number;
  /** 1 when each class of the first lies within one class of the second. */
  readonly completeness: number;
  /** Harmonic mean of the two (Rosenberg and Hirschberg 2007). */
  readonly vMeasure: number;
  /** Variation of information in nats: a distance, 0 when the two are the same (Meilă 2007). */
  readonly variationOfInformation: number;
}

/**
 * Compares two divisions unit by unit: classes 0 and up, -1 for a unit that is in none (left out of both), each unit
 * counting for its inhabitants. Formulas and fixtures: zoning.md 3. O(units + classes³).
 */
export function compareDivisions(inhabitants: ArrayLike<number>, first: ArrayLike<number>, second: ArrayLike<number>): Overlap {
  let rows = 0;
  let columns = 0;
  for (let i = 0; i < first.length; i++) {
    rows = Math.max(rows, first[i]! + 1);
    columns = Math.max(columns, second[i]! + 1);
  }
  const table = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  const rowSum = new Array<number>(rows).fill(0);
  const columnSum = new Array<number>(columns).fill(0);
  let total = 0;
  for (let i = 0; i < first.length; i++) {
    const row = first[i]!;
    const column = second[i]!;
    if (row < 0 || column < 0) continue;
    table[row]![column]! += inhabitants[i]!;
    rowSum[row]! += inhabitants[i]!;
    columnSum[column]! += inhabitants[i]!;
    total += inhabitants[i]!;
  }

  const match = Array.from(bestMatching(table));
  const stay = match.reduce((sum, column, row) => sum + (column === -1 ? 0 : table[row]![column]!), 0);

  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const sumOf = (counts: readonly number[], term: (count: number) => number): number => counts.reduce((sum, count) => sum + term(count), 0);
  const together = sumOf(table.flat(), pairs);
  const inRows = sumOf(rowSum, pairs);
  const inColumns = sumOf(columnSum, pairs);
  const expected = total < 2 ? 0 : (inRows * inColumns) / pairs(total);
  const greatest = (inRows + inColumns) / 2;

  const entropy = (counts: readonly number[]): number => -sumOf(counts, (count) => (count === 0 ? 0 : (count / total) * Math.log(count / total)));
  const ofRows = entropy(rowSum);
  const ofColumns = entropy(columnSum);
  const ofBoth = entropy(table.flat());
  const homogeneity = ofRows === 0 ? 1 : 1 - (ofBoth - ofColumns) / ofRows;
  const completeness = ofColumns === 0 ? 1 : 1 - (ofBoth - ofRows) / ofColumns;
  return {
    inhabitants: table,
    match,
    moved: persons(total - stay),
    movedShare: share(total === 0 ? 0 : (total - stay) / total),
    adjustedRand: greatest === expected ? 1 : (together - expected) / (greatest - expected),
    homogeneity,
    completeness,
    vMeasure: homogeneity + completeness === 0 ? 0 : (2 * homogeneity * completeness) / (homogeneity + completeness),
    variationOfInformation: 2 * ofBoth - ofRows - ofColumns,
  };
}

/** A plan beside an existing division. */
export interface PlanComparison {
  /** Ids of the zones, in the order of the rows. */
  readonly zones: readonly string[];
  /** Ids of the areas, in the order of the columns. */
  readonly areas: readonly string[];
  readonly overlap: Overlap;
  /** Names, in the same order. */
  readonly zoneNames: readonly string[];
  readonly areaNames: readonly string[];
  /** Ids of the areas that lie in more than one zone, a fringe of at most a tenth of their inhabitants not counted. */
  readonly splitAreas: readonly string[];
  /** Inhabitants of blocks that are in no zone, or in no area: in no sum above. */
  readonly leftOut: Persons;
}

/** Less of an area than this beyond a border is a fringe, not a split. */
const fringeShare = 0.1;

/** How the zones of a plan lie over the areas of a division (wijken, stadsdelen): who would change area, and how alike the two are. By whole blocks. */
export function compareWithDivision({ blocks }: Municipality, plan: Plan, division: Division): PlanComparison {
  const zoneIndex = new Map(plan.zones.map(({ id }, index) => [id, index]));
  const zoneOf = blocks.map(({ id }) => zoneIndex.get(plan.zoneOfBlock[id] ?? '') ?? -1);
  const inhabitants = blocks.map((block) => block.inhabitants);
  return overlapOf(
    inhabitants,
    { ids: plan.zones.map(({ id }) => id), names: plan.zones.map(({ name }) => name), classes: zoneOf },
    { ids: division.areas.map(({ id }) => id), names: division.areas.map(({ name }) => name), classes: division.areaOfBlock },
  );
}

/** Named classes, and the class of each unit; -1 for none. */
interface Classes {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly classes: ArrayLike<number>;
}

/** How two divisions lie over each other, unit by unit, each unit counting for its inhabitants. O(units + classes³). */
export function overlapOf(inhabitants: ArrayLike<number>, first: Classes, second: Classes): PlanComparison {
  let leftOut = 0;
  for (let unit = 0; unit < inhabitants.length; unit++) if (first.classes[unit] === -1 || second.classes[unit] === -1) leftOut += inhabitants[unit]!;
  const overlap = compareDivisions(inhabitants, first.classes, second.classes);
  const isSplit = (area: number): boolean => {
    const held = overlap.inhabitants.map((row) => row[area] ?? 0);
    const total = held.reduce((sum, count) => sum + count, 0);
    return held.filter((count) => count > 0 && count >= fringeShare * total).length > 1;
  };
  return {
    zones: first.ids, areas: second.ids, zoneNames: first.names, areaNames: second.names,
    splitAreas: second.ids.flatMap((id, area) => (isSplit(area) ? [id] : [])),
    overlap,
    leftOut: persons(leftOut),
  };
}
