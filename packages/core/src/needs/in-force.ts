import type { Norm } from '../model/index.ts';
import type { Reservation } from './figure.ts';

/** A norm counts in the years it was in force; outside them it does not apply, rather than being met or missed. */
export function notInForce({ validFrom, validTo }: Norm, year: number): Reservation | null {
  const inForce = (validFrom === null || validFrom <= year) && (validTo === null || year <= validTo);
  return inForce ? null : { code: 'not-in-force', year, validFrom, validTo };
}
