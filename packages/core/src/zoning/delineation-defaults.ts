import type { DelineationSettings } from '../model/delineation-settings.ts';
import { share } from '../model/units.ts';
import { genkBounds } from './bounds.ts';
import { defaultCircleSettings } from './circles.ts';
import { defaultNucleusSettings } from './nuclei.ts';
import { wishPresets } from './wishes.ts';

/**
 * The usual settings. The bounds are Genk's; one in ten cut off, as people over a bridge are no longer "few"; two and a half
 * times as long as wide; a tenth of a wijk: own choices, to be set by the municipality.
 */
export const defaultDelineationSettings: DelineationSettings = {
  inhabitants: genkBounds,
  zoneCount: null,
  wishes: wishPresets.usual,
  mostKernenPerZone: null,
  wijken: null,
  keepClose: 'plan',
  locks: { blocks: [], together: [], apart: [] },
  mostSeveredShare: share(0.1),
  leastElongation: share(0.4),
  splitShare: share(0.1),
  nuclei: defaultNucleusSettings,
  circles: defaultCircleSettings,
  seed: 1,
  effort: 1,
  alternatives: 3,
};
