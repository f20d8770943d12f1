import type { Metres, Persons, Share } from './units.ts';

/** How many inhabitants a woonzorgzone may have, both ends included. */
export interface InhabitantBounds {
  readonly least: Persons;
  readonly most: Persons;
}

/** What counts as a kern. */
export interface NucleusSettings {
  /** How far a person counts in the density around them. */
  readonly bandwidthMetres: Metres;
  /** A top is a kern of its own when the way to any higher top dips to at most this share of its density. */
  readonly saddleShare: Share;
  readonly leastInhabitants: Persons;
  readonly leastTopPerKm2: number;
  /** A daily facility (shop, school, pharmacy, doctor …) counts in the density as so many inhabitants. */
  readonly facilityWeight: Persons;
}

/** How far a circle around a kern reaches: a fixed distance, or until it holds a number of inhabitants. */
export type CircleSettings =
  | { readonly kind: 'metres'; readonly radiusMetres: Metres }
  | { readonly kind: 'inhabitants'; readonly inhabitants: Persons };

/** What a planner may wish of a division, beside the inhabitants of each zone. */
export const zoneWishIds = [
  'shortBorders', 'barriers', 'compact', 'round', 'evenSize', 'wholeWijken', 'ownServices', 'kernen', 'likeness', 'leastChange',
] as const;
export type ZoneWish = (typeof zoneWishIds)[number];

/** How much a wish counts: not at all, a little, as usual, much. */
export const wishLevels = ['off', 'little', 'usual', 'much'] as const;
export type WishLevel = (typeof wishLevels)[number];
export type ZoneWishes = Readonly<Record<ZoneWish, WishLevel>>;

/** What the planner has settled, beside zones that are locked in the plan. Ids of blocks. */
export interface ZoneLocks {
  /** Blocks that stay in the zone of the plan they are in. */
  readonly blocks: readonly string[];
  /** Pairs that must share a zone. */
  readonly together: readonly (readonly [string, string])[];
  /** Pairs that must not. */
  readonly apart: readonly (readonly [string, string])[];
}

/** What zones are drawn by and held to. A plan keeps its own, so that criteria, kernen and circles speak of the same. */
export interface DelineationSettings {
  readonly inhabitants: InhabitantBounds;
  /** How many zones; null tries every number that fits the inhabitants and keeps the best. */
  readonly zoneCount: number | null;
  readonly wishes: ZoneWishes;
  /** At most so many kernen in one zone; null for any number. */
  readonly mostKernenPerZone: number | null;
  /** Id of the division whose areas should stay whole; null takes the finest that is given. */
  readonly wijken: string | null;
  /** The division against which few people should change zone: the plan as it stands ('plan'), or a division by its id ('division:wijken'). */
  readonly keepClose: string;
  readonly locks: ZoneLocks;
  /** At most this share of the inhabitants of a zone may be cut off from the rest by barriers. */
  readonly mostSeveredShare: Share;
  /** How wide the spread of people must at least be across, as a share of how wide it is along. */
  readonly leastElongation: Share;
  /** A zone splits a wijk when at least this share of the wijk's inhabitants lives in the zone and at least this share does not. */
  readonly splitShare: Share;
  readonly nuclei: NucleusSettings;
  readonly circles: CircleSettings;
  readonly seed: number;
  /** How long to search: a multiple of the usual number of moves. Twice as much takes twice as long. */
  readonly effort: number;
  /** Clearly different divisions to give besides the best, at most. */
  readonly alternatives: number;
}

/** What the planner changed about one kern: added it by hand, dropped it, gave it another place or name. */
export interface NucleusChange {
  readonly id: string;
  /** 'found': the engine found it; 'added': it stands here by hand; 'dropped': it was found, and counts no longer. */
  readonly state: 'found' | 'added' | 'dropped';
  /** Lambert 2008 metres; null where it was found. */
  readonly place: { readonly x: number; readonly y: number } | null;
  /** Null as it was found. */
  readonly name: string | null;
}
