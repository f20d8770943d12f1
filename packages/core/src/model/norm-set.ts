import { bandLabel, type AgeBand } from './age.ts';
import { categories, isCategoryId, type CategoryId } from './categories.ts';
import { facilityFunctions } from './facility.ts';
import { dwellingTypes, suitabilities, type SuitabilityRule } from './housing.ts';
import { localNeedKinds, type LocalNeedRule, type LocalRate } from './local-need.ts';
import { urbanClasses } from './need-settings.ts';
import type { AgeRate, AmountNorm, DistanceNorm, Norm, NormCondition, NormSet } from './norm.ts';
import type { NormSource, NormStatus } from './norm-source.ts';
import { err, ok, type Result } from './result.ts';

export const normSetFormat = 'woonzorgzones-norms';
/** Version 2 knows norms that are a share of another, conditions, local need and the rules of housing; version 1 is read as well. */
export const normSetFormatVersion = 2;

/** What is wrong with a norm file, and where: `at` is the path within it ("norms[2].source.title"). */
export type NormProblem =
  | { readonly code: 'wrong-value'; readonly at: string; readonly wants: string }
  | { readonly code: 'missing-field'; readonly at: string; readonly field: string }
  | { readonly code: 'unknown-field'; readonly at: string; readonly field: string }
  | { readonly code: 'repeated-norm'; readonly at: string; readonly id: string }
  | { readonly code: 'without-source'; readonly at: string }
  | { readonly code: 'brackets-overlap'; readonly at: string; readonly brackets: readonly [string, string] }
  | { readonly code: 'brackets-gap'; readonly at: string; readonly brackets: readonly [string, string] }
  | { readonly code: 'negative'; readonly at: string; readonly value: number }
  /** The low, middle and high estimates are not in that order. */
  | { readonly code: 'estimates-out-of-order'; readonly at: string; readonly low: number; readonly middle: number; readonly high: number }
  /** A share of a norm that is not in the set, or is itself a share. */
  | { readonly code: 'share-of-unknown-norm'; readonly at: string; readonly norm: string }
  /** Minutes × speed is not the distance that stands beside them. */
  | { readonly code: 'response-not-distance'; readonly at: string; readonly withinMetres: number; readonly response: number }
  | { readonly code: 'rate-over-everyone'; readonly at: string; readonly count: number; readonly per: number }
  | { readonly code: 'years-reversed'; readonly at: string; readonly validFrom: number; readonly validTo: number }
  | { readonly code: 'capacity-in-other-unit'; readonly at: string; readonly category: CategoryId; readonly unit: string }
  | { readonly code: 'slice-rounding-without-slice'; readonly at: string };

/**
 * Reads a set of norms (data/norms/README.md) and refuses whatever it does not know: no norm decides silently.
 * Gives every problem found, in the order of the file.
 */
export function parseNormSet(value: unknown): Result<NormSet, readonly NormProblem[]> {
  const problems: NormProblem[] = [];
  const set = readSet({ value, at: '', problems });
  return set && problems.length === 0 ? ok(set) : err(problems);
}

/** A spot in the file; readers add to `problems` and give null where they cannot go on. */
interface Spot {
  readonly value: unknown;
  readonly at: string;
  readonly problems: NormProblem[];
}

type Reader<T> = (spot: Spot) => T | null;

function readSet(spot: Spot): NormSet | null {
  const read = record<SetDocument>({
    format: oneOf([normSetFormat]), formatVersion: oneOf([1, normSetFormatVersion]), id: slug, name: text, version: wholeFrom(1), norms: list(readNorm),
    forYears: optional(record<NonNullable<NormSet['forYears']>>({ from: orNull(year), to: orNull(year) })), local: optional(list(readLocal)),
    suitability: optional(list(suitabilityRule)),
  })(spot);
  if (!read) return null;
  const { id: setId, name, version, norms, forYears, local, suitability } = read;
  const set: NormSet = { id: setId, name, version, norms, ...(forYears && { forYears }), ...(local && { local }), ...(suitability && { suitability }) };
  const seen = new Set<string>();
  for (const [at, { id }] of [...named('norms', set.norms), ...named('local', set.local ?? [])]) {
    if (seen.has(id)) spot.problems.push({ code: 'repeated-norm', at, id });
    seen.add(id);
  }
  for (const [at, norm] of named('norms', set.norms)) {
    if (norm.kind !== 'amount' || norm.rule.kind !== 'share-of-norm') continue;
    const { rule } = norm;
    const whole = set.norms.find(({ id }) => id === rule.norm);
    if (whole?.kind !== 'amount' || whole.rule.kind === 'share-of-norm') spot.problems.push({ code: 'share-of-unknown-norm', at: `${at}.rule.norm`, norm: rule.norm });
  }
  return set;
}

