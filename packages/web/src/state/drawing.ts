import type { PlanReply } from '@woonzorgzones/api/schemas';
import { partIds, type AssignGesture, type Edit, type NewZone } from '@woonzorgzones/core/edit';
import type { Plan } from '@woonzorgzones/core/model';
import type { PlanCriteria, Repair, RepairableCriterion, BlockShift } from '@woonzorgzones/core/zoning';
import { create } from 'zustand';
import type { LonLats, TableAsk, TableReply, TableZone } from '../workers/table-messages.ts';
import { writeToPlan } from './plan-edits.ts';
import { planKey, queryClient } from './queries.ts';
import { chooseZone, useView } from './view.ts';
import { whenGone } from './when-gone.ts';

/** What a pointer on the map does while zones are drawn. */
export const drawTools = ['brush', 'block', 'rectangle', 'lasso', 'border', 'split'] as const;
export type DrawTool = (typeof drawTools)[number];

/** Where painted blocks go: the chosen zone, a new one, or none. */
export type PaintTarget = 'zone' | 'new' | 'none';

/** Radii of the brush in pixels; the smallest takes what is under its point. */
export const brushSizes = [0, 12, 24, 48, 80] as const;

/** The plan as it is on the table: what the map and the figures show while it is drawn. */
interface Drawn {
  readonly planId: string;
  readonly plan: Plan;
  readonly zones: readonly TableZone[];
  /** The zones as they were when the last stroke ended: colours and places of names do not flit about under the brush. */
  readonly settled: readonly TableZone[];
  readonly criteria: PlanCriteria;
}

/** Something the table has to say; the words are made on the screen. */
type DrawNote =
  | { readonly kind: 'spared'; readonly zones: readonly string[] }
  /** A zone has to be chosen for what was asked. */
  | { readonly kind: 'choose-zone' }
  /** A stroke began where there is no zone to extend. */
  | { readonly kind: 'no-zone-here' }
  | { readonly kind: 'no-border' }
  | { readonly kind: 'border-stays' }
  | { readonly kind: 'no-cut' }
  /** No block was met: by a stroke, or by the middle of one in a ring. */
  | { readonly kind: 'no-block' }
  | { readonly kind: 'no-middle' }
  /** All that was met is there already; `zone` null is "nog niet toegewezen". */
  | { readonly kind: 'already-there'; readonly zone: string | null }
  | { readonly kind: 'no-size' }
  | { readonly kind: 'largest' }
  | { readonly kind: 'smallest' }
  | { readonly kind: 'no-neighbour' }
  | { readonly kind: 'not-ready' }
  | { readonly kind: 'nothing-to-rebalance' | 'nothing-to-undo' | 'nothing-to-redo' }
  /** What was proposed, was so for the plan as it stood before. */
  | { readonly kind: 'proposal-outdated' }
  /** What a pointer draws with could not be loaded. */
  | { readonly kind: 'no-tools' }
  | { readonly kind: 'lost' };

/** A change that waits to be accepted or refused, shown on the map. */
interface Proposal {
  readonly kind: 'repaired' | 'rebalanced';
  readonly planId: string;
  readonly shifts: readonly BlockShift[];
}

interface Drawing {
  readonly tool: DrawTool | null;
  readonly target: PaintTarget;
  /** Place in `brushSizes`. */
  readonly size: number;
  readonly drawn: Drawn | null;
  /** Whether the pointer on the map draws already: what it draws with is fetched. */
  readonly isHeld: boolean;
  readonly isStroking: boolean;
  /** Blocks of the last stroke in this visit, whose surroundings "Herstel" looks at. */
  readonly lastStroke: readonly string[];
  readonly repairs: { readonly zone: string; readonly byCriterion: Readonly<Record<RepairableCriterion, readonly Repair[]>> } | null;
  readonly proposal: Proposal | null;
  readonly note: DrawNote | null;
  readonly isSearching: boolean;
}

const atFirst: Drawing = {
  tool: null, target: 'zone', size: 1, drawn: null, isHeld: false, isStroking: false, lastStroke: [], repairs: null, proposal: null, note: null, isSearching: false,
};

