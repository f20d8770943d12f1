import { create } from 'zustand';
import type { PlanQuestion, ProposalsReply } from '../workers/analysis-messages.ts';
import { whenGone } from './when-gone.ts';

interface ProposalsView {
  /** The latest whole answer, and what it was asked for. */
  readonly answered: { readonly question: PlanQuestion; readonly reply: Exclude<ProposalsReply, { kind: 'progress' }> } | null;
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly isBusy: boolean;
  /** The proposal whose place is shown on the map. */
  readonly chosen: string | null;
}

const nothing: ProposalsView = { answered: null, progress: null, isBusy: false, chosen: null };

/** What could be done about the gaps, and the daily services of each kern: reckoned in a worker of the browser. */
export const useProposals = create<ProposalsView>()(() => nothing);

export const chooseProposal = (chosen: string | null): void => useProposals.setState({ chosen });

let worker: Worker | null = null;
let number = 0;
let asked: PlanQuestion | null = null;

function hireWorker(): Worker {
  const hired = new Worker(new URL('../workers/proposals-worker.ts', import.meta.url), { type: 'module' });
  hired.addEventListener('message', ({ data }: MessageEvent<ProposalsReply>) => take(data));
  whenGone(hired, () => {
    worker = null;
    take({ number, kind: 'lost' });
  });
  return hired;
}

function take(reply: ProposalsReply): void {
  if (reply.number !== number) return;
  if (reply.kind === 'progress') useProposals.setState({ progress: { done: reply.done, of: reply.of } });
  else useProposals.setState({ answered: { question: asked!, reply }, progress: null, isBusy: false });
  // Whoever comes back to them asks again.
  if (reply.kind === 'lost') asked = null;
}

/** Asks anew when what is looked at changed; a question that is under way and stale is stopped. */
export function askProposals(question: PlanQuestion): void {
  if (asked === question) return;
  asked = question;
  number += 1;
  if (useProposals.getState().isBusy) {
    worker?.terminate();
    worker = null;
  }
  worker ??= hireWorker();
  useProposals.setState({ isBusy: true, progress: null });
  worker.postMessage({ ...question, pending: null, number });
}

/** Stops what is under way; what was there stays. */
export function stopProposals(): void {
  worker?.terminate();
  worker = null;
  asked = null;
  useProposals.setState({ isBusy: false, progress: null });
}
