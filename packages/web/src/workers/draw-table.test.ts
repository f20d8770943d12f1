import { fromLambert2008 } from '@woonzorgzones/core/geo';
import type { Plan } from '@woonzorgzones/core/model';
import { criteriaGround, criteriaSettingsOf, judgeZones, settingsOfPlan } from '@woonzorgzones/core/zoning';
import { expect, test } from 'vitest';
import { smallTown } from '../../../../tests/api/small-town.ts';
import { drawingTable } from './draw-table.ts';
import type { TableReply } from './table-messages.ts';

// Eight columns and six rows of 400 m; the first column holds 250 a block, the others 535. West is columns 0 to 3.
const [originX, originY] = [smallTown.blocks[0]!.shape[0]![0]![0]!, smallTown.blocks[0]!.shape[0]![0]![1]!];
const at = (column: number, row: number): number[] => [...fromLambert2008('EPSG:4326', Float64Array.of(originX + column * 400, originY + row * 400))];
const plan = (locked: readonly string[] = []): Plan => ({
  dataset: 'd', normSet: 'n', name: 'p', zones: ['west', 'oost'].map((id) => ({ id, name: id, locked: locked.includes(id) })),
  zoneOfBlock: Object.fromEntries(smallTown.blocks.map(({ id }) => [id, Number(id[0]) < 4 ? 'west' : 'oost'])),
});
function open(locked: readonly string[] = []) {
  const table = drawingTable(smallTown);
  table.open(plan(locked));
  return table;
}
function must<K extends TableReply['kind']>(reply: TableReply, kind: K): Extract<TableReply, { kind: K }> {
  expect(reply.kind).toBe(kind);
  return reply as Extract<TableReply, { kind: K }>;
}

test('a stroke through two blocks of the east gives them to the west, live and at the end as one shift', () => {
  const table = open();
  const drawn = must(table.answer({ kind: 'paint', to: 'west', line: [...at(3.5, 2.5), ...at(5.5, 2.5)], radiusMetres: 0 }), 'drawn');
  // 6 × 250 + 18 × 535 = 11,130, and two blocks more.
  expect(drawn.zones.map(({ id, inhabitants }) => [id, inhabitants])).toEqual([['west', 12_200], ['oost', 24 * 535 - 1070]]);
  expect(must(table.answer({ kind: 'drop' }), 'dropped')).toMatchObject({ shifts: [{ to: 'west', blocks: ['4-2', '5-2'] }], spared: [] });
  // What it says equals the whole plan judged at once.
  const after = { ...plan(), zoneOfBlock: { ...plan().zoneOfBlock, '4-2': 'west', '5-2': 'west' } };
  const settings = settingsOfPlan(smallTown, after);
  const ground = criteriaGround(smallTown, settings, after);
  expect(drawn.criteria.zones).toEqual(judgeZones(smallTown, ground.graph, after, ground.nuclei, criteriaSettingsOf(settings), ground.ways).zones);
});

test('locked zones neither give nor take, whatever passes over them, and are named', () => {
  const table = open(['oost']);
  expect(must(table.answer({ kind: 'paint', to: 'west', line: at(5.5, 2.5), radiusMetres: 500 }), 'drawn')).toMatchObject({ zones: [], spared: ['oost'] });
  must(table.answer({ kind: 'fill', to: null, ring: [...at(0, 0), ...at(8, 0), ...at(8, 6), ...at(0, 6), ...at(0, 0)] }), 'drawn');
  const { shifts } = must(table.answer({ kind: 'drop' }), 'dropped');
  expect(shifts.flatMap(({ blocks }) => blocks).every((block) => Number(block[0]) < 4)).toBe(true);
  expect(must(table.answer({ kind: 'paint', to: 'oost', line: at(0.5, 0.5), radiusMetres: 0 }), 'drawn')).toMatchObject({ zones: [], spared: ['oost'] });
  expect(must(table.answer({ kind: 'hold-border', at: at(4, 2.5), withinMetres: 50 }), 'border-held').locked).toEqual(['oost']);
  expect(must(table.answer({ kind: 'cut', line: [...at(5.5, 1.9), ...at(5.5, 3.1)] }), 'cut')).toMatchObject({ cuts: [], spared: ['oost'] });
});

