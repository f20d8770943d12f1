import { gestureLabel, type EditLabel, type LogEntry } from '@woonzorgzones/core/edit';
import type { PlanLog } from './schemas.ts';
import type { Plain } from './schemas/same-type.ts';
import type { KeptPlan } from './store/store.ts';

export const planLogReply = ({ id, version, log }: KeptPlan): Plain<PlanLog> => ({
  id,
  version,
  lines: log.map(({ at, entry }, index) => ({ version: index + 1, at, label: labelOf(entry, log), entry })),
});

/** An undo or redo is named after the gesture it takes back or brings back. */
function labelOf(entry: LogEntry, log: KeptPlan['log']): EditLabel {
  const gesture = entry.kind === 'edits' ? entry : log[entry.of]?.entry;
  if (gesture?.kind !== 'edits') throw new Error(`Got ${gesture?.kind ?? 'nothing'} when expected an undo to name a gesture.`);
  return gestureLabel(gesture.edits);
}
