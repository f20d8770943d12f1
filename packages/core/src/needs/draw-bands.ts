import { bandsWithin, type AgeTable } from '../model/index.ts';
import type { Need } from './analysis.ts';
import type { Range } from './figure.ts';
import { sumOver, type Area } from './area.ts';
import type { BlockCoverage } from './coverage.ts';
import type { NormGround } from './need.ts';
import type { People } from './people.ts';
import { peopleIn } from './projection.ts';
import { ratesOf } from './requirement.ts';
import type { NeedBand } from './area-figures.ts';

/** Persons per band and block of one draw of who lives where. */
export type DrawnColumns = readonly ArrayLike<number>[];

/**
 * Per draw how much each block asks by a norm in the year asked; null where its brackets cut the bands. Each band grows as in
 * the municipality, as for the figure itself. O(draws × bands × blocks).
 */
export function asksPerDraw({ norm, asked: { yearUsed } }: NormGround, people: People, draws: readonly DrawnColumns[], tables: readonly AgeTable[], year: number): readonly Float64Array[] | null {
  const then = peopleIn(yearUsed, people, tables, year);
  const rate = new Float64Array(people.bands.length);
  for (const { from, to, count, per } of ratesOf(norm)) {
    const inside = bandsWithin(people.bands, { from, to });
    if (inside === null) return null;
    for (const band of inside) rate[band]! += count / per;
  }
  return draws.map((columns) => Float64Array.from(people.inhabitants, (_, block) =>
    rate.reduce((sum, each, band) => sum + (each > 0 ? (each * columns[band]![block]! * then.growth[band]!) / people.growth[band]! : 0), 0)));
}

/**
 * The share of an area in the requirement of the municipality, over all draws. Null where nothing was drawn, or the figure is
 * not known. `whole`: the exact requirement of the municipality.
 */
export function bandOfNeed(area: Area, need: Pick<Need, 'required' | 'present' | 'missing'>, whole: number, asks: readonly Float64Array[] | null, isWhole: boolean): NeedBand | null {
  if (asks === null || asks.length === 0 || need.required.count.kind !== 'known' || need.present.count.kind !== 'known' || need.missing.count.kind !== 'known') return null;
  const { value: required } = need.required.count;
  const { value: present } = need.present.count;
  const drawn = isWhole ? [] : asks.flatMap((ask) => {
    const everybody = ask.reduce((sum, here) => sum + here, 0);
    return everybody > 0 ? [(whole * sumOver(area, ask)) / everybody] : [];
  });
  const all = [required, ...drawn];
  const low = Math.min(...all), high = Math.max(...all);
  return { required: { low, high }, missing: { low: Math.max(0, low - present), high: Math.max(0, high - present) } };
}

/**
 * How many persons would be beyond a distance in other draws: the people of each block by what share of them is beyond it.
 * Null where nothing was drawn or it cannot be told.
 */
export function bandOfBeyond(area: Area, { norm, concerned }: BlockCoverage, people: People, draws: readonly DrawnColumns[]): Range | null {
  const bands = bandsWithin(people.bands, norm.ages ?? { from: 0, to: null });
  if (concerned === null || bands === null || draws.length === 0) return null;
  const beyond = sumOver(area, concerned.persons) - sumOver(area, concerned.within);
  const persons = sumOver(area, concerned.persons);
  const usual = persons > 0 ? beyond / persons : 0;
  const drawn = draws.map((columns) => area.reduce((sum, block) => {
    const here = bands.reduce((total, band) => total + columns[band]![block]!, 0);
    const share = concerned.persons[block]! > 0 ? 1 - concerned.within[block]! / concerned.persons[block]! : usual;
    return sum + here * share;
  }, 0));
  return { low: Math.min(beyond, ...drawn), high: Math.max(beyond, ...drawn) };
}
