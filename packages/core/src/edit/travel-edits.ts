import type { OwnProfile, SlopeLimit } from '../model/own-profile.ts';
import type { Plan } from '../model/plan.ts';
import { err, ok, type Result } from '../model/result.ts';
import { withPart } from './plan-fields.ts';

/** How somebody moves from here on; null goes back to the profile that comes with the program. */
export interface TravelEdit {
  readonly kind: 'choose-travel-profile';
  readonly profile: string;
  readonly own: Omit<OwnProfile, 'profile'> | null;
}

export interface TravelEditProblem {
  readonly code: 'travel-profile-unfit';
  readonly profile: string;
  readonly field: 'pace' | 'slopes';
}

export interface AppliedTravelEdit {
  readonly plan: Plan;
  readonly inverse: readonly TravelEdit[];
}

const isPositive = (value: number): boolean => value > 0 && value < Infinity;

/** Rises that grow, the last without end. */
function isSlopeTable(slopes: readonly SlopeLimit[]): boolean {
  const rises = slopes.map(({ riseMetres }) => riseMetres ?? Infinity);
  return slopes.every(({ percent }) => isPositive(percent)) && rises.every((rise, i) => rise > (i === 0 ? 0 : rises[i - 1]!)) && (rises.at(-1) ?? Infinity) === Infinity;
}

/** What an edit of a travel profile does to a plan, and how to take it back. */
export function applyTravelEdit(plan: Plan, { profile, own }: TravelEdit): Result<AppliedTravelEdit, TravelEditProblem> {
  if (own !== null && !isPositive(own.metresPerSecond)) return err({ code: 'travel-profile-unfit', profile, field: 'pace' });
  if (own !== null && !isSlopeTable(own.slopes)) return err({ code: 'travel-profile-unfit', profile, field: 'slopes' });
  const known = plan.travel?.find((one) => one.profile === profile);
  const chosen: OwnProfile | undefined = own === null ? undefined
    : { profile, metresPerSecond: own.metresPerSecond, avoidsSteps: own.avoidsSteps, avoidsHighKerbs: own.avoidsHighKerbs, slopes: own.slopes };
  if (JSON.stringify(known) === JSON.stringify(chosen)) return ok({ plan, inverse: [] });
  const others = (plan.travel ?? []).filter((one) => one !== known);
  const travel = chosen === undefined ? others : [...others, chosen].sort((a, b) => (a.profile < b.profile ? -1 : 1));
  return ok({
    plan: withPart(plan, 'travel', travel.length === 0 ? undefined : travel),
    inverse: [{ kind: 'choose-travel-profile', profile, own: known === undefined ? null : withoutId(known) }],
  });
}

function withoutId({ metresPerSecond, avoidsSteps, avoidsHighKerbs, slopes }: OwnProfile): Omit<OwnProfile, 'profile'> {
  return { metresPerSecond, avoidsSteps, avoidsHighKerbs, slopes };
}
