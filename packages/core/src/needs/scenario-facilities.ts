import type { Facility, Plan, ScenarioStep } from '../model/index.ts';
import { err, facilitiesOf, ok, type Municipality, type Result } from '../model/index.ts';

/** A step that does not fit the facilities it is taken on. Steps are counted from 0. */
export type ScenarioStepProblem =
  | { readonly code: 'scenario-facility-unknown'; readonly step: number; readonly facility: string }
  | { readonly code: 'scenario-facility-taken'; readonly step: number; readonly facility: string };

/**
 * The facilities as they would be after the steps of a scenario, sorted by id. What is opened is open whatever the year and
 * stands where a hand put it; what is closed is gone. Steps on years and norms change no facility. O(steps × facilities).
 */
export function facilitiesAfter(
  facilities: readonly Facility[], steps: readonly ScenarioStep[], fictitious: boolean,
): Result<readonly Facility[], ScenarioStepProblem> {
  let now = facilities;
  for (const [step, change] of steps.entries()) {
    if (change.kind === 'year' || change.kind === 'norm-set') continue;
    if (change.kind === 'open') {
      const { id } = change.facility;
      if (now.some((facility) => facility.id === id)) return err({ code: 'scenario-facility-taken', step, facility: id });
      const opened: Facility = { ...change.facility, position: { by: 'hand', metres: null }, source: null, referenceDate: null, fictitious };
      now = [...now, opened].sort((a, b) => (a.id < b.id ? -1 : 1));
      continue;
    }
    const before = now.find(({ id }) => id === change.facility);
    if (before === undefined) return err({ code: 'scenario-facility-unknown', step, facility: change.facility });
    now = change.kind === 'close' ? now.filter((facility) => facility !== before) : now.map((facility) => (facility === before ? changed(before, change) : facility));
  }
  return ok(now);
}

function changed(facility: Facility, change: Extract<ScenarioStep, { kind: 'move' | 'enlarge' | 'give-functions' }>): Facility {
  switch (change.kind) {
    case 'move': return { ...facility, x: change.x, y: change.y, position: { by: 'hand', metres: null } };
    case 'enlarge': return { ...facility, capacity: change.capacity };
    case 'give-functions': return { ...facility, functions: change.functions };
  }
}

/** The facilities of a plan after the steps of a scenario. */
export const scenarioFacilities = (municipality: Municipality, plan: Plan, steps: readonly ScenarioStep[]): Result<readonly Facility[], ScenarioStepProblem> =>
  facilitiesAfter(facilitiesOf(municipality, plan), steps, municipality.fictitious);
