import type { Municipality } from '@woonzorgzones/core/model';
import { drawCircles, findNuclei, type Circles, type Nucleus } from '@woonzorgzones/core/zoning';
import { oncePer } from './once-per.ts';

/** The kernen of a municipality and the circular areas around them, by the usual settings. */
export const nucleiOf: (municipality: Municipality) => { readonly nuclei: readonly Nucleus[]; readonly circles: Circles['circles'] } =
  oncePer((municipality) => {
    const nuclei = findNuclei(municipality);
    return { nuclei, circles: drawCircles(municipality, nuclei).circles };
  });
