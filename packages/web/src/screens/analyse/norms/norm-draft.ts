import { normSetDocument, parseNormSet, type LocalNeedRule, type Norm, type NormProblem, type NormSet, type NormStatus, type Result } from '@woonzorgzones/core/model';

/** A rate as it is typed; which figures it has depends on the norm. */
type RateDraft = Readonly<Record<string, string>>;

/** A norm, or a rule of local need, as it is being typed. */
export interface NormDraft {
  readonly label: string;
  readonly status: NormStatus;
  readonly rates: readonly RateDraft[];
  /** Fields with one figure, as far as the norm has them. */
  readonly figures: Readonly<Partial<Record<NormFigure, string>>>;
  readonly rounding: string;
  readonly source: Readonly<Record<'title' | 'url' | 'place' | 'year', string>>;
  readonly note: string;
}

export type NormFigure = 'inhabitants' | 'share' | 'minimum' | 'projectionOffset' | 'withinMetres' | 'validFrom' | 'validTo';

const ageKeys = ['from', 'to'] as const;
const rateKeys = { 'per-age': [...ageKeys, 'count', 'per'], local: [...ageKeys, 'low', 'middle', 'high', 'per'] } as const;
export type RateKey = (typeof rateKeys)['per-age' | 'local'][number];

export type Rule = Norm | LocalNeedRule;

export const rateKeysOf = (rule: Rule): readonly RateKey[] =>
  (rule.kind === 'local' ? rateKeys.local : rule.kind === 'amount' && rule.rule.kind === 'per-age' ? rateKeys['per-age'] : []);

const written = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));

function ratesOf(rule: Rule): readonly object[] {
  if (rule.kind === 'local') return rule.rates;
  return rule.kind === 'amount' && rule.rule.kind === 'per-age' ? rule.rule.rates : [];
}

function figuresOf(rule: Rule): NormDraft['figures'] {
  if (rule.kind === 'local') return {};
  const years = { validFrom: written(rule.validFrom), validTo: written(rule.validTo) };
  if (rule.kind === 'distance') return { withinMetres: written(rule.withinMetres), ...years };
  const asked = rule.rule.kind === 'per-slice' ? { inhabitants: written(rule.rule.inhabitants) } : rule.rule.kind === 'share-of-norm' ? { share: written(rule.rule.share) } : {};
  return { ...asked, minimum: written(rule.minimum), projectionOffset: written(rule.projectionOffset), ...years };
}

export function draftOf(rule: Rule): NormDraft {
  const { title, url, place, year } = rule.source;
  return {
    label: rule.label.nl, status: rule.status, rounding: rule.kind === 'amount' ? rule.rounding : '',
    rates: ratesOf(rule).map((rate) => Object.fromEntries(Object.entries(rate).map(([key, value]) => [key, written(value as number | null)]))),
    figures: figuresOf(rule), source: { title, url: url ?? '', place: place ?? '', year: written(year) }, note: rule.note ?? '',
  };
}

/** "1,5" is 1.5; what is no number stays what was typed, and is refused where it stands. */
function figure(text: string): number | string {
  const plain = text.trim().replace(',', '.');
  return plain === '' || Number.isNaN(Number(plain)) ? text : Number(plain);
}
const orNull = (text: string): number | string | null => (text.trim() === '' ? null : figure(text));
const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function rateFrom(draft: RateDraft): object {
  return Object.fromEntries(Object.entries(draft).map(([key, text]) => [key, key === 'to' ? orNull(text) : figure(text)]));
}

/** What was typed as it would stand in a file of norms: not yet known to be a norm. */
function documentOf(rule: Rule, draft: NormDraft): object {
  const { source, figures } = draft;
  const shared = {
    ...rule, label: draft.label === rule.label.nl ? rule.label : { nl: draft.label, en: draft.label }, status: draft.status, note: textOrNull(draft.note),
    source: { title: source.title.trim(), url: textOrNull(source.url), place: textOrNull(source.place), year: orNull(source.year) },
  };
  const rates = draft.rates.map(rateFrom);
  if (rule.kind === 'local') return { ...shared, rates };
  const years = { validFrom: orNull(figures.validFrom ?? ''), validTo: orNull(figures.validTo ?? '') };
  if (rule.kind === 'distance') return { ...shared, ...years, withinMetres: figure(figures.withinMetres ?? '') };
  const asked = rule.rule.kind === 'per-age' ? { ...rule.rule, rates }
    : rule.rule.kind === 'per-slice' ? { ...rule.rule, inhabitants: figure(figures.inhabitants ?? '') } : { ...rule.rule, share: figure(figures.share ?? '') };
  return { ...shared, ...years, rule: asked, rounding: draft.rounding, minimum: figure(figures.minimum ?? ''), projectionOffset: figure(figures.projectionOffset ?? '') };
}

/** The norm that was typed, or what is wrong with it; places are told from the norm itself on ("rule.rates[1].count"). */
export function normFrom(set: NormSet, rule: Rule, draft: NormDraft): Result<Rule, readonly NormProblem[]> {
  const part = rule.kind === 'local' ? 'local' : 'norms';
  const entries: readonly Rule[] = (rule.kind === 'local' ? set.local : set.norms) ?? [];
  const at = entries.findIndex(({ id }) => id === rule.id);
  const read = parseNormSet({ ...normSetDocument(set), [part]: entries.map((entry, place) => (place === at ? documentOf(rule, draft) : entry)) });
  const own = `${part}[${at}]`;
  if (!read.ok) return { ok: false, error: read.error.map((problem) => ({ ...problem, at: problem.at.startsWith(own) ? problem.at.slice(own.length).replace(/^\./, '') : problem.at })) };
  return { ok: true, value: (rule.kind === 'local' ? read.value.local! : read.value.norms)[at]! };
}
