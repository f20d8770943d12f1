import { expect, test } from 'vitest';
import type { Plan } from '../model/index.ts';
import { applyEdit, applyEdits, type Edit, type EditGround } from './edits.ts';

const ground: EditGround = { blocks: new Set(['b1', 'b2', 'b3', 'b4', 'b5', 'b6']), facilities: new Set(), partsOf: () => 2 };

const threeZones: Plan = {
  dataset: 'd1', normSet: 'vlaanderen', name: 'Proef',
  zones: [{ id: 'noord', name: 'Noord', locked: false }, { id: 'oost', name: 'Oost', locked: false }, { id: 'zuid', name: 'Zuid', locked: false }],
  zoneOfBlock: { b1: 'noord', b2: 'noord', b3: 'oost', b4: 'oost', b5: 'zuid' },
};

const applied = (plan: Plan, edit: Edit) => {
  const result = applyEdit(plan, edit, ground);
  if (!result.ok) throw new Error(`Got ${result.error.code} when expected the edit to apply.`);
  return result.value;
};
const refusal = (plan: Plan, edit: Edit) => {
  const result = applyEdit(plan, edit, ground);
  return result.ok ? null : result.error;
};

test('blocks given to a zone leave the one they were in, and come back from each of them', () => {
  const { plan, inverse } = applied(threeZones, { kind: 'assign-blocks', blocks: ['b3', 'b1', 'b6'], zone: 'zuid' });
  expect(plan.zoneOfBlock).toEqual({ b1: 'zuid', b2: 'noord', b3: 'zuid', b4: 'oost', b5: 'zuid', b6: 'zuid' });
  expect(inverse).toEqual([
    { kind: 'assign-blocks', blocks: ['b1'], zone: 'noord' },
    { kind: 'assign-blocks', blocks: ['b3'], zone: 'oost' },
    { kind: 'assign-blocks', blocks: ['b6'], zone: null },
  ]);
});

test('a zone that is removed leaves its blocks unassigned, and comes back in its place with them', () => {
  const { plan, inverse } = applied(threeZones, { kind: 'remove-zone', zone: 'oost' });
  expect(plan.zones.map(({ id }) => id)).toEqual(['noord', 'zuid']);
  expect(plan.zoneOfBlock).toEqual({ b1: 'noord', b2: 'noord', b5: 'zuid' });
  expect(inverse).toEqual([
    { kind: 'add-zone', zone: { id: 'oost', name: 'Oost' }, at: 1 },
    { kind: 'assign-blocks', blocks: ['b3', 'b4'], zone: 'oost' },
  ]);
});

test('two zones become one under the name of the one that stays', () => {
  const { plan } = applied(threeZones, { kind: 'merge-zones', from: 'noord', into: 'oost' });
  expect(plan.zones).toEqual([{ id: 'oost', name: 'Oost', locked: false }, { id: 'zuid', name: 'Zuid', locked: false }]);
  expect(plan.zoneOfBlock).toEqual({ b1: 'oost', b2: 'oost', b3: 'oost', b4: 'oost', b5: 'zuid' });
});

test('a locked zone neither gives nor takes blocks, is not removed or merged, but may be renamed', () => {
  const { plan } = applied(threeZones, { kind: 'lock-zone', zone: 'noord' });
  const locked = { code: 'zone-locked', zones: ['noord'], names: ['Noord'] };
  expect(refusal(plan, { kind: 'assign-blocks', blocks: ['b1'], zone: 'zuid' })).toEqual(locked);
  expect(refusal(plan, { kind: 'assign-blocks', blocks: ['b5'], zone: 'noord' })).toEqual(locked);
  expect(refusal(plan, { kind: 'remove-zone', zone: 'noord' })).toEqual(locked);
  expect(refusal(plan, { kind: 'merge-zones', from: 'noord', into: 'zuid' })).toEqual(locked);
  expect(refusal(plan, { kind: 'merge-zones', from: 'zuid', into: 'noord' })).toEqual(locked);
  expect(applied(plan, { kind: 'name-zone', zone: 'noord', name: 'Hoog Noord' }).plan.zones[0]).toEqual({ id: 'noord', name: 'Hoog Noord', locked: true });
});

test('a new division must leave a locked zone as it is, and keeps it locked', () => {
  const { plan } = applied(threeZones, { kind: 'lock-zone', zone: 'noord' });
  const zones = [{ id: 'noord', name: 'Noord' }, { id: 'rest', name: 'Rest' }];
  const kept = applied(plan, { kind: 'adopt-zones', zones, zoneOfBlock: { b6: 'rest', b1: 'noord', b2: 'noord' } });
  expect(kept.plan.zones).toEqual([{ id: 'noord', name: 'Noord', locked: true }, { id: 'rest', name: 'Rest', locked: false }]);
  expect(Object.keys(kept.plan.zoneOfBlock)).toEqual(['b1', 'b2', 'b6']);
  const locked = { code: 'zone-locked', zones: ['noord'], names: ['Noord'] };
  expect(refusal(plan, { kind: 'adopt-zones', zones, zoneOfBlock: { b1: 'noord' } })).toEqual(locked);
  expect(refusal(plan, { kind: 'adopt-zones', zones, zoneOfBlock: { b1: 'noord', b2: 'noord', b3: 'noord' } })).toEqual(locked);
  expect(refusal(plan, { kind: 'adopt-zones', zones: [], zoneOfBlock: {} })).toEqual(locked);
});

