import {
  bandLabel, categories, err, isCategoryId, ok,
  type AgeBand, type AgeRate, type AmountNorm, type CategoryId, type DistanceNorm, type Norm, type NormSet, type NormSource, type NormStatus, type Result,
} from '../model/index.ts';

export const normSetFormat = 'woonzorgzones-norms';
export const normSetFormatVersion = 1;

/** What is wrong with a norm file, and where: `at` is the path within it ("norms[2].source.title"). */
export type NormProblem =
  | { readonly code: 'wrong-value'; readonly at: string; readonly wants: string }
  | { readonly code: 'missing-field'; readonly at: string; readonly field: string }
  | { readonly code: 'unknown-field'; readonly at: string; readonly field: string }
  | { readonly code: 'repeated-norm'; readonly at: string; readonly id: string }
  | { readonly code: 'without-source'; readonly at: string }
  | { readonly code: 'brackets-overlap'; readonly at: string; readonly brackets: readonly [string, string] }
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
  const set = record({ format: oneOf([normSetFormat]), formatVersion: oneOf([normSetFormatVersion]), id: slug, name: text, version: wholeFrom(1), norms: list(readNorm) })(spot);
  if (!set) return null;
  const seen = new Set<string>();
  for (const [index, { id }] of set.norms.entries()) {
    if (seen.has(id)) spot.problems.push({ code: 'repeated-norm', at: `norms[${index}]`, id });
    seen.add(id);
  }
  return { id: set.id, name: set.name, version: set.version, norms: set.norms };
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
  return norm;
}

function checkAmount(norm: AmountNorm, at: string, problems: NormProblem[]): void {
  const { category, measure, unit, rule, rounding } = norm;
  if (measure === 'capacity' && categories[category].unit !== unit) problems.push({ code: 'capacity-in-other-unit', at, category, unit });
  if (rounding === 'begun-slice' && rule.kind !== 'per-slice') problems.push({ code: 'slice-rounding-without-slice', at });
  if (rule.kind !== 'per-age') return;
  for (const [index, rate] of rule.rates.entries()) {
    const before = rule.rates[index - 1];
    if (before && (before.to === null || before.to >= rate.from)) {
      problems.push({ code: 'brackets-overlap', at: `${at}.rule.rates[${index}]`, brackets: [bandLabel(before), bandLabel(rate)] });
    }
    if (unit !== 'uren' && rate.count > rate.per) problems.push({ code: 'rate-over-everyone', at: `${at}.rule.rates[${index}]`, count: rate.count, per: rate.per });
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function refuse({ at, problems }: Spot, wants: string): null {
  problems.push({ code: 'wrong-value', at, wants });
  return null;
}

/** All fields given, each read by its reader, and no others. */
function record<T extends object>(fields: { readonly [K in keyof T]: Reader<T[K]> }): Reader<T> {
  return (spot) => {
    const { value, at, problems } = spot;
    if (!isObject(value)) return refuse(spot, 'object');
    for (const field of Object.keys(value)) if (!Object.hasOwn(fields, field)) problems.push({ code: 'unknown-field', at, field });
    const before = problems.length;
    const read: Partial<T> = {};
    for (const field of Object.keys(fields) as (keyof T & string)[]) {
      if (!Object.hasOwn(value, field)) problems.push({ code: 'missing-field', at, field });
      else read[field] = fields[field]({ value: value[field], at: at === '' ? field : `${at}.${field}`, problems }) as T[typeof field];
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

const wholeFrom = (least: number): Reader<number> => (spot) =>
  typeof spot.value === 'number' && Number.isSafeInteger(spot.value) && spot.value >= least ? spot.value : refuse(spot, `whole number from ${least}`);
const numberOver = (least: number): Reader<number> => (spot) =>
  typeof spot.value === 'number' && Number.isFinite(spot.value) && spot.value > least ? spot.value : refuse(spot, `number over ${least}`);

const category: Reader<CategoryId> = (spot) => (typeof spot.value === 'string' && isCategoryId(spot.value) ? spot.value : refuse(spot, 'category'));
const year = wholeFrom(1900);
const age = wholeFrom(0);

const inOrder = <T extends AgeBand>(reader: Reader<T>): Reader<T> => (spot) => {
  const band = reader(spot);
  return band && band.to !== null && band.to < band.from ? refuse(spot, 'from ≤ to') : band;
};
const ageBand = inOrder(record<AgeBand>({ from: age, to: orNull(age) }));
const ageRate = inOrder(record<AgeRate>({ from: age, to: orNull(age), count: numberOver(0), per: numberOver(0) }));

const rule: Reader<AmountNorm['rule']> = (spot) => {
  const { value, at, problems } = spot;
  if (!isObject(value)) return refuse(spot, 'object');
  const kind = oneOf(['per-age', 'per-slice'])({ value: value.kind, at: `${at}.kind`, problems });
  if (kind === 'per-age') return record<Extract<AmountNorm['rule'], { kind: 'per-age' }>>({ kind: oneOf(['per-age']), rates: list(ageRate) })(spot);
  if (kind === 'per-slice') return record<Extract<AmountNorm['rule'], { kind: 'per-slice' }>>({ kind: oneOf(['per-slice']), inhabitants: wholeFrom(1) })(spot);
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
};

const amountFields: { readonly [K in keyof AmountNorm]: Reader<AmountNorm[K]> } = {
  ...shared,
  kind: oneOf(['amount']),
  measure: oneOf<AmountNorm['measure']>(['capacity', 'facilities']),
  unit: oneOf<AmountNorm['unit']>(['plaatsen', 'woningen', 'uren', 'centra', 'huisartsen', 'apotheken']),
  rule,
  rounding: oneOf<AmountNorm['rounding']>(['none', 'up', 'nearest', 'begun-slice']),
  minimum: wholeFrom(0),
  level: oneOf<AmountNorm['level']>(['gemeente', 'regionale-stad', 'zone']),
  projectionOffset: wholeFrom(0),
};

const distanceFields: { readonly [K in keyof DistanceNorm]: Reader<DistanceNorm[K]> } = {
  ...shared,
  kind: oneOf(['distance']),
  withinMetres: numberOver(0),
  ages: orNull(ageBand),
};
