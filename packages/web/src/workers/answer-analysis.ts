import { fromLambert2008 } from '@woonzorgzones/core/geo';
import { ok, scenarioOf, type Municipality, type Result } from '@woonzorgzones/core/model';
import { addressesBehind, analysePlan, analyseScenario, type PlanAnalysis } from '@woonzorgzones/core/needs';
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
  const below = scenario === null ? null : scenarioOf(ask.plan, scenario.id);
  const rests = below?.ok === true && below.value.scenarios.length > 1;
  return ok({ analysis, base: rests ? analysePlan(base, ask.plan) : null, behind: behindOf(ground.value, ask, analysis) });
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
