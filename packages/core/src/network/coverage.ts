import { known, notApplicable, type Count } from '../model/count.ts';
import { limitCost, type Limit, type NearestFacilities } from './nearest.ts';
import { Reason, reasonCodes } from './reasons.ts';
import { UNREACHED, type TravelNetwork } from './travel-network.ts';

/** People of one age band, or of all, by whether a facility is within the limit of their door. */
export interface BandCoverage {
  readonly within: number;
  readonly persons: number;
  /** Of 0 to 1; not applicable where nobody of the band lives. */
  readonly share: Count;
  /** Persons without an answer or beyond the limit, by reason, at the place of the reason's number. */
  readonly byReason: readonly number[];
}

export interface Coverage {
  readonly bands: readonly BandCoverage[];
  readonly all: BandCoverage;
}

/**
 * The share of persons of each age band who have a facility within the limit, inclusive, and why the others have not.
 * `persons` is row-major, address by band. Everybody is in exactly one place of `byReason`, so the parts add up to the whole.
 */
export function coverage(network: Pick<TravelNetwork, 'unit' | 'profile'>, nearest: NearestFacilities, persons: Uint16Array | Float64Array, bandCount: number, limit: Limit): Coverage {
  const most = limitCost(network, limit);
  const counts = Array.from({ length: bandCount }, () => new Float64Array(reasonCodes.length));
  const rows = nearest.reason.length;
  for (let i = 0; i < rows; i++) {
    const cost = nearest.cost[i * nearest.k]!;
    const reason = cost === UNREACHED ? nearest.reason[i]! : cost <= most ? Reason.reached : Reason.beyondLimit;
    for (let band = 0; band < bandCount; band++) counts[band]![reason]! += persons[i * bandCount + band]!;
  }
  const all = new Float64Array(reasonCodes.length);
  for (const band of counts) band.forEach((value, reason) => (all[reason]! += value));
  return { bands: counts.map(bandCoverage), all: bandCoverage(all) };
}

function bandCoverage(byReason: Float64Array): BandCoverage {
  const persons = byReason.reduce((sum, value) => sum + value, 0);
  const within = byReason[Reason.reached]!;
  return { within, persons, share: persons > 0 ? known(within / persons) : notApplicable, byReason: [...byReason] };
}
