import type { TravelProfile } from '@woonzorgzones/core/network';

const made = { status: 'own', source: 'made for a test' } as const;

/** A walker of 1 m/s, so that metres and seconds are the same number. */
export const walker: TravelProfile = {
  id: 'walker', mode: 'foot', label: { nl: 'Stapper', en: 'Walker' }, speed: { value: 1, ...made }, slopes: [], slopeSource: null, avoids: { steps: false, highKerbs: false }, speedByClass: null,
};

export const wheelchair: TravelProfile = {
  ...walker, id: 'wheelchair', mode: 'wheelchair',
  slopes: [{ riseMetres: 0.1, percent: 10 }, { riseMetres: 0.25, percent: 8.3 }, { riseMetres: 0.5, percent: 6.25 }, { riseMetres: null, percent: 5 }], slopeSource: 'art. 19', avoids: { steps: true, highKerbs: true },
};

export const cyclist: TravelProfile = { ...walker, id: 'cyclist', mode: 'bike', speed: { value: 4, ...made } };

/** Drives 36 km/h, which is 10 m/s, in every street, and walks to the door at 1 m/s. */
export const driver: TravelProfile = { ...walker, id: 'driver', mode: 'car', speedByClass: { kmh: { residential: 36, unclassified: 36 }, ...made } };
