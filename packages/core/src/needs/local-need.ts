import { known, unknown, type Count, type LocalNeedRule, type LocalRate } from '../model/index.ts';
import type { Figure, Reservation } from './figure.ts';
import { sumOver, type Area } from './area.ts';
import type { Estimate, LocalLine, LocalNeed } from './local-analysis.ts';
import { personsWithin, type People } from './people.ts';

/** One rule of local need with the people it speaks of, block by block, now and in each later year. */
export interface LocalGround {
  readonly rule: LocalNeedRule;
  readonly years: readonly LocalYear[];
  /** Why it cannot be told; null when it can. */
  readonly cannot: Reservation | null;
}

interface LocalYear {
  readonly year: number;
  /** Per rate the persons in each block, and the same times the factor of the block. */
  readonly persons: readonly Float64Array[];
  readonly weighted: readonly Float64Array[];
}

/** `years` ascend; the first is the reference year. `factor`: `vulnerabilityOf`. O(years × rates × blocks). */
export function localGroundOf(rule: LocalNeedRule, years: readonly { readonly year: number; readonly people: People }[], factor: Float64Array): LocalGround {
  const cannot = reasonAgainst(rule, years[0]!.people);
  if (cannot) return { rule, years: [], cannot };
  const ofYear = ({ year, people }: { readonly year: number; readonly people: People }): LocalYear => {
    const persons = rule.rates.map((rate) => personsWithin(people, rate)!);
    return { year, persons, weighted: rule.weighted ? persons.map((column) => column.map((here, block) => here * factor[block]!)) : persons };
  };
  return { rule, years: years.map(ofYear), cannot: null };
}

function reasonAgainst({ rates }: LocalNeedRule, people: People): Reservation | null {
  if (people.bands.length === 1) return { code: 'no-age-table' };
  const cut = rates.find((rate) => personsWithin(people, rate) === null);
  return cut ? { code: 'age-band-cut', bracket: { from: cut.from, to: cut.to } } : null;
}

/** What the people of an area need by one rule: Σ persons × factor × rate (domain 4.6). Parts add up to the whole. */
export function localNeedOf(area: Area, { rule, years, cannot }: LocalGround, figure: (count: Count, year: number) => Figure, referenceYear: number): LocalNeed {
  const { id, need, unit, status } = rule;
  const about = { rule: id, need, unit, status };
  const [now, ...later] = years.map((ofYear) => ({ year: ofYear.year, lines: linesOf(area, rule.rates, ofYear) }));
  if (cannot || !now) {
    const none = figure(unknown, referenceYear);
    return { ...about, estimate: { low: none, middle: none, high: none }, later: [], derivation: null, reservations: cannot ? [cannot] : [] };
  }
  const [plain, weighted] = [sumOf(now.lines, 'middle', 'persons'), sumOf(now.lines, 'middle', 'weighted')];
  const people = now.lines.reduce((sum, { persons }) => sum + persons, 0);
  return {
    ...about,
    estimate: estimateOf(now.lines, now.year, figure),
    later: later.map(({ year, lines }) => ({ year, estimate: estimateOf(lines, year, figure) })),
    derivation: { year: now.year, lines: now.lines, factor: plain > 0 ? weighted / plain : 1 },
    reservations: people === 0 ? [{ code: 'nobody-concerned' }] : [],
  };
}

const linesOf = (area: Area, rates: readonly LocalRate[], { persons, weighted }: LocalYear): readonly LocalLine[] =>
  rates.map(({ from, to, per, low, middle, high }, index) =>
    ({ from, to, per, low, middle, high, persons: sumOver(area, persons[index]!), weighted: sumOver(area, weighted[index]!) }));

const sumOf = (lines: readonly LocalLine[], level: keyof Estimate, of: 'persons' | 'weighted'): number =>
  lines.reduce((sum, line) => sum + (line[of] * line[level]) / line.per, 0);

function estimateOf(lines: readonly LocalLine[], year: number, figure: (count: Count, year: number) => Figure): Estimate {
  const at = (level: keyof Estimate) => figure(known(sumOf(lines, level, 'weighted')), year);
  return { low: at('low'), middle: at('middle'), high: at('high') };
}
