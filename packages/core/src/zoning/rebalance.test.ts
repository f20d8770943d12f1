import { expect, test } from 'vitest';
import type { DelineationSettings } from '../model/delineation-settings.ts';
import type { Plan } from '../model/plan.ts';
import { delineationGround } from './delineate.ts';
import { defaultDelineationSettings } from './delineation-defaults.ts';
import { paperTown } from './paper-town.ts';
import { rebalance } from './rebalance.ts';

// Six columns, two rows of 2,025 people: three zones of two columns each hold 8,100.
const town = paperTown({ columns: 6, rows: 2, sizeMetres: 1000, inhabitants: () => 2025 });
const index = new Map(town.blocks.map(({ id }, block) => [id, block]));
const planOf = (rows: readonly [string, string], locked: readonly string[] = []): Plan => ({
  dataset: 'd', normSet: 'n', name: 'p', zones: ['A', 'B', 'C'].map((id) => ({ id, name: id, locked: locked.includes(id) })),
  zoneOfBlock: Object.fromEntries(rows.flatMap((row, fromNorth) => Array.from(row).map((zone, column): [string, string] => [`${column}-${1 - fromNorth}`, zone]))),
});
const holding = (blocks: readonly string[]): DelineationSettings => ({ ...defaultDelineationSettings, locks: { ...defaultDelineationSettings.locks, blocks } });
const proposal = (plan: Plan, drawn: readonly string[], settings = defaultDelineationSettings) =>
  rebalance(delineationGround(town, settings, plan), plan, settings, drawn.map((id) => index.get(id)!));
const moved = (plan: Plan, drawn: readonly string[], settings = defaultDelineationSettings): readonly string[] =>
  proposal(plan, drawn, settings)?.shifts.flatMap(({ blocks, to }) => blocks.map(({ id }) => `${id} to ${to!.id}`)) ?? [];
const after = (plan: Plan, drawn: readonly string[]): Record<string, number> => {
  const zoneOf: Record<string, string> = { ...plan.zoneOfBlock };
  for (const { blocks, to } of proposal(plan, drawn)?.shifts ?? []) for (const { id } of blocks) zoneOf[id] = to!.id;
  const held: Record<string, number> = {};
  for (const zone of Object.values(zoneOf)) held[zone] = (held[zone] ?? 0) + 2025;
  return held;
};

test('a stroke that left 4,050 in one zone and 12,150 in its neighbour is evened out, and what was drawn stays', () => {
  // B took the north of columns 3 and 4; the south of column 4 is all that C can have back.
  const plan = planOf(['AABBBC', 'AABBBC']);
  expect(proposal(plan, ['3-1', '4-1'])!.zones).toEqual(['A', 'B', 'C']);
  expect(moved(plan, ['3-1', '4-1'])).toEqual(['4-0 to C']);
  expect(after(plan, ['3-1', '4-1'])).toEqual({ A: 8100, B: 10_125, C: 6075 });
});

test('a zone that borders only what was drawn stays too small: nothing of the stroke is given back', () => {
  const plan = planOf(['AABBBC', 'AABBBC']);
  expect(after(plan, ['4-0', '4-1'])).toEqual({ A: 10_125, B: 10_125, C: 4050 });
  expect(moved(plan, ['4-0', '4-1']).filter((move) => move.startsWith('4-'))).toEqual([]);
});

test('a held block stays in its zone, also where the stroke cut it off', () => {
  // The stroke left 2-0 without a neighbour in A; not held, it would go to B.
  const plan = planOf(['AABBCC', 'ABABCC']);
  expect(moved(plan, ['1-1'])).toEqual(['2-0 to B']);
  expect(moved(plan, ['1-1'], holding(['2-0'])).filter((move) => move.startsWith('2-0'))).toEqual([]);
});

test('a stroke away from the edge is mended by giving blocks on', () => {
  // A took the column of B: 12,150 and 4,050; the drawn block is 2-1 only, so 2-0 goes back.
  const held = after(planOf(['AAABCC', 'AAABCC']), ['2-1']);
  expect(Math.min(...Object.values(held))).toBeGreaterThanOrEqual(6000);
  expect(Math.max(...Object.values(held))).toBeLessThanOrEqual(12_000);
});

test('locked zones stay as they are; with everything near locked there is no proposal', () => {
  const held = after(planOf(['AAABCC', 'AAABCC'], ['C']), ['2-1']);
  expect(held['C']).toBe(8100);
  expect(proposal(planOf(['AAABCC', 'AAABCC'], ['B', 'C']), ['2-1'])).toBeNull();
});

test('zones that are as they should be: nothing to propose; the same question gives the same answer', () => {
  expect(proposal(planOf(['AABBCC', 'AABBCC']), ['2-0'])).toBeNull();
  const plan = planOf(['AAABCC', 'AAABCC']);
  expect(proposal(plan, ['2-1'])).toEqual(proposal(plan, ['2-1']));
});
