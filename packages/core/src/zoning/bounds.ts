import type { InhabitantBounds } from '../model/delineation-settings.ts';
import { persons } from '../model/units.ts';

/** 6,000 to 12,000: OCMW Genk, "Gebiedsgericht werken", 17 June 2008 (sources/001); repeated in the slides of G. Vanlokeren. */
export const genkBounds: InhabitantBounds = { least: persons(6000), most: persons(12_000) };

/** Inhabitants short of the least or beyond the most; 0 within bounds. */
export const outOfBounds = (inhabitants: number, { least, most }: InhabitantBounds): number =>
  Math.max(0, least - inhabitants, inhabitants - most);

/** The numbers of zones that fit these inhabitants by count alone, fewest to most; fewest over most when none does. */
export function fittingCounts(inhabitants: number, { least, most }: InhabitantBounds): { readonly fewest: number; readonly most: number } {
  return { fewest: Math.ceil(inhabitants / most), most: Math.floor(inhabitants / least) };
}
