import { known, notApplicable, sumCounts, unknown, type AgeTable, type AmountNorm, type Count, type Facility } from '../model/index.ts';
import type { Derivation, DerivationLine, Need, Split } from './analysis.ts';
import type { Figure, Reservation } from './figure.ts';
import { shareOf, sumOver, type Area } from './area.ts';
import { appliesElsewhere, whyNotAsked, type NormPlace } from './applies.ts';
import { personsWithin, type People } from './people.ts';
import { peopleIn } from './projection.ts';
import { derivationLine, ratesOf, requirementIn, roundAs, sumOfLines, type Requirement } from './requirement.ts';
import { supplyOf, type Supply } from './supply.ts';

/** One amount norm applied to the municipality, with what is needed to share it out over any areas. */
export interface NormGround {
  readonly norm: AmountNorm;
  /** Why it is not asked of this municipality; null when it is. */
  readonly notAsked: Reservation | null;
  readonly asked: Requirement;
  /** Of the ages of the reference year. */
  readonly now: Requirement;
  /** Per rate of the norm the persons of its bracket in each block in the year asked; null where the bands cut the bracket. */
  readonly concernedThen: readonly (Float64Array | null)[];
  /** The same now. */
  readonly concerned: readonly (Float64Array | null)[];
  readonly inhabitants: Float64Array;
}

/** `tables` ascend by year and hold the dataset's own people as the table of the reference year. */
export function groundOf(norm: AmountNorm, people: People, tables: readonly AgeTable[], place: NormPlace): NormGround {
  const { year: referenceYear } = place;
  const asked = requirementIn(referenceYear + norm.projectionOffset, norm, tables);
  const then = peopleIn(asked.yearUsed, people, tables, referenceYear);
  return {
    norm,
    inhabitants: people.inhabitants,
    notAsked: whyNotAsked(norm, place),
    asked,
    concernedThen: ratesOf(norm).map((rate) => personsWithin(then, rate)),
    now: requirementIn(referenceYear, norm, tables),
    concerned: ratesOf(norm).map((rate) => personsWithin(people, rate)),
  };
}

/** What a norm asks of an area, before it is laid beside the supply. */
export interface Asked {
  readonly required: Count;
  readonly requiredNow: Count;
  readonly derivation: Derivation | null;
  readonly reservations: readonly Reservation[];
}

/**
 * What a norm asks of an area that shares in the requirement of the municipality (domain 2.6): each bracket goes by where
 * its people live in the year asked (each age band grown as in the municipality), or all by inhabitants. The parts add up to the exact requirement of the whole; they are not rounded,
 * unless the norm is one for zones.
 */
export function askedOfPart(area: Area, ground: NormGround, split: Split): Asked {
  const { norm } = ground;
  const [part, now] = [partOf(area, ground, ground.asked, split), partOf(area, ground, ground.now, split)];
  const counted = ({ exact }: Part): Count => known(norm.level === 'zone' ? roundAs(norm.rounding, exact) : exact);
  return asked(ground, part, now, counted, split);
}

/** What a norm asks of the whole municipality; for a norm of zones the sum of what it asks of its parts. */
export function askedOfWhole(area: Area, ground: NormGround, parts: readonly Asked[]): Asked {
  const { norm } = ground;
  const [whole, now] = [wholeOf(area, ground, ground.asked), wholeOf(area, ground, ground.now)];
  const counted = ({ exact }: Part): Count => known(roundAs(norm.rounding, exact));
  const result = asked(ground, whole, now, counted, 'whole');
  if (norm.level !== 'zone') return result;
  return { ...result, required: sumCounts(parts.map(({ required }) => required)), requiredNow: sumCounts(parts.map(({ requiredNow }) => requiredNow)) };
}

