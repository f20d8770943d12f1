import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '../model/plan.ts';
import { applyEdit, applyEdits, type Edit } from './edits.ts';

const plan: Plan = { dataset: 'd', normSet: 'vlaanderen', name: 'Proef', zones: [], zoneOfBlock: {} };
const done = (from: Plan, ...edits: Edit[]): Plan => {
  const applied = applyEdits(from, edits);
  if (!applied.ok) throw new Error(`Got ${applied.error.code} when expected the edits to apply.`);
  return applied.value.plan;
};
const refusal = (from: Plan, edit: Edit): string => {
  const applied = applyEdit(from, edit);
  return applied.ok ? 'done' : applied.error.code;
};

const added: Edit = { kind: 'add-nucleus', nucleus: 'eigen', name: ' Plein ', place: { x: 1, y: 2 } };

test('a kern added by hand stands in the plan until it is dropped', () => {
  expect(done(plan, added).nuclei).toEqual([{ id: 'eigen', state: 'added', place: { x: 1, y: 2 }, name: 'Plein' }]);
  expect(done(plan, added, { kind: 'drop-nucleus', nucleus: 'eigen' })).toEqual(plan);
});

test('a found kern keeps its own name and place when it is dropped and restored', () => {
  const named = done(plan, { kind: 'name-nucleus', nucleus: 'kern-1', name: 'Markt' }, { kind: 'move-nucleus', nucleus: 'kern-1', place: { x: 5, y: 6 } });
  const dropped = done(named, { kind: 'drop-nucleus', nucleus: 'kern-1' });
  expect(dropped.nuclei).toEqual([{ id: 'kern-1', state: 'dropped', place: { x: 5, y: 6 }, name: 'Markt' }]);
  expect(done(dropped, { kind: 'restore-nucleus', nucleus: 'kern-1' })).toEqual(named);
});

test('back where it was found and under its found name, nothing is said of a kern', () => {
  const changed = done(plan, { kind: 'name-nucleus', nucleus: 'kern-1', name: 'Markt' }, { kind: 'move-nucleus', nucleus: 'kern-1', place: { x: 5, y: 6 } });
  expect(done(changed, { kind: 'name-nucleus', nucleus: 'kern-1', name: null }, { kind: 'move-nucleus', nucleus: 'kern-1', place: null })).toEqual(plan);
});

test('what cannot be done to a kern is refused with a code', () => {
  const own = done(plan, added);
  expect(refusal(own, added)).toBe('nucleus-id-taken');
  expect(refusal(plan, { ...added, name: ' ' })).toBe('name-empty');
  expect(refusal(own, { kind: 'move-nucleus', nucleus: 'eigen', place: null })).toBe('nucleus-not-found-by-engine');
  expect(refusal(own, { kind: 'name-nucleus', nucleus: 'eigen', name: null })).toBe('nucleus-not-found-by-engine');
  const dropped = done(plan, { kind: 'drop-nucleus', nucleus: 'kern-1' });
  expect(refusal(dropped, { kind: 'drop-nucleus', nucleus: 'kern-1' })).toBe('nucleus-dropped');
  expect(refusal(dropped, { kind: 'move-nucleus', nucleus: 'kern-1', place: { x: 0, y: 0 } })).toBe('nucleus-dropped');
  expect(refusal(dropped, { kind: 'name-nucleus', nucleus: 'kern-1', name: 'X' })).toBe('nucleus-dropped');
  expect(refusal(plan, { kind: 'restore-nucleus', nucleus: 'kern-1' })).toBe('nucleus-not-dropped');
});

const nucleus = fc.constantFrom('kern-1', 'kern-2', 'eigen');
const place = fc.record({ x: fc.integer({ min: 0, max: 3 }), y: fc.integer({ min: 0, max: 3 }) });
const name = fc.constantFrom('Markt', 'Plein');
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('add-nucleus' as const), nucleus, name, place }),
  fc.record({ kind: fc.constantFrom('drop-nucleus' as const, 'restore-nucleus' as const), nucleus }),
  fc.record({ kind: fc.constant('move-nucleus' as const), nucleus, place: fc.option(place) }),
  fc.record({ kind: fc.constant('name-nucleus' as const), nucleus, name: fc.option(name) }),
  fc.record({ kind: fc.constant('choose-delineation' as const), settings: fc.constant(null) }),
);

test('whatever was done before, an edit of a kern and its inverse together change nothing, to the byte', () => {
  fc.assert(fc.property(fc.array(anyEdit, { maxLength: 8 }), anyEdit, (before, edit) => {
    let now = plan;
    for (const earlier of before) {
      const next = applyEdit(now, earlier);
      if (next.ok) now = next.value.plan;
    }
    const there = applyEdit(now, edit);
    if (!there.ok) return;
    const back = applyEdits(there.value.plan, there.value.inverse);
    expect(back.ok && JSON.stringify(back.value.plan)).toBe(JSON.stringify(now));
  }), { numRuns: 300 });
});
