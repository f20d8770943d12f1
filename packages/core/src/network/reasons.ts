/** Why a place has an answer, or has none. Small numbers, because a result keeps one for every address. */
export const Reason = {
  reached: 0,
  /** Its position is missing or no number. */
  noPosition: 1,
  /** No street within the longest connector. */
  farFromStreet: 2,
  /** There are streets within it, but only across a railway, canal, river or motorway. */
  behindBarrier: 3,
  /** There is nothing to go to: no facility is given, or none of them could be put on a street. */
  noFacility: 4,
  /** It stands on a part of the network that no facility is on: an island, or a yard without a mapped exit. */
  otherPart: 5,
  /** There is a street to a facility, but only against one-way traffic. */
  againstOneWay: 6,
  /** There is a way, longer than the limit. */
  beyondLimit: 7,
} as const;

export type Reason = (typeof Reason)[keyof typeof Reason];

/** The codes a Dutch sentence is made from, at the place of their number. */
export const reasonCodes = [
  'reached', 'no-position', 'far-from-street', 'behind-barrier', 'no-facility', 'other-part', 'against-one-way', 'beyond-limit',
] as const;

export type ReasonCode = (typeof reasonCodes)[number];
