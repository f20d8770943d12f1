import type { NucleusChange } from '../model/delineation-settings.ts';
import type { Plan } from '../model/plan.ts';
import { err, ok, type Result } from '../model/result.ts';
import { withPart } from './plan-fields.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** What a planner can do to kernen. Kernen that the engine found are taken at their word: which they are depends on settings. */
export type NucleusEdit =
  | { readonly kind: 'add-nucleus'; readonly nucleus: string; readonly name: string; readonly place: Place }
  /** One added by hand goes; one that was found counts no longer. */
  | { readonly kind: 'drop-nucleus'; readonly nucleus: string }
  /** Takes back the dropping of one that was found. */
  | { readonly kind: 'restore-nucleus'; readonly nucleus: string }
  /** Lambert 2008 metres; null puts it back where it was found. */
  | { readonly kind: 'move-nucleus'; readonly nucleus: string; readonly place: Place | null }
  /** Null gives back the name it was found under. */
  | { readonly kind: 'name-nucleus'; readonly nucleus: string; readonly name: string | null };

export type NucleusEditProblem =
  | { readonly code: 'nucleus-id-taken'; readonly nucleus: string }
  | { readonly code: 'nucleus-dropped'; readonly nucleus: string }
  | { readonly code: 'nucleus-not-dropped'; readonly nucleus: string }
  /** A kern added by hand has no place or name that was found. */
  | { readonly code: 'nucleus-not-found-by-engine'; readonly nucleus: string };

export interface AppliedNucleusEdit {
  readonly plan: Plan;
  readonly inverse: readonly NucleusEdit[];
}

/** What an edit of a kern does to a plan, and how to take it back. */
export function applyNucleusEdit(plan: Plan, edit: NucleusEdit): Result<AppliedNucleusEdit, NucleusEditProblem | { readonly code: 'name-empty' }> {
  const id = edit.nucleus;
  const known = plan.nuclei?.find((change) => change.id === id) ?? null;
  const now: NucleusChange = known ?? { id, state: 'found', place: null, name: null };
  const done = (change: NucleusChange | null, inverse: NucleusEdit): Result<AppliedNucleusEdit, never> => ok({ plan: withChange(plan, id, change), inverse: [inverse] });
  const unchanged = ok({ plan, inverse: [] });
  switch (edit.kind) {
    case 'add-nucleus': {
      if (known !== null) return err({ code: 'nucleus-id-taken', nucleus: id });
      const name = edit.name.trim();
      if (name === '') return err({ code: 'name-empty' });
      return done({ id, state: 'added', place: edit.place, name }, { kind: 'drop-nucleus', nucleus: id });
    }
    case 'drop-nucleus':
      if (now.state === 'dropped') return err({ code: 'nucleus-dropped', nucleus: id });
      if (now.state === 'added') return done(null, { kind: 'add-nucleus', nucleus: id, name: now.name!, place: now.place! });
      return done({ ...now, state: 'dropped' }, { kind: 'restore-nucleus', nucleus: id });
    case 'restore-nucleus':
      if (now.state !== 'dropped') return err({ code: 'nucleus-not-dropped', nucleus: id });
      return done({ ...now, state: 'found' }, { kind: 'drop-nucleus', nucleus: id });
    case 'move-nucleus':
      if (now.state === 'dropped') return err({ code: 'nucleus-dropped', nucleus: id });
      if (now.state === 'added' && edit.place === null) return err({ code: 'nucleus-not-found-by-engine', nucleus: id });
      if (now.place?.x === edit.place?.x && now.place?.y === edit.place?.y) return unchanged;
      return done({ ...now, place: edit.place }, { kind: 'move-nucleus', nucleus: id, place: now.place });
    case 'name-nucleus': {
      if (now.state === 'dropped') return err({ code: 'nucleus-dropped', nucleus: id });
      if (now.state === 'added' && edit.name === null) return err({ code: 'nucleus-not-found-by-engine', nucleus: id });
      const name = edit.name?.trim() ?? null;
      if (name === '') return err({ code: 'name-empty' });
      if (name === now.name) return unchanged;
      return done({ ...now, name }, { kind: 'name-nucleus', nucleus: id, name: now.name });
    }
  }
}

/** The plan with the change of one kern put in its place; a change that says nothing is left out, and so is an empty list. */
function withChange(plan: Plan, id: string, change: NucleusChange | null): Plan {
  const others = (plan.nuclei ?? []).filter((other) => other.id !== id);
  const says = change !== null && (change.state !== 'found' || change.place !== null || change.name !== null);
  const changes = says ? [...others, change].sort((a, b) => (a.id < b.id ? -1 : 1)) : others;
  return withPart(plan, 'nuclei', changes.length === 0 ? undefined : changes);
}
