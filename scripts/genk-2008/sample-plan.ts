import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { facilitiesOf, parseNormSet, scenarioOf, type Municipality, type NormSet, type Plan, type ScenarioStep } from '../../packages/core/src/model/index.ts';
import {
  analysePlan, analyseScenario, groundOfScenario, kernSheetsOf, prepareAnalysis, proposalsOf, type AnalysisGround, type KernSheet, type PlanAnalysis, type Proposal,
} from '../../packages/core/src/needs/index.ts';
import { delineate, delineationGround, settingsOfPlan } from '../../packages/core/src/zoning/index.ts';
import { importMunicipality, openFolder, readManifest } from '../../packages/files/src/index.ts';

/** The sample town in six zones, as the deck has, held to the norms of 2008, with everything the engine says of it. */
export interface SamplePlan {
  readonly municipality: Municipality;
  readonly norms: NormSet;
  readonly plan: Plan;
  readonly ground: AnalysisGround;
  readonly analysis: PlanAnalysis;
  readonly sheets: readonly KernSheet[];
  readonly proposals: readonly Proposal[];
  /** The plan after some steps, against the plan as it stands. */
  readonly after: (steps: readonly ScenarioStep[]) => PlanAnalysis;
}

/** `data`: the data folder of the project. */
export async function samplePlan(data: string): Promise<SamplePlan> {
  const manifest = readManifest(readFileSync(join(data, 'sample', 'manifest.json'), 'utf8'));
  if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
  const imported = await importMunicipality(manifest.value, openFolder(join(data, 'sample')));
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  const norms = parseNormSet(JSON.parse(readFileSync(join(data, 'norms', 'genk-2008.json'), 'utf8')));
  if (!norms.ok) throw new Error(JSON.stringify(norms.error));
  const { municipality, hash } = imported.value;
  const bare: Plan = { dataset: hash, normSet: 'genk-2008', name: 'Zes zones', zones: [], zoneOfBlock: {} };
  const drawn = delineate(municipality, { ...settingsOfPlan(municipality, bare), zoneCount: 6 });
  if (!drawn.ok) throw new Error(drawn.error.code);
  const plan: Plan = { ...bare, zones: drawn.value.zones.map(({ id, name }) => ({ id, name, locked: false })), zoneOfBlock: drawn.value.zoneOfBlock };
  const ground = prepareAnalysis(municipality, norms.value, facilitiesOf(municipality, plan));
  const kernen = delineationGround(municipality, settingsOfPlan(municipality, plan), plan);
  const proposals = proposalsOf(ground, plan, kernen);
  if (proposals === null) throw new Error('Got a stopped search when nobody stopped it.');
  return {
    municipality, norms: norms.value, plan, ground, analysis: analysePlan(ground, plan), sheets: kernSheetsOf(ground, plan, kernen), proposals,
    after: (steps) => {
      const scenario = { id: 'wat-als', name: 'Wat als', base: null, steps };
      const chain = scenarioOf({ scenarios: [scenario] }, scenario.id);
      if (!chain.ok) throw new Error(chain.error.code);
      const then = groundOfScenario(ground, chain.value);
      if (!then.ok) throw new Error(then.error.code);
      return analyseScenario(ground, then.value, { ...plan, scenarios: [scenario] }, scenario);
    },
  };
}
