import { expect, test } from 'vitest';
import type { Plan } from '../model/plan.ts';
import { delineationGround } from './delineate.ts';
import { defaultDelineationSettings } from './delineation-defaults.ts';
import { paperTown } from './paper-town.ts';
import { movesPerZone } from './zone-moves.ts';

// Four columns, two rows of 2,025: west and east would be 8,100 each.
const town = paperTown({ columns: 4, rows: 2, sizeMetres: 1000, inhabitants: () => 2025 });
const planWith = (west: readonly string[], east: readonly string[], locked = false): Plan => ({
  dataset: 'd', normSet: 'n', name: 'p', zones: [{ id: 'w', name: 'West', locked }, { id: 'o', name: 'Oost', locked: false }],
  zoneOfBlock: Object.fromEntries([...west.map((block): [string, string] => [block, 'w']), ...east.map((block): [string, string] => [block, 'o'])]),
});
const moves = (plan: Plan) => movesPerZone(delineationGround(town, defaultDelineationSettings, plan), plan, defaultDelineationSettings);

test('a zone of 4,050 and one of 12,150: one block over puts both within bounds, and the effect is told', () => {
  const [west, east] = moves(planWith(['0-0', '0-1'], ['1-0', '1-1', '2-0', '2-1', '3-0', '3-1']));
  expect(west!.moves).toEqual(east!.moves);
  // 1,950 too few and 150 too many now; 6,075 and 10,125 after.
  expect(west!.moves[0]).toMatchObject({ inhabitants: 2025, from: { id: 'o', name: 'Oost' }, to: { id: 'w', name: 'West' }, fromAfter: 10_125, toAfter: 6075, outOfBounds: -2100 });
  expect(['1-0', '1-1']).toContain(west!.moves[0]!.blocks[0]!.id);
  expect(west!.moves.length).toBeLessThanOrEqual(3);
});

test('two halves as they should be: no single block betters them', () => {
  expect(moves(planWith(['0-0', '0-1', '1-0', '1-1'], ['2-0', '2-1', '3-0', '3-1'])).map(({ moves: told }) => told)).toEqual([[], []]);
});

test('a locked zone neither gives nor takes, and a plan of one zone has no moves', () => {
  expect(moves(planWith(['0-0', '0-1'], ['1-0', '1-1', '2-0', '2-1', '3-0', '3-1'], true)).map(({ moves: told }) => told)).toEqual([[], []]);
  expect(moves({ ...planWith(['0-0'], []), zones: [{ id: 'w', name: 'West', locked: false }] })).toEqual([{ zone: 'w', moves: [] }]);
});

test('blocks in no zone are left aside', () => {
  const [west] = moves(planWith(['0-0', '0-1'], ['1-0', '1-1', '2-0', '2-1']));
  expect(west!.moves.every(({ blocks }) => blocks.every(({ id }) => !id.startsWith('3')))).toBe(true);
});
