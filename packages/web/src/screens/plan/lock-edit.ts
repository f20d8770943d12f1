import type { Edit } from '@woonzorgzones/core/edit';
import type { Plan, ZoneLocks } from '@woonzorgzones/core/model';
import { settingsOfPlan } from '@woonzorgzones/core/zoning';

/** The step that changes locks. A plan without settings of its own gets those it was judged by so far: a lock changes nothing else. */
export function lockEdit(municipality: Parameters<typeof settingsOfPlan>[0], plan: Pick<Plan, 'delineation'>, change: Partial<ZoneLocks>): Edit {
  const settings = settingsOfPlan(municipality, plan);
  return { kind: 'choose-delineation', settings: { ...settings, locks: { ...settings.locks, ...change } } };
}
