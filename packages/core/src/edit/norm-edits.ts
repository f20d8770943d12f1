import type { LocalNeedRule } from '../model/local-need.ts';
import type { NeedSettings } from '../model/need-settings.ts';
import type { Norm, NormSet } from '../model/norm.ts';
import { normSetDocument, parseNormSet, type NormProblem } from '../model/norm-set.ts';
import type { Plan } from '../model/plan.ts';
import { err, ok, type Result } from '../model/result.ts';
import { withPart } from './plan-fields.ts';

/** What a planner can do to the norms a plan is held to. A shipped set never changes: a plan is given a copy, and that is changed. */
export type NormEdit =
  /** Back to a shipped set; the plan's own copy goes. */
  | { readonly kind: 'choose-norm-set'; readonly normSet: string }
  /** The plan's own norms are these: a copy of a shipped set, or one from a file. */
  | { readonly kind: 'copy-norm-set'; readonly set: NormSet }
  /** Puts a norm or a rule of local need in the place of the one with its id, or behind the others. */
  | { readonly kind: 'set-norm'; readonly norm: Norm | LocalNeedRule }
  | { readonly kind: 'drop-norm'; readonly norm: string }
  /** What need is reckoned by from here on; null for the usual settings. */
  | { readonly kind: 'choose-need'; readonly settings: NeedSettings | null };

export type NormEditProblem =
  /** Only a plan's own copy can be changed. */
  | { readonly code: 'no-own-norms' }
  | { readonly code: 'unknown-norm'; readonly norm: string }
  /** What the norms would become is no set of norms; every problem of it. */
  | { readonly code: 'norms-refused'; readonly problems: readonly NormProblem[] };

interface AppliedNormEdit {
  readonly plan: Plan;
  readonly inverse: readonly NormEdit[];
}

type Applied = Result<AppliedNormEdit, NormEditProblem | { readonly code: 'name-empty' }>;

/** What an edit of the norms does to a plan, and how to take it back. O(norms). */
export function applyNormEdit(plan: Plan, edit: NormEdit): Applied {
  switch (edit.kind) {
    case 'choose-norm-set': return chooseNormSet(plan, edit.normSet);
    case 'copy-norm-set': return giveNorms(plan, edit.set);
    case 'set-norm': return changeNorms(plan, (own) => withNorm(own, edit.norm));
    case 'drop-norm':
      if (plan.norms && ![...plan.norms.norms, ...(plan.norms.local ?? [])].some(({ id }) => id === edit.norm)) return err({ code: 'unknown-norm', norm: edit.norm });
      return changeNorms(plan, (own) => withoutNorm(own, edit.norm));
    case 'choose-need': return chooseNeed(plan, edit.settings);
  }
}

function chooseNormSet(plan: Plan, normSet: string): Applied {
  if (normSet.trim() === '') return err({ code: 'name-empty' });
  if (normSet === plan.normSet && plan.norms === undefined) return ok({ plan, inverse: [] });
  return ok({ plan: withPart({ ...plan, normSet }, 'norms', undefined), inverse: backTo(plan) });
}

function giveNorms(plan: Plan, set: NormSet): Applied {
  const read = parseNormSet(normSetDocument(set));
  if (!read.ok) return err({ code: 'norms-refused', problems: read.error });
  if (JSON.stringify(plan.norms) === JSON.stringify(read.value)) return ok({ plan, inverse: [] });
  return ok({ plan: withPart(plan, 'norms', read.value), inverse: backTo(plan) });
}

/** A changed copy is a new version of it: figures name the version they rest on. */
function changeNorms(plan: Plan, change: (own: NormSet) => NormSet): Applied {
  const { norms: own } = plan;
  if (own === undefined) return err({ code: 'no-own-norms' });
  const changed = change(own);
  if (JSON.stringify(changed) === JSON.stringify(own)) return ok({ plan, inverse: [] });
  return giveNorms(plan, { ...changed, version: own.version + 1 });
}

/** The norms of before as a whole: their version comes back with them. */
const backTo = ({ normSet, norms }: Plan): readonly NormEdit[] => {
  const chosen: NormEdit = { kind: 'choose-norm-set', normSet };
  return norms === undefined ? [chosen] : [chosen, { kind: 'copy-norm-set', set: norms }];
};

function withNorm(own: NormSet, norm: Norm | LocalNeedRule): NormSet {
  if (norm.kind === 'local') return { ...own, local: put(own.local ?? [], norm) };
  return { ...own, norms: put(own.norms, norm) };
}

function put<T extends { readonly id: string }>(list: readonly T[], entry: T): readonly T[] {
  const at = list.findIndex(({ id }) => id === entry.id);
  return at === -1 ? [...list, entry] : list.with(at, entry);
}

function withoutNorm({ local, ...own }: NormSet, id: string): NormSet {
  const left = local?.filter((rule) => rule.id !== id) ?? [];
  return { ...own, norms: own.norms.filter((norm) => norm.id !== id), ...(left.length === 0 ? {} : { local: left }) };
}

function chooseNeed(plan: Plan, settings: NeedSettings | null): Applied {
  const before = plan.need ?? null;
  const sorted = settings && { ...settings, vulnerability: { on: settings.vulnerability.on, weights: [...settings.vulnerability.weights].sort((a, b) => (a.indicator < b.indicator ? -1 : 1)) } };
  if (JSON.stringify(before) === JSON.stringify(sorted)) return ok({ plan, inverse: [] });
  return ok({ plan: withPart(plan, 'need', sorted ?? undefined), inverse: [{ kind: 'choose-need', settings: before }] });
}
