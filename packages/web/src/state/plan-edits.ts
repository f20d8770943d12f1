import type { BlockLayer, PlanLog, PlanReply } from '@woonzorgzones/api/schemas';
import { gestureLabel, zoneNamesOf, type EditLabel } from '@woonzorgzones/core/edit';
import { create } from 'zustand';
import { carriedOver, openEditQueue, type EditQueue, type Hindrance, type Outcome, type SaveState, type WaitingWrite, type Write } from './edit-queue.ts';
import { planChanged, planKey, queryClient } from './queries.ts';
import { LostConnection, get, isRefusal, post } from './request.ts';
import { forgetWrites, holdThisTab, keepWrites, writesLeftBehind, type KeptWrites } from './waiting-writes.ts';
import { withWaiting } from './with-waiting.ts';
import { ownName } from './own-name.ts';

/** A write the server did not carry out. */
interface Refused {
  readonly reason: unknown;
  /** What it would have done; null for a step back or forth. */
  readonly label: EditLabel | null;
}

/** How it stands with keeping the changes of one plan. */
export interface PlanSaving {
  readonly state: SaveState;
  readonly waiting: readonly WaitingWrite[];
  /** The version the first of what waits was made on. */
  readonly version: number;
  /** Whether this browser keeps what waits, so that a closed window does not lose it. */
  readonly isKeptHere: boolean;
  /** What was not carried out, until it is read away. */
  readonly refused: readonly Refused[];
}

const nothingWaits: PlanSaving = { state: { kind: 'saved', at: null }, waiting: [], version: 0, isKeptHere: true, refused: [] };

const useSavings = create<Readonly<Record<string, PlanSaving>>>()(() => ({}));

/** How it stands with keeping the changes of this plan. */
export const useSaving = (plan: string | null): PlanSaving => useSavings((all) => (plan === null ? undefined : all[plan]) ?? nothingWaits);

const savingOf = (plan: string): PlanSaving => useSavings.getState()[plan] ?? nothingWaits;
const change = (plan: string, part: Partial<PlanSaving>): void => useSavings.setState({ [plan]: { ...savingOf(plan), ...part } });

/** A plan that is written to: as the server kept it last, and what is on its way. */
interface Desk {
  readonly queue: EditQueue;
  kept: PlanReply;
}
const desks = new Map<string, Desk>();

/** A browser sends at most 64 kB on behalf of a page that is gone. */
const outlivesPage = 50_000;

async function send(plan: string, { write, gesture }: WaitingWrite, version: number): Promise<Outcome<PlanReply>> {
  const by = ownName();
  const body = { version, gesture, ...(by === null ? {} : { by }), ...(write.kind === 'edits' ? { edits: write.edits } : { steps: write.steps ?? 1 }) };
  try {
    const keepalive = JSON.stringify(body).length < outlivesPage;
    const reply = await post<PlanReply>(`/plans/${plan}/${write.kind}`, body, { keepalive });
    return { kind: 'kept', plan: reply, version: reply.version };
  } catch (error) {
    if (isRefusal(error, 'version-conflict')) return { kind: 'conflict', theirVersion: Number(error.problem.facts['current']) };
    const because = hindranceIn(error);
    return because === null ? { kind: 'refused', reason: error } : { kind: 'unreached', because };
  }
}

/** What stands in the way of a write that is right in itself; null when the write is what is wrong. */
function hindranceIn(error: unknown): Hindrance | null {
  if (error instanceof LostConnection) return 'no-answer';
  if (isRefusal(error, 'disk-full')) return 'disk-full';
  return isRefusal(error, 'internal-error') || isRefusal(error, 'too-many-requests') ? 'server-fault' : null;
}

/** Long enough, or until the network is back or the window comes or goes: then at once. */
function waitOrWake(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const reasons = ['online', 'pagehide', 'blur', 'focus', wake] as const;
    const go = (): void => {
      clearTimeout(timer);
      for (const reason of reasons) removeEventListener(reason, go);
      document.removeEventListener('visibilitychange', go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    for (const reason of reasons) addEventListener(reason, go);
    document.addEventListener('visibilitychange', go);
  });
}

const wake = 'woonzorgzones:probeer-nu';

/** Tries at once what waits for the server. */
export const saveNow = (): void => void dispatchEvent(new Event(wake));

function deskOf(plan: string): Desk {
  const known = queryClient.getQueryData<PlanReply>(planKey(plan));
  const open = desks.get(plan);
  if (open !== undefined) {
    if (known !== undefined) catchUp(plan, open, known);
    return open;
  }
  if (known === undefined) throw new Error(`Got an edit of plan ${plan} when expected that plan to be loaded`);
  const desk: Desk = {
    kept: known,
    queue: openEditQueue<PlanReply>(known.version, {
      send: (write, version) => send(plan, write, version),
      onPlan: (reply) => {
        desk.kept = reply;
        planChanged(withWaiting(reply, savingOf(plan).waiting));
      },
      onWaiting: (waiting, version) => {
        change(plan, { waiting, version, isKeptHere: keepWrites(plan, version, waiting) });
      },
      onSaveState: (state) => change(plan, { state }),
      onRefused: (reason, write) => {
        const { refused } = savingOf(plan);
        const label = labelOf(write, desk.kept);
        // A key that is held down asks for many steps; that there are no more is told once.
        if (label !== null || refused.every((other) => other.label !== null)) change(plan, { refused: [...refused, { reason, label }] });
        show(plan, desk);
      },
      wait: waitOrWake,
      now: () => new Date(),
      newGesture: () => crypto.randomUUID(),
    }),
  };
  desks.set(plan, desk);
  return desk;
}

