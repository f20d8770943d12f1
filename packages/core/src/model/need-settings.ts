/** How the municipality's requirement is shared out over zones: by where each age bracket lives, or by inhabitants (Genk's growth model, domain 1.5). */
export type NeedSplit = 'ages' | 'inhabitants';

/** Which of the three estimates of local need counts where one figure is asked. */
export type NeedLevel = 'low' | 'middle' | 'high';

/** Classes of De Lijn's basismobiliteit and of MIRA's green norms (domain 3.3, 3.4); 'kleinstedelijk' is structuurondersteunend. */
export const urbanClasses = ['grootstedelijk', 'regionaalstedelijk', 'kleinstedelijk', 'kleinstedelijk-provinciaal', 'buitengebied'] as const;

export type UrbanClass = (typeof urbanClasses)[number];

/** How much more is asked where an indicator stands one standard deviation above the municipality's mean: 0.1 is 10 % more. */
export interface VulnerabilityWeight {
  /** Id of an indicator of the municipality. */
  readonly indicator: string;
  readonly weight: number;
}

/** A base norm for all, more where need is higher: proportional universalism (eerstelijnszone Gent, domain 7). */
export interface VulnerabilitySettings {
  readonly on: boolean;
  /** Ascending by indicator; an indicator that is not named weighs `usualVulnerabilityWeight`. */
  readonly weights: readonly VulnerabilityWeight[];
}

/** What need is reckoned by, beside the norms. */
export interface NeedSettings {
  readonly split: NeedSplit;
  readonly level: NeedLevel;
  readonly vulnerability: VulnerabilitySettings;
  /** Null while nobody said: norms that differ by class are then unknown. */
  readonly urbanClass: UrbanClass | null;
}

/** An assumption of this project, not a figure from a source: shown beside every factor, to be set by the municipality. */
export const usualVulnerabilityWeight = 0.1;

export const mostVulnerabilityWeight = 1;

export const usualNeedSettings: NeedSettings = { split: 'ages', level: 'middle', vulnerability: { on: false, weights: [] }, urbanClass: null };
