import type { WishLevel, ZoneWish, ZoneWishes } from '../model/delineation-settings.ts';
import { zoneWishIds } from '../model/delineation-settings.ts';
import { usualWeights, type ZoneWeights } from './engine/weights.ts';

/** Steps of four: less than that a planner cannot see in the division that comes of it (measured on the sample town). */
const factors: Readonly<Record<WishLevel, number>> = { off: 0, little: 0.25, usual: 1, much: 4 };

/** What the wishes that are off by default weigh when they count as usual. */
const onDemand: Readonly<Partial<Record<ZoneWish, number>>> = { likeness: 1, leastChange: 5 };

/** The wishes in words as weights of the search. */
export const weightsOf = (wishes: ZoneWishes): ZoneWeights =>
  Object.fromEntries(zoneWishIds.map((wish) => [wish, factors[wishes[wish]] * (onDemand[wish] ?? usualWeights[wish])])) as unknown as ZoneWeights;

const usual: ZoneWishes = {
  shortBorders: 'usual', barriers: 'usual', compact: 'usual', round: 'usual', evenSize: 'usual', wholeWijken: 'usual', ownServices: 'usual', kernen: 'usual',
  likeness: 'off', leastChange: 'off',
};

/** Sets of wishes by what matters most. */
export const wishPresets = {
  usual,
  barriers: { ...usual, barriers: 'much' },
  compact: { ...usual, compact: 'much', round: 'much', barriers: 'little' },
  wijken: { ...usual, wholeWijken: 'much' },
  services: { ...usual, ownServices: 'much' },
  existing: { ...usual, leastChange: 'usual' },
} as const satisfies Readonly<Record<string, ZoneWishes>>;

export type WishPreset = keyof typeof wishPresets;

export const wishPresetIds = Object.keys(wishPresets) as readonly WishPreset[];
