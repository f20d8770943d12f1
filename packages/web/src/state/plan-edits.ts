import type { PlanReply } from '@woonzorgzones/api/schemas';
import { create } from 'zustand';
import { openEditQueue, type EditQueue, type Outcome, type SaveState, type Write } from './edit-queue.ts';
import { planChanged, planKey, queryClient } from './queries.ts';
import { LostConnection, isRefusal, post } from './request.ts';

interface Saving {
  readonly state: SaveState;
  /** Why the last gesture was not carried out, until it is read away. */
  readonly refusal: unknown;
}

export const useSaving = create<Saving>()(() => ({ state: { kind: 'saved', at: null }, refusal: null }));

let open: { readonly plan: string; readonly queue: EditQueue } | null = null;

async function send(plan: string, write: Write, version: number): Promise<Outcome<PlanReply>> {
  try {
    const reply = write.kind === 'edits'
      ? await post<PlanReply>(`/plans/${plan}/edits`, { version, edits: write.edits })
      : await post<PlanReply>(`/plans/${plan}/${write.kind}`, { version });
    return { kind: 'kept', plan: reply, version: reply.version };
  } catch (error) {
    if (isRefusal(error, 'version-conflict')) return { kind: 'conflict', theirVersion: Number(error.problem.facts['current']) };
    return error instanceof LostConnection ? { kind: 'unreached' } : { kind: 'refused', reason: error };
  }
}

function queueFor(plan: string): EditQueue {
  if (open?.plan === plan) return open.queue;
  const known = queryClient.getQueryData<PlanReply>(planKey(plan));
  if (known === undefined) throw new Error(`Got an edit of plan ${plan} when expected that plan to be loaded`);
  const queue = openEditQueue<PlanReply>(known.version, {
    send: (write, version) => send(plan, write, version),
    onPlan: planChanged,
    onSaveState: (state) => useSaving.setState({ state }),
    onRefused: (refusal) => useSaving.setState({ refusal }),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    now: () => new Date(),
  });
  open = { plan, queue };
  useSaving.setState({ state: { kind: 'saved', at: null }, refusal: null });
  return queue;
}

export const writeToPlan = (plan: string, write: Write): void => queueFor(plan).add(write);
export const forgetRefusal = (): void => useSaving.setState({ refusal: null });
export const keepMine = (): void => open?.queue.keepMine();

/** Drops what waits and shows the plan as the other left it. */
export function keepTheirs(): void {
  if (open === null) return;
  open.queue.keepTheirs();
  void queryClient.invalidateQueries({ queryKey: planKey(open.plan) });
}

/** The browser asks before closing a window in which something is not kept yet. */
export function guardUnsaved(): void {
  addEventListener('beforeunload', (event) => {
    if (useSaving.getState().state.kind !== 'saved') event.preventDefault();
  });
}
