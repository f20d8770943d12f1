/**
 * What was seen when a planner's file was looked at before it is read: why it is taken for what a profile describes, and what
 * speaks against it. Codes and facts only; the sentences are made in `report/recognition-sentences.ts`.
 */

interface ReasonFacts {
  /** The columns of the file that the profile knows, as the file writes them. */
  readonly 'columns-found': { readonly columns: readonly string[] };
  readonly 'file-name-fits': { readonly file: string };
  readonly 'layer-name-fits': { readonly layer: string };
  readonly 'values-fit': { readonly column: string; readonly example: string };
  readonly 'geometry-fits': { readonly geometry: string };
}

/** Why a file is taken for what a profile describes. */
export type RecognitionReason = { readonly [C in keyof ReasonFacts]: { readonly code: C; readonly facts: ReasonFacts[C] } }[keyof ReasonFacts];

interface GapFacts {
  /** None of the names by which the profile knows this column is there. */
  readonly 'column-missing': { readonly field: string | null; readonly names: readonly string[] };
  readonly 'values-differ': { readonly column: string; readonly example: string };
}

/** What a profile describes and the file has not. */
export type RecognitionGap = { readonly [C in keyof GapFacts]: { readonly code: C; readonly facts: GapFacts[C] } }[keyof GapFacts];
