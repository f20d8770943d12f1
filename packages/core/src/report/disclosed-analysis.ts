import { bandsWithin, hidden, known, sumCounts, unknown, type AgeBand, type Count } from '../model/index.ts';
import type { AreaAnalysis, Coverage, Need, PlanAnalysis } from '../needs/index.ts';
import { discloseLinked, type Sum } from './disclose-linked.ts';

/** The people of an area as they may be told. */
export interface ToldPeople {
  readonly inhabitants: Count;
  readonly from75: Count;
  /** Aligned with the bands of the analysis. */
  readonly byBand: readonly Count[];
}

/** For whom a distance norm is met, as it may be told: the share goes where either of the counts behind it goes. */
export interface ToldCoverage {
  readonly persons: Count;
  readonly within: Count;
  readonly beyond: Count;
  readonly share: Count;
}

/** What an amount norm asks, as it may be told: a requirement is persons times a published rate, and would give them away. */
export interface ToldNeed {
  readonly required: Count;
  readonly present: Count;
  readonly missing: Count;
  readonly filledShare: Count;
}

/** An area with what may be told of it. */
export interface ToldArea {
  readonly kind: 'zone' | 'unassigned' | 'municipality';
  readonly zone: string | null;
  /** Empty for what is not assigned. */
  readonly name: string;
  readonly area: AreaAnalysis;
  readonly people: ToldPeople;
  /** One per distance norm, in the order of the norm set. */
  readonly coverage: readonly ToldCoverage[];
  /** One per amount norm, in the order of the norm set. */
  readonly needs: readonly ToldNeed[];
  /** Whether it may not be told how many of these ages there are: then nor what is reckoned from them. */
  readonly hides: (ages: AgeBand) => boolean;
}

/** Who reads it: the planner sees every figure, anyone else none that tells of fewer than five persons. */
export type Audience = 'planner' | 'public';

const toldBefore = new WeakMap<PlanAnalysis, Readonly<Record<Audience, readonly ToldArea[]>>>();

/**
 * Zones in the order of the plan, what is not assigned (when there is any), and the municipality last, with the figures that
 * may be told of them: the one place where figures are hidden, so that no two tables, maps or files together tell what one
 * of them hides. Computed once per analysis. O(areas × (bands + norms)), and what `discloseLinked` takes for what is hidden.
 */
export function toldAreas(analysis: PlanAnalysis, audience: Audience): readonly ToldArea[] {
  const found = toldBefore.get(analysis) ?? { planner: areasFor(analysis, 'planner', null), public: areasFor(analysis, 'public', null) };
  toldBefore.set(analysis, found);
  return found[audience];
}

/** The areas of an analysis for anybody who sees those of `base` beside them: what is hidden there is hidden here too, as it may be the same figure. */
export const toldAreasBeside = (analysis: PlanAnalysis, base: readonly ToldArea[]): readonly ToldArea[] => areasFor(analysis, 'public', base);

/** The same area in two analyses: zones go by their id. */
export const areaKey = ({ kind, zone }: Pick<ToldArea, 'kind' | 'zone'>): string => (kind === 'zone' ? `zone ${zone!}` : kind);

type BareArea = Omit<ToldArea, 'people' | 'coverage' | 'needs' | 'hides'>;

function areasFor(analysis: PlanAnalysis, audience: Audience, base: readonly ToldArea[] | null): readonly ToldArea[] {
  const { zones, unassigned, municipality, provenance } = analysis;
  const areas: readonly BareArea[] = [
    ...zones.map((area) => ({ kind: 'zone' as const, zone: area.zone, name: area.name, area })),
    ...(unassigned.blocks > 0 ? [{ kind: 'unassigned' as const, zone: null, name: '', area: unassigned }] : []),
    { kind: 'municipality', zone: null, name: provenance.municipality.name, area: municipality },
  ];
  if (audience === 'planner') return areas.map((one) => ({ ...one, ...everything(one.area), needs: one.area.needs.map((need) => toldNeed(need, false)), hides: () => false }));
  const before = new Map((base ?? []).map((told) => [areaKey(told), told]));
  const persons = toldPersons(analysis, areas, areas.map((one) => before.get(areaKey(one)) ?? null));
  const needs = municipality.needs.map((_, norm) => toldNeeds(areas.map(({ area }) => area.needs[norm]!), areas.map((one, row) => {
    const lines = one.area.needs[norm]!.derivation?.lines ?? [];
    return lines.some((line) => persons[row]!.hides(line)) || before.get(areaKey(one))?.needs[norm]?.required.kind === 'hidden';
  })));
  return areas.map((area, row) => ({ ...area, ...persons[row]!, needs: needs.map((column) => column[row]!) }));
}