/** What was loaded since the last act is what the next one goes on top of. */
function catchUp(plan: string, desk: Desk, loaded: PlanReply): void {
  if (savingOf(plan).waiting.length > 0 || loaded.version < desk.kept.version) return;
  desk.kept = loaded;
  desk.queue.catchUp(loaded.version);
}

/** Shows the plan with what waits on top of it. */
const show = (plan: string, { kept }: Desk): void => void queryClient.setQueryData(planKey(plan), withWaiting(kept, savingOf(plan).waiting));

/** What a write that waits will do; null for a step back or forth. */
export const labelOf = ({ write }: WaitingWrite, { plan }: PlanReply): EditLabel | null =>
  (write.kind === 'edits' ? gestureLabel(write.edits, zoneNamesOf(plan)) : null);

/** Carries out a write on what is shown, and has it kept: at once, again and again until the server has it. */
export function writeToPlan(plan: string, write: Write): void {
  const desk = deskOf(plan);
  desk.queue.add(write);
  show(plan, desk);
}

/** One step back or forth, and whether there was one: where all is saved and there is none, nothing is sent. */
export function stepPlan(plan: string, kind: 'undo' | 'redo'): boolean {
  const { kept } = deskOf(plan);
  const isThere = savingOf(plan).waiting.length > 0 || (kind === 'undo' ? kept.canUndo : kept.canRedo);
  if (isThere) writeToPlan(plan, { kind });
  return isThere;
}

export const forgetRefusals = (plan: string): void => change(plan, { refused: [] });

/** After a conflict: puts what waits on top of the plan as it is now. */
export async function keepMine(plan: string): Promise<void> {
  const desk = deskOf(plan);
  desk.kept = await reload(plan);
  desk.queue.keepMine();
  planChanged(withWaiting(desk.kept, savingOf(plan).waiting));
}

/** Lets what waits go and shows the plan as the server has it. */
export async function letWaitingGo(plan: string): Promise<void> {
  const desk = deskOf(plan);
  desk.kept = await reload(plan);
  desk.queue.letGo(desk.kept.version);
  planChanged(desk.kept);
}

/** Lets what waits go at once, also without an answer of the server: then the plan stands as this browser last heard of it. */
export async function throwWaitingAway(plan: string): Promise<void> {
  const desk = deskOf(plan);
  desk.queue.letGo(desk.kept.version);
  planChanged(desk.kept);
  const loaded = await reload(plan).catch(() => desk.kept);
  catchUp(plan, desk, loaded);
  show(plan, desk);
}

const reload = (plan: string): Promise<PlanReply> => get<PlanReply>(`/plans/${plan}`);

/** Puts what waits in a plan of its own, copied at the version it was made on; the plan it was meant for stays as others left it. */
export async function keepAsCopy(plan: string, name: string): Promise<PlanReply> {
  const { version, waiting } = savingOf(plan);
  const copy = await post<PlanReply>(`/plans/${plan}/copies`, { name, version });
  planChanged(copy);
  // A copy that got its name in a line of its own is a step further than what the steps back were made on.
  deskOf(copy.id).queue.resume(copy.version === version ? waiting : carriedOver(waiting), copy.version);
  show(copy.id, deskOf(copy.id));
  await letWaitingGo(plan);
  return copy;
}

/**
 * What closed tabs left behind of a plan and the server has not. What a tab sent may have arrived after it was closed: that
 * is forgotten here. Without an answer of the server everything counts as not kept.
 */
export async function writesNotKept(plan: string): Promise<readonly KeptWrites[]> {
  const left = await writesLeftBehind(plan);
  if (left.length === 0) return [];
  const { lines } = await get<PlanLog>(`/plans/${plan}/log`).catch(() => ({ lines: [] }));
  const versionOf = new Map(lines.flatMap(({ gesture, version }) => (gesture === undefined ? [] : [[gesture, version] as const])));
  return left.flatMap((kept) => {
    const versions = kept.waiting.flatMap(({ gesture }) => versionOf.get(gesture) ?? []);
    const waiting = kept.waiting.filter(({ gesture }) => !versionOf.has(gesture));
    if (waiting.length === 0) forgetWrites(kept.key);
    return waiting.length === 0 ? [] : [{ ...kept, version: versions.at(-1) ?? kept.version, waiting }];
  });
}

/** Takes up what a closed tab left behind: on the version it was made on, so that what others did since is heard. */
export function resumeWrites({ key, plan, version, waiting }: KeptWrites): void {
  const desk = deskOf(plan);
  if (!desk.queue.resume(waiting, version)) return;
  forgetWrites(key);
  show(plan, desk);
}

/** The plan as another left it, with its blocks and the lines of its log since a version. */
export async function theirsSince(plan: string, version: number): Promise<{ readonly plan: PlanReply; readonly blocks: BlockLayer; readonly lines: PlanLog['lines'] }> {
  const [reply, blocks, log] = await Promise.all([reload(plan), get<BlockLayer>(`/plans/${plan}/blocks.geojson`), get<PlanLog>(`/plans/${plan}/log`)]);
  return { plan: reply, blocks, lines: log.lines.filter((line) => line.version > version) };
}

/** The browser asks before closing a window in which something is not kept yet. */
export function guardUnsaved(): void {
  holdThisTab();
  addEventListener('beforeunload', (event) => {
    if (Object.values(useSavings.getState()).some(({ state }) => state.kind !== 'saved')) event.preventDefault();
  });
}
