import {
  dwellingTypes, known, livingForms, ownerships, sumCounts, suitabilities, unknown,
  type CategoryId, type Count, type DwellingGroup, type DwellingType, type LivingForm, type Municipality, type NeedLevel, type NormSet, type Ownership, type Suitability,
} from '../model/index.ts';
import type { CategorySupply } from './analysis.ts';
import type { Figure } from './figure.ts';
import { sumOver, type Area } from './area.ts';
import type { AreaHousing, AreaReserve, Estimate, FormBalance, HousingReservation, LocalNeed } from './local-analysis.ts';
import { suitabilityOf } from './suitability.ts';

/** The dwellings of each block, by what zones are told of them. */
export interface HousingGround {
  readonly year: number;
  /** Null where no file lists dwellings. */
  readonly stock: Stock | null;
  readonly hasRules: boolean;
  readonly reserve: Municipality['housingReserve'] | null;
  readonly sources: readonly number[];
  readonly reserveSources: readonly number[];
}

interface Stock {
  readonly all: Float64Array;
  readonly bySuitability: Readonly<Record<Suitability, Float64Array>>;
  readonly byType: readonly { readonly type: DwellingType | null; readonly column: Float64Array }[];
  readonly byOwnership: readonly { readonly ownership: Ownership | null; readonly column: Float64Array }[];
  readonly byDecade: readonly { readonly decade: number | null; readonly column: Float64Array }[];
  readonly wheelchair: Float64Array;
  readonly wheelchairUnknown: Float64Array;
}

/** Adds dwellings up per block, once per dataset and norm set. O(groups × rules). */
export function housingGroundOf({ blocks, dwellings, housingReserve, population }: Municipality, norms: NormSet): HousingGround {
  const rules = norms.suitability ?? [];
  return {
    year: population.year,
    stock: dwellings === undefined ? null : stockOf(blocks.length, dwellings, (group) => suitabilityOf(group, rules)),
    hasRules: rules.length > 0,
    reserve: housingReserve ?? null,
    sources: sourcesOf(dwellings ?? []),
    reserveSources: sourcesOf(housingReserve ?? []),
  };
}

const sourcesOf = (rows: readonly { readonly source: number }[]): readonly number[] => [...new Set(rows.map(({ source }) => source))].sort((a, b) => a - b);

