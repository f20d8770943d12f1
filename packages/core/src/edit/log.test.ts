import { expect, test } from 'vitest';
import type { Plan, Result } from '../model/index.ts';
import type { Edit } from './edits.ts';
import { openHistory, record, redo, redoLabel, replay, undo, undoLabel, type PlanHistory } from './log.ts';

const empty: Plan = { dataset: 'd1', normSet: 'vlaanderen', name: 'Proef', zones: [], zoneOfBlock: {} };
const addNorth: Edit = { kind: 'add-zone', zone: { id: 'z1', name: 'Noord' }, at: null };
const fillNorth: Edit = { kind: 'assign-blocks', blocks: ['b1', 'b2'], zone: 'z1' };

const must = (result: Result<PlanHistory, unknown>): PlanHistory => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test('one gesture of several edits is one line and one undo', () => {
  const drawn = must(record(openHistory(empty), [addNorth, fillNorth]));
  expect(drawn.entries).toEqual([{ kind: 'edits', edits: [addNorth, fillNorth] }]);
  expect(must(undo(drawn)).plan).toEqual(empty);
});

test('undo and redo add lines that name what they take back and bring back', () => {
  const drawn = must(record(must(record(openHistory(empty), [addNorth])), [fillNorth]));
  const back = must(redo(must(undo(must(undo(drawn))))));
  expect(back.entries.slice(2)).toEqual([{ kind: 'undo', of: 1 }, { kind: 'undo', of: 0 }, { kind: 'redo', of: 0 }]);
  expect(back.plan.zones).toHaveLength(1);
  expect(must(redo(back)).plan).toEqual(drawn.plan);
});

test('after a new gesture what was undone cannot be brought back, but stays in the log', () => {
  const drawn = must(record(openHistory(empty), [addNorth]));
  const other = must(record(must(undo(drawn)), [{ kind: 'rename-plan', name: 'Anders' }]));
  expect(redo(other)).toEqual({ ok: false, error: { code: 'nothing-to-redo' } });
  expect(other.entries).toHaveLength(3);
  expect(must(undo(other)).plan).toEqual(empty);
});

test('with nothing done there is nothing to undo', () => {
  expect(undo(openHistory(empty))).toEqual({ ok: false, error: { code: 'nothing-to-undo' } });
  expect(undoLabel(openHistory(empty))).toBeNull();
});

test('a gesture that changes nothing adds no line and keeps what can be redone', () => {
  const undone = must(undo(must(record(openHistory(empty), [addNorth]))));
  expect(must(record(undone, [{ kind: 'rename-plan', name: 'Proef' }]))).toBe(undone);
});

test('a refused gesture leaves the history as it was', () => {
  expect(record(openHistory(empty), [addNorth, { kind: 'remove-zone', zone: 'z2' }])).toEqual({ ok: false, error: { code: 'unknown-zone', zones: ['z2'] } });
});

test('undo and redo say what they are about', () => {
  const drawn = must(record(must(record(openHistory(empty), [addNorth, fillNorth])), [fillNorth, { kind: 'assign-blocks', blocks: ['b3'], zone: 'z1' }]));
  expect(undoLabel(drawn)).toEqual({ nl: 'Ongedaan maken: 3 bouwblokken toegewezen', en: 'Undo: 3 blocks assigned' });
  const back = must(undo(drawn));
  expect(undoLabel(back)?.nl).toBe('Ongedaan maken: nieuwe zone Noord: 2 bouwblokken');
  expect(redoLabel(back)?.nl).toBe('Opnieuw: 3 bouwblokken toegewezen');
});

test('a kept log that was cut, mixed or belongs to another plan is refused at the line where it shows', () => {
  expect(replay(empty, [{ kind: 'undo', of: 0 }])).toEqual({ ok: false, error: { code: 'log-broken', entry: 0 } });
  expect(replay(empty, [{ kind: 'edits', edits: [addNorth] }, { kind: 'undo', of: 3 }])).toEqual({ ok: false, error: { code: 'log-broken', entry: 1 } });
  expect(replay(empty, [{ kind: 'edits', edits: [addNorth] }, { kind: 'redo', of: 0 }])).toEqual({ ok: false, error: { code: 'log-broken', entry: 1 } });
  expect(replay(empty, [{ kind: 'edits', edits: [fillNorth] }]))
    .toEqual({ ok: false, error: { code: 'edit-refused', entry: 0, problem: { code: 'unknown-zone', zones: ['z1'] } } });
});
