import { metres, seconds } from '@woonzorgzones/core/model';
import { useEffect, useMemo } from 'react';
import type { TravelProfile } from '@woonzorgzones/core/network';
import { useTravel } from '../../../state/queries.ts';
import { sendReach, useReach } from '../../../state/reach.ts';
import { useView } from '../../../state/view.ts';
import { useChosen } from '../../frame/chosen.ts';
import { useShownFacilities } from '../../frame/shown-facilities.ts';

const numberIn = (text: string): number => (text.trim() === '' ? NaN : Number(text.trim().replace(',', '.')));

/** The profile in use, at the pace that was typed; null until the profiles are there. */
export function useProfile(): TravelProfile | null {
  const travel = useTravel().data;
  const id = useReach((view) => view.profile);
  const pace = useReach((view) => view.pace);
  return useMemo(() => {
    const known = travel?.profiles.find((profile) => profile.id === id);
    if (known === undefined) return null;
    const profile = known as TravelProfile;
    return pace.trim() === '' ? profile : { ...profile, speed: { value: numberIn(pace), status: 'own', source: '' } };
  }, [travel, id, pace]);
}

/** Asks the worker again whenever something it depends on changes: the answer redraws the map at once. */
export function useReachDrawing(): void {
  const { hash } = useChosen();
  const facilities = useShownFacilities();
  const profile = useProfile();
  const facility = useView((view) => view.facility);
  const { destination, limit, ages, scenario, address } = useReach();
  useEffect(() => {
    if (hash === null || facilities === null || profile === null) return;
    const amount = numberIn(limit);
    sendReach({
      hash, destination, profile, ages, scenario, facility, address,
      limit: profile.speedByClass === null ? { metres: metres(amount) } : { seconds: seconds(amount * 60) },
      facilities: facilities.map(({ id, name, category, functions, opened, closed, lon, lat }) => ({ id, name, category, functions, opened, closed, lon, lat })),
    });
  }, [hash, facilities, profile, destination, limit, ages, scenario, facility, address]);
}