function stockOf(blocks: number, groups: readonly DwellingGroup[], judge: (group: DwellingGroup) => Suitability): Stock {
  const column = (of: (group: DwellingGroup) => boolean): Float64Array => {
    const sums = new Float64Array(blocks);
    for (const group of groups) if (of(group)) sums[group.block]! += group.dwellings;
    return sums;
  };
  const judged = new Map(groups.map((group) => [group, judge(group)]));
  const decades = [...new Set(groups.map(decadeOf))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return {
    all: column(() => true),
    bySuitability: Object.fromEntries(suitabilities.map((suitability) => [suitability, column((group) => judged.get(group) === suitability)])) as Stock['bySuitability'],
    byType: [...dwellingTypes, null].filter((type) => groups.some((group) => group.type === type)).map((type) => ({ type, column: column((group) => group.type === type) })),
    byOwnership: [...ownerships, null].filter((ownership) => groups.some((group) => group.ownership === ownership))
      .map((ownership) => ({ ownership, column: column((group) => group.ownership === ownership) })),
    byDecade: decades.map((decade) => ({ decade, column: column((group) => decadeOf(group) === decade) })),
    wheelchair: column(({ wheelchair }) => wheelchair === true),
    wheelchairUnknown: column(({ wheelchair }) => wheelchair === null),
  };
}

const decadeOf = ({ builtYear }: DwellingGroup): number | null => (builtYear === null ? null : Math.floor(builtYear / 10) * 10);

/** What there is to live in in an area, what it is fit for, what is planned, and the four forms of living against their need. */
export function housingIn(area: Area, ground: HousingGround, facilities: readonly CategorySupply[], localNeeds: readonly LocalNeed[], level: NeedLevel): AreaHousing {
  const { stock, hasRules, year, sources } = ground;
  const figure = (count: Count): Figure => ({ count, year, method: 'measured', sources });
  const sum = (column: Float64Array): Figure => figure(known(sumOver(area, column)));
  const missing = figure(unknown);
  const reservations: HousingReservation[] = [];
  if (stock === null) reservations.push({ code: 'no-dwellings-file' });
  else if (!hasRules) reservations.push({ code: 'no-suitability-rules' });
  if (ground.reserve === null) reservations.push({ code: 'no-reserve-file' });
  const unjudged = stock !== null && hasRules ? sumOver(area, stock.bySuitability.onbekend) : 0;
  if (unjudged > 0) reservations.push({ code: 'suitability-unknown', dwellings: unjudged });
  return {
    dwellings: stock === null ? missing : sum(stock.all),
    bySuitability: Object.fromEntries(suitabilities.map((suitability) =>
      [suitability, stock === null || !hasRules ? missing : sum(stock.bySuitability[suitability])])) as AreaHousing['bySuitability'],
    byType: stock?.byType.map(({ type, column }) => ({ type, dwellings: sum(column) })) ?? [],
    byOwnership: stock?.byOwnership.map(({ ownership, column }) => ({ ownership, dwellings: sum(column) })) ?? [],
    byDecade: stock?.byDecade.map(({ decade, column }) => ({ decade, dwellings: sum(column) })) ?? [],
    reserve: reserveIn(area, ground),
    forms: livingForms.map((form) => balanceOf(form, area, ground, facilities, localNeeds, level)),
    reservations,
  };
}

function reserveIn(area: Area, { reserve, reserveSources, year }: HousingGround): AreaReserve {
  const figure = (count: Count): Figure => ({ count, year, method: 'measured', sources: reserveSources });
  if (!reserve) return { dwellings: figure(unknown), withoutNumber: 0, projects: [], byYear: [] };
  const held = new Set(area);
  const here = reserve.filter(({ block }) => held.has(block));
  const count = (of: typeof here): Count => (of.length === 0 ? known(0) : sumCounts(of.map(({ dwellings }) => (dwellings === null ? unknown : known(dwellings)))));
  const years = [...new Set(here.map((one) => one.year))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return {
    dwellings: figure(count(here)),
    withoutNumber: here.filter(({ dwellings }) => dwellings === null).length,
    projects: here.map(({ id }) => id),
    byYear: years.map((of) => ({ year: of, dwellings: count(here.filter((one) => one.year === of)) })),
  };
}

/**
 * What counts as each form of living (domain 1.3, an interpretation): verzorgd wonen is an assistentiewoning, aanleunwonen a
 * seniorenwoning; aangepast wonen and levenslange woningen are dwellings that are fit for it.
 */
const formCategories: Readonly<Partial<Record<LivingForm, CategoryId>>> = { 'verzorgd-wonen': 'gaw', aanleunwonen: 'seniorenwoning' };

function balanceOf(form: LivingForm, area: Area, ground: HousingGround, facilities: readonly CategorySupply[], localNeeds: readonly LocalNeed[], level: NeedLevel): FormBalance {
  const need = localNeeds.find((local) => local.need === form) ?? null;
  const none: Figure = { count: unknown, year: ground.year, method: 'modelled', sources: [] };
  const needed: Estimate = need?.estimate ?? { low: none, middle: none, high: none };
  const present = presentOf(form, area, ground, facilities);
  const meant = ground.reserve?.filter((one) => one.form === form) ?? null;
  return {
    form, rule: need?.rule ?? null, status: need?.status ?? null, needed, present, level,
    planned: reserveIn(area, { ...ground, reserve: meant }).dwellings,
    missing: {
      count: needed[level].count.kind === 'known' && present.count.kind === 'known' ? known(Math.max(0, needed[level].count.value - present.count.value)) : unknown,
      year: needed[level].year, method: 'modelled', sources: [...new Set([...needed[level].sources, ...present.sources])].sort((a, b) => a - b),
    },
  };
}

/** What there is of a form of living; unknown as soon as one dwelling of the area could be of it and nobody knows. */
function presentOf(form: LivingForm, area: Area, { stock, hasRules, year, sources }: HousingGround, facilities: readonly CategorySupply[]): Figure {
  const category = formCategories[form];
  if (category !== undefined) return facilities.find((supply) => supply.category === category)!.capacity;
  const figure = (count: Count): Figure => ({ count, year, method: 'measured', sources });
  if (stock === null || (form === 'levenslange-woning' && !hasRules)) return figure(unknown);
  const [fit, unsaid] = form === 'aangepast-wonen' ? [stock.wheelchair, stock.wheelchairUnknown] : [stock.bySuitability.levenslang, stock.bySuitability.onbekend];
  return figure(sumOver(area, unsaid) > 0 ? unknown : known(sumOver(area, fit)));
}
