import type { SitingReply } from '@woonzorgzones/api/schemas';

type Site = SitingReply['sites'][number];

/** A place as the table and the map number it: new ones first, from 1 on. */
export type NumberedSite = Site & { readonly place: number };

export const numberedSites = (sites: readonly Site[]): readonly NumberedSite[] =>
  [...sites.filter(({ facility }) => facility === null), ...sites.filter(({ facility }) => facility !== null)].map((site, row) => ({ ...site, place: row + 1 }));
