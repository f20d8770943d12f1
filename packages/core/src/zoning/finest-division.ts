import type { Division, Municipality } from '../model/municipality.ts';

/** The division with the smallest areas, usually the wijken; the first of those with most areas, null when none is given. */
export const finestDivision = ({ divisions }: Municipality): Division | null =>
  divisions.reduce<Division | null>((finest, division) => (finest === null || division.areas.length > finest.areas.length ? division : finest), null);
