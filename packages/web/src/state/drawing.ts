import { partIds, type AssignGesture, type Edit, type NewZone } from '@woonzorgzones/core/edit';
import type { Plan } from '@woonzorgzones/core/model';
import type { PlanCriteria, Repair, RepairableCriterion, BlockShift } from '@woonzorgzones/core/zoning';
import { create } from 'zustand';
import type { DrawnShift, LonLats, TableAsk, TableReply, TableZone } from '../workers/table-messages.ts';
import { writeToPlan } from './plan-edits.ts';
import { chooseZone, useView } from './view.ts';

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

/** The zone that comes about with the next stroke, while one is asked for. */
let draft: NewZone | null = null;
let planId: string | null = null;
let hash: string | null = null;
let standing: Plan | null = null;

let worker: Worker | null = null;
/** Asks that wait for the answer to the one before: strokes are gathered, so that the table is never behind the pointer. */
let waiting: TableAsk[] = [];
let isAsked = false;

function send(): void {
  if (isAsked || waiting.length === 0) return;
  if (worker === null) {
    worker = new Worker(new URL('../workers/table-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<TableReply>) => {
      isAsked = false;
      take(data);
      send();
    });
  }
  isAsked = true;
  worker.postMessage(waiting.shift());
}

/** A brush that moved on while the table was busy draws the whole way at once; of a border only where it is now counts. */
function ask(next: TableAsk): void {
  const last = waiting.at(-1);
  if (last?.kind === 'paint' && next.kind === 'paint' && last.to === next.to && last.radiusMetres === next.radiusMetres) {
    waiting = [...waiting.slice(0, -1), { ...next, line: [...last.line, ...next.line.slice(2)] }];
  } else if (last?.kind === next.kind && (next.kind === 'pull-border' || next.kind === 'open' || next.kind === 'repairs')) {
    waiting = [...waiting.slice(0, -1), next];
  } else waiting = [...waiting, next];
  send();
}

function take(reply: TableReply): void {
  const { drawn } = useDrawing.getState();
  switch (reply.kind) {
    case 'opened':
      if (planId !== null) set({ drawn: { planId, plan: reply.plan, zones: reply.zones, settled: reply.zones, criteria: reply.criteria } });
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
      keep(reply);
      return;
    case 'cut':
      if (reply.cuts.length === 0) {
        set({ note: reply.spared.length > 0 ? { kind: 'spared', zones: reply.spared } : { kind: 'no-cut' } });
        return;
      }
      if (planId !== null) writeToPlan(planId, { kind: 'edits', edits: reply.cuts.map(({ block, parts }): Edit => ({ kind: 'split-block', block, line: reply.line, parts })) });
      set({ lastStroke: reply.cuts.flatMap(partIds), note: null });
      return;
    case 'repairs':
      set({ repairs: { zone: reply.zone, byCriterion: reply.repairs } });
      return;
    case 'rebalanced':
      set({ isSearching: false, ...(reply.proposal === null || planId === null ? { note: { kind: 'nothing-to-rebalance' } } : { proposal: { kind: 'rebalanced', planId, shifts: reply.proposal.shifts }, note: null }) });
      return;
    case 'lost':
      waiting = [];
      set({ drawn: null, isStroking: false, isSearching: false, note: { kind: 'lost' } });
  }
}

/** The gesture of the stroke under way. */
let gesture: AssignGesture = 'painted';
let isRing = false;
let isBorderHeld = false;

/** Why a stroke changed nothing; null where that was told already. */
function whyNothing({ to, touched, spared }: { readonly to: string | null; readonly touched: number; readonly spared: readonly string[] }): DrawNote | null {
  if (gesture === 'border-moved') return isBorderHeld ? { kind: 'border-stays' } : null;
  if (spared.length > 0) return null;
  if (touched === 0) return { kind: isRing ? 'no-middle' : 'no-block' };
  return { kind: 'already-there', zone: to };
}

/** One stroke is one step of the log; one that changes nothing says why. */
function keep({ shifts, touched, spared }: { readonly shifts: readonly DrawnShift[]; readonly touched: number; readonly spared: readonly string[] }): void {
  set({ isStroking: false });
  if (planId === null) return;
  if (shifts.length === 0) {
    const note = whyNothing({ to: painted, touched, spared });
    if (note !== null) set({ note });
    syncTable();
    return;
  }
  const fresh = draft !== null && shifts.some(({ to }) => to === draft!.id) ? draft : null;
  const edits: Edit[] = [
    ...(fresh === null ? [] : [{ kind: 'add-zone', zone: fresh, at: null } as const]),
    ...shifts.map(({ to, blocks }): Edit => ({ kind: 'assign-blocks', blocks, zone: to, gesture })),
  ];
  if (fresh !== null) {
    draft = null;
    set({ target: 'zone' });
    chooseZone(fresh.id);
  }
  set({ lastStroke: shifts.flatMap(({ blocks }) => blocks), repairs: null, proposal: null });
  writeToPlan(planId, { kind: 'edits', edits });
}

/** The plan with the zone that is about to come. */
const onTable = (plan: Plan): Plan => (draft === null ? plan : { ...plan, zones: [...plan.zones, { ...draft, locked: false }] });

function syncTable(): void {
  if (standing !== null && hash !== null) ask({ kind: 'open', hash, plan: onTable(standing) });
}

