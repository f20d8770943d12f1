import { expect, test } from 'vitest';
import type { Plan } from '../model/index.ts';
import { editLabel } from './edit-label.ts';
import { applyEdit, type Edit, type EditGround } from './edits.ts';
import { openHistory, record, redo, undo, undoLabel } from './log.ts';

const ground: EditGround = { blocks: new Set(), facilities: new Set(['a', 'b', 'c']), partsOf: () => 1 };
const empty: Plan = { dataset: 'd', normSet: 'n', name: 'Proef', zones: [], zoneOfBlock: {} };
const nieuw = { id: 'n1', category: 'ldc', name: ' Ter Hooie ', address: null, x: 1, y: 2, capacity: null, recognised: null, functions: [], opened: '2027', closed: null } as const;

const after = (...edits: readonly Edit[]): Plan => edits.reduce((plan, edit) => {
  const result = applyEdit(plan, edit, ground);
  if (!result.ok) throw new Error(`Got ${result.error.code} when expected the edit to apply.`);
  return result.value.plan;
}, empty);
const refusal = (plan: Plan, edit: Edit) => {
  const result = applyEdit(plan, edit, ground);
  return result.ok ? null : result.error;
};

test('a plan keeps what it says of a facility otherwise than its file, and nothing else', () => {
  expect(after({ kind: 'change-facility', facility: 'a', change: { capacity: 5 } }, { kind: 'close-facility', facility: 'a', on: '2030' }).register).toEqual({
    added: [], overrides: { a: { capacity: 5, closed: '2030' } }, merged: {}, apart: [],
  });
  expect(after({ kind: 'close-facility', facility: 'a', on: '2030' }, { kind: 'reopen-facility', facility: 'a' }).register?.overrides).toEqual({ a: { closed: null } });
  expect(after({ kind: 'move-facility', facility: 'a', x: 3, y: 4 }, { kind: 'restore-facility', facility: 'a', override: null })).toEqual(empty);
});

test('saying the same again changes nothing', () => {
  const plan = after({ kind: 'close-facility', facility: 'a', on: '2030' });
  expect(applyEdit(plan, { kind: 'close-facility', facility: 'a', on: '2030' }, ground)).toEqual({ ok: true, value: { plan, inverse: [] } });
  expect(applyEdit(empty, { kind: 'change-facility', facility: 'a', change: {} }, ground)).toEqual({ ok: true, value: { plan: empty, inverse: [] } });
});

test('two that are one are one until they are split; what only stands in another cannot be changed', () => {
  const plan = after({ kind: 'merge-facilities', keep: 'a', drop: 'b' });
  expect(plan.register?.merged).toEqual({ b: 'a' });
  expect(refusal(plan, { kind: 'move-facility', facility: 'b', x: 0, y: 0 })).toEqual({ code: 'facility-merged', facility: 'b', into: 'a' });
  expect(refusal(plan, { kind: 'merge-facilities', keep: 'b', drop: 'c' })).toEqual({ code: 'facility-merged', facility: 'b', into: 'a' });
  expect(refusal(empty, { kind: 'merge-facilities', keep: 'a', drop: 'a' })).toEqual({ code: 'facility-with-itself', facility: 'a' });
  expect(refusal(empty, { kind: 'split-facility', facility: 'b' })).toEqual({ code: 'facility-not-merged', facility: 'b' });
  expect(after({ kind: 'merge-facilities', keep: 'a', drop: 'b' }, { kind: 'split-facility', facility: 'b' })).toEqual(empty);
});

test('a pair is kept apart whichever is named first', () => {
  expect(after({ kind: 'keep-apart', one: 'b', other: 'a' }).register?.apart).toEqual([{ one: 'a', other: 'b' }]);
  expect(after({ kind: 'keep-apart', one: 'b', other: 'a' }, { kind: 'forget-apart', one: 'a', other: 'b' })).toEqual(empty);
});

