import type { LivingForm } from './local-need.ts';
import type { NormSource, NormStatus } from './norm-source.ts';

export const dwellingTypes = ['rijwoning', 'halfopen', 'open', 'eengezinswoning', 'appartement', 'studio', 'andere'] as const;

export type DwellingType = (typeof dwellingTypes)[number];

export const ownerships = ['eigenaar', 'private-huur', 'sociale-huur'] as const;

export type Ownership = (typeof ownerships)[number];

/** What a file may know of a dwelling; null where it does not. */
export interface DwellingFacts {
  readonly type: DwellingType | null;
  readonly builtYear: number | null;
  readonly ownership: Ownership | null;
  /** A lift from the street to its floor. */
  readonly lift: boolean | null;
  /** Kitchen, bathroom and a bedroom on the floor of the front door. */
  readonly oneFloor: boolean | null;
  /** Front door on the ground floor. */
  readonly groundFloor: boolean | null;
  /** No threshold of more than 2 cm (domain 3.5) from the street to the living rooms. */
  readonly stepFree: boolean | null;
  /** Fit for a wheelchair. */
  readonly wheelchair: boolean | null;
}

/** Like dwellings of one block, counted together. */
export interface DwellingGroup extends DwellingFacts {
  /** Index of the block. */
  readonly block: number;
  readonly dwellings: number;
  /** Index into `Municipality.sources`. */
  readonly source: number;
}

/** A plot or a planned project: room for new dwellings. */
export interface HousingReserve {
  readonly id: string;
  readonly name: string;
  readonly kind: 'kavel' | 'project';
  /** Index of the block; -1 where it lies in none. */
  readonly block: number;
  /** How many dwellings fit or are planned; null when nobody said. */
  readonly dwellings: number | null;
  /** The year they are to be there; null when nobody said. */
  readonly year: number | null;
  /** The form of living it is meant for; null for ordinary dwellings or when nobody said. */
  readonly form: LivingForm | null;
  /** Index into `Municipality.sources`. */
  readonly source: number;
}

export const suitabilities = ['levenslang', 'aanpasbaar', 'ongeschikt', 'onbekend'] as const;

/** Whether somebody with a care need can go on living in a dwelling: as it is, after adapting it, not, or not known. */
export type Suitability = (typeof suitabilities)[number];

/** Holds for a dwelling of which every named fact is as said. */
export interface SuitabilityRule {
  readonly id: string;
  readonly label: { readonly nl: string; readonly en: string };
  readonly gives: Exclude<Suitability, 'onbekend'>;
  readonly when: {
    readonly types: readonly DwellingType[] | null;
    readonly builtFrom: number | null;
    readonly builtTo: number | null;
    readonly lift: boolean | null;
    readonly oneFloor: boolean | null;
    readonly groundFloor: boolean | null;
    readonly stepFree: boolean | null;
    readonly wheelchair: boolean | null;
  };
  readonly status: NormStatus;
  readonly source: NormSource;
}