/** A set as it is read: of this version or an earlier one. */
interface SetDocument extends NormSet {
  readonly format: string;
  readonly formatVersion: number;
}

/** A set as its file holds it. */
export interface NormFile extends NormSet {
  readonly format: typeof normSetFormat;
  readonly formatVersion: typeof normSetFormatVersion;
}

const named = <T>(part: string, entries: readonly T[]): readonly (readonly [at: string, entry: T])[] =>
  entries.map((entry, index) => [`${part}[${index}]`, entry]);

/** The file of a set: what `parseNormSet` reads back. */
export const normSetDocument = (set: NormSet): NormFile => ({ format: normSetFormat, formatVersion: normSetFormatVersion, ...set });

/** One local rule: its estimates in order and its brackets apart. Ages that no bracket names are not concerned. */
function readLocal(spot: Spot): LocalNeedRule | null {
  const rule = record(localFields)(spot);
  if (!rule) return null;
  checkBrackets(rule.rates, spot.at, 'rates', spot.problems);
  for (const [at, { low, middle, high, per }] of named(`${spot.at}.rates`, rule.rates)) {
    if (low > middle || middle > high) spot.problems.push({ code: 'estimates-out-of-order', at, low, middle, high });
    if (high > per) spot.problems.push({ code: 'rate-over-everyone', at, count: high, per });
  }
  return rule;
}

function readNorm(spot: Spot): Norm | null {
  const { value, at, problems } = spot;
  if (!isObject(value)) return refuse(spot, 'object');
  const kind = oneOf(['amount', 'distance'])({ value: value.kind, at: `${at}.kind`, problems });
  const norm = kind === 'amount' ? record(amountFields)(spot) : kind === 'distance' ? record(distanceFields)(spot) : null;
  if (!norm) return null;
  if (norm.validFrom !== null && norm.validTo !== null && norm.validFrom > norm.validTo) {
    problems.push({ code: 'years-reversed', at, validFrom: norm.validFrom, validTo: norm.validTo });
  }
  if (norm.kind === 'amount') checkAmount(norm, at, problems);
  else if (norm.response !== undefined) {
    const response = (norm.response.minutes * norm.response.kilometresPerHour * 1000) / 60;
    if (Math.abs(response - norm.withinMetres) > 0.5) problems.push({ code: 'response-not-distance', at, withinMetres: norm.withinMetres, response });
  }
  return norm;
}

function checkAmount(norm: AmountNorm, at: string, problems: NormProblem[]): void {
  const { category, measure, unit, rule, rounding } = norm;
  if (measure === 'capacity' && categories[category].unit !== unit) problems.push({ code: 'capacity-in-other-unit', at, category, unit });
  if (rounding === 'begun-slice' && rule.kind !== 'per-slice') problems.push({ code: 'slice-rounding-without-slice', at });
  if (rule.kind !== 'per-age') return;
  checkBrackets(rule.rates, at, 'rule.rates', problems);
  for (const [spot, { count, per }] of named(`${at}.rule.rates`, rule.rates)) {
    if (unit !== 'uren' && count > per) problems.push({ code: 'rate-over-everyone', at: spot, count, per });
  }
}