test('what is not there, not unique or empty is refused with what it was', () => {
  expect(refusal(threeZones, { kind: 'assign-blocks', blocks: ['b9', 'b1', 'b8'], zone: 'zuid' })).toEqual({ code: 'unknown-block', blocks: ['b8', 'b9'] });
  expect(refusal(threeZones, { kind: 'assign-blocks', blocks: ['b1'], zone: 'west' })).toEqual({ code: 'unknown-zone', zones: ['west'] });
  expect(refusal(threeZones, { kind: 'remove-zone', zone: 'west' })).toEqual({ code: 'unknown-zone', zones: ['west'] });
  expect(refusal(threeZones, { kind: 'lock-zone', zone: 'west' })).toEqual({ code: 'unknown-zone', zones: ['west'] });
  expect(refusal(threeZones, { kind: 'merge-zones', from: 'west', into: 'best' })).toEqual({ code: 'unknown-zone', zones: ['west', 'best'] });
  expect(refusal(threeZones, { kind: 'merge-zones', from: 'zuid', into: 'zuid' })).toEqual({ code: 'merge-with-itself', zone: 'zuid' });
  expect(refusal(threeZones, { kind: 'add-zone', zone: { id: 'zuid', name: 'Nieuw' }, at: null })).toEqual({ code: 'zone-id-taken', zone: 'zuid' });
  expect(refusal(threeZones, { kind: 'add-zone', zone: { id: 'z9', name: ' ZUID ' }, at: null })).toEqual({ code: 'zone-name-taken', name: 'ZUID', zone: 'zuid' });
  expect(refusal(threeZones, { kind: 'add-zone', zone: { id: 'z9', name: 'Nieuw' }, at: 4 })).toEqual({ code: 'position-outside', at: 4, zones: 3 });
  expect(refusal(threeZones, { kind: 'name-zone', zone: 'west', name: 'X' })).toEqual({ code: 'unknown-zone', zones: ['west'] });
  expect(refusal(threeZones, { kind: 'name-zone', zone: 'zuid', name: '  ' })).toEqual({ code: 'name-empty' });
  expect(refusal(threeZones, { kind: 'rename-plan', name: '' })).toEqual({ code: 'name-empty' });
  expect(refusal(threeZones, { kind: 'choose-norm-set', normSet: '' })).toEqual({ code: 'name-empty' });
  expect(refusal(threeZones, { kind: 'adopt-zones', zones: [], zoneOfBlock: { b1: 'west' } })).toEqual({ code: 'unknown-zone', zones: ['west'] });
  expect(refusal(threeZones, { kind: 'adopt-zones', zones: [{ id: 'a', name: 'A' }], zoneOfBlock: { b9: 'a' } })).toEqual({ code: 'unknown-block', blocks: ['b9'] });
});

test('a zone may take its own name in other capitals', () => {
  expect(applied(threeZones, { kind: 'name-zone', zone: 'zuid', name: 'ZUID' }).plan.zones[2]?.name).toBe('ZUID');
});

test('an edit that changes nothing has nothing to take back', () => {
  const { zones, zoneOfBlock, name, normSet } = threeZones;
  const idle: readonly Edit[] = [
    { kind: 'assign-blocks', blocks: ['b1', 'b2'], zone: 'noord' }, { kind: 'unlock-zone', zone: 'noord' }, { kind: 'name-zone', zone: 'zuid', name: 'Zuid' },
    { kind: 'rename-plan', name }, { kind: 'choose-norm-set', normSet }, { kind: 'adopt-zones', zones, zoneOfBlock },
  ];
  for (const edit of idle) expect(applied(threeZones, edit)).toEqual({ plan: threeZones, inverse: [] });
});

test('a block or zone named like a part of every object is only a name', () => {
  const odd: Plan = { ...threeZones, zones: [{ id: '__proto__', name: 'Vreemd', locked: false }], zoneOfBlock: {} };
  const result = applyEdit(odd, { kind: 'assign-blocks', blocks: ['constructor', '__proto__'], zone: '__proto__' });
  expect(result.ok && Object.entries(result.value.plan.zoneOfBlock)).toEqual([['__proto__', '__proto__'], ['constructor', '__proto__']]);
});

test('several edits are made together or not at all', () => {
  const result = applyEdits(threeZones, [{ kind: 'add-zone', zone: { id: 'west', name: 'West' }, at: 0 }, { kind: 'assign-blocks', blocks: ['b1'], zone: 'weg' }], ground);
  expect(result).toEqual({ ok: false, error: { code: 'unknown-zone', zones: ['weg'] } });
});
