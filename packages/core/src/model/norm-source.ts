/** A planner must see on what a figure rests: read in its source, recalled or inferred, or set by the municipality itself. */
export type NormStatus = 'confirmed' | 'unconfirmed' | 'own';

export interface NormSource {
  readonly title: string;
  readonly url: string | null;
  /** Page, article or section, as text. */
  readonly place: string | null;
  readonly year: number | null;
}
