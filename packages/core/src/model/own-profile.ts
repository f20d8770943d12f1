/** Up to which rise which slope can be managed: Flemish verordening 5-6-2009, art. 19. `riseMetres` null is "any higher". */
export interface SlopeLimit {
  readonly riseMetres: number | null;
  readonly percent: number;
}

/** How a municipality says somebody moves, instead of the travel profile that comes with the program. */
export interface OwnProfile {
  /** Id of the profile it stands in for. */
  readonly profile: string;
  readonly metresPerSecond: number;
  /** Whether steps, and high kerbs, are no way. */
  readonly avoidsSteps: boolean;
  readonly avoidsHighKerbs: boolean;
  /** Steepest slopes, least rise first; empty for who takes any slope. */
  readonly slopes: readonly SlopeLimit[];
}