type ToldPersons = Pick<ToldArea, 'people' | 'coverage' | 'hides'>;

const everything = ({ inhabitants, from75, byBand, coverage }: AreaAnalysis): Omit<ToldPersons, 'hides'> => ({
  people: { inhabitants: inhabitants.count, from75: from75.count, byBand },
  coverage: coverage.map(({ persons, within, beyond, share }) => ({ persons: persons.count, within: within.count, beyond: beyond.count, share })),
});

/**
 * All counts of persons of all areas, hidden together: the bands of an area add up to its inhabitants, to its people of 75 and
 * older and to those of every range of ages that a norm asks for; who has a facility within a distance and who has not add up
 * to those of its ages; who has it nearer is among who has it further off; and every column adds up to the municipality.
 */
function toldPersons({ bands, municipality }: PlanAnalysis, areas: readonly BareArea[], before: readonly (ToldArea | null)[]): readonly ToldPersons[] {
  const counts: Count[] = [];
  const sums: Sum[] = [];
  const gone = new Set<number>();
  const unprinted = new Set<number>();
  /** One count of every area, adding up downwards; gives the position of the first. */
  const column = (pick: (area: AreaAnalysis, row: number) => Count, toldBefore?: (told: ToldArea) => Count | undefined): number => {
    const first = counts.length;
    for (const [row, { area }] of areas.entries()) {
      const told = before[row] ?? null;
      if (told !== null && toldBefore?.(told)?.kind === 'hidden') gone.add(counts.length);
      counts.push(pick(area, row));
    }
    sums.push({ parts: Array.from({ length: areas.length - 1 }, (_, row) => first + row), whole: first + areas.length - 1 });
    return first;
  };
  const reckonable = (pick: (area: AreaAnalysis, row: number) => Count): number => {
    const first = column(pick);
    for (const row of areas.keys()) unprinted.add(first + row);
    return first;
  };
  const across = (parts: readonly number[], whole: number): void => {
    if (parts.length > 0) for (const row of areas.keys()) sums.push({ parts: parts.map((part) => part + row), whole: whole + row });
  };
  const all = column(({ inhabitants }) => inhabitants.count, ({ people }) => people.inhabitants);
  const old = column(({ from75 }) => from75.count, ({ people }) => people.from75);
  const byBand = bands.map((_, band) => column((area) => area.byBand[band]!, ({ people }) => people.byBand[band]));
  const isOld = bands.map(({ from }) => from >= 75);
  across(byBand, all);
  across(byBand.filter((_, band) => isOld[band]), old);
  // Those under 75 are told by the difference: with the old ones they are everybody.
  across([old, ...byBand.filter((_, band) => !isOld[band])], all);
  const rangeAt = new Map<string, number>();
  for (const ages of rangesOf(municipality)) {
    const inside = bandsWithin(bands, ages);
    if (inside === null || inside.length === 0 || rangeAt.has(rangeKey(ages))) continue;
    const range = reckonable(({ byBand: persons }) => sumCounts(inside.map((band) => persons[band]!)));
    rangeAt.set(rangeKey(ages), range);
    across(inside.map((band) => byBand[band]!), range);
  }
  const coverage = municipality.coverage.map((one, norm) => {
    const persons = column(({ coverage: of }) => of[norm]!.persons.count, ({ coverage: of }) => of[norm]?.persons);
    const within = column(({ coverage: of }) => of[norm]!.within.count, ({ coverage: of }) => of[norm]?.within);
    const beyond = column(({ coverage: of }) => of[norm]!.beyond.count, ({ coverage: of }) => of[norm]?.beyond);
    across([within, beyond], persons);
    // Of whom no distance is known is the difference with all of those ages.
    const whole = one.ages === null ? all : rangeAt.get(rangeKey(one.ages));
    if (whole !== undefined) across([persons, reckonable(({ coverage: of }, row) => less(counts[whole + row]!, of[norm]!.persons.count))], whole);
    return { persons, within, beyond };
  });
  for (const [norm, one] of municipality.coverage.entries()) {
    for (const [other, further] of municipality.coverage.entries()) {
      if (norm === other || !isAmong(one, further, norm < other)) continue;
      const [near, far] = [coverage[norm]!.within, coverage[other]!.within];
      across([near, reckonable((area) => less(area.coverage[other]!.within.count, area.coverage[norm]!.within.count))], far);
    }
  }
  const told = discloseLinked(counts, sums, { gone, unprinted });
  return areas.map(({ area }, row): ToldPersons => {
    const at = (first: number): Count => told[first + row]!;
    const hides = (first: number): boolean => at(first).kind === 'hidden';
    return {
      people: { inhabitants: at(all), from75: at(old), byBand: byBand.map(at) },
      coverage: coverage.map(({ persons, within, beyond }, norm) => {
        const { share } = area.coverage[norm]!;
        return { persons: at(persons), within: at(within), beyond: at(beyond), share: share.kind === 'known' && [persons, within, beyond].some(hides) ? hidden : share };
      }),
      hides: (ages) => {
        const range = rangeAt.get(rangeKey(ages));
        return hides(all) || (range === undefined ? bands.some((band, index) => overlaps(band, ages) && hides(byBand[index]!)) : hides(range));
      },
    };
  });
}

