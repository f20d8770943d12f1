import { bandsWithin, type AgeBand, type AgeRate, type AgeTable, type AmountNorm, type Norm } from '../model/index.ts';
import type { DerivationLine } from './analysis.ts';
import type { Reservation } from './figure.ts';

/** What a norm asks of the whole municipality, with its working; `lines` is null where the ages do not allow it. */
export interface Requirement {
  readonly yearAsked: number;
  readonly yearUsed: number;
  readonly lines: readonly DerivationLine[] | null;
  readonly reservations: readonly Reservation[];
}

/**
 * Applies an amount norm to the ages of one year: Σ persons × count / per (domain 2.6).
 * Where that year has no table, the nearest year stands in as long as the year lies between years that have one (the
 * earlier of two as near); outside them nothing is guessed. `tables` ascend by year.
 */
export function requirementIn(year: number, norm: AmountNorm, tables: readonly AgeTable[]): Requirement {
  const table = tableFor(year, tables);
  if (!table) return { yearAsked: year, yearUsed: year, lines: null, reservations: [{ code: 'year-not-given', year, given: tables.map((given) => given.year) }] };
  const stands: readonly Reservation[] = table.year === year ? [] : [{ code: 'nearest-year-used', year, used: table.year }];
  const lines: DerivationLine[] = [];
  for (const rate of ratesOf(norm)) {
    const persons = personsIn(table, rate);
    if (persons === null) {
      const cut: Reservation = table.brackets.length === 1 ? { code: 'no-age-table' } : { code: 'age-class-cut', bracket: { from: rate.from, to: rate.to }, year: table.year };
      return { yearAsked: year, yearUsed: table.year, lines: null, reservations: [...stands, cut] };
    }
    lines.push(derivationLine(rate, persons));
  }
  return { yearAsked: year, yearUsed: table.year, lines, reservations: stands };
}

/** A norm per slice of inhabitants is one bracket of all ages; one that is a share of another has been resolved before. */
export function ratesOf({ id, rule }: AmountNorm): readonly AgeRate[] {
  switch (rule.kind) {
    case 'per-age': return rule.rates;
    case 'per-slice': return [{ from: 0, to: null, count: 1, per: rule.inhabitants }];
    case 'share-of-norm': throw new Error(`Got the norm ${id} as a share of ${rule.norm} when expected its own rates.`);
  }
}

/** The norm with its own rates: a share of another norm asks that share of each of its brackets. */
export function resolvedNorm(norm: AmountNorm, norms: readonly Norm[]): AmountNorm {
  const { rule } = norm;
  if (rule.kind !== 'share-of-norm') return norm;
  const whole = norms.find((other) => other.id === rule.norm);
  if (whole?.kind !== 'amount') throw new Error(`Got a share of ${rule.norm} when expected a norm of the set.`);
  return { ...norm, rule: { kind: 'per-age', rates: ratesOf(whole).map(({ from, to, count, per }) => ({ from, to, count: count * rule.share, per })) } };
}

export const derivationLine = ({ from, to, count, per }: AgeRate, persons: number): DerivationLine => ({ from, to, count, per, persons, amount: (persons * count) / per });

export const sumOfLines = (lines: readonly DerivationLine[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);

/** The amount as the norm counts it. Sums of decimal rates end a hair beside the whole number they stand for. */
export function roundAs(rounding: AmountNorm['rounding'], amount: number): number {
  switch (rounding) {
    case 'none': return amount;
    case 'nearest': return Math.round(amount + hair);
    case 'up':
    case 'begun-slice': return Math.ceil(amount - hair);
  }
}

const hair = 1e-9;

function tableFor(year: number, tables: readonly AgeTable[]): AgeTable | null {
  let nearest: AgeTable | null = null;
  for (const table of tables) {
    if (nearest === null || Math.abs(table.year - year) < Math.abs(nearest.year - year)) nearest = table;
  }
  const first = tables[0]?.year ?? Infinity;
  const last = tables.at(-1)?.year ?? -Infinity;
  return year >= first && year <= last ? nearest : null;
}

function personsIn(table: AgeTable, bracket: AgeBand): number | null {
  const classes = bandsWithin(table.brackets, bracket);
  return classes && classes.reduce((sum, index) => sum + table.persons[index]!, 0);
}
