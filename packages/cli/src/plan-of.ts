import { adoptDelineation } from '@woonzorgzones/api';
import { applyEdits } from '@woonzorgzones/core/edit';
import type { Plan } from '@woonzorgzones/core/model';
import type { Delineation } from '@woonzorgzones/core/zoning';

/** A plan that is not kept: the engine's zones on a municipality, with the settings they were made by. */
export function planOf(dataset: string, normSet: string, delineation: Delineation): Plan {
  const drawn = applyEdits({ dataset, normSet, name: '', zones: [], zoneOfBlock: {} }, adoptDelineation(delineation));
  if (!drawn.ok) throw new Error(`Got ${drawn.error.code} when expected the engine's own zones to be accepted.`);
  return drawn.value.plan;
}
