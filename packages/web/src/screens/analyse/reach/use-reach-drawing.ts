import { metres, seconds } from '@woonzorgzones/core/model';
import { withOwnProfiles, type Decay, type FloatingMethod, type TravelProfile } from '@woonzorgzones/core/network';
import { useEffect, useMemo } from 'react';
import { useTravel } from '../../../state/queries.ts';
import type { ReachPage } from '../../../state/address.ts';
import { sendReach, useReach, type SupplyMethod } from '../../../state/reach.ts';
import { useView } from '../../../state/view.ts';
import type { ReachAbout } from '../../../workers/reach-messages.ts';
import { useChosen } from '../../frame/chosen.ts';
import { useShownFacilities } from '../../frame/shown-facilities.ts';

/** A number as it was typed, with a comma or a point; NaN for none. */
export const numberIn = (text: string): number => (text.trim() === '' ? NaN : Number(text.trim().replace(',', '.')));

/** The profiles as the plan has them; null until they are there. */
export function useProfiles(): readonly TravelProfile[] | null {
  const travel = useTravel().data;
  const own = useChosen().plan.data?.plan.travel;
  return useMemo(() => (travel === undefined ? null : withOwnProfiles(travel.profiles as readonly TravelProfile[], own)), [travel, own]);
}

/** The profile in use, at the pace that was typed; null until the profiles are there. */
export function useProfile(): TravelProfile | null {
  const profiles = useProfiles();
  const id = useView((view) => view.reach.profile);
  const pace = useReach((view) => view.pace);
  return useMemo(() => {
    // A link may name one that is no longer there.
    const profile = profiles?.find((one) => one.id === id) ?? profiles?.[0] ?? null;
    return profile === null || pace.trim() === '' ? profile : { ...profile, speed: { value: numberIn(pace), status: 'own', source: '' } };
  }, [profiles, id, pace]);
}

/** Steps at a third, two thirds and the whole of the limit, weighed as Luo and Qi (2009) weigh 10, 20 and 30 minutes. */
const stepWeights = [1, 0.68, 0.22] as const;

function sharing(method: SupplyMethod, limit: number, sigma: string): { readonly method: FloatingMethod; readonly decay: Decay } {
  const steps: Decay = { kind: 'steps', steps: stepWeights.map((weight, i) => ({ upTo: (limit * (i + 1)) / stepWeights.length, weight })) };
  switch (method) {
    case '2sfca': return { method: 'two-step', decay: { kind: 'none' } };
    case 'e2sfca-steps': return { method: 'two-step', decay: steps };
    case 'e2sfca-gaussian': return { method: 'two-step', decay: { kind: 'gaussian', sigma: sigma.trim() === '' ? limit / 2 : numberIn(sigma) } };
    case '3sfca': return { method: 'three-step', decay: steps };
    case 'm2sfca': return { method: 'modified', decay: steps };
  }
}

/** What the worker is asked on a page; null where it has nothing to do. */
function aboutOf(page: ReachPage, method: SupplyMethod, limit: number, sigma: string, visits: Readonly<Record<string, number>>): ReachAbout | null {
  switch (page) {
    case 'bereik': return { kind: 'nearest' };
    case 'aanbod': return { kind: 'supply', ...sharing(method, limit, sigma) };
    case 'dagelijks': return { kind: 'daily', visits };
    case 'plaatsen': case 'profielen': return null;
  }
}

/** Asks the worker again whenever something it depends on changes: the answer redraws the map at once. */
export function useReachDrawing(): void {
  const { hash, plan } = useChosen();
  const facilities = useShownFacilities();
  const profile = useProfile();
  const visits = useTravel().data?.visitsPerYear;
  const facility = useView((view) => view.facility);
  const { page, destination, limit } = useView((view) => view.reach);
  const { ages, scenario, address, method, sigma } = useReach();
  const shown = plan.data?.plan;
  const zoneOfBlock = shown?.zoneOfBlock, zones = shown?.zones, splits = shown?.splits;
  useEffect(() => {
    if (hash === null || facilities === null || profile === null || visits === undefined) return;
    const typed = numberIn(limit);
    const amount = profile.speedByClass === null ? typed : typed * 60;
    const width = profile.speedByClass === null || sigma.trim() === '' ? sigma : String(numberIn(sigma) * 60);
    const about = aboutOf(page, method, amount, width, visits);
    if (about === null) return;
    sendReach({
      hash, about, destination, profile, ages, scenario, facility, address,
      zoning: zones === undefined || zoneOfBlock === undefined ? null : { zones, zoneOfBlock, ...(splits === undefined ? {} : { splits }) },
      limit: profile.speedByClass === null ? { metres: metres(amount) } : { seconds: seconds(amount) },
      facilities: facilities.map(({ id, name, category, functions, opened, closed, capacity, lon, lat }) => ({ id, name, category, functions, opened, closed, capacity, lon, lat })),
    });
  }, [hash, facilities, profile, visits, page, method, sigma, destination, limit, ages, scenario, facility, address, zones, zoneOfBlock, splits]);
}
