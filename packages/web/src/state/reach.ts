import type { AgeBand } from '@woonzorgzones/core/model';
import { create } from 'zustand';
import type { ReachAsk, ReachReply, ReachScenario } from '../workers/reach-messages.ts';
import type { ReachPage } from './address.ts';
import { openReach, type Spot } from './view.ts';
import { whenGone } from './when-gone.ts';

/** What a click on the map does while reach is shown. */
export type ReachTool = 'look' | 'path' | 'close' | 'candidate';

/** How supply is shared: two-step; with steps or gaussian; three-step; modified. */
export const supplyMethods = ['2sfca', 'e2sfca-steps', 'e2sfca-gaussian', '3sfca', 'm2sfca'] as const;
export type SupplyMethod = (typeof supplyMethods)[number];

interface ReachView {
  /** Metres per second in place of the pace of the profile, as it was typed; '' keeps that of the profile. */
  readonly pace: string;
  readonly ages: AgeBand | null;
  readonly method: SupplyMethod;
  /** Width of a gaussian in the unit of the limit, as it was typed; '' is half the limit. */
  readonly sigma: string;
  readonly tool: ReachTool;
  /** Points of the path that is being drawn. */
  readonly drawing: readonly Spot[];
  readonly scenario: ReachScenario;
  readonly address: string | null;
  readonly reply: ReachReply | null;
  readonly isBusy: boolean;
}

const noScenario: ReachScenario = { moved: {}, paths: [], closedCrossings: [] };

export const useReach = create<ReachView>()(() => ({
  pace: '', ages: null, method: '2sfca', sigma: '', tool: 'look', drawing: [],
  scenario: noScenario, address: null, reply: null, isBusy: false,
}));

export function showReachPage(page: ReachPage): void {
  useReach.setState({ tool: 'look', drawing: [] });
  openReach({ page });
}
export const askReach = (change: Partial<Pick<ReachView, 'pace' | 'ages' | 'tool' | 'method' | 'sigma'>>): void => useReach.setState(change);
export const explainAddress = (address: string | null): void => useReach.setState({ address });
export const clearScenario = (): void => useReach.setState({ scenario: noScenario, drawing: [], tool: 'look' });

const change = (part: (scenario: ReachScenario) => Partial<ReachScenario>): void =>
  useReach.setState(({ scenario }) => ({ scenario: { ...scenario, ...part(scenario) } }));

export const moveInScenario = (facility: string, to: Spot): void => change(({ moved }) => ({ moved: { ...moved, [facility]: to } }));

export const toggleCrossing = (crossing: string): void => change(({ closedCrossings }) => ({
  closedCrossings: closedCrossings.includes(crossing) ? closedCrossings.filter((one) => one !== crossing) : [...closedCrossings, crossing],
}));

/** A path is a line between two clicks: the second one ends it. */
export function drawPath(to: Spot): void {
  const { drawing } = useReach.getState();
  if (drawing.length === 0) {
    useReach.setState({ drawing: [to] });
    return;
  }
  change(({ paths }) => ({ paths: [...paths, [...drawing, to]] }));
  useReach.setState({ drawing: [], tool: 'look' });
}

let worker: Worker | null = null;
let number = 0;
/** Whether the worker is at work, and what it is asked next: only the latest, so that a facility that is dragged is followed at the pace of the worker. */
let atWork = false;
let waiting: ReachAsk | null = null;

function hireWorker(): Worker {
  const hired = new Worker(new URL('../workers/reach-worker.ts', import.meta.url), { type: 'module' });
  hired.addEventListener('message', ({ data }: MessageEvent<ReachReply>) => take(data));
  whenGone(hired, () => {
    worker = null;
    take({ number, kind: 'lost' });
  });
  return hired;
}

function take(reply: ReachReply): void {
  useReach.setState({ reply, isBusy: waiting !== null });
  atWork = false;
  if (waiting !== null) post(waiting);
}

/** Hands a question to the worker; only the answer to the latest one stays. */
export function sendReach(ask: Omit<ReachAsk, 'number'>): void {
  number += 1;
  useReach.setState({ isBusy: true });
  const numbered: ReachAsk = { ...ask, number };
  if (atWork) waiting = numbered;
  else post(numbered);
}

function post(ask: ReachAsk): void {
  waiting = null;
  atWork = true;
  worker ??= hireWorker();
  worker.postMessage(ask);
}
