import { bandsWithin, known, unknown, type AgeBand, type Count } from '../model/index.ts';
import type { AreaAnalysis, Coverage, Gap, Need } from './analysis.ts';
import { sumOver, type Area } from './area.ts';
import { from75, type BlockCoverage } from './coverage.ts';
import type { NormGround } from './need.ts';
import type { People } from './people.ts';
import { ratesOf } from './requirement.ts';

/** An area with its figures, to look for gaps in; `zone` null is the unassigned rest. */
export interface JudgedArea {
  readonly zone: string | null;
  readonly area: Area;
  readonly figures: Pick<AreaAnalysis, 'needs' | 'coverage'>;
}

/**
 * What is missing, worst first: by persons of 75 and older who go short, then by all persons who do, then in the order of
 * the areas and of the norm set. What is unknown is no gap; it stands as unknown in its area.
 */
export function findGaps(areas: readonly JudgedArea[], grounds: readonly NormGround[], coverages: readonly BlockCoverage[], people: People): readonly Gap[] {
  const gaps = areas.flatMap(({ zone, area, figures }) => [
    ...figures.needs.flatMap((need, index) => amountGap(zone, area, need, grounds[index]!, people) ?? []),
    ...figures.coverage.flatMap((coverage, index) => distanceGap(zone, area, coverage, coverages[index]!) ?? []),
  ]);
  return gaps
    .map((gap, order) => ({ gap, order }))
    .sort((a, b) => weight(b.gap.affected75) - weight(a.gap.affected75) || weight(b.gap.affected) - weight(a.gap.affected) || a.order - b.order)
    .map(({ gap }) => gap);
}

function amountGap(zone: string | null, area: Area, { missing, required, category, status }: Need, { norm }: NormGround, people: People): Gap | null {
  if (missing.count.kind !== 'known' || required.count.kind !== 'known' || missing.count.value < leastMissing) return null;
  const missingShare = missing.count.value / required.count.value;
  return {
    zone, norm: norm.id, kind: 'amount', category, status, missing: missing.count.value, missingShare,
    affected: shortOf(area, people, bandsOf(norm, people), missingShare),
    affected75: shortOf(area, people, bandsOf(norm, people, from75), missingShare),
  };
}

function distanceGap(zone: string | null, area: Area, { beyond, persons, category, status }: Coverage, { norm, concerned75 }: BlockCoverage): Gap | null {
  if (beyond.count.kind !== 'known' || persons.count.kind !== 'known' || beyond.count.value === 0) return null;
  return {
    zone, norm: norm.id, kind: 'distance', category, status,
    missing: beyond.count.value, missingShare: beyond.count.value / persons.count.value,
    affected: beyond.count,
    affected75: concerned75 ? known(sumOver(area, concerned75.persons) - sumOver(area, concerned75.within)) : unknown,
  };
}

/** Bands the norm speaks of, within an age where one is given; null where a bracket cuts a band. */
function bandsOf(norm: NormGround['norm'], { bands }: People, within: AgeBand = { from: 0, to: null }): readonly number[] | null {
  const limit = bandsWithin(bands, within);
  const inside = new Set<number>();
  for (const rate of ratesOf(norm)) {
    const bracket = bandsWithin(bands, rate);
    if (!bracket || !limit) return null;
    for (const band of bracket) if (limit.includes(band)) inside.add(band);
  }
  return [...inside];
}

/** The missing share of the persons concerned, in whole persons. */
function shortOf(area: Area, { byBand }: People, bands: readonly number[] | null, missingShare: number): Count {
  if (!bands) return unknown;
  const persons = bands.reduce((sum, band) => sum + sumOver(area, byBand[band]!), 0);
  return known(Math.round(persons * missingShare));
}

/** Shares of a requirement are exact fractions; less than a thousandth of a unit is their rounding, not a gap. */
const leastMissing = 0.001;

const weight = (count: Count) => (count.kind === 'known' ? count.value : -1);
