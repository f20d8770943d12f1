import type { DelineationSettings } from '../model/delineation-settings.ts';
import type { Division, Municipality } from '../model/municipality.ts';
import { finestDivision } from './finest-division.ts';

/** The division whose areas should stay whole: the one that was chosen, else the finest; null when there is none. */
export const wijkenOf = (municipality: Municipality, { wijken }: Pick<DelineationSettings, 'wijken'>): Division | null =>
  wijken === null ? finestDivision(municipality) : (municipality.divisions.find(({ id }) => id === wijken) ?? null);
