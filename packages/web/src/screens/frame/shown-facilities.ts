import type { FacilityLayer, Register, RegisteredFacility } from '@woonzorgzones/api/schemas';
import { isOpenIn } from '@woonzorgzones/core/needs';
import { useMemo } from 'react';
import { useFacilities, useMunicipality, useRegister } from '../../state/queries.ts';
import { useView, type RegisterFilter, type Spot } from '../../state/view.ts';
import { useChosen } from './chosen.ts';

/** A facility of the register as the screens show it. */
export interface ShownFacility extends RegisteredFacility, Spot {
  /** Closed by the year of the data. */
  readonly isClosed: boolean;
}

const asGiven = ({ features }: FacilityLayer): Register['facilities']['features'] => features.map(({ properties, ...feature }) => ({
  ...feature, properties: { ...properties, zone: null, said: 'as-given' as const, standsFor: [] },
}));

/** The facilities as the plan has them, or without a plan as the files do; null until they have come. */
export function useShownFacilities(): readonly ShownFacility[] | null {
  const { planId, hash } = useChosen();
  const year = useMunicipality(hash).data?.year;
  const register = useRegister(planId).data;
  const layer = useFacilities(planId === null ? hash : null).data;
  return useMemo(() => {
    const features = register?.facilities.features ?? (layer === undefined ? null : asGiven(layer));
    return features && year !== undefined
      ? features.map(({ properties, geometry }) => ({
        ...properties, lon: geometry.coordinates[0]!, lat: geometry.coordinates[1]!, isClosed: !isOpenIn(year, properties),
      }))
      : null;
  }, [register, layer, year]);
}

/** Zones are told apart by id; this stands for none of them. */
export const noZone = '-';

const passes = (filter: string | null, value: string): boolean => filter === null || filter === value;

export const passesFilter = ({ category, zone, source }: RegisterFilter, facility: ShownFacility): boolean =>
  passes(category, facility.category) && passes(zone, facility.zone ?? noZone) && passes(source, facility.source ?? '');

/** Whether the screen is the register: then table and map show the same selection. */
export const useIsRegisterOpen = (): boolean => useView(({ door, part }) => door === 'gegevens' && part === 'voorzieningen');
