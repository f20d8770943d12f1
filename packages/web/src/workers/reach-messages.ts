import type { AgeBand, CategoryId, FacilityFunction, Plan } from '@woonzorgzones/core/model';
import type { Coverage, Decay, DistanceBasis, FloatingMethod, Limit, ReasonCode, TravelProfile } from '@woonzorgzones/core/network';
import type { Destination, IsochroneProblem, ScenarioProblem, StreetNotReached, VisitsPerYear, ZoneFigure } from '@woonzorgzones/core/needs';

/** A spot in WGS84. */
interface Spot {
  readonly lon: number;
  readonly lat: number;
}

/** A facility as the plan has it, as far as reach asks. */
export interface ReachFacility extends Spot {
  readonly id: string;
  readonly name: string;
  readonly category: CategoryId;
  readonly functions: readonly FacilityFunction[];
  readonly opened: string | null;
  readonly closed: string | null;
  readonly capacity: number | null;
}

/** What a scenario does: facilities elsewhere, paths that are not there yet, crossings that are closed. */
export interface ReachScenario {
  readonly moved: Readonly<Record<string, Spot>>;
  readonly paths: readonly (readonly Spot[])[];
  readonly closedCrossings: readonly string[];
}

/** What is asked: how far the nearest is, how much is in reach when all reach for it, or how far daily life lies. */
export type ReachAbout =
  | { readonly kind: 'nearest' }
  | { readonly kind: 'supply'; readonly method: FloatingMethod; readonly decay: Decay }
  | { readonly kind: 'daily'; readonly visits: VisitsPerYear };

/** Everything a drawing of reach depends on. */
export interface ReachAsk {
  /** A later ask makes an earlier one stale. */
  readonly number: number;
  /** Of the dataset. */
  readonly hash: string;
  readonly about: ReachAbout;
  /** The zones figures are put together for; null without a plan. */
  readonly zoning: Pick<Plan, 'zones' | 'zoneOfBlock' | 'splits'> | null;
  readonly facilities: readonly ReachFacility[];
  readonly destination: Destination;
  readonly profile: TravelProfile;
  readonly limit: Limit;
  readonly ages: AgeBand | null;
  readonly scenario: ReachScenario;
  /** Whose area is drawn, and whose way is explained. */
  readonly facility: string | null;
  readonly address: string | null;
}

export interface WhyDrawn {
  readonly address: string;
  readonly facility: string | null;
  readonly reason: ReasonCode;
  readonly cost: number | null;
  readonly minutes: number | null;
  readonly connectors: { readonly address: number; readonly facility: number } | null;
  readonly streets: readonly { readonly name: string | null; readonly metres: number }[];
}

/** What the map and the panel show; the layers are GeoJSON. */
export interface ReachDrawing {
  readonly homes: object;
  readonly area: object | null;
  readonly route: object | null;
  /** The crossings that the scenario closes, as points; null where it closes none. */
  readonly closed: object | null;
  readonly basis: DistanceBasis;
  readonly unit: 'metres' | 'seconds';
  readonly bands: readonly AgeBand[];
  readonly coverage: Coverage;
  /** Persons of the ages asked: neither, only today, only in the scenario, both; null without a scenario. */
  readonly change: readonly number[] | null;
  readonly streets: readonly StreetNotReached[];
  readonly why: WhyDrawn | null;
}

/** A figure per home and per zone: places per person in reach, or metres to daily life. */
export interface ReachFigures {
  readonly homes: object;
  readonly of: 'supply' | 'daily';
  /** Where the classes break, from the best on: places per person, or metres. */
  readonly breaks: readonly number[];
  readonly all: ZoneFigure;
  readonly zones: readonly ZoneFigure[];
  /** Supply only: what there is, names of facilities nobody reaches, and of those whose size is not known. */
  readonly supply: { readonly total: number; readonly idle: readonly string[]; readonly unknown: readonly string[] } | null;
  /** Daily life only: persons by the first kind that is out of their reach, most persons first. */
  readonly missing: readonly { readonly category: CategoryId; readonly persons: number }[];
  readonly categories: readonly CategoryId[];
}

export type ReachReply =
  | { readonly number: number; readonly kind: 'figures'; readonly figures: ReachFigures }
  | { readonly number: number; readonly kind: 'drawn'; readonly drawing: ReachDrawing }
  | { readonly number: number; readonly kind: 'refused'; readonly problem: IsochroneProblem | ScenarioProblem }
  /** The dataset could not be had. */
  | { readonly number: number; readonly kind: 'lost' };
