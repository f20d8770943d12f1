import { hidden, known, unknown, type Count } from '../model/index.ts';
import type { AreaAnalysis, Estimate, FormBalance, LocalNeed, PlanAnalysis } from '../needs/index.ts';
import { discloseLinked } from './disclose-linked.ts';
import { toldAreas, type Audience, type ToldPeople } from './disclosed-analysis.ts';

/** Three estimates of one thing as they may be told: all of them or none. */
export interface ToldEstimate {
  readonly low: Count;
  readonly middle: Count;
  readonly high: Count;
}

/** What may be told of the local need of an area, of how its people live and of how vulnerable they are. */
export interface ToldLocal {
  /** One per rule of local need, in the order of the norm set. */
  readonly localNeeds: readonly { readonly now: ToldEstimate; readonly later: readonly (ToldEstimate & { readonly year: number })[] }[];
  /** One per form of living, in the order of the analysis. */
  readonly forms: readonly { readonly needed: ToldEstimate; readonly present: Count; readonly planned: Count; readonly missing: Count }[];
  /** Mean factor of vulnerability, and the mean of each indicator. */
  readonly factor: Count;
  readonly indicators: readonly Count[];
}

const toldBefore = new WeakMap<PlanAnalysis, readonly ToldLocal[]>();

/**
 * The local figures of each area of `toldAreas`, in its order; for anybody, unless it is the planner. An estimate is persons times a published rate and
 * would give them away: it goes where the persons behind it go, and where it counts fewer than five persons itself; the sums
 * over areas are guarded like all others. Computed once per analysis. O(areas × rules × years).
 */
export function toldLocal(analysis: PlanAnalysis, audience: Audience = 'public'): readonly ToldLocal[] {
  const areas = toldAreas(analysis, audience);
  if (audience === 'planner') return areas.map(({ area, people }) => localOf(area, people, area.localNeeds.map(() => false)));
  const found = toldBefore.get(analysis);
  if (found !== undefined) return found;
  const hiddenRows = analysis.municipality.localNeeds.map((_, rule) => rowsToHide(areas.map(({ area }) => area.localNeeds[rule]!), areas.map(({ area, hides }) => (area.localNeeds[rule]!.derivation?.lines ?? []).some(hides))));
  const told = areas.map(({ area, people }, row) => localOf(area, people, hiddenRows.map((rows) => rows.has(row))));
  toldBefore.set(analysis, told);
  return told;
}

/** Rows of one rule, the whole last, of which no estimate may be told. */
function rowsToHide(needs: readonly LocalNeed[], isGone: readonly boolean[]): ReadonlySet<number> {
  const behind = needs.map(({ derivation }) => (derivation === null ? unknown : known(derivation.lines.reduce((sum, { persons }) => sum + persons, 0))));
  const levels = (estimates: readonly (Estimate | undefined)[]): readonly (readonly Count[])[] =>
    (['low', 'middle', 'high'] as const).map((level) => estimates.map((estimate) => estimate?.[level].count ?? unknown));
  const columns = needs[0]?.unit === 'personen'
    ? [behind, ...levels(needs.map(({ estimate }) => estimate)), ...needs.at(-1)!.later.flatMap((_, year) => levels(needs.map(({ later }) => later[year]?.estimate)))]
    : [behind];
  const whole = needs.length - 1;
  const parts = [...needs.keys()].slice(0, -1);
  const gone = new Set([...needs.keys()].filter((row) => isGone[row]));
  return new Set(columns.flatMap((column) => discloseLinked(column, [{ parts, whole }], { gone }).flatMap(({ kind }, row) => (kind === 'hidden' ? [row] : []))));
}

function localOf({ localNeeds, housing, vulnerability }: AreaAnalysis, people: ToldPeople, isHidden: readonly boolean[]): ToldLocal {
  const placeOf = new Map(localNeeds.map(({ rule }, place) => [rule, place]));
  const formOf = ({ rule, needed, present, planned, missing }: FormBalance): ToldLocal['forms'][number] => {
    const hides = rule !== null && isHidden[placeOf.get(rule) ?? -1] === true;
    return { needed: toldEstimate(needed, hides), present: present.count, planned: planned.count, missing: veiled(missing.count, hides) };
  };
  const isFew = people.inhabitants.kind === 'hidden';
  return {
    localNeeds: localNeeds.map(({ estimate, later }, rule) => ({
      now: toldEstimate(estimate, isHidden[rule]!),
      later: later.map(({ year, estimate: then }) => ({ year, ...toldEstimate(then, isHidden[rule]!) })),
    })),
    forms: housing.forms.map(formOf),
    factor: veiled(vulnerability.factor, isFew),
    indicators: vulnerability.indicators.map(({ value }) => veiled(value.count, isFew)),
  };
}

const veiled = (count: Count, hides: boolean): Count => (hides && count.kind === 'known' ? hidden : count);

const toldEstimate = ({ low, middle, high }: Estimate, hides: boolean): ToldEstimate =>
  ({ low: veiled(low.count, hides), middle: veiled(middle.count, hides), high: veiled(high.count, hides) });
