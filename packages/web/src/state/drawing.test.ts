import type { PlanReply } from '@woonzorgzones/api/schemas';
import { openHistory, record, type Edit } from '@woonzorgzones/core/edit';
import { fromLambert2008 } from '@woonzorgzones/core/geo';
import type { Plan } from '@woonzorgzones/core/model';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { datasetOf, smallTown } from '../../../../tests/api/small-town.ts';
import type { TableAsk, TableReply } from '../workers/table-messages.ts';

// Eight columns and six rows of 400 m; the first column holds 250 a block, the others 535.
const [originX, originY] = [smallTown.blocks[0]!.shape[0]![0]![0]!, smallTown.blocks[0]!.shape[0]![0]![1]!];
const at = (column: number, row: number) => fromLambert2008('EPSG:4326', Float64Array.of(originX + column * 400, originY + row * 400)) as unknown as [lon: number, lat: number];
const { hash, bytes } = datasetOf(smallTown);

/** Two zones, the first of so many columns. */
const planOf = (columns: number, zones: readonly [string, string] = ['west', 'oost']): Plan => ({
  dataset: hash, normSet: 'n', name: 'p', zones: zones.map((id) => ({ id, name: id, locked: false })),
  zoneOfBlock: Object.fromEntries(smallTown.blocks.map(({ id }) => [id, zones[Number(id[0]) < columns ? 0 : 1]])),
});

/** The screen, the thread of the table and the server around `state/drawing.ts`; table and thread run their own code, in this process. */
async function sitDown(plans: Readonly<Record<string, Plan>>) {
  vi.resetModules();
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, value: string) => stored.set(key, value), removeItem: (key: string) => stored.delete(key) });
  vi.stubGlobal('location', { search: '' });
  vi.stubGlobal('history', { pushState: () => undefined, replaceState: () => undefined });

  const kept = new Map(Object.entries(plans));
  const written: { readonly plan: string; readonly edits: readonly Edit[] }[] = [];
  const replyOf = (id: string): PlanReply => ({ id, version: written.filter(({ plan }) => plan === id).length, plan: kept.get(id)!, canUndo: false, undoLabel: null, canRedo: false, redoLabel: null }) as unknown as PlanReply;
  const keepOnServer = (plan: string, { edits }: { readonly edits: readonly Edit[] }): Response => {
    const after = record(openHistory(kept.get(plan)!), edits);
    if (!after.ok) throw new Error(`Got a refusal of ${JSON.stringify(edits)} when expected edits that fit`);
    kept.set(plan, after.value.plan);
    written.push({ plan, edits });
    return Response.json(replyOf(plan));
  };
  vi.stubGlobal('fetch', (path: string, asked?: { readonly body: string }): Promise<Response> => Promise.resolve(
    path === `/api/municipalities/${hash}/dataset` ? new Response(bytes as Uint8Array<ArrayBuffer>) : keepOnServer(path.split('/')[3]!, JSON.parse(asked!.body) as { readonly edits: readonly Edit[] }),
  ));

  let hear: (event: { readonly data: TableAsk }) => void;
  const thread = { isReached: true, hired: [] as EventTarget[], asks: 0, answers: 0, heldBack: null as TableReply['kind'] | null, onItsWay: null as TableReply | null };
  vi.stubGlobal('Worker', class extends EventTarget {
    constructor() {
      super();
      thread.hired.push(this);
    }
    postMessage(ask: TableAsk): void {
      thread.asks += 1;
      if (thread.isReached) hear({ data: structuredClone(ask) });
      else setTimeout(() => { thread.answers += 1; this.dispatchEvent(new Event('error')); });
    }
    terminate = (): void => undefined;
  });
  const deliver = (reply: TableReply): void => {
    thread.answers += 1;
    thread.hired.at(-1)!.dispatchEvent(new MessageEvent('message', { data: structuredClone(reply) }));
  };
  vi.stubGlobal('addEventListener', (kind: string, told: typeof hear) => { if (kind === 'message') hear = told; });
  vi.stubGlobal('postMessage', (reply: TableReply) => {
    if (reply.kind === thread.heldBack) thread.onItsWay = reply;
    else deliver(reply);
  });
  await import('../workers/table-worker.ts');
  const drawing = await import('./drawing.ts');
  const { planKey, queryClient } = await import('./queries.ts');
  const { writeToPlan } = await import('./plan-edits.ts');
  const { useView } = await import('./view.ts');
  for (const id of kept.keys()) queryClient.setQueryData(planKey(id), replyOf(id));
  useView.setState({ zone: 'west' });
  const shown = (id: string): Plan => queryClient.getQueryData<PlanReply>(planKey(id))!.plan as unknown as Plan;
  const settled = () => vi.waitUntil(() => thread.asks === thread.answers);
  return {
    ...drawing,
    state: drawing.useDrawing.getState,
    thread,
    written,
    plan: (id: string) => kept.get(id)!,
    zones: () => drawing.useDrawing.getState().drawn?.zones.map(({ id }) => id),
    /** As the screen does when it shows a plan, and whenever that changed. */
    lay: (id: string) => drawing.layOnTable(id, shown(id)),
    write: (id: string, edits: readonly Edit[]) => writeToPlan(id, { kind: 'edits', edits }),
    settled,
    /** Keeps the next answer of this kind on its way, and gives a way to let it come. */
    async holdBack(kind: TableReply['kind'], act: () => void): Promise<() => Promise<void>> {
      thread.heldBack = kind;
      act();
      await vi.waitUntil(() => thread.onItsWay !== null);
      return async () => {
        const reply = thread.onItsWay!;
        [thread.heldBack, thread.onItsWay] = [null, null];
        deliver(reply);
        await settled();
      };
    },
    kept: (count: number) => vi.waitUntil(() => written.length >= count),
    leave: () => queryClient.clear(),
  };
}

