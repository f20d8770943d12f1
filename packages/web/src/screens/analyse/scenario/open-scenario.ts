import type { Scenario } from '@woonzorgzones/core/model';
import { moveStep } from '../../../state/scenario-trial.ts';
import { useView, type Spot } from '../../../state/view.ts';
import { useChosen } from '../../frame/chosen.ts';
import { changeScenario } from './scenario-edits.ts';
import { withStep } from './scenario-steps.ts';

/** The scenario that is open in Leemten; null where the plan is looked at as it stands. */
export function useOpenScenario(): Scenario | null {
  const { plan } = useChosen();
  const chosen = useView((view) => view.scenario);
  const door = useView((view) => view.door);
  const isReach = useView((view) => view.gapPage === 'bereik');
  if (door !== 'leemten' || isReach || chosen === null) return null;
  return plan.data?.plan.scenarios?.find(({ id }) => id === chosen) ?? null;
}

/** A facility was put elsewhere on the map: the scenario keeps it there. */
export const moveInOpenScenario = (plan: string, scenario: Scenario, facility: string, to: Spot): void =>
  changeScenario(plan, withStep(scenario, moveStep(facility, to)));