/** Puts a plan on the table, and again whenever it changed; not while a stroke is under way. Null takes it away. */
export function layOnTable(id: string | null, plan: Plan | null): void {
  if (id !== planId) set({ ...atFirst, size: useDrawing.getState().size });
  planId = id;
  standing = plan;
  hash = plan?.dataset ?? null;
  // The zone that is about to come needs an id of its own, also beside one that came meanwhile.
  if (draft !== null && plan?.zones.some(({ id: known }) => known === draft!.id)) draft = freeZone(plan);
  set({ repairs: null });
  if (!useDrawing.getState().isStroking) syncTable();
}

/** Takes up a tool, or with null puts it down. */
export function takeTool(tool: DrawTool | null): void {
  if (tool === null || tool === 'border' || tool === 'split') setTarget('zone');
  set({ tool, note: null, proposal: null });
}

/** The pointer on the map draws from now on. */
export const toolHeld = (): void => set({ isHeld: true });

/** A zone name that is free: "Zone 7". */
function freeZone(plan: Plan): NewZone {
  const names = new Set(plan.zones.map(({ name }) => name.toLowerCase()));
  const ids = new Set(plan.zones.map(({ id }) => id));
  for (let number = plan.zones.length + 1; ; number++) {
    if (!names.has(`zone ${number}`) && !ids.has(`zone-${number}`)) return { id: `zone-${number}`, name: `Zone ${number}` };
  }
}

export function setTarget(target: PaintTarget): void {
  const before = draft;
  draft = target === 'new' && standing !== null ? (draft ?? freeZone(standing)) : null;
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
  const { drawn, note } = useDrawing.getState();
  if (drawn === null && note?.kind !== 'lost') set({ note: { kind: 'not-ready' } });
  return drawn !== null;
}

/** Who gets what was last painted. */
let painted: string | null = null;

/**
 * Who gets what is painted: where no zone was chosen, the one under the point where it began, which is chosen by that.
 * Undefined where there is none, and the screen says so.
 */
function paintTarget(under: string | null): string | null | undefined {
  const { target } = useDrawing.getState();
  if (target === 'none') return (painted = null);
  if (target === 'new' && draft !== null) return (painted = draft.id);
  const chosen = useView.getState().zone;
  // A zone of the link, or one that was undone, need not be there.
  const to = standing?.zones.some(({ id }) => id === chosen) === true ? chosen : under;
  if (to === null) {
    set({ note: { kind: 'no-zone-here' } });
    return undefined;
  }
  if (chosen !== to) chooseZone(to);
  return (painted = to);
}

/** A stroke under way: how far the brush came, and who gets what it passes over. */
let stroke: { readonly to: string | null; readonly last: readonly [number, number] } | null = null;

/** `under`: the zone under the pointer, which a stroke extends when none was chosen. */
export function beginStroke(lon: number, lat: number, radiusMetres: number, under: string | null): void {
  if (!isReady()) return;
  isRing = false;
  set({ isStroking: true, note: null, proposal: null });
  if (useDrawing.getState().tool === 'border') {
    isBorderHeld = false;
    gesture = 'border-moved';
    stroke = { to: null, last: [lon, lat] };
    ask({ kind: 'hold-border', at: [lon, lat], withinMetres: radiusMetres });
    return;
  }
  gesture = 'painted';
  const to = paintTarget(under);
  if (to === undefined) {
    set({ isStroking: false });
    return;
  }
  stroke = { to, last: [lon, lat] };
  ask({ kind: 'paint', to, line: [lon, lat], radiusMetres });
}

export function moveStroke(lon: number, lat: number, radiusMetres: number): void {
  if (stroke === null) return;
  if (useDrawing.getState().tool === 'border') ask({ kind: 'pull-border', at: [lon, lat], radiusMetres });
  else ask({ kind: 'paint', to: stroke.to, line: [...stroke.last, lon, lat], radiusMetres });
  stroke = { ...stroke, last: [lon, lat] };
}

export function endStroke(): void {
  if (stroke === null) return;
  stroke = null;
  ask({ kind: 'drop' });
}

export function takeBackStroke(): void {
  if (stroke === null) return;
  stroke = null;
  ask({ kind: 'take-back' });
  set({ isStroking: false });
  syncTable();
}

/** All blocks of a drawn rectangle or lasso at once; `under`: the zone where it was begun. */
export function fillRing(ring: LonLats, under: string | null): void {
  if (!isReady()) return;
  const to = paintTarget(under);
  if (to === undefined) return;
  gesture = 'painted';
  isRing = true;
  set({ isStroking: true, note: null, proposal: null });
  ask({ kind: 'fill', to, ring });
  ask({ kind: 'drop' });
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
  if (planId !== null) set({ proposal: { kind: 'repaired', planId, shifts }, note: null });
}

export function acceptProposal(): void {
  const { proposal } = useDrawing.getState();
  if (proposal === null) return;
  writeToPlan(proposal.planId, {
    kind: 'edits',
    edits: proposal.shifts.map(({ blocks, to }): Edit => ({ kind: 'assign-blocks', blocks: blocks.map(({ id }) => id), zone: to?.id ?? null, gesture: proposal.kind })),
  });
  set({ proposal: null, repairs: null, lastStroke: proposal.shifts.flatMap(({ blocks }) => blocks.map(({ id }) => id)) });
}

export const refuseProposal = (): void => set({ proposal: null });