let table: Awaited<ReturnType<typeof sitDown>>;
beforeEach(async () => {
  table = await sitDown({ a: planOf(4), b: planOf(4, ['noord', 'zuid']), lopsided: planOf(2) });
});
afterEach(() => {
  table.leave();
  vi.unstubAllGlobals();
  vi.resetModules();
});

async function layAndTake(id: string, tool: 'brush' | 'split' = 'brush'): Promise<void> {
  table.lay(id);
  await table.settled();
  table.takeTool(tool);
}

/** Paints blocks 4-2 and 5-2, which are of the east. */
function paintTwo(): void {
  table.beginStroke(...at(4.5, 2.5), 1, null);
  table.moveStroke(...at(5.5, 2.5), 1);
}

test('a stroke is kept, though the plan is taken from the table before its answer comes', async () => {
  await layAndTake('a');
  paintTwo();
  const come = await table.holdBack('dropped', table.endStroke);
  table.layOnTable(null, null);
  await come();
  await table.kept(1);
  expect(table.plan('a').zoneOfBlock).toMatchObject({ '4-2': 'west', '5-2': 'west' });
});

test('a stroke is kept in the plan it was drawn on, whichever lies on the table when its answer comes', async () => {
  await layAndTake('a');
  paintTwo();
  const come = await table.holdBack('dropped', table.endStroke);
  table.lay('b');
  await come();
  await table.kept(1);
  expect(table.written.map(({ plan }) => plan)).toEqual(['a']);
  expect(table.state()).toMatchObject({ lastStroke: [], isStroking: false, drawn: { planId: 'b' } });
});

test('a stroke that is still under way when its plan is taken away ends there', async () => {
  await layAndTake('a');
  paintTwo();
  table.layOnTable(null, null);
  await table.settled();
  await table.kept(1);
  expect(table.plan('a').zoneOfBlock).toMatchObject({ '4-2': 'west', '5-2': 'west' });
});

test('a cut is kept in the plan it was drawn on', async () => {
  await layAndTake('a', 'split');
  const come = await table.holdBack('cut', () => table.cutAlong([...at(1.5, 0.9), ...at(1.5, 2.1)]));
  table.lay('b');
  await come();
  await table.kept(1);
  expect(table.written).toMatchObject([{ plan: 'a', edits: [{ kind: 'split-block', block: '1-1' }] }]);
  expect(table.state().lastStroke).toEqual([]);
});

test('the zones of a plan are not shown as those of another', async () => {
  const come = await table.holdBack('opened', () => table.lay('a'));
  table.lay('b');
  const shown: unknown[] = [];
  const forget = table.useDrawing.subscribe(({ drawn }) => { if (drawn !== null) shown.push([drawn.planId, drawn.zones.map(({ id }) => id)]); });
  await come();
  forget();
  expect(new Set(shown.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify(['b', ['noord', 'zuid']])]));
});

/** Gives one block to the west, which is far too small, and lays out what came of it. */
async function strokeInLopsided(): Promise<void> {
  await layAndTake('lopsided');
  table.beginStroke(...at(2.5, 2.5), 1, null);
  table.endStroke();
  await table.settled();
  await table.kept(1);
  table.lay('lopsided');
  await table.settled();
}

test('a proposal is not shown in another plan', async () => {
  await strokeInLopsided();
  const come = await table.holdBack('rebalanced', table.rebalanceLast);
  table.lay('b');
  await come();
  expect(table.state()).toMatchObject({ proposal: null, isSearching: false });
});

