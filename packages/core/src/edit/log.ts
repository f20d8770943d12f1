import type { Plan } from '../model/plan.ts';
import { err, ok, type Result } from '../model/result.ts';
import { gestureLabel, zoneNamesOf, type EditLabel } from './edit-label.ts';
import { applyEdits, type Edit, type EditGround, type EditProblem } from './edits.ts';

/**
 * One line of the log of a plan. Lines are only ever added: undo and redo are lines too, and name the line (counted from
 * 0) whose edits they take back or bring back. The number of lines is the version of the plan.
 */
export type LogEntry =
  /** One gesture of the planner; may hold several edits. */
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'undo'; readonly of: number }
  | { readonly kind: 'redo'; readonly of: number };

/** A gesture that stands, with the edits that would take it back. */
interface Step {
  readonly of: number;
  readonly edits: readonly Edit[];
  readonly inverse: readonly Edit[];
}

/** A plan with the log that led to it, from which undo and redo follow. */
export interface PlanHistory {
  readonly plan: Plan;
  readonly entries: readonly LogEntry[];
  /** What undo takes back, the next one last. */
  readonly done: readonly Step[];
  /** What redo brings back, the next one last. */
  readonly undone: readonly Step[];
}

export type LogProblem =
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'nothing-to-redo' }
  | { readonly code: 'edit-refused'; readonly entry: number; readonly problem: EditProblem }
  /** An undo or redo that names another line than the one whose turn it is: the log was cut or mixed. */
  | { readonly code: 'log-broken'; readonly entry: number };

/** A plan on which nothing has been done yet. */
export const openHistory = (initial: Plan): PlanHistory => ({ plan: initial, entries: [], done: [], undone: [] });

/** Adds a gesture. One that changes nothing adds no line; any other makes what was undone unreachable. */
export function record(history: PlanHistory, edits: readonly Edit[], ground?: EditGround): Result<PlanHistory, EditProblem> {
  const applied = applyEdits(history.plan, edits, ground);
  if (!applied.ok) return applied;
  if (applied.value.inverse.length === 0) return ok(history);
  return ok(append(history, edits, applied.value.plan, applied.value.inverse));
}

/** Takes back the last gesture that stands. */
export function undo(history: PlanHistory): Result<PlanHistory, LogProblem> {
  const step = history.done.at(-1);
  if (!step) return err({ code: 'nothing-to-undo' });
  return ok({
    plan: mustApply(history.plan, step.inverse).plan,
    entries: [...history.entries, { kind: 'undo', of: step.of }],
    done: history.done.slice(0, -1),
    undone: [...history.undone, step],
  });
}

/** Brings back the gesture that was undone last. */
export function redo(history: PlanHistory): Result<PlanHistory, LogProblem> {
  const step = history.undone.at(-1);
  if (!step) return err({ code: 'nothing-to-redo' });
  const { plan, inverse } = mustApply(history.plan, step.edits);
  return ok({
    plan,
    entries: [...history.entries, { kind: 'redo', of: step.of }],
    done: [...history.done, { ...step, inverse }],
    undone: history.undone.slice(0, -1),
  });
}

/** The plan a kept log leads to. O(lines × blocks). */
export function replay(initial: Plan, entries: readonly LogEntry[]): Result<PlanHistory, LogProblem> {
  let history = openHistory(initial);
  for (const [entry, line] of entries.entries()) {
    const next = follow(history, line, entry);
    if (!next.ok) return next;
    history = next.value;
  }
  return ok(history);
}

function follow(history: PlanHistory, line: LogEntry, entry: number): Result<PlanHistory, LogProblem> {
  if (line.kind === 'edits') {
    const applied = applyEdits(history.plan, line.edits);
    if (!applied.ok) return err({ code: 'edit-refused', entry, problem: applied.error });
    return ok(append(history, line.edits, applied.value.plan, applied.value.inverse));
  }
  const turn = (line.kind === 'undo' ? history.done : history.undone).at(-1);
  if (turn?.of !== line.of) return err({ code: 'log-broken', entry });
  return line.kind === 'undo' ? undo(history) : redo(history);
}

/** "Ongedaan maken: zone Noord toegevoegd", or null when there is nothing to undo. */
export const undoLabel = ({ plan, done }: PlanHistory): EditLabel | null => stepLabel(plan, done.at(-1), { nl: 'Ongedaan maken', en: 'Undo' });

/** "Opnieuw: zone Noord toegevoegd", or null when there is nothing to redo. */
export const redoLabel = ({ plan, undone }: PlanHistory): EditLabel | null => stepLabel(plan, undone.at(-1), { nl: 'Opnieuw', en: 'Redo' });

function stepLabel(plan: Plan, step: Step | undefined, act: EditLabel): EditLabel | null {
  if (!step) return null;
  const { nl, en } = gestureLabel(step.edits, zoneNamesOf(plan));
  return { nl: `${act.nl}: ${nl}`, en: `${act.en}: ${en}` };
}

const append = (history: PlanHistory, edits: readonly Edit[], plan: Plan, inverse: readonly Edit[]): PlanHistory => ({
  plan,
  entries: [...history.entries, { kind: 'edits', edits }],
  done: [...history.done, { of: history.entries.length, edits, inverse }],
  undone: [],
});

/** Undo and redo repeat what was accepted on this very plan; a refusal means the log and the plan do not belong together. */
function mustApply(plan: Plan, edits: readonly Edit[]) {
  const applied = applyEdits(plan, edits);
  if (!applied.ok) throw new Error(`Got ${applied.error.code} when expected the kept edits to apply to their own plan.`);
  return applied.value;
}
