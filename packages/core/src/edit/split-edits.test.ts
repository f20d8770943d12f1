import { expect, test } from 'vitest';
import type { Plan } from '../model/plan.ts';
import { applyEdit, type Edit, type EditGround } from './edits.ts';
import { gestureLabel, zoneNamesOf } from './edit-label.ts';

/** A line through 0/0 alone cuts nothing. */
const ground: EditGround = { blocks: new Set(['a', 'b']), facilities: new Set(), partsOf: (_plan, _block, line) => (line.length > 2 ? 2 : 1) };
const line = [0, 0, 9, 9];
const plan: Plan = {
  dataset: 'd', normSet: 'n', name: 'p', zones: [{ id: 'w', name: 'West', locked: false }, { id: 'o', name: 'Oost', locked: true }], zoneOfBlock: { a: 'w', b: 'o' },
};
const after = (from: Plan, ...edits: Edit[]): Plan => edits.reduce((now, edit) => {
  const done = applyEdit(now, edit, ground);
  if (!done.ok) throw new Error(done.error.code);
  return done.value.plan;
}, from);
const refusal = (from: Plan, edit: Edit): string | null => {
  const done = applyEdit(from, edit, ground);
  return done.ok ? null : done.error.code;
};
const cut: Edit = { kind: 'split-block', block: 'a', line, parts: 2 };

test('the parts of a cut block stay in its zone, and can be given away apart', () => {
  const now = after(plan, cut);
  expect(now.zoneOfBlock).toEqual({ 'a/1': 'w', 'a/2': 'w', b: 'o' });
  expect(now.splits).toEqual([{ block: 'a', line, parts: 2 }]);
  expect(after(now, { kind: 'assign-blocks', blocks: ['a/2'], zone: null }).zoneOfBlock).toEqual({ 'a/1': 'w', b: 'o' });
  expect(refusal(now, { kind: 'assign-blocks', blocks: ['a'], zone: null })).toBe('unknown-block');
});

test('parts in one zone become one block again; parts in two zones do not, and neither does a part that was cut further', () => {
  expect(after(plan, cut, { kind: 'join-block', block: 'a' })).toEqual(plan);
  expect(refusal(after(plan, cut, { kind: 'assign-blocks', blocks: ['a/1'], zone: null }), { kind: 'join-block', block: 'a' })).toBe('parts-in-different-zones');
  const further = after(plan, cut, { kind: 'split-block', block: 'a/1', line, parts: 2 });
  expect(Object.keys(further.zoneOfBlock)).toEqual(['a/1/1', 'a/1/2', 'a/2', 'b']);
  expect(refusal(further, { kind: 'join-block', block: 'a' })).toBe('part-split-further');
  expect(refusal(plan, { kind: 'join-block', block: 'a' })).toBe('block-not-split');
});

test('refused: a line that does not cut, another number of parts, a block cut already, one that is not there, one of a locked zone', () => {
  expect(refusal(plan, { ...cut, line: [0, 0] })).toBe('line-does-not-split');
  expect(refusal(plan, { ...cut, parts: 3 })).toBe('line-does-not-split');
  expect(refusal(after(plan, cut), cut)).toBe('unknown-block');
  expect(refusal(plan, { ...cut, block: 'c' })).toBe('unknown-block');
  expect(refusal(plan, { ...cut, block: 'b' })).toBe('zone-locked');
});

test('a step is named by its gesture and its zone', () => {
  const names = zoneNamesOf(plan);
  const painted: Edit = { kind: 'assign-blocks', blocks: ['a', 'b'], zone: 'w', gesture: 'painted' };
  expect(gestureLabel([painted], names)).toEqual({ nl: 'geverfd: 2 bouwblokken naar West', en: 'painted: 2 blocks to West' });
  expect(gestureLabel([{ ...painted, zone: null }], names).nl).toBe('gewist: 2 bouwblokken');
  expect(gestureLabel([{ ...painted, gesture: 'border-moved' }, { ...painted, blocks: ['a'], zone: 'o', gesture: 'border-moved' }], names).nl).toBe('grens verlegd');
  expect(gestureLabel([{ kind: 'add-zone', zone: { id: 'z', name: 'Zuid' }, at: null }, { ...painted, zone: 'z' }], names).nl).toBe('nieuwe zone Zuid: 2 bouwblokken');
  expect(gestureLabel([cut], names).nl).toBe('bouwblok gesplitst');
});
