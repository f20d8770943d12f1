import type { FacilityLayer, Register, RegisteredFacility } from '@woonzorgzones/api/schemas';
import { isOpenIn } from '@woonzorgzones/core/needs';
import { scenarioOf, type Plan, type ScenarioStep } from '@woonzorgzones/core/model';
import { useMemo } from 'react';
import { useFacilities, useMunicipality, useRegister } from '../../state/queries.ts';
import { useView, type RegisterFilter, type Spot } from '../../state/view.ts';
import { spotOf } from '../../state/facility-edits.ts';
import { useChosen } from './chosen.ts';

/** A facility of the register as the screens show it. */
export interface ShownFacility extends RegisteredFacility, Spot {
  /** Closed by the year of the data. */
  readonly isClosed: boolean;
}

const asGiven = ({ features }: FacilityLayer): Register['facilities']['features'] => features.map(({ properties, ...feature }) => ({
  ...feature, properties: { ...properties, zone: null, said: 'as-given' as const, standsFor: [] },
}));

/** The facilities after the steps of a scenario; one that it closes stays, faded. */
function afterSteps(facilities: readonly ShownFacility[], steps: readonly ScenarioStep[]): readonly ShownFacility[] {
  let now = facilities;
  const change = (id: string, to: Partial<ShownFacility>): readonly ShownFacility[] => now.map((facility) => (facility.id === id ? { ...facility, ...to } : facility));
  for (const step of steps) {
    switch (step.kind) {
      case 'open': {
        const { x, y, ...facts } = step.facility;
        now = [...now, { ...facts, ...spotOf(x, y), functions: [...facts.functions], source: null, referenceDate: null, fictitious: false, position: { by: 'hand', metres: null }, zone: null, said: 'added', standsFor: [], isClosed: false }];
        break;
      }
      case 'close': now = change(step.facility, { isClosed: true }); break;
      case 'move': now = change(step.facility, spotOf(step.x, step.y)); break;
      case 'enlarge': now = change(step.facility, { capacity: step.capacity }); break;
      case 'give-functions': now = change(step.facility, { functions: [...step.functions] }); break;
      case 'norm-set': case 'year': break;
    }
  }
  return now;
}

/** The steps of the scenario that is looked at, from the plan up. */
function useShownSteps(): readonly ScenarioStep[] | null {
  const { plan } = useChosen();
  const scenario = useView(({ door, scenario: chosen }) => (door === 'leemten' ? chosen : null));
  const shown = plan.data?.plan;
  return useMemo(() => {
    const chain = scenario === null || shown === undefined ? null : scenarioOf(shown as unknown as Plan, scenario);
    return chain?.ok === true ? chain.value.steps : null;
  }, [shown, scenario]);
}

/** The facilities as the plan or the scenario that is looked at has them, or without a plan as the files do; null until they have come. */
export function useShownFacilities(): readonly ShownFacility[] | null {
  const { planId, hash } = useChosen();
  const year = useMunicipality(hash).data?.year;
  const register = useRegister(planId).data;
  const layer = useFacilities(planId === null ? hash : null).data;
  const steps = useShownSteps();
  return useMemo(() => {
    const features = register?.facilities.features ?? (layer === undefined ? null : asGiven(layer));
    if (!features || year === undefined) return null;
    const given = features.map(({ properties, geometry }) => ({
      ...properties, lon: geometry.coordinates[0]!, lat: geometry.coordinates[1]!, isClosed: !isOpenIn(year, properties),
    }));
    return steps === null ? given : afterSteps(given, steps);
  }, [register, layer, year, steps]);
}

/** Zones are told apart by id; this stands for none of them. */
export const noZone = '-';

const passes = (filter: string | null, value: string): boolean => filter === null || filter === value;

export const passesFilter = ({ category, zone, source }: RegisterFilter, facility: ShownFacility): boolean =>
  passes(category, facility.category) && passes(zone, facility.zone ?? noZone) && passes(source, facility.source ?? '');

/** Whether the screen is the register: then table and map show the same selection. */
export const useIsRegisterOpen = (): boolean => useView(({ door, part }) => door === 'gegevens' && part === 'voorzieningen');
