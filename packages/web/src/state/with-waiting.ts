import type { PlanReply } from '@woonzorgzones/api/schemas';
import { openHistory, record, redo, redoLabel, undo, undoLabel } from '@woonzorgzones/core/edit';
import type { Plan } from '@woonzorgzones/core/model';
import type { WaitingWrite } from './edit-queue.ts';

/**
 * A plan as the planner sees it: as the server has it, with what waits on top. What the server will refuse is left out; a step
 * back to before what waits shows when the server has taken it.
 */
export function withWaiting(kept: PlanReply, waiting: readonly WaitingWrite[]): PlanReply {
  if (waiting.length === 0) return kept;
  let history = openHistory(kept.plan as unknown as Plan);
  let isBehind = false;
  for (const { write } of waiting) {
    if (write.kind === 'edits') {
      const next = record(history, write.edits);
      if (next.ok) history = next.value;
      continue;
    }
    for (let step = 0; step < (write.steps ?? 1); step++) {
      const next = write.kind === 'undo' ? undo(history) : redo(history);
      if (next.ok) history = next.value;
      else isBehind = true;
    }
  }
  const isFresh = history.entries.length === 0;
  return {
    ...kept,
    plan: history.plan as unknown as PlanReply['plan'],
    canUndo: history.done.length > 0 || (kept.canUndo && !isBehind),
    undoLabel: undoLabel(history) ?? (isBehind ? null : kept.undoLabel),
    canRedo: history.undone.length > 0 || (isFresh && kept.canRedo && !isBehind),
    redoLabel: redoLabel(history) ?? (isFresh && !isBehind ? kept.redoLabel : null),
  };
}
