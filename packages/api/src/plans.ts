import { randomUUID } from 'node:crypto';
import { record, redo, replay, undo, openHistory, type Edit, type EditGround, type EditProblem, type LogProblem, type PlanHistory } from '@woonzorgzones/core/edit';
import { err, ok, type Municipality, type Plan, type Result } from '@woonzorgzones/core/model';
import type { Datasets } from './datasets.ts';
import { oncePer } from './once-per.ts';
import type { AppendProblem, KeptPlan, PlanHeader, Store } from './store/store.ts';

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
  edit(id: string, version: number, edits: readonly Edit[]): Promise<Result<OpenPlan, ChangeProblem>>;
  undo(id: string, version: number): Promise<Result<OpenPlan, ChangeProblem>>;
  redo(id: string, version: number): Promise<Result<OpenPlan, ChangeProblem>>;
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
    id: string, version: number, act: (plan: OpenPlan, ground: EditGround) => Result<PlanHistory, EditProblem | LogProblem>,
  ): Promise<Result<OpenPlan, ChangeProblem>> => {
    const opened = await open(id);
    if (!opened.ok) return opened;
    const plan = opened.value;
    if (plan.version !== version) return err({ code: 'version-conflict', yours: version, current: plan.version });
    const changed = act(plan, await editGround(datasets, plan.dataset));
    if (!changed.ok) return changed;
    const entry = changed.value.entries[version];
    if (!entry) return ok(plan);
    const at = new Date().toISOString();
    const after = changed.value.plan;
    const appended = await store.append({ plan: id, version, line: { at, entry }, after });
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
    edit: (id, version, edits) => change(id, version, ({ history }, ground) => record(history, edits, ground)),
    undo: (id, version) => change(id, version, ({ history }) => undo(history)),
    redo: (id, version) => change(id, version, ({ history }) => redo(history)),
  };
}

const headerOf = ({ id, dataset, name, zones, version, createdAt, updatedAt }: PlanHeader): PlanHeader =>
  ({ id, dataset, name, zones, version, createdAt, updatedAt });

const groundOf = oncePer(({ blocks, facilities, unplaced }: Municipality): EditGround => ({
  blocks: new Set(blocks.map(({ id }) => id)),
  facilities: new Set([...facilities, ...unplaced].map(({ id }) => id)),
}));

async function editGround(datasets: Datasets, dataset: string): Promise<EditGround> {
  const municipality = await datasets.municipality(dataset);
  if (!municipality) throw new Error(`Got a plan without its dataset ${dataset}, when expected the store to keep both.`);
  return groundOf(municipality);
}
