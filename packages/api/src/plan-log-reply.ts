import { gestureLabel, namesAfter, zoneNamesOf, type EditLabel } from '@woonzorgzones/core/edit';
import type { PlanLog } from './schemas.ts';
import type { Plain } from './schemas/same-type.ts';
import type { KeptPlan } from './store/store.ts';

export function planLogReply({ id, version, initial, log }: KeptPlan): Plain<PlanLog> {
  const labels = labelsOf(initial, log);
  return {
    id,
    version,
    lines: log.map(({ at, entry, by, gesture }, index) => ({
      version: index + 1, at, label: labels[index]!, entry, ...(by === undefined ? {} : { by }), ...(gesture === undefined ? {} : { gesture }),
    })),
  };
}

/** An undo or redo is named after the gesture it takes back or brings back; zones by the names they had at that line. */
function labelsOf(initial: KeptPlan['initial'], log: KeptPlan['log']): readonly EditLabel[] {
  let names = zoneNamesOf(initial);
  const labels: EditLabel[] = [];
  for (const { entry } of log) {
    if (entry.kind === 'edits') {
      names = namesAfter(names, entry.edits);
      labels.push(gestureLabel(entry.edits, names));
    } else {
      const named = labels[entry.of];
      if (named === undefined) throw new Error(`Got line ${entry.of} when expected an undo to name a gesture before it.`);
      labels.push(named);
    }
  }
  return labels;
}