export const useDrawing = create<Drawing>()(() => atFirst);
const set = (change: Partial<Drawing>): void => useDrawing.setState(change);

/** A plan that lies on the table, as it stands. */
interface Laid {
  readonly id: string;
  readonly plan: Plan;
}
let laid: Laid | null = null;

/** The zone that comes about with the next stroke, while one is asked for. */
let draft: NewZone | null = null;

/** A stroke, and what it takes to keep it when its plan has left the table. */
interface Stroke {
  readonly gesture: AssignGesture;
  readonly isRing: boolean;
  /** Who gets what it passes over. */
  readonly to: string | null;
  /** The zone that comes about with it. */
  readonly fresh: NewZone | null;
}
/** The stroke under way, and how far the brush came. */
let stroke: (Stroke & { readonly last: readonly [number, number] }) | null = null;
let isBorderHeld = false;

/** An ask with what it is about: when its answer comes, another plan may lie on the table, or none. */
interface Errand {
  readonly ask: TableAsk;
  readonly on: Laid;
  /** The stroke that a 'drop' ends. */
  readonly ended: Stroke | null;
}

let worker: Worker | null = null;
/** The table answers one ask at a time. */
let asked: Errand | null = null;
/** Asks that wait for the answer to the one before: strokes are gathered, so that the table is never behind the pointer. */
let waiting: readonly Errand[] = [];

function hireWorker(): Worker {
  const hired = new Worker(new URL('../workers/table-worker.ts', import.meta.url), { type: 'module' });
  hired.addEventListener('message', ({ data }: MessageEvent<TableReply>) => answered(data));
  whenGone(hired, () => {
    worker = null;
    answered({ kind: 'lost' });
  });
  return hired;
}

function answered(reply: TableReply): void {
  const errand = asked;
  asked = null;
  if (reply.kind === 'lost') loseTable();
  else if (errand !== null) take(reply, errand);
  send();
}

function send(): void {
  const [next, ...later] = waiting;
  if (asked !== null || next === undefined) return;
  worker ??= hireWorker();
  asked = next;
  waiting = later;
  worker.postMessage(next.ask);
}

/** A brush that moved on while the table was busy draws the whole way at once; of a border only where it is now counts. */
function ask(next: TableAsk, ended: Stroke | null = null): void {
  if (laid === null) return;
  const last = waiting.at(-1)?.ask;
  if (last?.kind === 'paint' && next.kind === 'paint' && last.to === next.to && last.radiusMetres === next.radiusMetres) {
    waiting = [...waiting.slice(0, -1), { ask: { ...next, line: [...last.line, ...next.line.slice(2)] }, on: laid, ended }];
  } else if (last?.kind === next.kind && (next.kind === 'pull-border' || next.kind === 'open' || next.kind === 'repairs')) {
    waiting = [...waiting.slice(0, -1), { ask: next, on: laid, ended }];
  } else waiting = [...waiting, { ask: next, on: laid, ended }];
  send();
}

/** Whether what is drawn has still to be kept. */
const isToKeep = (): boolean => stroke !== null || waiting.some(({ ask: { kind }, on }) => kind === 'drop' && on.id === laid?.id);

/** What waits rests on what is lost, but for a plan that is to be laid out anew. */
function loseTable(): void {
  waiting = waiting.filter(({ ask: { kind } }) => kind === 'open').slice(-1);
  stroke = null;
  set({ drawn: null, isStroking: false, isSearching: false, note: { kind: 'lost' } });
}

/** What was drawn is kept in the plan it was drawn on; what is shown is of the plan that lies on the table now. */
function take(reply: Exclude<TableReply, { kind: 'lost' }>, { on, ended }: Errand): void {
  const isHere = on.id === laid?.id;
  if (reply.kind === 'dropped' && ended !== null) keep(reply, on, ended);
  if (reply.kind === 'cut' && reply.cuts.length > 0) {
    writeToPlan(on.id, { kind: 'edits', edits: reply.cuts.map(({ block, parts }): Edit => ({ kind: 'split-block', block, line: reply.line, parts })) });
  }
  if (isHere) show(reply, on);
}