test('a proposal goes when the plan changed, and says so; nothing is left to accept', async () => {
  await strokeInLopsided();
  table.rebalanceLast();
  await table.settled();
  expect(table.state().proposal!.shifts.length).toBeGreaterThan(0);
  table.write('lopsided', [{ kind: 'lock-zone', zone: 'oost' }]);
  table.lay('lopsided');
  expect(table.state()).toMatchObject({ proposal: null, note: { kind: 'proposal-outdated' } });
  await table.kept(2);
  table.acceptProposal();
  await table.settled();
  expect(table.written.length).toBe(2);
});

test('a proposal that comes when the plan has changed is not shown', async () => {
  await strokeInLopsided();
  const come = await table.holdBack('rebalanced', table.rebalanceLast);
  table.write('lopsided', [{ kind: 'lock-zone', zone: 'oost' }]);
  table.lay('lopsided');
  await come();
  expect(table.state()).toMatchObject({ proposal: null, isSearching: false, note: { kind: 'proposal-outdated' } });
});

test('a tool that is put down, or changed for another, ends the stroke under way, which is kept', async () => {
  await layAndTake('a');
  paintTwo();
  table.takeTool(null);
  // The button is still down.
  table.moveStroke(...at(6.5, 2.5), 1);
  await table.settled();
  await table.kept(1);
  expect(table.plan('a').zoneOfBlock).toMatchObject({ '4-2': 'west', '5-2': 'west', '6-2': 'oost' });
  expect(table.state().isStroking).toBe(false);
  table.lay('a');
  await table.settled();
  table.takeTool('brush');
  table.beginStroke(...at(6.5, 2.5), 1, null);
  table.takeTool('block');
  await table.settled();
  await table.kept(2);
  expect(table.plan('a').zoneOfBlock['6-2']).toBe('west');
});

test('another target ends the stroke under way, which is kept and stays on the screen', async () => {
  await layAndTake('a');
  paintTwo();
  await table.settled();
  const inWest = () => table.state().drawn!.zones.find(({ id }) => id === 'west')!.inhabitants;
  const painted = inWest();
  const seen = new Set<number>();
  const forget = table.useDrawing.subscribe(() => seen.add(inWest()));
  table.setTarget('new');
  await table.settled();
  await table.kept(1);
  table.lay('a');
  await table.settled();
  forget();
  expect([...seen]).toEqual([painted]);
  expect(table.plan('a').zoneOfBlock).toMatchObject({ '4-2': 'west', '5-2': 'west' });
  expect(table.zones()).toEqual(['west', 'oost', 'zone-3']);
});

test('the zone that a stroke begins comes once, whatever is done before its answer comes', async () => {
  await layAndTake('a');
  table.setTarget('new');
  await table.settled();
  paintTwo();
  const come = await table.holdBack('dropped', table.endStroke);
  table.beginStroke(...at(6.5, 2.5), 1, null);
  table.takeTool(null);
  await come();
  await table.kept(2);
  expect(table.plan('a').zones.map(({ id }) => id)).toEqual(['west', 'oost', 'zone-3']);
  expect(table.plan('a').zoneOfBlock).toMatchObject({ '4-2': 'zone-3', '5-2': 'zone-3', '6-2': 'zone-3' });
});

test('a plan that cannot be laid out loses the table until it can', async () => {
  await layAndTake('a');
  table.layOnTable('a', { ...table.plan('a'), splits: [{ block: 'X', line: [0, 0, 1, 1], parts: 2 }] });
  await table.settled();
  expect(table.state()).toMatchObject({ drawn: null, note: { kind: 'lost' } });
  table.lay('a');
  await table.settled();
  expect(table.state()).toMatchObject({ drawn: { planId: 'a' }, note: null });
  paintTwo();
  table.endStroke();
  await table.settled();
  await table.kept(1);
});

test('a table whose code does not come says so, and is fetched anew with the next tool', async () => {
  table.thread.isReached = false;
  table.lay('a');
  await table.settled();
  expect(table.state()).toMatchObject({ drawn: null, note: { kind: 'lost' } });
  table.thread.isReached = true;
  table.takeTool('brush');
  await table.settled();
  expect(table.state()).toMatchObject({ drawn: { planId: 'a' }, note: null });
  expect(table.thread.hired.length).toBe(2);
});

test('a zone that was asked for and not begun is forgotten when its plan leaves the table', async () => {
  await layAndTake('a');
  table.setTarget('new');
  await table.settled();
  expect(table.zones()).toEqual(['west', 'oost', 'zone-3']);
  table.layOnTable(null, null);
  table.lay('a');
  await table.settled();
  expect(table.zones()).toEqual(['west', 'oost']);
});