test('a border follows the pointer, and gives back what it is pulled back over', () => {
  const table = open();
  expect(must(table.answer({ kind: 'hold-border', at: at(4.02, 2.5), withinMetres: 50 }), 'border-held').zones).toEqual(['west', 'oost']);
  const far = must(table.answer({ kind: 'pull-border', at: at(5.5, 2.5), radiusMetres: 100 }), 'drawn');
  expect(far.zones.find(({ id }) => id === 'west')!.inhabitants).toBe(11_130 + 1070);
  table.answer({ kind: 'pull-border', at: at(4.5, 2.5), radiusMetres: 100 });
  // The other way round the border moves west.
  table.answer({ kind: 'pull-border', at: at(3.5, 2.5), radiusMetres: 100 });
  expect(must(table.answer({ kind: 'drop' }), 'dropped').shifts).toEqual([{ to: 'oost', blocks: ['3-2'] }]);
});

test('a stroke that is taken back leaves the zones as they were', () => {
  const table = open();
  table.answer({ kind: 'paint', to: null, line: at(1.5, 1.5), radiusMetres: 800 });
  const back = must(table.answer({ kind: 'take-back' }), 'drawn');
  expect(back.zones.find(({ id }) => id === 'west')!.inhabitants).toBe(11_130);
  expect(must(table.answer({ kind: 'drop' }), 'dropped').shifts).toEqual([]);
});

test('a line from edge to edge cuts the blocks it crosses whole; one that ends inside cuts none', () => {
  const table = open();
  expect(must(table.answer({ kind: 'cut', line: [...at(1.5, 0.9), ...at(1.5, 2.1)] }), 'cut').cuts).toEqual([{ block: '1-1', parts: 2 }]);
  expect(must(table.answer({ kind: 'cut', line: [...at(1.5, 0.9), ...at(1.5, 1.5)] }), 'cut').cuts).toEqual([]);
});

test('repairs and the rebalancing of a stroke speak of the plan on the table', () => {
  const table = drawingTable(smallTown);
  const lopsided = { ...plan(), zoneOfBlock: Object.fromEntries(smallTown.blocks.map(({ id }) => [id, Number(id[0]) < 2 ? 'west' : 'oost'])) };
  table.open(lopsided);
  // West holds 6 × 250 + 6 × 535 = 4,710: 1,290 too few, three blocks of 535.
  const { repairs } = must(table.answer({ kind: 'repairs', zone: 'west' }), 'repairs');
  expect(repairs.inhabitants[0]).toMatchObject({ solves: true, inhabitantsAfter: 6315 });
  const { proposal } = must(table.answer({ kind: 'rebalance', blocks: ['0-0'] }), 'rebalanced');
  expect(proposal!.shifts.every(({ to }) => to!.id === 'west' || to!.id === 'oost')).toBe(true);
  expect(proposal!.shifts.flatMap(({ blocks }) => blocks.map(({ id }) => id))).not.toContain('0-0');
});

test('a stroke says how many blocks it met, also where nothing changes', () => {
  const table = open();
  // Columns 1 and 2 of one row are west already.
  table.answer({ kind: 'paint', to: 'west', line: [...at(1.5, 2.5), ...at(2.5, 2.5)], radiusMetres: 0 });
  expect(must(table.answer({ kind: 'drop' }), 'dropped')).toEqual({ kind: 'dropped', shifts: [], touched: 2, spared: [] });
  // A ring of a fifth of a block, beside its middle.
  table.answer({ kind: 'fill', to: 'oost', ring: [...at(1.05, 1.05), ...at(1.25, 1.05), ...at(1.25, 1.25), ...at(1.05, 1.25), ...at(1.05, 1.05)] });
  expect(must(table.answer({ kind: 'drop' }), 'dropped')).toEqual({ kind: 'dropped', shifts: [], touched: 0, spared: [] });
});

test('paint for a zone that is gone meanwhile is not taken for erasing', () => {
  const table = open();
  expect(must(table.answer({ kind: 'paint', to: 'opgeheven', line: at(1.5, 1.5), radiusMetres: 800 }), 'drawn').zones).toEqual([]);
  expect(must(table.answer({ kind: 'drop' }), 'dropped').shifts).toEqual([]);
});
