import { expect, test } from 'vitest';
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
const proposal = (plan: Plan, drawn: readonly string[]) =>
  rebalance(delineationGround(town, defaultDelineationSettings, plan), plan, defaultDelineationSettings, drawn.map((id) => index.get(id)!));
const after = (plan: Plan, drawn: readonly string[]): Record<string, number> => {
  const zoneOf: Record<string, string> = { ...plan.zoneOfBlock };
  for (const { blocks, to } of proposal(plan, drawn)?.shifts ?? []) for (const { id } of blocks) zoneOf[id] = to!.id;
  const held: Record<string, number> = {};
  for (const zone of Object.values(zoneOf)) held[zone] = (held[zone] ?? 0) + 2025;
  return held;
};

test('a stroke that left 4,050 in one zone and 12,150 in its neighbour is evened out, and what was drawn stays', () => {
  const plan = planOf(['AABBBC', 'AABBBC']);
  const found = proposal(plan, ['4-0', '4-1']);
  expect(found!.zones).toEqual(['A', 'B', 'C']);
  // C cannot have column 4 back, for it was drawn; every zone ends within 6,000 and 12,000 when one can.
  expect(found!.shifts.flatMap(({ blocks }) => blocks.map(({ id }) => id))).not.toEqual(expect.arrayContaining(['4-0']));
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
