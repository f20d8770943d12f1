import { categoryIds, known, sumCounts, unknown, type Count } from '../model/index.ts';
import type { PlacedFacility, Supply } from './supply.ts';
import type { DatedSupply, SupplyByDate } from './area-figures.ts';

const capacityOf = ({ facility: { capacity } }: PlacedFacility): Count => (capacity === null ? unknown : known(capacity));
const yearOf = (isoDate: string): number => Number(isoDate.slice(0, 4));

/** Recognised, planned and closing places among the facilities of an area. `held`: its blocks. */
export function supplyByDate(held: ReadonlySet<number>, { all, open, year }: Supply): readonly SupplyByDate[] {
  const here = all.filter(({ block }) => held.has(block));
  const isOpen = new Set(open);
  return categoryIds.flatMap((category) => {
    const own = here.filter(({ facility }) => facility.category === category);
    const now = own.filter((place) => isOpen.has(place));
    const dated = (date: (place: PlacedFacility) => string | null): readonly DatedSupply[] => own
      .flatMap((place) => {
        const at = date(place);
        return at === null || yearOf(at) <= year ? [] : [{ facility: place.facility.id, year: yearOf(at), capacity: capacityOf(place) }];
      })
      .sort((a, b) => a.year - b.year || (a.facility < b.facility ? -1 : 1));
    const opening = dated(({ facility }) => facility.opened), closing = dated(({ facility }) => facility.closed);
    if (now.length === 0 && opening.length === 0 && closing.length === 0) return [];
    const sum = (recognised: boolean | null): Count => {
      const counted = now.filter(({ facility }) => facility.recognised === recognised);
      return counted.length === 0 ? known(0) : sumCounts(counted.map(capacityOf));
    };
    return [{ category, recognised: sum(true), notRecognised: sum(false), recognitionUnknown: sum(null), opening, closing }];
  });
}