test('one that was added is removed with all that was said of it, and comes back with it', () => {
  const plan = after({ kind: 'add-facility', facility: nieuw }, { kind: 'move-facility', facility: 'n1', x: 9, y: 9 }, { kind: 'keep-apart', one: 'n1', other: 'a' });
  const removed = applyEdit(plan, { kind: 'remove-facility', facility: 'n1' }, ground);
  if (!removed.ok) throw new Error('Got a refusal when expected an added facility to be removable.');
  expect(removed.value.plan).toEqual(empty);
  const back = removed.value.inverse.reduce((on, edit) => {
    const result = applyEdit(on, edit, ground);
    return result.ok ? result.value.plan : on;
  }, removed.value.plan);
  expect(back).toEqual(plan);
});

test('what cannot be done is refused with its reason', () => {
  expect(refusal(empty, { kind: 'close-facility', facility: 'x', on: '2030' })).toEqual({ code: 'unknown-facility', facilities: ['x'] });
  expect(refusal(empty, { kind: 'remove-facility', facility: 'a' })).toEqual({ code: 'facility-of-file', facility: 'a' });
  expect(refusal(empty, { kind: 'add-facility', facility: { ...nieuw, id: 'a' } })).toEqual({ code: 'facility-id-taken', facility: 'a' });
  expect(refusal(empty, { kind: 'add-facility', facility: { ...nieuw, name: '  ' } })).toEqual({ code: 'facility-name-empty' });
  expect(refusal(empty, { kind: 'change-facility', facility: 'a', change: { name: ' ' } })).toEqual({ code: 'facility-name-empty' });
  const stands = after({ kind: 'add-facility', facility: nieuw }, { kind: 'merge-facilities', keep: 'n1', drop: 'a' });
  expect(refusal(stands, { kind: 'remove-facility', facility: 'n1' })).toEqual({ code: 'facility-stands-for-others', facility: 'n1', others: ['a'] });
});

test('undo and redo go across zones and facilities alike, each with its label', () => {
  let history = openHistory(empty);
  const gestures: readonly Edit[] = [
    { kind: 'add-zone', zone: { id: 'z', name: 'Noord' }, at: null }, { kind: 'add-facility', facility: nieuw }, { kind: 'merge-facilities', keep: 'n1', drop: 'a' },
  ];
  for (const edit of gestures) {
    const next = record(history, [edit], ground);
    if (next.ok) history = next.value;
  }
  const { plan } = history;
  expect(undoLabel(history)).toEqual({ nl: 'Ongedaan maken: twee voorzieningen samengevoegd', en: 'Undo: two facilities merged' });
  for (const step of [undo, undo, undo, redo, redo, redo]) {
    const next = step(history);
    if (next.ok) history = next.value;
  }
  expect(history.plan).toEqual(plan);
  expect(history.entries).toHaveLength(9);
});

test('every edit of facilities has a label in both languages', () => {
  const edits: readonly Edit[] = [
    { kind: 'add-facility', facility: nieuw }, { kind: 'remove-facility', facility: 'a' }, { kind: 'change-facility', facility: 'a', change: {} },
    { kind: 'move-facility', facility: 'a', x: 0, y: 0 }, { kind: 'close-facility', facility: 'a', on: '2030' }, { kind: 'reopen-facility', facility: 'a' },
    { kind: 'restore-facility', facility: 'a', override: null }, { kind: 'restore-facility', facility: 'a', override: { closed: null } },
    { kind: 'merge-facilities', keep: 'a', drop: 'b' }, { kind: 'split-facility', facility: 'b' }, { kind: 'keep-apart', one: 'a', other: 'b' }, { kind: 'forget-apart', one: 'a', other: 'b' },
  ];
  const labels = edits.map(editLabel);
  for (const { nl, en } of labels) expect([nl, en].every((label) => /^[a-z].{5,}$/.test(label))).toBe(true);
  expect(new Set(labels.map(({ nl }) => nl)).size).toBe(edits.length);
});
