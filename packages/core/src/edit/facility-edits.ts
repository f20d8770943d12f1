import type { FacilityChange, FacilityOverride, FacilityPair, NewFacility, RegisterChanges } from '../model/register-changes.ts';
import { err, ok, type Result } from '../model/result.ts';

/** What a planner can do to the register of facilities. The dataset itself never changes: a plan keeps what it says otherwise. */
export type FacilityEdit =
  | { readonly kind: 'add-facility'; readonly facility: NewFacility }
  /** Only one that the planner added; one of a file is closed instead. */
  | { readonly kind: 'remove-facility'; readonly facility: string }
  | { readonly kind: 'change-facility'; readonly facility: string; readonly change: FacilityChange }
  /** Also gives a place to a facility that waits for one. Lambert 2008 metres. */
  | { readonly kind: 'move-facility'; readonly facility: string; readonly x: number; readonly y: number }
  /** `on`: ISO date (or year) from which it is closed. */
  | { readonly kind: 'close-facility'; readonly facility: string; readonly on: string }
  | { readonly kind: 'reopen-facility'; readonly facility: string }
  /** What the plan says of it is exactly this; null: nothing, it is again as it was given. */
  | { readonly kind: 'restore-facility'; readonly facility: string; readonly override: FacilityOverride | null }
  /** Two are one: `keep` stands for both and takes over what only `drop` knew. */
  | { readonly kind: 'merge-facilities'; readonly keep: string; readonly drop: string }
  /** A merged facility stands by itself again. */
  | { readonly kind: 'split-facility'; readonly facility: string }
  /** Two that look like one are not: they are not proposed for merging again. */
  | { readonly kind: 'keep-apart'; readonly one: string; readonly other: string }
  | { readonly kind: 'forget-apart'; readonly one: string; readonly other: string };

export type FacilityEditProblem =
  | { readonly code: 'unknown-facility'; readonly facilities: readonly string[] }
  | { readonly code: 'facility-id-taken'; readonly facility: string }
  /** It is counted in another one; that one has to be changed, or the two split. */
  | { readonly code: 'facility-merged'; readonly facility: string; readonly into: string }
  | { readonly code: 'facility-of-file'; readonly facility: string }
  | { readonly code: 'facility-stands-for-others'; readonly facility: string; readonly others: readonly string[] }
  | { readonly code: 'facility-not-merged'; readonly facility: string }
  | { readonly code: 'facility-with-itself'; readonly facility: string }
  | { readonly code: 'facility-name-empty' };

interface AppliedToRegister {
  readonly register: RegisterChanges;
  readonly inverse: readonly FacilityEdit[];
}

type Applied = Result<AppliedToRegister, FacilityEditProblem>;

/**
 * What an edit does to the register of a plan, and how to take it back; no inverse when it changes nothing.
 * `given`: the ids of the dataset's facilities, those that wait for a place included; without it ids are taken at their word.
 */
export function applyFacilityEdit(register: RegisterChanges, edit: FacilityEdit, given?: ReadonlySet<string>): Applied {
  const problem = problemOf(register, edit, given);
  if (problem !== null) return err(problem);
  switch (edit.kind) {
    case 'add-facility': return addFacility(register, edit.facility);
    case 'remove-facility': return removeFacility(register, edit.facility);
    case 'change-facility': return override(register, edit.facility, trimmed(edit.change));
    case 'move-facility': return override(register, edit.facility, { x: edit.x, y: edit.y });
    case 'close-facility': return override(register, edit.facility, { closed: edit.on });
    case 'reopen-facility': return override(register, edit.facility, { closed: null });
    case 'restore-facility': return restore(register, edit.facility, edit.override);
    case 'merge-facilities': return ok({
      register: { ...register, merged: inOrder(new Map([...Object.entries(register.merged), [edit.drop, edit.keep]])) },
      inverse: [{ kind: 'split-facility', facility: edit.drop }],
    });
    case 'split-facility': return splitFacility(register, edit.facility);
    case 'keep-apart': return keepApart(register, pairOf(edit.one, edit.other));
    case 'forget-apart': return forgetApart(register, pairOf(edit.one, edit.other));
  }
}

function problemOf(register: RegisterChanges, edit: FacilityEdit, given: ReadonlySet<string> | undefined): FacilityEditProblem | null {
  const own = new Set(register.added.map(({ id }) => id));
  const merged = new Map(Object.entries(register.merged));
  if (edit.kind === 'add-facility') {
    const { id, name } = edit.facility;
    if (own.has(id) || given?.has(id)) return { code: 'facility-id-taken', facility: id };
    return name.trim() === '' ? { code: 'facility-name-empty' } : null;
  }
  const named = namedIn(edit);
  const unknown = given === undefined ? [] : named.filter((id) => !own.has(id) && !given.has(id)).sort();
  if (unknown.length > 0) return { code: 'unknown-facility', facilities: unknown };
  const [first, second] = named;
  if (first === second) return { code: 'facility-with-itself', facility: first };
  if (edit.kind === 'split-facility') return merged.has(edit.facility) ? null : { code: 'facility-not-merged', facility: edit.facility };
  const standsIn = named.find((id) => merged.has(id));
  if (standsIn !== undefined && edit.kind !== 'forget-apart') return { code: 'facility-merged', facility: standsIn, into: merged.get(standsIn)! };
  if (edit.kind === 'change-facility' && edit.change.name?.trim() === '') return { code: 'facility-name-empty' };
  if (edit.kind !== 'remove-facility') return null;
  if (!own.has(edit.facility)) return { code: 'facility-of-file', facility: edit.facility };
  const others = [...merged].filter(([, into]) => into === edit.facility).map(([id]) => id).sort();
  return others.length > 0 ? { code: 'facility-stands-for-others', facility: edit.facility, others } : null;
}