function show(reply: Exclude<TableReply, { kind: 'lost' }>, on: Laid): void {
  const { drawn, note } = useDrawing.getState();
  const isOutdated = on.plan !== laid?.plan;
  switch (reply.kind) {
    case 'opened':
      set({ drawn: { planId: on.id, plan: reply.plan, zones: reply.zones, settled: reply.zones, criteria: reply.criteria }, note: note?.kind === 'lost' ? null : note });
      return;
    case 'drawn': {
      if (drawn === null) return;
      const zones = new Map(reply.zones.map((zone) => [zone.id, zone]));
      const judged = new Map(reply.criteria.zones.map((zone) => [zone.zone, zone]));
      set({
        drawn: {
          ...drawn,
          // What did not change stays the same value: only rows of touched zones are drawn anew.
          zones: drawn.zones.map((zone) => zones.get(zone.id) ?? zone),
          criteria: { ...reply.criteria, zones: drawn.criteria.zones.map((zone) => judged.get(zone.zone) ?? zone) },
        },
        ...(reply.spared.length > 0 ? { note: { kind: 'spared', zones: reply.spared } } : {}),
      });
      return;
    }
    case 'border-held':
      isBorderHeld = reply.locked.length === 0 && reply.zones !== null;
      if (reply.locked.length > 0) set({ note: { kind: 'spared', zones: reply.locked } });
      else if (reply.zones === null) set({ note: { kind: 'no-border' } });
      return;
    case 'dropped':
      return;
    case 'cut':
      if (reply.cuts.length > 0) set({ lastStroke: reply.cuts.flatMap(partIds) });
      set({ note: reply.spared.length > 0 ? { kind: 'spared', zones: reply.spared } : reply.cuts.length > 0 ? null : { kind: 'no-cut' } });
      return;
    case 'repairs':
      // They are asked anew once the plan as it stands now is laid out.
      if (!isOutdated) set({ repairs: { zone: reply.zone, byCriterion: reply.repairs } });
      return;
    case 'rebalanced':
      set({ isSearching: false });
      if (isOutdated) set({ note: { kind: 'proposal-outdated' } });
      else if (reply.proposal === null) set({ note: { kind: 'nothing-to-rebalance' } });
      else set({ proposal: { kind: 'rebalanced', planId: on.id, shifts: reply.proposal.shifts }, note: null });
  }
}

type Dropped = Extract<TableReply, { kind: 'dropped' }>;

/** Why a stroke changed nothing; null where that was told already. */
function whyNothing({ touched, spared }: Dropped, { gesture, isRing, to }: Stroke): DrawNote | null {
  if (gesture === 'border-moved') return isBorderHeld ? { kind: 'border-stays' } : null;
  if (spared.length > 0) return null;
  if (touched === 0) return { kind: isRing ? 'no-middle' : 'no-block' };
  return { kind: 'already-there', zone: to };
}

const isInPlan = (zone: string, plan: string): boolean => queryClient.getQueryData<PlanReply>(planKey(plan))?.plan.zones.some(({ id }) => id === zone) === true;

/** One stroke is one step of the log; one that changes nothing says why. */
function keep(dropped: Dropped, on: Laid, ended: Stroke): void {
  const isHere = on.id === laid?.id;
  const { shifts } = dropped;
  if (isHere) set({ isStroking: isToKeep() });
  if (shifts.length === 0) {
    const note = whyNothing(dropped, ended);
    if (isHere && note !== null) set({ note });
    if (isHere) syncTable();
    return;
  }
  const fresh = ended.fresh !== null && !isInPlan(ended.fresh.id, on.id) ? ended.fresh : null;
  const edits: Edit[] = [
    ...(fresh === null ? [] : [{ kind: 'add-zone', zone: fresh, at: null } as const]),
    ...shifts.map(({ to, blocks }): Edit => ({ kind: 'assign-blocks', blocks, zone: to, gesture: ended.gesture })),
  ];
  if (isHere) {
    if (fresh !== null && draft?.id === fresh.id) {
      draft = null;
      set({ target: 'zone' });
    }
    if (fresh !== null) chooseZone(fresh.id);
    set({ lastStroke: shifts.flatMap(({ blocks }) => blocks), repairs: null, proposal: null });
  }
  writeToPlan(on.id, { kind: 'edits', edits });
}

