import { create } from 'zustand';
import type { AnalysisAsk, AnalysisReply } from '../workers/analysis-messages.ts';
import { whenGone } from './when-gone.ts';

interface LiveAnalysis {
  /** The latest answer, and what it was asked for. */
  readonly answered: { readonly ask: AnalysisAsk; readonly reply: AnalysisReply } | null;
  readonly isBusy: boolean;
}

/** Figures of what is tried out, reckoned in a worker of the browser while the visitor goes on. */
export const useLiveAnalysis = create<LiveAnalysis>()(() => ({ answered: null, isBusy: false }));

let worker: Worker | null = null;
let latest: AnalysisAsk | null = null;
/** The question the worker is at: one at a time, and what comes in between is skipped but for the last. */
let asked: AnalysisAsk | null = null;

function hireWorker(): Worker {
  const hired = new Worker(new URL('../workers/analysis-worker.ts', import.meta.url), { type: 'module' });
  hired.addEventListener('message', ({ data }: MessageEvent<AnalysisReply>) => answered(data));
  whenGone(hired, () => {
    worker = null;
    if (asked !== null) answered({ number: asked.number, kind: 'lost' });
  });
  return hired;
}

function answered(reply: AnalysisReply): void {
  const ask = asked!;
  asked = null;
  // While something is dragged an answer to a moment ago still moves the figures on.
  useLiveAnalysis.setState({ answered: { ask, reply }, isBusy: ask !== latest });
  if (ask !== latest) post(latest!);
}

function post(ask: AnalysisAsk): void {
  worker ??= hireWorker();
  asked = ask;
  worker.postMessage(ask);
}

/** Hands a question to the worker; only the answer to the latest one stays on screen. */
export function askAnalysis(question: Omit<AnalysisAsk, 'number'>): void {
  latest = { ...question, number: (latest?.number ?? 0) + 1 };
  useLiveAnalysis.setState({ isBusy: true });
  if (asked === null) post(latest);
}