function namedIn(edit: Exclude<FacilityEdit, { kind: 'add-facility' }>): readonly [string, ...string[]] {
  switch (edit.kind) {
    case 'merge-facilities': return [edit.keep, edit.drop];
    case 'keep-apart':
    case 'forget-apart': return [edit.one, edit.other];
    default: return [edit.facility];
  }
}

function addFacility(register: RegisterChanges, facility: NewFacility): Applied {
  const added = [...register.added, { ...facility, name: facility.name.trim() }].sort((a, b) => (a.id < b.id ? -1 : 1));
  return ok({ register: { ...register, added }, inverse: [{ kind: 'remove-facility', facility: facility.id }] });
}

/** What else the plan says of it goes with it, and comes back with it. */
function removeFacility(register: RegisterChanges, id: string): Applied {
  const facility = register.added.find((own) => own.id === id);
  if (facility === undefined) return err({ code: 'facility-of-file', facility: id });
  const overrides = new Map(Object.entries(register.overrides));
  const said = overrides.get(id);
  overrides.delete(id);
  const apart = register.apart.filter(({ one, other }) => one === id || other === id);
  return ok({
    register: {
      ...register,
      added: register.added.filter((own) => own !== facility),
      overrides: inOrder(overrides),
      apart: register.apart.filter((pair) => !apart.includes(pair)),
    },
    inverse: [
      { kind: 'add-facility', facility },
      ...(said === undefined ? [] : [{ kind: 'restore-facility', facility: id, override: said } as const]),
      ...apart.map((pair): FacilityEdit => ({ kind: 'keep-apart', ...pair })),
    ],
  });
}

function override(register: RegisterChanges, id: string, more: FacilityOverride): Applied {
  const before = new Map(Object.entries(register.overrides)).get(id) ?? null;
  return restore(register, id, { ...before, ...more });
}

function restore(register: RegisterChanges, id: string, given: FacilityOverride | null): Applied {
  const overrides = new Map(Object.entries(register.overrides));
  const before = overrides.get(id) ?? null;
  const said = given === null ? {} : inFieldOrder(given);
  const after = Object.keys(said).length === 0 ? null : said;
  if (JSON.stringify(before) === JSON.stringify(after)) return ok({ register, inverse: [] });
  if (after === null) overrides.delete(id);
  else overrides.set(id, after);
  return ok({ register: { ...register, overrides: inOrder(overrides) }, inverse: [{ kind: 'restore-facility', facility: id, override: before }] });
}

function splitFacility(register: RegisterChanges, id: string): Applied {
  const merged = new Map(Object.entries(register.merged));
  const into = merged.get(id);
  if (into === undefined) return err({ code: 'facility-not-merged', facility: id });
  merged.delete(id);
  return ok({ register: { ...register, merged: inOrder(merged) }, inverse: [{ kind: 'merge-facilities', keep: into, drop: id }] });
}

function keepApart(register: RegisterChanges, pair: FacilityPair): Applied {
  if (register.apart.some((kept) => isSame(kept, pair))) return ok({ register, inverse: [] });
  const apart = [...register.apart, pair].sort((a, b) => byText(a.one, b.one) || byText(a.other, b.other));
  return ok({ register: { ...register, apart }, inverse: [{ kind: 'forget-apart', ...pair }] });
}

function forgetApart(register: RegisterChanges, pair: FacilityPair): Applied {
  const apart = register.apart.filter((kept) => !isSame(kept, pair));
  if (apart.length === register.apart.length) return ok({ register, inverse: [] });
  return ok({ register: { ...register, apart }, inverse: [{ kind: 'keep-apart', ...pair }] });
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const pairOf = (a: string, b: string): FacilityPair => (a < b ? { one: a, other: b } : { one: b, other: a });

const isSame = (a: FacilityPair, b: FacilityPair): boolean => a.one === b.one && a.other === b.other;

const trimmed = (change: FacilityChange): FacilityChange => (change.name === undefined ? change : { ...change, name: change.name.trim() });

const inOrder = <T>(entries: ReadonlyMap<string, T>): Readonly<Record<string, T>> => Object.fromEntries([...entries].sort(([a], [b]) => byText(a, b)));

/** One order of fields, and none that says nothing, so that the same word about a facility is the same bytes. */
const inFieldOrder = (override: FacilityOverride): FacilityOverride =>
  Object.fromEntries(Object.entries(override).filter(([, value]) => value !== undefined).sort(([a], [b]) => byText(a, b)));
