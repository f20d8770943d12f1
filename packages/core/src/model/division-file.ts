import type { ImportPlace } from './verdict.ts';

/** Why a row of a file with zones was not taken. */
export type DivisionRowReason =
  | 'no-block'
  | 'unknown-block'
  | 'block-in-two-zones'
  | 'row-misfit'
  | 'no-shape'
  | 'crossed-outline'
  | 'outside-belgium'
  | 'name-too-long';

/** A row that was not taken: where it stands, what stands there, and why not. */
export interface RefusedDivisionRow {
  readonly place: ImportPlace;
  readonly column: string | null;
  readonly value: string;
  readonly reason: DivisionRowReason;
}
