import { known, suitabilities, sumCounts, unknown, type Count, type Municipality, type NormSet, type Suitability } from '../model/index.ts';
import { housingGroundOf } from './housing.ts';

/** What there is to live in in one block, what it is fit for, and what room there is: for a map block by block. */
export interface BlockHousing {
  readonly block: string;
  /** Unknown where no file lists dwellings. */
  readonly dwellings: Count;
  /** Unknown where no file lists dwellings, or the norms have no rules. */
  readonly bySuitability: Readonly<Record<Suitability, Count>>;
  /** Dwellings on plots and in projects; unknown where no file lists them, or one of them has no number. */
  readonly reserve: Count;
}

/** Dwellings and room block by block, in the order of the municipality. O(groups × rules + blocks × reserve). */
export function housingOfBlocks(municipality: Municipality, norms: NormSet): readonly BlockHousing[] {
  const { stock, hasRules, reserve } = housingGroundOf(municipality, norms);
  return municipality.blocks.map(({ id }, block) => {
    const here = reserve?.filter((one) => one.block === block) ?? null;
    return {
      block: id,
      dwellings: stock === null ? unknown : known(stock.all[block]!),
      bySuitability: Object.fromEntries(suitabilities.map((one) => [one, stock === null || !hasRules ? unknown : known(stock.bySuitability[one][block]!)])) as BlockHousing['bySuitability'],
      reserve: here === null ? unknown : here.length === 0 ? known(0) : sumCounts(here.map(({ dwellings }) => (dwellings === null ? unknown : known(dwellings)))),
    };
  });
}
