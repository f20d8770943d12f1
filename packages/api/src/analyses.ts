import {
  err, facilitiesOf, ok, scenarioOf, usualNeedSettings,
  type Facility, type Municipality, type NeedSettings, type NormSet, type Plan, type RegisterChanges, type Result, type ScenarioProblem,
} from '@woonzorgzones/core/model';
import {
  analysePlan, analyseScenario, analysisSettings, groundOfScenario, groundOfYear, kernSheetsOf, prepareAnalysis, proposalsOf,
  type AnalysisGround, type KernSheet, type PlanAnalysis, type Proposal, type ScenarioAnalysisProblem,
} from '@woonzorgzones/core/needs';
import { oncePer } from './once-per.ts';
import { groundOfPlan } from './plan-delineation.ts';

const changedFacilitiesOf = oncePer((municipality: Municipality) => oncePer((register: RegisterChanges) => facilitiesOf(municipality, { register })));

/** The facilities of a plan, computed once as long as its register stays as it is. */
export const planFacilities = (municipality: Municipality, { register }: Plan): readonly Facility[] =>
  (register === undefined ? municipality.facilities : changedFacilitiesOf(municipality)(register));

const groundsOf = oncePer((municipality: Municipality) => oncePer((norms: NormSet) => oncePer((need: NeedSettings) =>
  oncePer((facilities: readonly Facility[]) => prepareAnalysis(municipality, norms, facilities, analysisSettings(municipality, need))))));

/** What does not depend on zones: computed once per municipality, norm set, settings of need and register of facilities. */
const groundOf = (municipality: Municipality, norms: NormSet, plan: Plan): AnalysisGround =>
  groundsOf(municipality)(norms)(plan.need ?? usualNeedSettings)(planFacilities(municipality, plan));

/** The analysis of a plan as it stands. */
export const analysisOf = (municipality: Municipality, norms: NormSet, plan: Plan): PlanAnalysis => analysePlan(groundOf(municipality, norms, plan), plan);

/** What is looked at: the plan as it stands, one of its scenarios, another year, or a scenario in another year. */
export interface Looked {
  readonly scenario: string | null;
  readonly year: number | null;
}

export type LookProblem = ScenarioProblem | ScenarioAnalysisProblem | { readonly code: 'unknown-norm-set'; readonly normSet: string; readonly normSets: readonly string[] };

/** The grounds of a look and of what it is laid beside; `base` null where it is the plan as it stands. */
interface LookedGround {
  readonly ground: AnalysisGround;
  readonly base: AnalysisGround | null;
  readonly named: { readonly id: string; readonly name: string };
}

function lookedGround(municipality: Municipality, norms: NormSet, plan: Plan, { scenario, year }: Looked, shipped: ReadonlyMap<string, NormSet>): Result<LookedGround, LookProblem> {
  const today = groundOf(municipality, norms, plan);
  if (scenario === null) {
    const inYear = year === null ? ok(today) : groundOfYear(today, year);
    return inYear.ok ? ok({ ground: inYear.value, base: null, named: { id: '', name: '' } }) : inYear;
  }
  const chain = scenarioOf(plan, scenario);
  if (!chain.ok) return chain;
  const other = chain.value.normSet;
  const set = other === null ? norms : shipped.get(other);
  if (set === undefined) return err({ code: 'unknown-norm-set', normSet: other!, normSets: [...shipped.keys()] });
  const last = chain.value.scenarios.at(-1)!;
  const then = groundOfScenario(today, year === null ? chain.value : { ...chain.value, year }, set);
  if (!then.ok) return then;
  // Each figure stands beside that of the scenario it rests on, or of the plan.
  const before = last.base === null ? ok({ ground: today }) : lookedGround(municipality, norms, plan, { scenario: last.base, year: null }, shipped);
  return before.ok ? ok({ ground: then.value, base: before.value.ground, named: { id: last.id, name: last.name } }) : before;
}

/** The analysis of a look: a scenario with every figure against its base. */
export function lookedAnalysis(municipality: Municipality, norms: NormSet, plan: Plan, looked: Looked, shipped: ReadonlyMap<string, NormSet>): Result<PlanAnalysis, LookProblem> {
  const found = lookedGround(municipality, norms, plan, looked, shipped);
  if (!found.ok) return found;
  const { ground, base, named } = found.value;
  return ok(base === null ? analysePlan(ground, plan) : analyseScenario(base, ground, plan, named));
}

/** What stands in a look: its facilities and the norms it is judged by, with its analysis. */
export function lookedStanding(municipality: Municipality, norms: NormSet, plan: Plan, looked: Looked, shipped: ReadonlyMap<string, NormSet>): Result<{ readonly facilities: readonly Facility[]; readonly norms: NormSet; readonly analysis: PlanAnalysis }, LookProblem> {
  const found = lookedGround(municipality, norms, plan, looked, shipped);
  if (!found.ok) return found;
  const { ground } = found.value;
  return ok({ facilities: ground.supply.all.map(({ facility }) => facility), norms: ground.norms, analysis: analysePlan(ground, plan) });
}

const proposalsBefore = oncePer((_: Plan) => new Map<AnalysisGround, readonly Proposal[]>());

/** What could be done about the gaps of a look; computed once for as long as the plan stays as it is. */
export function lookedProposals(municipality: Municipality, norms: NormSet, plan: Plan, looked: Looked, shipped: ReadonlyMap<string, NormSet>): Result<readonly Proposal[], LookProblem> {
  const found = lookedGround(municipality, norms, plan, looked, shipped);
  if (!found.ok) return found;
  const { ground } = found.value;
  const before = proposalsBefore(plan);
  let proposals = before.get(ground);
  if (proposals === undefined) before.set(ground, (proposals = proposalsOf(ground, plan, groundOfPlan(municipality, plan))!));
  return ok(proposals);
}

/** The services of every day of each kern, in a look. */
export function lookedKernen(municipality: Municipality, norms: NormSet, plan: Plan, looked: Looked, shipped: ReadonlyMap<string, NormSet>): Result<readonly KernSheet[], LookProblem> {
  const found = lookedGround(municipality, norms, plan, looked, shipped);
  return found.ok ? ok(kernSheetsOf(found.value.ground, plan, groundOfPlan(municipality, plan))) : found;
}
