import { fromLambert2008 } from '@woonzorgzones/core/geo';
import { ok, scenarioOf, type Municipality, type Result } from '@woonzorgzones/core/model';
import { addressesBehind, analysePlan, analyseScenario, type AnalysisGround, type PlanAnalysis } from '@woonzorgzones/core/needs';
import type { AnalysisAsk, PlacedBehind, PlanProblem } from './analysis-messages.ts';
import { askedGround, type AskedGround } from './plan-ground.ts';

interface AnsweredAnalysis {
  readonly analysis: PlanAnalysis;
  /** What it is laid beside, where that is another scenario and not the plan as it stands. */
  readonly base: PlanAnalysis | null;
  readonly behind: readonly PlacedBehind[] | null;
}

/** The figures of a scenario, or of the plan in another year, and the addresses behind the gap that is looked at. */
export function answerAnalysis(municipality: Municipality, ask: AnalysisAsk): Result<AnsweredAnalysis, PlanProblem> {
  const ground = askedGround(municipality, ask);
  if (!ground.ok) return ground;
  const { base, shown, scenario } = ground.value;
  const analysis = scenario === null ? analysePlan(shown, ask.plan) : analyseScenario(base, shown, ask.plan, scenario);
  return ok({ analysis, base: scenario === null ? null : restedOn(base, ask, scenario.id), behind: behindOf(ground.value, ask, analysis) });
}

/** The figures of the scenario that another rests on, by its name; null where it rests on the plan. */
function restedOn(base: AnalysisGround, { plan }: AnalysisAsk, scenario: string): PlanAnalysis | null {
  const chain = scenarioOf(plan, scenario);
  const below = chain.ok ? chain.value.scenarios.at(-2) : undefined;
  if (below === undefined) return null;
  const analysis = analysePlan(base, plan);
  return { ...analysis, provenance: { ...analysis.provenance, scenario: { id: below.id, name: below.name } } };
}

function behindOf({ shown }: AskedGround, { plan, gap: asked }: AnalysisAsk, { gaps }: PlanAnalysis): readonly PlacedBehind[] | null {
  const gap = gaps.find(({ id }) => id === asked);
  if (gap === undefined) return null;
  const { addresses } = shown.municipality;
  const rowOf = new Map(addresses.ids.map((id, row) => [id, row]));
  const found = addressesBehind(shown, plan, gap);
  const lonLat = fromLambert2008('EPSG:4326', Float64Array.from(found.flatMap(({ address }) => {
    const row = rowOf.get(address)!;
    return [addresses.xy[2 * row]!, addresses.xy[2 * row + 1]!];
  })));
  return found.map((behind, place) => ({ ...behind, lon: lonLat[2 * place]!, lat: lonLat[2 * place + 1]! }));
}
