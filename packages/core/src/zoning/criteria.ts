import type { DelineationSettings } from '../model/delineation-settings.ts';
import type { Metres, Persons, Share, SquareMetres } from '../model/units.ts';

/** What a zone is held to. Genk asks for 6,000 to 12,000 inhabitants, cohesion, few physical barriers and no elongated zones (sources/001), and gives a number for the first only. */
export type CriteriaSettings = Pick<DelineationSettings, 'inhabitants' | 'mostSeveredShare' | 'leastElongation' | 'splitShare' | 'wijken' | 'mostKernenPerZone'>;

/** The part of the settings that zones are held to. */
export const criteriaSettingsOf = ({ inhabitants, mostSeveredShare, leastElongation, splitShare, wijken, mostKernenPerZone }: DelineationSettings): CriteriaSettings =>
  ({ inhabitants, mostSeveredShare, leastElongation, splitShare, wijken, mostKernenPerZone });

/** 'not-judged': there is nothing to judge by (nobody lives there, no division given). */
export type CriterionVerdict = 'met' | 'not-met' | 'not-judged';

/** How many live in the zone. */
export interface InhabitantsCriterion {
  readonly verdict: CriterionVerdict;
  readonly inhabitants: Persons;
  readonly least: Persons;
  readonly most: Persons;
}

/** Whether the zone is in one piece. */
export interface ContiguityCriterion {
  readonly verdict: CriterionVerdict;
  readonly pieces: number;
  /** Blocks outside the piece with most inhabitants, ascending by id, and who lives there. */
  readonly strayBlocks: readonly string[];
  readonly strayInhabitants: Persons;
}

/** What barriers run through the zone, and whom they cut off. */
export interface BarrierCriterion {
  readonly verdict: CriterionVerdict;
  /** Barrier between blocks of the zone and within them. */
  readonly insideMetres: Metres;
  /** The part of it that runs through single blocks: no choice of blocks can mend it. */
  readonly withinBlocksMetres: Metres;
  /** Names of the barriers inside, longest first. */
  readonly names: readonly string[];
  /** Inhabitants who, without crossing a barrier, cannot reach the part of the zone where most live. */
  readonly severedInhabitants: Persons;
  readonly severedShare: Share;
  readonly mostSeveredShare: Share;
}

/** How compact the zone is. */
export interface CompactnessCriterion {
  readonly verdict: CriterionVerdict;
  readonly areaM2: SquareMetres;
  readonly perimeterMetres: Metres;
  /** 4π·area/perimeter²: 1 for a circle. Depends on how finely borders are drawn, so it is told and not judged. */
  readonly polsbyPopper: number;
  /** Spread of people across over spread along, 0 to 1: √(λ₂/λ₁) of where they live. */
  readonly elongation: Share;
  readonly leastElongation: Share;
  /** Root mean square distance of its people to their middle. */
  readonly radiusMetres: Metres;
}

/** A wijk that lies in more than one zone. */
export interface SplitWijk {
  readonly area: string;
  readonly name: string;
  readonly inside: Persons;
  readonly elsewhere: Persons;
}

export interface WijkCriterion {
  readonly verdict: CriterionVerdict;
  /** Wijken that are split between this zone and others, most inhabitants elsewhere first. */
  readonly split: readonly SplitWijk[];
}

/** Kernen in the zone; it has a centre when there is at least one. */
export interface NucleusCriterion {
  readonly verdict: CriterionVerdict;
  /** Ids, most inhabitants first. */
  readonly nuclei: readonly string[];
  /** Null when any number will do. */
  readonly mostKernen: number | null;
}

/** How far the zone serves its own people. No source gives a norm for it, so it is told and not judged. */
export interface OwnServicesCriterion {
  readonly verdict: CriterionVerdict;
  /** Of the ways of its people to the nearest school, shop and service centre, those that end in the zone; null when there are none (zoning notes 3, self-containment). */
  readonly ownShare: Share | null;
}

/** People of one age band. */
export interface AgeCount {
  readonly from: number;
  /** Inclusive; null for and up. */
  readonly to: number | null;
  readonly persons: Persons;
}

/** How one zone stands against each criterion. */
export interface ZoneCriteria {
  readonly zone: string;
  readonly blocks: number;
  /** Its inhabitants by the age bands of the dataset. */
  readonly ages: readonly AgeCount[];
  readonly inhabitants: InhabitantsCriterion;
  readonly contiguity: ContiguityCriterion;
  readonly barriers: BarrierCriterion;
  readonly compactness: CompactnessCriterion;
  readonly wijken: WijkCriterion;
  readonly nuclei: NucleusCriterion;
  readonly ownServices: OwnServicesCriterion;
  /** How many criteria are not met. */
  readonly notMet: number;
}

/** How a plan stands: each zone, and what is left of the municipality. */
export interface PlanCriteria {
  readonly settings: CriteriaSettings;
  /** In the order of the plan. */
  readonly zones: readonly ZoneCriteria[];
  /** Zones that meet all criteria that could be judged. */
  readonly zonesMet: number;
  /** Blocks in no zone, ascending by id, and who lives there. */
  readonly unassignedBlocks: readonly string[];
  readonly unassignedInhabitants: Persons;
  /** Inhabitants by which zones fall short of or pass their bounds, summed. */
  readonly outOfBounds: Persons;
  /** Wijken that lie in more than one zone. */
  readonly splitWijken: number;
}
