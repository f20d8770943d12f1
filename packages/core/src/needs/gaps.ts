import { bandsWithin, known, unknown, type AgeBand, type CategoryId, type Count, type FacilityFunction, type LivingForm } from '../model/index.ts';
import type { AreaAnalysis, Coverage, Need } from './analysis.ts';
import type { Gap } from './gap.ts';
import type { FunctionPresence } from './area-figures.ts';
import { sumOver, type Area } from './area.ts';
import { from75, from80, type BlockCoverage } from './coverage.ts';
import type { FormBalance } from './local-analysis.ts';
import type { NormGround } from './need.ts';
import { personsWithin, type People } from './people.ts';
import { ratesOf } from './requirement.ts';

/** An area with its figures, to look for gaps in; `zone` null is the unassigned rest. */
export interface JudgedArea {
  readonly zone: string | null;
  readonly area: Area;
  readonly figures: Pick<AreaAnalysis, 'needs' | 'coverage' | 'functions' | 'housing'>;
}

/**
 * What is missing, worst first: by persons of 75 and older who go short, then of 80 and older, then all who do, then in the
 * order of the areas and of the norm set. What is unknown is no gap; it stands as unknown in its area. An area where nobody
 * lives has none.
 */
export function findGaps(areas: readonly JudgedArea[], grounds: readonly NormGround[], coverages: readonly BlockCoverage[], people: People): readonly Gap[] {
  const gaps = areas.flatMap(({ zone, area, figures }) => (sumOver(area, people.inhabitants) === 0 ? [] : [
    ...figures.needs.flatMap((need, index) => amountGap(zone, area, need, grounds[index]!, people) ?? []),
    ...figures.coverage.flatMap((coverage, index) => distanceGap(zone, area, coverage, coverages[index]!) ?? []),
    ...figures.functions.functions.flatMap((presence) => functionGap(zone, area, presence, people) ?? []),
    ...figures.housing.forms.flatMap((form) => housingGap(zone, area, form, people) ?? []),
  ]));
  return gaps
    .map((gap, order) => ({ gap, order }))
    .sort((a, b) => weight(b.gap.affected75) - weight(a.gap.affected75) || weight(b.gap.affected80) - weight(a.gap.affected80)
      || weight(b.gap.affected) - weight(a.gap.affected) || a.order - b.order)
    .map(({ gap }) => gap);
}

/** The same for the same zone and rule, whatever else changes. */
export const gapId = (zone: string | null, norm: string): string => `${zone ?? ''}/${norm}`;

function amountGap(zone: string | null, area: Area, { missing, required, present, reachable, band, category, status }: Need, { norm }: NormGround, people: People): Gap | null {
  if (missing.count.kind !== 'known' || required.count.kind !== 'known' || present.count.kind !== 'known' || missing.count.value < leastMissing) return null;
  const missingShare = missing.count.value / required.count.value;
  return {
    id: gapId(zone, norm.id), zone, norm: norm.id, kind: 'amount', category, function: null, form: null, status,
    required: required.count.value, present: present.count.value, reachable: reachable.amount,
    missing: missing.count.value, band: band?.missing ?? null, missingShare,
    affected: shortOf(area, people, bandsOf(norm, people), missingShare),
    affected75: shortOf(area, people, bandsOf(norm, people, from75), missingShare),
    affected80: shortOf(area, people, bandsOf(norm, people, from80), missingShare),
  };
}

function distanceGap(zone: string | null, area: Area, { beyond, persons, within, band, category, status }: Coverage, { norm, concerned75, concerned80 }: BlockCoverage): Gap | null {
  if (beyond.count.kind !== 'known' || persons.count.kind !== 'known' || within.count.kind !== 'known' || beyond.count.value === 0) return null;
  const beyondOf = (concerned: BlockCoverage['concerned75']): Count => (concerned ? known(sumOver(area, concerned.persons) - sumOver(area, concerned.within)) : unknown);
  return {
    id: gapId(zone, norm.id), zone, norm: norm.id, kind: 'distance', category, function: norm.function ?? null, form: null, status,
    required: persons.count.value, present: within.count.value, reachable: within.count,
    missing: beyond.count.value, band, missingShare: beyond.count.value / persons.count.value,
    affected: beyond.count, affected75: beyondOf(concerned75), affected80: beyondOf(concerned80),
  };
}

/** Each zone has the three functions, in one building or spread over it (OCMW Genk 2008, step 2): what is not in it is a gap. */
function functionGap(zone: string | null, area: Area, { function: missing, state, nearest }: FunctionPresence, people: People): Gap | null {
  if (zone === null || state === 'present' || state === 'unknown') return null;
  const norm = `functie-${missing}`;
  return {
    id: gapId(zone, norm), zone, norm, kind: 'function', category: categoryOfFunction[missing], function: missing, form: null, status: 'confirmed',
    required: 1, present: 0, reachable: known(nearest === null ? 0 : 1), missing: 1, band: null, missingShare: 1,
    affected: known(Math.round(sumOver(area, people.inhabitants))), affected75: livingIn(area, people, from75), affected80: livingIn(area, people, from80),
  };
}

/** Dwellings of one of the four forms of living that are needed and not there. */
function housingGap(zone: string | null, area: Area, { form, rule, status, needed, level, present, missing }: FormBalance, people: People): Gap | null {
  const required = needed[level].count;
  if (rule === null || status === null || missing.count.kind !== 'known' || required.kind !== 'known' || present.count.kind !== 'known' || missing.count.value < leastMissing) return null;
  const missingShare = missing.count.value / required.value;
  const [low, high] = [needed.low.count, needed.high.count];
  const { value: there } = present.count;
  return {
    id: gapId(zone, rule), zone, norm: rule, kind: 'housing', category: categoryOfForm[form], function: null, form, status,
    required: required.value, present: there, reachable: present.count, missing: missing.count.value,
    band: low.kind === 'known' && high.kind === 'known' ? { low: Math.max(0, low.value - there), high: Math.max(0, high.value - there) } : null,
    missingShare,
    // A dwelling stands for the person who needs it.
    affected: known(Math.round(missing.count.value)),
    affected75: shareOfOld(area, people, from75, missing.count.value), affected80: shareOfOld(area, people, from80, missing.count.value),
  };
}

/** Of the people behind missing dwellings, as many of an age as there are among those of 60 and older here. */
function shareOfOld(area: Area, people: People, age: AgeBand, missing: number): Count {
  const [old, elders] = [livingIn(area, people, age), livingIn(area, people, { from: 60, to: null })];
  if (old.kind !== 'known' || elders.kind !== 'known') return unknown;
  return known(elders.value === 0 ? 0 : Math.round((missing * old.value) / elders.value));
}

function livingIn(area: Area, people: People, age: AgeBand): Count {
  const persons = personsWithin(people, age);
  return persons ? known(Math.round(sumOver(area, persons))) : unknown;
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

/** Under which sign a gap in functions or housing stands on the map. */
const categoryOfFunction: Readonly<Record<FacilityFunction, CategoryId>> = { activiteitscentrum: 'ldc', coordinatiepunt: 'zorgloket', zorgkruispunt: 'wzc' };
const categoryOfForm: Readonly<Record<LivingForm, CategoryId>> = {
  'verzorgd-wonen': 'gaw', aanleunwonen: 'gaw', 'aangepast-wonen': 'seniorenwoning', 'levenslange-woning': 'seniorenwoning',
};

/** Shares of a requirement are exact fractions; less than a thousandth of a unit is their rounding, not a gap. */
const leastMissing = 0.001;

const weight = (count: Count) => (count.kind === 'known' ? count.value : -1);
