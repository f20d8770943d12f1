/** What the values of an indicator are: a share of people or households in percent, or any other number that means more need when higher. */
export type IndicatorUnit = 'percent' | 'number';

/** A figure about the people of each block, from a file of the municipality: verhoogde tegemoetkoming, alone and 75+, kansarmoede. */
export interface Indicator {
  /** Lower case, digits and hyphens: the name it is weighed by. */
  readonly id: string;
  readonly name: string;
  readonly unit: IndicatorUnit;
  /** The year its values speak of; null when not given. */
  readonly year: number | null;
  /** 'area': the value of the wijk or other area a block lies in stands for the block. */
  readonly basis: 'block' | 'area';
  /** Per block; null where the file gives none, which is not zero. */
  readonly values: readonly (number | null)[];
  /** Index into `Municipality.sources`. */
  readonly source: number;
}
