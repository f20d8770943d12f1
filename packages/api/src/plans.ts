import { randomUUID } from 'node:crypto';
import { record, redo, replay, undo, openHistory, type Edit, type EditGround, type EditProblem, type LogProblem, type PlanHistory } from '@woonzorgzones/core/edit';
import { err, ok, type Municipality, type Plan, type Result } from '@woonzorgzones/core/model';
import { blocksOf, partsOfCut } from '@woonzorgzones/core/zoning';
import type { Datasets } from './datasets.ts';
import { oncePer } from './once-per.ts';
import type { AppendProblem, KeptLine, KeptPlan, PlanHeader, Store } from './store/store.ts';

/** A plan as it stands, with the history that undo and redo follow. */
export interface OpenPlan extends PlanHeader {
  readonly history: PlanHistory;
}

type UnknownPlan = Extract<AppendProblem, { code: 'unknown-plan' }>;
export type ChangeProblem = AppendProblem | EditProblem | LogProblem;

/** Plans behind their log: reading replays it, writing adds a line made on the version that stands. */
export interface Plans {
  create(initial: Plan, edits: readonly Edit[]): Promise<Result<OpenPlan, EditProblem>>;
  open(id: string): Promise<Result<OpenPlan, UnknownPlan>>;
  edit(id: string, write: PlanWrite, edits: readonly Edit[]): Promise<Result<OpenPlan, ChangeProblem>>;
  /** Takes back so many gestures, each a line of the log: all of them or none. */
  undo(id: string, write: PlanWrite, steps: number): Promise<Result<OpenPlan, ChangeProblem>>;
  redo(id: string, write: PlanWrite, steps: number): Promise<Result<OpenPlan, ChangeProblem>>;
  /** A plan of its own with the same log up to a version (null: the one that stands), under another name. */
  copy(id: string, version: number | null, name: string): Promise<Result<OpenPlan, ChangeProblem>>;
  /** A plan of its own with a log that was kept elsewhere, line for line; null when that log leads to no plan, or to one that does not fit. */
  restore(initial: Plan, log: readonly KeptLine[], fits: (plan: Plan) => boolean): Promise<OpenPlan | null>;
}

/** What a write says beside what it does. */
export interface PlanWrite {
  /** The version it was made on. */
  readonly version: number;
  /** By which it is known when it comes a second time, because the first answer was lost. */
  readonly gesture?: string | undefined;
  readonly by?: string | undefined;
}