/** The plan with the zone that is about to come. */
const onTable = (plan: Plan): Plan => (draft === null ? plan : { ...plan, zones: [...plan.zones, { ...draft, locked: false }] });

/** Lays out the plan as it stands; while a stroke is under way that would let go what was painted. */
function syncTable(): void {
  if (laid !== null && !useDrawing.getState().isStroking) ask({ kind: 'open', hash: laid.plan.dataset, plan: onTable(laid.plan) });
}

/** Puts a plan on the table, and again whenever it changed. Null takes it away. */
export function layOnTable(id: string | null, plan: Plan | null): void {
  const next = id === null || plan === null ? null : { id, plan };
  if (next?.id !== laid?.id) {
    endStroke();
    draft = null;
    set({ ...atFirst, size: useDrawing.getState().size });
  } else if (next?.plan !== laid?.plan && useDrawing.getState().proposal !== null) {
    set({ proposal: null, note: { kind: 'proposal-outdated' } });
  }
  laid = next;
  // The zone that is about to come needs an id of its own, also beside one that came meanwhile.
  if (draft !== null && plan?.zones.some(({ id: known }) => known === draft!.id)) draft = freeZone(plan);
  set({ repairs: null });
  syncTable();
}

/** Lays the plan out again where that failed: who takes up a tool wants to draw. */
function layAgain(): void {
  if (useDrawing.getState().drawn === null && asked === null) syncTable();
}

/** Takes up a tool, or with null puts it down. */
export function takeTool(tool: DrawTool | null): void {
  endStroke();
  if (tool !== null) layAgain();
  if (tool === null || tool === 'border' || tool === 'split') setTarget('zone');
  set({ tool, note: null, proposal: null });
}

/** The pointer on the map draws from now on. */
export const toolHeld = (): void => set({ isHeld: true });

/** What the pointer draws with did not come: the tool is put down, and the next one tries again. */
export function toolsLost(): void {
  takeTool(null);
  set({ note: { kind: 'no-tools' } });
}

/** A zone name that is free: "Zone 7". */
function freeZone(plan: Plan): NewZone {
  const names = new Set(plan.zones.map(({ name }) => name.toLowerCase()));
  const ids = new Set(plan.zones.map(({ id }) => id));
  for (let number = plan.zones.length + 1; ; number++) {
    if (!names.has(`zone ${number}`) && !ids.has(`zone-${number}`)) return { id: `zone-${number}`, name: `Zone ${number}` };
  }
}

export function setTarget(target: PaintTarget): void {
  endStroke();
  const before = draft;
  draft = target === 'new' && laid !== null ? (draft ?? freeZone(laid.plan)) : null;
  set({ target, note: null });
  if (draft !== before) syncTable();
}

/** Makes the brush a step broader or narrower, or says why it stays. */
export function stepSize(by: 1 | -1): void {
  const { tool, size } = useDrawing.getState();
  if (tool !== 'brush' && tool !== 'border') set({ note: { kind: 'no-size' } });
  else if (size + by < 0) set({ note: { kind: 'smallest' } });
  else if (size + by >= brushSizes.length) set({ note: { kind: 'largest' } });
  else set({ size: size + by, note: null });
}

export const forgetNote = (): void => set({ note: null });

/** Whether there is a table to draw on, and the screen says so where there is none. */
function isReady(): boolean {
  const { drawn } = useDrawing.getState();
  if (drawn === null) {
    layAgain();
    set({ note: { kind: 'not-ready' } });
  }
  return drawn !== null;
}

/**
 * Who gets what is painted: where no zone was chosen, the one under the point where it began, which is chosen by that.
 * Undefined where there is none, and the screen says so.
 */