/** Ages that figures of an area are reckoned from. */
const rangesOf = ({ coverage, needs, localNeeds }: AreaAnalysis): readonly AgeBand[] =>
  [...coverage.flatMap(({ ages }) => ages ?? []), ...[...needs, ...localNeeds].flatMap(({ derivation }): readonly AgeBand[] => derivation?.lines ?? [])];

const rangeKey = ({ from, to }: AgeBand): string => `${from}-${to ?? ''}`;
const overlaps = (one: AgeBand, other: AgeBand): boolean => one.from <= (other.to ?? Infinity) && other.from <= (one.to ?? Infinity);
/** Persons of another year are fractions: what is left of subtracting equal ones is nobody. */
const less = (whole: Count, part: Count): Count => (whole.kind === 'known' && part.kind === 'known' ? known(Number((whole.value - part.value).toFixed(6))) : unknown);

/** Whether all within the one are within the other: the same facilities and ages further off, or the same distance for more ages; of two alike, the first. */
function isAmong(one: Coverage, other: Coverage, isFirst: boolean): boolean {
  if (one.category !== other.category) return false;
  const isSameAges = one.ages === other.ages || (one.ages !== null && other.ages !== null && rangeKey(one.ages) === rangeKey(other.ages));
  if (isSameAges) return one.withinMetres < other.withinMetres || (isFirst && one.withinMetres === other.withinMetres);
  const isInside = other.ages === null || (one.ages !== null && one.ages.from >= other.ages.from && (one.ages.to ?? Infinity) <= (other.ages.to ?? Infinity));
  return isInside && one.withinMetres === other.withinMetres;
}

/** A requirement goes where the persons behind it go, and where they are few; what is left adds up downwards. */
function toldNeeds(needs: readonly Need[], isGone: readonly boolean[]): readonly ToldNeed[] {
  const behind = needs.map(({ derivation }): Count => (derivation === null ? unknown : known(derivation.lines.reduce((sum, { persons }) => sum + persons, 0))));
  const parts = [...needs.keys()].slice(0, -1);
  const told = discloseLinked(behind, [{ parts, whole: needs.length - 1 }], { gone: new Set([...needs.keys()].filter((row) => isGone[row])) });
  return needs.map((need, row) => toldNeed(need, told[row]!.kind === 'hidden'));
}

function toldNeed({ required, present, missing, filledShare }: Need, hides: boolean): ToldNeed {
  const tell = (count: Count): Count => (hides && count.kind === 'known' ? hidden : count);
  return { required: tell(required.count), present: present.count, missing: tell(missing.count), filledShare: tell(filledShare) };
}
