import type { DelineationSettings } from '../model/delineation-settings.ts';
import type { Division } from '../model/municipality.ts';
import type { Plan } from '../model/plan.ts';
import { defaultDelineationSettings } from './delineation-defaults.ts';

/** The division that is called so is what should stay whole where nothing else was chosen. */
const wijken = 'wijken';

/** A municipality, or what a screen knows of one. */
interface WithDivisions {
  readonly divisions: readonly Pick<Division, 'id'>[];
}

/** The usual settings for a municipality. */
export const usualSettings = ({ divisions }: WithDivisions): DelineationSettings =>
  ({ ...defaultDelineationSettings, wijken: divisions.some(({ id }) => id === wijken) ? wijken : null });

/** What the zones of a plan are drawn by and held to: its own settings, else the usual. */
export const settingsOfPlan = (municipality: WithDivisions, plan: Pick<Plan, 'delineation'>): DelineationSettings => plan.delineation ?? usualSettings(municipality);
