import { findDuplicates, unplacedOf, type Facility, type Municipality, type Plan, type UnplacedFacility } from '@woonzorgzones/core/model';
import { zonesAt } from '@woonzorgzones/core/zoning';
import { featureCollection, pointToGeoJson } from '@woonzorgzones/files';
import { planFacilities } from '../analyses.ts';
import type { Register } from '../schemas.ts';
import type { Plain } from '../schemas/same-type.ts';
import { feature } from './geojson.ts';

type Facts = Omit<Facility, 'x' | 'y' | 'position'>;

/** The register of facilities of a plan, in the order of the ids. */
export function registerOf(municipality: Municipality, plan: Plan): Plain<Register> {
  const facilities = planFacilities(municipality, plan);
  const { added = [], overrides = {}, merged = {}, apart = [] } = plan.register ?? {};
  const zones = zonesAt(municipality, plan, facilities);
  const ownIds = new Set(added.map(({ id }) => id));
  const titleOf = (source: number | null) => (source === null ? null : (municipality.sources[source]?.title ?? null));
  const factsOf = ({ id, name, category, address, capacity, recognised, functions, opened, closed, fictitious, referenceDate, source }: Facts) =>
    ({ id, name, category, address, capacity, recognised, functions, opened, closed, fictitious, referenceDate, source: titleOf(source) });
  const given = new Map<string, Pick<Facts, 'name' | 'source'>>([
    ...municipality.facilities.map((one) => [one.id, one] as const),
    ...municipality.unplaced.map((one) => [one.id, one] as const),
    ...added.map(({ id, name }) => [id, { name, source: null }] as const),
  ]);
  const standsFor = (id: string): Plain<Register>['facilities']['features'][number]['properties']['standsFor'] =>
    Object.entries(merged).filter(([, into]) => into === id).flatMap(([double]) => {
      const { name, source } = given.get(double) ?? { name: double, source: null };
      return [{ id: double, name, source: titleOf(source) }, ...standsFor(double)];
    });
  return {
    facilities: featureCollection(facilities.map((facility, place) => feature(pointToGeoJson(facility.x, facility.y), {
      ...factsOf(facility),
      position: facility.position,
      zone: zones[place] ?? null,
      said: ownIds.has(facility.id) ? 'added' as const : Object.hasOwn(overrides, facility.id) ? 'changed' as const : 'as-given' as const,
      standsFor: standsFor(facility.id),
    }))),
    waiting: unplacedOf(municipality, plan).map((facility) => ({ ...factsOf(facility), reason: facility.reason, guess: guessOf(facility) })),
    duplicates: findDuplicates(facilities, apart),
  };
}

function guessOf({ guess }: UnplacedFacility) {
  if (guess === null) return null;
  const [lon, lat] = pointToGeoJson(guess.x, guess.y).coordinates;
  return { lon, lat, position: guess.position };
}
