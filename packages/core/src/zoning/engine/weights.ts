/**
 * How much each wish counts. 1 is ordinary, 0 is off. The wishes are scaled (see `criteria.ts`) so that equal weights pull
 * about equally hard on an ordinary town.
 */
export interface ZoneWeights {
  /** Short borders between zones. */
  readonly shortBorders: number;
  /** No railway, canal or motorway through a zone. */
  readonly barriers: number;
  /** People near the middle of their zone. */
  readonly compact: number;
  /** Zones near to a circle in outline. */
  readonly round: number;
  /** Zones of like size, besides being within bounds. */
  readonly evenSize: number;
  /** Wijken (and circles round kernen) in one piece. */
  readonly wholeWijken: number;
  /** Schools, shops and services in the own zone. */
  readonly ownServices: number;
  /** Not too many kernen in one zone. */
  readonly kernen: number;
  /** Social likeness within a zone. */
  readonly likeness: number;
  /** As few people as can be changing zone against the existing division. */
  readonly leastChange: number;
}

/** What a wish weighs when it counts as usual; likeness and least change are off unless asked for. Calibration: ARCHITECTURE.md. */
export const usualWeights: ZoneWeights = {
  shortBorders: 1, barriers: 6, compact: 1, round: 2, evenSize: 0.5, wholeWijken: 2, ownServices: 0.5, kernen: 0.5, likeness: 0, leastChange: 0,
};
