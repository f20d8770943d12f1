import type { AmountNorm, CategoryId, Count, FacilityFunction, LivingForm, NormSource, ScenarioStep } from '../../model/index.ts';

/** What can be done about a gap: each rule is a recommendation of the deck in general terms. */
export const proposalRules = ['enlarge', 'reorganise', 'take-function', 'share-centre', 'new-site', 'new-housing', 'transport', 'small-kern'] as const;

export type ProposalRuleId = (typeof proposalRules)[number];

/** Where a rule comes from, in the words of its source. */
export interface ProposalRule {
  readonly id: ProposalRuleId;
  readonly source: NormSource;
  /** The sentence of the source it generalises. */
  readonly quote: string;
}

export interface NamedFacility {
  readonly id: string;
  readonly name: string;
  /** Null where it stands in no zone. */
  readonly zone: string | null;
  readonly zoneName: string | null;
}

/** What a rule found, from which its sentences are made. */
export type ProposalFacts =
  /** More places in a building that is there. */
  | { readonly rule: 'enlarge'; readonly category: CategoryId; readonly unit: AmountNorm['unit']; readonly facility: NamedFacility; readonly from: number; readonly by: number }
  /** More of a kind than the zone needs, while dwellings of a lighter form are missing there. */
  | { readonly rule: 'reorganise'; readonly category: CategoryId; readonly unit: AmountNorm['unit']; readonly facility: NamedFacility; readonly surplus: number; readonly form: LivingForm; readonly dwellingsMissing: number }
  /** A building that is there takes a function the zone lacks. */
  | { readonly rule: 'take-function'; readonly function: FacilityFunction; readonly facility: NamedFacility }
  /** One centre for two kernen or two zones. */
  | { readonly rule: 'share-centre'; readonly function: FacilityFunction; readonly facility: NamedFacility; readonly forName: string; readonly meanMetres: number }
  /** A new facility where it brings most people within reach. */
  | { readonly rule: 'new-site'; readonly category: CategoryId; readonly withinMetres: number; readonly x: number; readonly y: number; readonly address: string; readonly proven: boolean }
  /** New dwellings of a form of living, and no more than there is room for. */
  | { readonly rule: 'new-housing'; readonly form: LivingForm; readonly missing: number; readonly reserve: Count; readonly atMost: number | null }
  /** Public transport or a shuttle where walking cannot. */
  | { readonly rule: 'transport'; readonly category: CategoryId; readonly withinMetres: number; readonly beyond: number; readonly nearStop: Count; readonly stopMetres: number }
  /** The two roads for a small kern, each with what it costs in people-metres. */
  | {
    readonly rule: 'small-kern'; readonly kern: string; readonly kernName: string; readonly persons: number; readonly level: number; readonly of: number;
    /** Ids of daily services that are far. */
    readonly services: readonly string[]; readonly buildUp: KernRoad; readonly move: KernRoad & { readonly toKern: string };
  };

/** One road for a small kern: walking metres of all its people together, to each of the services that are far now. */
export interface KernRoad {
  readonly peopleMetresNow: number;
  readonly peopleMetresThen: number;
  /** Services to be brought, or people who would move. */
  readonly services: number;
  readonly persons: number;
}

/** What a change brings, by reckoning again with it. */
export interface ProposalEffect {
  /** Persons who gain: within the distance who were not, or who no longer go short; and those of 75 and 80 among them. */
  readonly persons: Count;
  readonly from75: Count;
  readonly from80: Count;
  /** Units added (places, dwellings, centres); null where none are. */
  readonly places: number | null;
  /** What is missing in the zone by the first gap it answers, before and after. */
  readonly missingBefore: number | null;
  readonly missingAfter: number | null;
  /** Mean walk of the people whose way changes; null where nobody's does. */
  readonly metresBefore: number | null;
  readonly metresAfter: number | null;
}

export const proposalConditions = [
  'owner-agrees', 'room-in-building', 'recognition', 'staff', 'step-free', 'plots-free', 'reserve-unknown', 'people-decide', 'stop-served', 'agreement-between-zones',
] as const;

/** What must be so before it can be done; sentences in core/report. */
export type ProposalCondition = (typeof proposalConditions)[number];

export const doubtCodes = ['norm-unconfirmed', 'own-norm', 'straight-line', 'band-wide', 'capacity-unknown', 'not-proven', 'own-rule', 'fictitious'] as const;

/** Why a proposal is less sure than it might be. */
export type DoubtCode = (typeof doubtCodes)[number];

/** A suggestion with its reason, effect, conditions and confidence; deciding is for people. */
export interface Proposal {
  /** The same for the same rule, place and subject, whatever else changes: what a judgement hangs on. */
  readonly id: string;
  readonly rule: ProposalRuleId;
  readonly zone: string | null;
  readonly zoneName: string | null;
  /** Ids of the gaps it answers, worst first. */
  readonly gaps: readonly string[];
  readonly facts: ProposalFacts;
  /** What would be changed, as steps of a scenario; none where no facility changes. */
  readonly steps: readonly ScenarioStep[];
  readonly effect: ProposalEffect;
  readonly conditions: readonly ProposalCondition[];
  /** 'high' without doubts, 'middle' with one, 'low' with more; that a town is fictitious is told but weighs nothing. */
  readonly confidence: 'high' | 'middle' | 'low';
  readonly doubts: readonly DoubtCode[];
}
