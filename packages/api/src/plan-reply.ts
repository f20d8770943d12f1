import { redoLabel, undoLabel } from '@woonzorgzones/core/edit';
import type { OpenPlan } from './plans.ts';
import type { PlanReply } from './schemas.ts';
import type { Plain } from './schemas/same-type.ts';

export function planReply({ id, version, createdAt, updatedAt, origin, history }: OpenPlan): Plain<PlanReply> {
  return {
    id,
    version,
    createdAt,
    updatedAt,
    ...(origin === undefined ? {} : { origin }),
    plan: history.plan,
    canUndo: history.done.length > 0,
    canRedo: history.undone.length > 0,
    undoLabel: undoLabel(history),
    redoLabel: redoLabel(history),
  };
}
