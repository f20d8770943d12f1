import type { PlanLog } from '@woonzorgzones/api/schemas';

type Line = PlanLog['lines'][number];

/** A gesture of the log as a place one can go back to. */
export interface LogStep extends Pick<Line, 'version' | 'at' | 'label' | 'by'> {
  /** Whether it is in the plan, was undone and can be brought back, or was undone and passed by. */
  readonly state: 'stands' | 'undone' | 'passed';
  /** How many steps back, or with a minus forth, make it the last that stands; 0 is where the plan is. Null when undo and redo do not lead there. */
  readonly back: number | null;
}

/** The gestures of a log in order, each with the way to it. */
export function logSteps(lines: readonly Line[]): readonly LogStep[] {
  const done: number[] = [];
  let undone: number[] = [];
  for (const [index, { entry }] of lines.entries()) {
    if (entry.kind === 'edits') {
      done.push(index);
      undone = [];
    } else if (entry.kind === 'undo') undone.push(done.pop()!);
    else done.push(undone.pop()!);
  }
  const standing = new Map(done.map((index, place) => [index, done.length - 1 - place]));
  const waiting = new Map(undone.map((index, place) => [index, undone.length - place]));
  return lines.flatMap(({ version, at, label, by, entry }, index): LogStep[] => {
    if (entry.kind !== 'edits') return [];
    const step = { version, at, label, ...(by === undefined ? {} : { by }) };
    const back = standing.get(index);
    if (back !== undefined) return [{ ...step, state: 'stands', back }];
    const forth = waiting.get(index);
    return [forth === undefined ? { ...step, state: 'passed', back: null } : { ...step, state: 'undone', back: -forth }];
  });
}