export function openPlans(store: Store, datasets: Datasets, keep: number): Plans {
  const kept = new Map<string, OpenPlan>();

  const remember = (plan: OpenPlan): OpenPlan => {
    kept.delete(plan.id);
    kept.set(plan.id, plan);
    const [oldest] = kept.keys();
    if (kept.size > keep && oldest !== undefined) kept.delete(oldest);
    return plan;
  };

  const open = async (id: string): Promise<Result<OpenPlan, UnknownPlan>> => {
    const header = await store.plan(id);
    if (!header) return err({ code: 'unknown-plan', plan: id });
    const known = kept.get(id);
    // Another process may have written since: what is kept counts only at the version of the store.
    if (known?.version === header.version) return ok(remember(known));
    const stored = await store.planWithLog(id);
    if (!stored) return err({ code: 'unknown-plan', plan: id });
    const history = replay(stored.initial, stored.log.map(({ entry }) => entry));
    if (!history.ok) throw new Error(`Got ${history.error.code} when expected the log of plan ${id} to lead to a plan.`);
    return ok(remember({ ...headerOf(stored), history: history.value }));
  };

  const change = async (
    id: string, { version, gesture, by }: PlanWrite, act: (plan: OpenPlan, ground: EditGround) => Result<PlanHistory, EditProblem | LogProblem>,
  ): Promise<Result<OpenPlan, ChangeProblem>> => {
    const opened = await open(id);
    if (!opened.ok) return opened;
    const plan = opened.value;
    if (plan.version !== version && gesture !== undefined && await store.hasGesture(id, gesture)) return ok(plan);
    if (plan.version !== version) return err({ code: 'version-conflict', yours: version, current: plan.version });
    const changed = act(plan, await editGround(datasets, plan.dataset));
    if (!changed.ok) return changed;
    const entries = changed.value.entries.slice(version);
    if (entries.length === 0) return ok(plan);
    const at = new Date().toISOString();
    const after = changed.value.plan;
    const lines = entries.map((entry, index) => ({
      at, entry, ...(by === undefined ? {} : { by }), ...(gesture !== undefined && index === entries.length - 1 ? { gesture } : {}),
    }));
    const appended = await store.append({ plan: id, version, lines, after });
    if (!appended.ok) return appended;
    return ok(remember({ ...plan, name: after.name, zones: after.zones.length, version: appended.value.version, updatedAt: at, history: changed.value }));
  };

  return {
    async create(initial, edits) {
      const ground = await editGround(datasets, initial.dataset);
      const drawn = edits.length === 0 ? ok(openHistory(initial)) : record(openHistory(initial), edits, ground);
      if (!drawn.ok) return drawn;
      const history = drawn.value;
      const at = new Date().toISOString();
      const plan: KeptPlan = {
        id: randomUUID(),
        dataset: initial.dataset,
        name: history.plan.name,
        zones: history.plan.zones.length,
        version: history.entries.length,
        createdAt: at,
        updatedAt: at,
        initial,
        log: history.entries.map((entry) => ({ at, entry })),
      };
      await store.addPlan(plan);
      return ok(remember({ ...headerOf(plan), history }));
    },
    open,
    edit: (id, write, edits) => change(id, write, ({ history }, ground) => record(history, edits, ground)),
    undo: (id, write, steps) => change(id, write, ({ history }) => repeated(history, undo, steps)),
    redo: (id, write, steps) => change(id, write, ({ history }) => repeated(history, redo, steps)),
    async copy(id, version, name) {
      const stored = await store.planWithLog(id);
      if (!stored) return err({ code: 'unknown-plan', plan: id });
      const upTo = version ?? stored.version;
      if (upTo > stored.version) return err({ code: 'version-conflict', yours: upTo, current: stored.version });
      const log = stored.log.slice(0, upTo);
      const entries = log.map(({ entry }) => entry);
      const taken = replay(stored.initial, entries);
      if (!taken.ok) throw new Error(`Got ${taken.error.code} when expected the log of plan ${id} to lead to a plan.`);
      // The copy has its name from the beginning, so that undo in it goes back through gestures alone; where the log names the plan itself, a line of its own is needed.
      const initial = { ...stored.initial, name };
      const copied = replay(initial, entries);
      if (!copied.ok) throw new Error(`Got ${copied.error.code} when expected the log of plan ${id} to lead to a plan.`);
      const named = record(copied.value, [{ kind: 'rename-plan', name }]);
      if (!named.ok) return named;
      const history = named.value;
      const at = new Date().toISOString();
      const plan: KeptPlan = {
        id: randomUUID(),
        dataset: stored.dataset,
        name: history.plan.name,
        zones: history.plan.zones.length,
        version: history.entries.length,
        createdAt: at,
        updatedAt: at,
        origin: { plan: id, name: taken.value.plan.name, version: upTo },
        initial,
        log: [...log, ...history.entries.slice(upTo).map((entry) => ({ at, entry }))],
      };
      await store.addPlan(plan);
      return ok(remember({ ...headerOf(plan), history }));
    },
    async restore(initial, log, fits) {
      const replayed = replay(initial, log.map(({ entry }) => entry));
      if (!replayed.ok || !fits(replayed.value.plan)) return null;
      const history = replayed.value;
      const now = new Date().toISOString();
      const plan: KeptPlan = {
        id: randomUUID(),
        dataset: initial.dataset,
        name: history.plan.name,
        zones: history.plan.zones.length,
        version: log.length,
        createdAt: log[0]?.at ?? now,
        updatedAt: log.at(-1)?.at ?? now,
        initial,
        log,
      };
      await store.addPlan(plan);
      return remember({ ...headerOf(plan), history });
    },
  };
}

function repeated(history: PlanHistory, act: (history: PlanHistory) => Result<PlanHistory, LogProblem>, steps: number): Result<PlanHistory, LogProblem> {
  let current = act(history);
  for (let step = 1; step < steps && current.ok; step++) current = act(current.value);
  return current;
}

const headerOf = ({ id, dataset, name, zones, version, createdAt, updatedAt, origin }: PlanHeader): PlanHeader =>
  ({ id, dataset, name, zones, version, createdAt, updatedAt, ...(origin === undefined ? {} : { origin }) });

const groundOf = oncePer((municipality: Municipality): EditGround => ({
  blocks: new Set(municipality.blocks.map(({ id }) => id)),
  facilities: new Set([...municipality.facilities, ...municipality.unplaced].map(({ id }) => id)),
  partsOf: (plan, block, line) => partsOfCut(blocksOf(municipality, plan), block, line).length,
}));

async function editGround(datasets: Datasets, dataset: string): Promise<EditGround> {
  const municipality = await datasets.municipality(dataset);
  if (!municipality) throw new Error(`Got a plan without its dataset ${dataset}, when expected the store to keep both.`);
  return groundOf(municipality);
}