/** Brackets ascend, and each begins where the one before it ends: an age that a norm passes over is most often forgotten. */
function checkBrackets(rates: readonly AgeBand[], at: string, part: string, problems: NormProblem[]): void {
  for (const [index, rate] of rates.entries()) {
    const before = rates[index - 1];
    if (!before) continue;
    const brackets = [bandLabel(before), bandLabel(rate)] as const;
    if (before.to === null || before.to >= rate.from) problems.push({ code: 'brackets-overlap', at: `${at}.${part}[${index}]`, brackets });
    else if (before.to + 1 < rate.from) problems.push({ code: 'brackets-gap', at: `${at}.${part}[${index}]`, brackets });
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function refuse({ at, problems }: Spot, wants: string): null {
  problems.push({ code: 'wrong-value', at, wants });
  return null;
}

/** Readers of fields that may be left out. */
const leftOut = new WeakSet<Reader<unknown>>();

function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  const own: Reader<T | undefined> = (spot) => reader(spot);
  leftOut.add(own);
  return own;
}

/** All fields given, each read by its reader, and no others. */
function record<T extends object>(fields: { readonly [K in keyof T]-?: Reader<T[K]> }): Reader<T> {
  return (spot) => {
    const { value, at, problems } = spot;
    if (!isObject(value)) return refuse(spot, 'object');
    for (const field of Object.keys(value)) if (!Object.hasOwn(fields, field)) problems.push({ code: 'unknown-field', at, field });
    const before = problems.length;
    const read: Partial<T> = {};
    for (const field of Object.keys(fields) as (keyof T & string)[]) {
      if (!Object.hasOwn(value, field) || value[field] === undefined) {
        if (!leftOut.has(fields[field])) problems.push({ code: 'missing-field', at, field });
      } else read[field] = fields[field]({ value: value[field], at: at === '' ? field : `${at}.${field}`, problems }) as T[typeof field];
    }
    return problems.length === before ? (read as T) : null;
  };
}

const list = <T>(item: Reader<T>): Reader<readonly T[]> => (spot) => {
  const { value, at, problems } = spot;
  if (!Array.isArray(value) || value.length === 0) return refuse(spot, 'list');
  const items = value.map((entry: unknown, index) => item({ value: entry, at: `${at}[${index}]`, problems }));
  return items.filter((entry) => entry !== null);
};

const oneOf = <const T extends string | number>(choices: readonly T[]): Reader<T> => (spot) =>
  choices.find((choice) => choice === spot.value) ?? refuse(spot, choices.join(' | '));

const orNull = <T>(reader: Reader<T>): Reader<T | null> => (spot) => (spot.value === null ? null : reader(spot));

const text: Reader<string> = (spot) => (typeof spot.value === 'string' && spot.value.trim() !== '' ? spot.value : refuse(spot, 'text'));
const slug: Reader<string> = (spot) => (typeof spot.value === 'string' && /^[a-z0-9][a-z0-9-]*$/.test(spot.value) ? spot.value : refuse(spot, 'a-z0-9-'));
const webAddress: Reader<string> = (spot) => (typeof spot.value === 'string' && /^https?:\/\/[^\s]+$/.test(spot.value) ? spot.value : refuse(spot, 'http(s)://'));

const wholeFrom = (least: number): Reader<number> => (spot) => isNegative(spot) ? null :
  typeof spot.value === 'number' && Number.isSafeInteger(spot.value) && spot.value >= least ? spot.value : refuse(spot, `whole number from ${least}`);
const numberOver = (least: number): Reader<number> => (spot) => {
  if (isNegative(spot)) return null;
  return typeof spot.value === 'number' && Number.isFinite(spot.value) && spot.value > least ? spot.value : refuse(spot, `number over ${least}`);
};
const numberFrom0: Reader<number> = (spot) => {
  if (isNegative(spot)) return null;
  return typeof spot.value === 'number' && Number.isFinite(spot.value) ? spot.value : refuse(spot, 'number from 0');
};

/** A negative number is most often a slip of the pen, and says more than "not a number over 0". */
function isNegative({ value, at, problems }: Spot): boolean {
  if (typeof value !== 'number' || value >= 0) return false;
  problems.push({ code: 'negative', at, value });
  return true;
}

const yesNo: Reader<boolean> = (spot) => (typeof spot.value === 'boolean' ? spot.value : refuse(spot, 'true | false'));

const category: Reader<CategoryId> = (spot) => (typeof spot.value === 'string' && isCategoryId(spot.value) ? spot.value : refuse(spot, 'category'));
const year = wholeFrom(1900);
const age = wholeFrom(0);

const inOrder = <T extends AgeBand>(reader: Reader<T>): Reader<T> => (spot) => {
  const band = reader(spot);
  return band && band.to !== null && band.to < band.from ? refuse(spot, 'from ≤ to') : band;
};
const ageBand = inOrder(record<AgeBand>({ from: age, to: orNull(age) }));
const ageRate = inOrder(record<AgeRate>({ from: age, to: orNull(age), count: numberOver(0), per: numberOver(0) }));
const localRate = inOrder(record<LocalRate>({ from: age, to: orNull(age), per: numberOver(0), low: numberFrom0, middle: numberFrom0, high: numberFrom0 }));

const rule: Reader<AmountNorm['rule']> = (spot) => {
  const { value, at, problems } = spot;
  if (!isObject(value)) return refuse(spot, 'object');
  const kind = oneOf(['per-age', 'per-slice', 'share-of-norm'])({ value: value.kind, at: `${at}.kind`, problems });
  if (kind === 'per-age') return record<Extract<AmountNorm['rule'], { kind: 'per-age' }>>({ kind: oneOf(['per-age']), rates: list(ageRate) })(spot);
  if (kind === 'per-slice') return record<Extract<AmountNorm['rule'], { kind: 'per-slice' }>>({ kind: oneOf(['per-slice']), inhabitants: wholeFrom(1) })(spot);
  if (kind === 'share-of-norm') return record<Extract<AmountNorm['rule'], { kind: 'share-of-norm' }>>({ kind: oneOf(['share-of-norm']), norm: slug, share: numberOver(0) })(spot);
  return null;
};

const condition: Reader<NormCondition> = (spot) => {
  const { value, at, problems } = spot;
  if (!isObject(value)) return refuse(spot, 'object');
  const kind = oneOf(['urban-class', 'density'])({ value: value.kind, at: `${at}.kind`, problems });
  if (kind === 'urban-class') return record<Extract<NormCondition, { kind: 'urban-class' }>>({ kind: oneOf(['urban-class']), classes: list(oneOf(urbanClasses)) })(spot);
  if (kind === 'density') return record<Extract<NormCondition, { kind: 'density' }>>({ kind: oneOf(['density']), from: orNull(numberFrom0), below: orNull(numberOver(0)) })(spot);
  return null;
};

/** A norm must say where it stands, or that the municipality set it itself. */
const source: Reader<NormSource> = (spot) => {
  const { value, at, problems } = spot;
  if (!isObject(value) || typeof value.title !== 'string' || value.title.trim() === '') {
    problems.push({ code: 'without-source', at });
    return null;
  }
  return record<NormSource>({ title: text, url: orNull(webAddress), place: orNull(text), year: orNull(year) })(spot);
};

const shared = {
  id: slug,
  label: record<Norm['label']>({ nl: text, en: text }),
  category,
  status: oneOf<NormStatus>(['confirmed', 'unconfirmed', 'own']),
  source,
  validFrom: orNull(year),
  validTo: orNull(year),
  note: orNull(text),
  condition: optional(condition),
};

const amountFields: { readonly [K in keyof AmountNorm]-?: Reader<AmountNorm[K]> } = {
  ...shared,
  kind: oneOf(['amount']),
  measure: oneOf<AmountNorm['measure']>(['capacity', 'facilities']),
  unit: oneOf<AmountNorm['unit']>(['plaatsen', 'woningen', 'uren', 'centra', 'huisartsen', 'apotheken', 'hectare']),
  rule,
  rounding: oneOf<AmountNorm['rounding']>(['none', 'up', 'nearest', 'begun-slice']),
  minimum: wholeFrom(0),
  level: oneOf<AmountNorm['level']>(['gemeente', 'regionale-stad', 'zone']),
  projectionOffset: wholeFrom(0),
};

const distanceFields: { readonly [K in keyof DistanceNorm]-?: Reader<DistanceNorm[K]> } = {
  ...shared,
  kind: oneOf(['distance']),
  withinMetres: numberOver(0),
  ages: orNull(ageBand),
  leastCapacity: optional(numberOver(0)),
  function: optional(oneOf(facilityFunctions)),
  response: optional(record<NonNullable<DistanceNorm['response']>>({ minutes: numberOver(0), kilometresPerHour: numberOver(0) })),
};

const localFields: { readonly [K in keyof LocalNeedRule]-?: Reader<LocalNeedRule[K]> } = {
  kind: oneOf(['local']),
  id: slug,
  label: shared.label,
  need: oneOf(localNeedKinds),
  unit: oneOf<LocalNeedRule['unit']>(['personen', 'woningen']),
  status: shared.status,
  source,
  note: shared.note,
  rates: list(localRate),
  weighted: yesNo,
};

const suitabilityRule = record<SuitabilityRule>({
  id: slug,
  label: shared.label,
  gives: oneOf(suitabilities.filter((given) => given !== 'onbekend')),
  when: record<SuitabilityRule['when']>({
    types: orNull(list(oneOf(dwellingTypes))), builtFrom: orNull(year), builtTo: orNull(year),
    lift: orNull(yesNo), oneFloor: orNull(yesNo), groundFloor: orNull(yesNo), stepFree: orNull(yesNo), wheelchair: orNull(yesNo),
  }),
  status: shared.status,
  source,
});
