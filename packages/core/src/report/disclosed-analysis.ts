import { hidden, known, unknown, type AgeBand, type Count } from '../model/index.ts';
import type { AreaAnalysis, Coverage, Need, PlanAnalysis } from '../needs/index.ts';
import { discloseLinked, type Sum } from './disclose-linked.ts';
import { disclose } from './disclose.ts';

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
  const beforeOf = areas.map((one) => before.get(areaKey(one)) ?? null);
  const people = toldPeople(analysis, areas, beforeOf);
  const coverage = municipality.coverage.map((_, norm) => toldCoverage(norm, areas, people.map(({ hides }) => hides), beforeOf));
  const needs = municipality.needs.map((_, norm) => toldNeeds(areas.map(({ area }) => area.needs[norm]!), areas.map((one, row) => {
    const lines = one.area.needs[norm]!.derivation?.lines ?? [];
    return lines.some((line) => people[row]!.hides(line)) || beforeOf[row]?.needs[norm]?.required.kind === 'hidden';
  })));
  return areas.map((area, row) => ({ ...area, ...people[row]!, coverage: coverage.map((column) => column[row]!), needs: needs.map((column) => column[row]!) }));
}

const everything = ({ inhabitants, from75, byBand, coverage }: AreaAnalysis): Pick<ToldArea, 'people' | 'coverage'> => ({
  people: { inhabitants: inhabitants.count, from75: from75.count, byBand },
  coverage: coverage.map(({ persons, within, beyond, share }) => ({ persons: persons.count, within: within.count, beyond: beyond.count, share })),
});

/** What is gathered to be hidden together: counts of every area, each column adding up to the last area, and what adds up across columns. */
function linkedColumns(rows: number) {
  const counts: Count[] = [];
  const sums: Sum[] = [];
  const gone = new Set<number>();
  return {
    /** One count of every area; gives the position of the first. */
    column: (pick: (row: number) => Count, isGone: (row: number) => boolean): number => {
      const first = counts.length;
      for (let row = 0; row < rows; row++) {
        if (isGone(row)) gone.add(first + row);
        counts.push(pick(row));
      }
      sums.push({ parts: Array.from({ length: rows - 1 }, (_, row) => first + row), whole: first + rows - 1 });
      return first;
    },
    /** In every area the first columns add up to the last. */
    across: (parts: readonly number[], whole: number): void => {
      if (parts.length > 0) for (let row = 0; row < rows; row++) sums.push({ parts: parts.map((part) => part + row), whole: whole + row });
    },
    told: (): readonly Count[] => discloseLinked(counts, sums, { gone }),
  };
}

/**
 * The people of all areas: the bands of an area add up to its inhabitants and the old ones to its people of 75 and older. What is
 * reckoned from ages goes where one of these ages is hidden (`hides`), so that what is told of it follows from ages that are told.
 */
function toldPeople({ bands }: PlanAnalysis, areas: readonly BareArea[], before: readonly (ToldArea | null)[]): readonly Pick<ToldArea, 'people' | 'hides'>[] {
  const { column, across, told: tell } = linkedColumns(areas.length);
  const peopleColumn = (pick: (area: AreaAnalysis) => Count, toldBefore: (people: ToldPeople) => Count | undefined): number =>
    column((row) => pick(areas[row]!.area), (row) => { const one = before[row] ?? null; return one !== null && toldBefore(one.people)?.kind === 'hidden'; });
  const all = peopleColumn(({ inhabitants }) => inhabitants.count, ({ inhabitants }) => inhabitants);
  const old = peopleColumn(({ from75 }) => from75.count, ({ from75 }) => from75);
  const byBand = bands.map((_, band) => peopleColumn((area) => area.byBand[band]!, (people) => people.byBand[band]));
  const isOld = bands.map(({ from }) => from >= 75);
  across(byBand, all);
  across(byBand.filter((_, band) => isOld[band]), old);
  // Those under 75 are told by the difference: with the old ones they are everybody.
  across([old, ...byBand.filter((_, band) => !isOld[band])], all);
  const told = tell();
  return areas.map((_, row) => {
    const hidesAt = (first: number): boolean => told[first + row]!.kind === 'hidden';
    return {
      people: { inhabitants: told[all + row]!, from75: told[old + row]!, byBand: byBand.map((first) => told[first + row]!) },
      hides: ({ from, to }) => {
        if (from === 0 && to === null) return hidesAt(all);
        if (from === 75 && to === null) return hidesAt(old);
        return bands.some((band, index) => overlaps(band, { from, to }) && hidesAt(byBand[index]!));
      },
    };
  });
}

const everybody: AgeBand = { from: 0, to: null };
const overlaps = (one: AgeBand, other: AgeBand): boolean => one.from <= (other.to ?? Infinity) && other.from <= (one.to ?? Infinity);

/**
 * For whom a distance norm is met: those within and those beyond add up to those of its ages. Who has a facility nearer is among
 * who has it further off: where all but a few of those of another norm are within this one, they are not told beside them.
 */
function toldCoverage(norm: number, areas: readonly BareArea[], hides: readonly ToldArea['hides'][], before: readonly (ToldArea | null)[]): readonly ToldCoverage[] {
  const { column, across, told: tell } = linkedColumns(areas.length);
  const of = (row: number, which = norm): Coverage => areas[row]!.area.coverage[which]!;
  const wasGone = (row: number, pick: (one: ToldCoverage) => Count): boolean => { const one = before[row]?.coverage[norm]; return one !== undefined && pick(one).kind === 'hidden'; };
  const wider = areas[0]!.area.coverage.flatMap((other, which) => (which !== norm && isAmong(of(0), other) ? [which] : []));
  // Those within or beyond alone would be the least that a hidden number of persons can be.
  const isGone = areas.map((_, row) => hides[row]!(of(row).ages ?? everybody));
  const persons = column((row) => of(row).persons.count, (row) => isGone[row]! || wasGone(row, (one) => one.persons));
  const within = column((row) => of(row).within.count, (row) => isGone[row]! || wider.some((which) => disclose(less(of(row, which).within.count, of(row).within.count)).kind === 'hidden') || wasGone(row, (one) => one.within));
  const beyond = column((row) => of(row).beyond.count, (row) => isGone[row]! || wasGone(row, (one) => one.beyond));
  across([within, beyond], persons);
  const told = tell();
  return areas.map((_, row) => {
    const [all, near, far] = [persons, within, beyond].map((first) => told[first + row]!) as [Count, Count, Count];
    const { share } = of(row);
    return { persons: all, within: near, beyond: far, share: share.kind === 'known' && [all, near, far].some(({ kind }) => kind === 'hidden') ? hidden : share };
  });
}

/** Persons of another year are fractions: what is left of subtracting equal ones is nobody. */
const less = (whole: Count, part: Count): Count => (whole.kind === 'known' && part.kind === 'known' ? known(Number((whole.value - part.value).toFixed(6))) : unknown);

/** Whether all within the one are within the other: the same facilities and ages further off, or the same distance for more ages. */
function isAmong(one: Coverage, other: Coverage): boolean {
  if (one.category !== other.category) return false;
  const isSameAges = one.ages?.from === other.ages?.from && one.ages?.to === other.ages?.to;
  if (isSameAges) return one.withinMetres < other.withinMetres;
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
