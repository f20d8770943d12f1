import type { CategoryId, Count, FacilityFunction, LivingForm, NormStatus } from '../model/index.ts';
import type { Range } from './figure.ts';

/** Something missing in an area: an amount short of its norm, persons beyond a distance, a function nobody fulfils, or dwellings. */
export interface Gap {
  /** Stays the same over recomputation: the zone and the rule. */
  readonly id: string;
  /** Null: the blocks that are not assigned yet. */
  readonly zone: string | null;
  /** Id of the norm, of the rule of local need, or `functie-<function>`. */
  readonly norm: string;
  readonly kind: 'amount' | 'distance' | 'function' | 'housing';
  /** The kind of facility it is about; of a function or a form of living the kind that is nearest to it. */
  readonly category: CategoryId;
  readonly function: FacilityFunction | null;
  readonly form: LivingForm | null;
  readonly status: NormStatus;
  /** Units asked, or persons concerned; 1 for a function. */
  readonly required: number;
  /** What there is in the area, or persons within the distance. */
  readonly present: number;
  /** What its people can use on either side of the border. */
  readonly reachable: Count;
  /** Units short, or persons beyond the distance. */
  readonly missing: number;
  /** What other draws of who lives where make of `missing`; null where nothing was drawn. */
  readonly band: Range | null;
  /** 1 less the share that is filled or covered. */
  readonly missingShare: number;
  /** Persons of the ages concerned who go short: those beyond the distance, or those concerned × missing share. */
  readonly affected: Count;
  /** Those among them of 75 and older, and of 80 and older. */
  readonly affected75: Count;
  readonly affected80: Count;
}
