import type { FacilityEdit } from '@woonzorgzones/core/edit';
import { fromLambert2008, toLambert2008 } from '@woonzorgzones/core/geo';
import type { NewFacility } from '@woonzorgzones/core/model';
import type { Spot } from './view.ts';

/** A spot in Lambert 2008 metres, to the centimetre: nobody points finer, and equal edits stay equal. */
export function lambertOf({ lon, lat }: Spot): { readonly x: number; readonly y: number } {
  const [x, y] = toLambert2008('EPSG:4326', Float64Array.of(lon, lat));
  return { x: Math.round(x! * 100) / 100, y: Math.round(y! * 100) / 100 };
}

export function spotOf(x: number, y: number): Spot {
  const [lon, lat] = fromLambert2008('EPSG:4326', Float64Array.of(x, y));
  return { lon: lon!, lat: lat! };
}

/** The spot so many metres east and north of this one. */
export function shifted(from: Spot, east: number, north: number): Spot {
  const { x, y } = lambertOf(from);
  return spotOf(x + east, y + north);
}

export const moveFacility = (facility: string, to: Spot): FacilityEdit => ({ kind: 'move-facility', facility, ...lambertOf(to) });

/** A facility the planner adds: its id is new in the world, so that two planners never make the same one. */
export const addFacility = (facts: Omit<NewFacility, 'id' | 'x' | 'y'>, at: Spot): FacilityEdit =>
  ({ kind: 'add-facility', facility: { ...facts, id: `plan:${crypto.randomUUID()}`, ...lambertOf(at) } });