/** What is asked beside what there is: the facilities of the norm's category in the area that are not known to be unrecognised. */
export function needOf({ norm, asked: { yearAsked, yearUsed } }: NormGround, asks: Asked, facilities: readonly Facility[], supply: Supply, sources: readonly number[]): Omit<Need, 'reachable' | 'band'> {
  const own = facilities.filter(({ category }) => category === norm.category);
  const counting = own.filter(({ recognised }) => recognised !== false);
  const there = supplyOf(norm.category, counting, supply);
  const withoutAny = counting.filter(({ capacity }) => capacity === 0).length;
  const present = norm.measure === 'capacity' ? there.capacity : there.facilities;
  const { required, requiredNow } = asks;
  const modelled = (count: Count, year: number, of: readonly number[]): Figure => ({ count, year, method: 'modelled', sources: of });
  const both = [...new Set([...sources, ...present.sources])].sort((a, b) => a - b);
  const year = asks.derivation ? yearUsed : yearAsked;
  return {
    norm: norm.id, category: norm.category, unit: norm.unit, status: norm.status,
    required: modelled(required, year, sources),
    requiredNow: modelled(requiredNow, supply.year, sources),
    present,
    missing: modelled(lessOf(required, present.count), year, both),
    filledShare: shareOf(present.count, required),
    derivation: asks.derivation,
    reservations: [
      ...asks.reservations,
      ...(supply.given.has(norm.category) ? [] : [{ code: 'category-not-given', category: norm.category } as const]),
      ...(norm.measure === 'capacity' && there.withoutCapacity > 0 ? [{ code: 'capacity-unknown', facilities: there.withoutCapacity } as const] : []),
      ...(norm.measure === 'capacity' && withoutAny > 0 ? [{ code: 'capacity-zero', facilities: withoutAny } as const] : []),
      ...(counting.length < own.length ? [{ code: 'not-recognised', facilities: own.length - counting.length } as const] : []),
    ],
  };
}

/** An exact requirement with its lines, or why there is none. */
interface Part {
  readonly lines: readonly DerivationLine[];
  readonly exact: number;
  readonly raisedTo: number | null;
}

function asked({ norm, notAsked, asked: { yearAsked, yearUsed, reservations } }: NormGround, part: Part | Reservation | null, now: Part | Reservation | null, counted: (part: Part) => Count, split: Derivation['split']): Asked {
  if (notAsked) {
    const count = appliesElsewhere(notAsked) ? notApplicable : unknown;
    return { required: count, requiredNow: count, derivation: null, reservations: [notAsked] };
  }
  const countOf = (of: typeof part): Count => {
    if (of !== null && 'lines' in of) return counted(of);
    return of?.code === 'nobody-concerned' ? notApplicable : unknown;
  };
  const [required, requiredNow] = [countOf(part), countOf(now)];
  if (part === null) return { required, requiredNow, derivation: null, reservations };
  if (!('lines' in part)) return { required, requiredNow, derivation: null, reservations: [...reservations, part] };
  const { lines, exact, raisedTo } = part;
  return { required, requiredNow, derivation: { yearAsked, yearUsed, split, lines, exact, raisedTo, rounding: norm.rounding }, reservations };
}

function wholeOf(area: Area, { norm, inhabitants }: NormGround, { lines }: Requirement): Part | Reservation | null {
  if (lines === null) return null;
  if (sumOver(area, inhabitants) === 0) return { code: 'nobody-concerned' };
  const sum = sumOfLines(lines);
  const raised = norm.level !== 'zone' && sum < norm.minimum;
  return { lines, exact: raised ? norm.minimum : sum, raisedTo: raised ? norm.minimum : null };
}

function partOf(area: Area, ground: NormGround, requirement: Requirement, split: Split): Part | Reservation | null {
  const { norm, inhabitants } = ground;
  const concerned = requirement === ground.asked ? ground.concernedThen : ground.concerned;
  const everywhere = [...inhabitants.keys()];
  const whole = wholeOf(everywhere, ground, requirement);
  if (whole === null || !('lines' in whole)) return whole;
  if (sumOver(area, inhabitants) === 0) return { code: 'nobody-concerned' };

  const lines: DerivationLine[] = [];
  for (const [index, rate] of ratesOf(norm).entries()) {
    const own = split === 'inhabitants' ? inhabitants : (concerned[index] ?? null);
    if (!own) return { code: 'age-band-cut', bracket: { from: rate.from, to: rate.to } };
    // Ages nobody has now but some will have go by inhabitants, so that the parts still add up.
    const shares = sumOver(everywhere, own) > 0 ? own : inhabitants;
    lines.push(derivationLine(rate, (whole.lines[index]!.persons * sumOver(area, shares)) / sumOver(everywhere, shares)));
  }
  const sum = sumOfLines(lines);
  if (whole.raisedTo === null) return { lines, exact: sum, raisedTo: null };
  const wholeSum = sumOfLines(whole.lines);
  const share = wholeSum > 0 ? sum / wholeSum : sumOver(area, inhabitants) / sumOver(everywhere, inhabitants);
  return { lines, exact: whole.raisedTo * share, raisedTo: whole.raisedTo * share };
}

function lessOf(required: Count, present: Count): Count {
  if (required.kind === 'not-applicable') return notApplicable;
  return required.kind === 'known' && present.kind === 'known' ? known(Math.max(0, required.value - present.value)) : unknown;
}