function paintTarget(under: string | null): string | null | undefined {
  const { target } = useDrawing.getState();
  if (target === 'none') return null;
  if (target === 'new' && draft !== null) return draft.id;
  const chosen = useView.getState().zone;
  // A zone of the link, or one that was undone, need not be there.
  const to = laid?.plan.zones.some(({ id }) => id === chosen) === true ? chosen : under;
  if (to === null) {
    set({ note: { kind: 'no-zone-here' } });
    return undefined;
  }
  if (chosen !== to) chooseZone(to);
  return to;
}

const freshFor = (to: string | null): NewZone | null => (draft?.id === to ? draft : null);

/** `under`: the zone under the pointer, which a stroke extends when none was chosen. */
export function beginStroke(lon: number, lat: number, radiusMetres: number, under: string | null): void {
  endStroke();
  if (!isReady()) return;
  set({ note: null, proposal: null });
  if (useDrawing.getState().tool === 'border') {
    stroke = { gesture: 'border-moved', isRing: false, to: null, fresh: null, last: [lon, lat] };
    ask({ kind: 'hold-border', at: [lon, lat], withinMetres: radiusMetres });
  } else {
    const to = paintTarget(under);
    if (to === undefined) return;
    stroke = { gesture: 'painted', isRing: false, to, fresh: freshFor(to), last: [lon, lat] };
    ask({ kind: 'paint', to, line: [lon, lat], radiusMetres });
  }
  set({ isStroking: true });
}

export function moveStroke(lon: number, lat: number, radiusMetres: number): void {
  if (stroke === null) return;
  if (stroke.gesture === 'border-moved') ask({ kind: 'pull-border', at: [lon, lat], radiusMetres });
  else ask({ kind: 'paint', to: stroke.to, line: [...stroke.last, lon, lat], radiusMetres });
  stroke = { ...stroke, last: [lon, lat] };
}

export function endStroke(): void {
  if (stroke === null) return;
  const ended = stroke;
  stroke = null;
  ask({ kind: 'drop' }, ended);
}

/** Takes back what is under way; whether there was anything. */
export function takeBackStroke(): boolean {
  if (stroke === null) return false;
  stroke = null;
  ask({ kind: 'take-back' });
  set({ isStroking: isToKeep() });
  syncTable();
  return true;
}

/** All blocks of a drawn rectangle or lasso at once; `under`: the zone where it was begun. */
export function fillRing(ring: LonLats, under: string | null): void {
  endStroke();
  if (!isReady()) return;
  const to = paintTarget(under);
  if (to === undefined) return;
  set({ isStroking: true, note: null, proposal: null });
  ask({ kind: 'fill', to, ring });
  ask({ kind: 'drop' }, { gesture: 'painted', isRing: true, to, fresh: freshFor(to) });
}

export function cutAlong(line: LonLats): void {
  if (!isReady()) return;
  set({ note: null });
  ask({ kind: 'cut', line });
}

export const lookForRepairs = (zone: string): void => ask({ kind: 'repairs', zone });

export function rebalanceLast(): void {
  const { lastStroke } = useDrawing.getState();
  if (lastStroke.length === 0) {
    set({ note: { kind: 'nothing-to-rebalance' } });
    return;
  }
  set({ isSearching: true, note: null, proposal: null });
  ask({ kind: 'rebalance', blocks: lastStroke });
}

export function propose(shifts: readonly BlockShift[]): void {
  if (laid !== null) set({ proposal: { kind: 'repaired', planId: laid.id, shifts }, note: null });
}

export function acceptProposal(): void {
  const { proposal } = useDrawing.getState();
  if (proposal === null) return;
  set({ proposal: null, repairs: null, lastStroke: proposal.shifts.flatMap(({ blocks }) => blocks.map(({ id }) => id)) });
  writeToPlan(proposal.planId, {
    kind: 'edits',
    edits: proposal.shifts.map(({ blocks, to }): Edit => ({ kind: 'assign-blocks', blocks: blocks.map(({ id }) => id), zone: to?.id ?? null, gesture: proposal.kind })),
  });
}

export const refuseProposal = (): void => set({ proposal: null });
