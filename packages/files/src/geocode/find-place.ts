import type { AddressText, FacilityPosition, UnplacedReason } from '@woonzorgzones/core/model';
import { houseNumberOf, placeKey, streetsNamed, type AddressIndex, type House, type Street } from './address-index.ts';

export interface FoundPlace {
  readonly x: number;
  readonly y: number;
  readonly position: FacilityPosition;
}

/** A place, or why there is none that can be relied on; `guess` is the best one all the same. */
export type Geocoded =
  | { readonly ok: true; readonly place: FoundPlace }
  | { readonly ok: false; readonly reason: UnplacedReason; readonly guess: FoundPlace | null };

export interface Searched {
  readonly index: AddressIndex;
  /** Name of the municipality the list is of. */
  readonly municipality: string;
  /** A place that may be further off than this is not taken without a person. */
  readonly mostMetres: number;
}

/** Houses of one number this far apart are on two streets of one name. */
const oneHouseMetres = 200;

/** How far across the street the other side may be, and how far off a number is at least that is not in the list. */
const acrossMetres = 20;
const leastOffMetres = 10;

const metresBetween = (a: Pick<House, 'x' | 'y'>, b: Pick<House, 'x' | 'y'>): number => Math.hypot(a.x - b.x, a.y - b.y);

const placeAt = ({ x, y }: House, by: FacilityPosition['by'], metres: number): FoundPlace => ({ x, y, position: { by, metres: Math.round(metres) } });

/** The house in the middle of these, and how far the furthest lies from it. */
function middleOf(houses: readonly House[]): { readonly house: House; readonly metres: number } {
  const centre = { x: houses.reduce((sum, { x }) => sum + x, 0) / houses.length, y: houses.reduce((sum, { y }) => sum + y, 0) / houses.length };
  const house = houses.reduce((nearest, one) => (metresBetween(one, centre) < metresBetween(nearest, centre) ? one : nearest));
  return { house, metres: houses.reduce((most, one) => Math.max(most, metresBetween(one, house)), 0) };
}

/** Metres from one number to the next along this side of the street, as its first and last house tell. */
function metresPerNumber(side: readonly House[]): number {
  const [first, last] = [side[0]!, side.at(-1)!];
  return last.number > first.number ? metresBetween(first, last) / (last.number - first.number) : acrossMetres;
}

interface Neighbour {
  readonly house: House;
  /** How far off the house asked for may be. */
  readonly metres: number;
}

/**
 * The nearest number among these, the lower one where two are as near. The house asked for stands between its neighbours;
 * beyond the last of them, as far on as the numbers before it say.
 */
function nearestNumber(houses: readonly House[], number: number): Neighbour {
  const below = houses.findLast((house) => house.number <= number);
  const above = houses.find((house) => house.number >= number);
  const house = below === undefined || (above !== undefined && above.number - number < number - below.number) ? above! : below;
  const metres = below !== undefined && above !== undefined ? metresBetween(below, above) : Math.abs(house.number - number) * metresPerNumber(houses);
  return { house, metres: Math.max(metres, leastOffMetres) };
}

/** The nearest number on the same side of the street; less sure where the other side has one as near that lies elsewhere. */
function besideNumber(houses: readonly House[], number: number): Neighbour {
  const [same, across] = [0, 1].map((parity) => houses.filter((house) => Math.abs(house.number - number) % 2 === parity));
  if (same!.length === 0) {
    const { house, metres } = nearestNumber(across!, number);
    return { house, metres: metres + acrossMetres };
  }
  const own = nearestNumber(same!, number);
  if (across!.length === 0) return own;
  const other = nearestNumber(across!, number).house;
  if (Math.abs(other.number - number) > Math.abs(own.house.number - number)) return own;
  return { house: own.house, metres: Math.max(own.metres, metresBetween(own.house, other)) };
}

/** The place of a number on a street: its own house, else the nearest on the same side, else across; null where the list has no numbers. */
function placeOnStreet({ houses }: Street, numberText: string): FoundPlace | 'two-places' | null {
  const wanted = houseNumberOf(numberText);
  const numbered = houses.filter(({ number }) => !Number.isNaN(number));
  if (wanted === null || numbered.length === 0) return null;
  const same = numbered.filter(({ number }) => number === wanted.number);
  const exact = same.filter(({ letter }) => letter === wanted.letter);
  const own = exact.length > 0 ? exact : same;
  if (own.length > 0) {
    const { house, metres } = middleOf(own);
    if (metres > oneHouseMetres) return 'two-places';
    return exact.length > 0 ? placeAt(house, 'address', metres) : placeAt(house, 'nearest-number', Math.max(metres, leastOffMetres));
  }
  const { house, metres } = besideNumber(numbered, wanted.number);
  return placeAt(house, 'nearest-number', metres);
}

/** The streets an address may mean, with what its postcode and place say of them; `isSure` when both could be held against the list. */
function streetsOf({ index, municipality }: Searched, { street, postcode, place }: AddressText): { readonly streets: readonly Street[]; readonly isSure: boolean } {
  const named = streetsNamed(index, street);
  const inPostcode = postcode === null || !index.hasPostcodes ? named : named.filter((one) => one.postcode === postcode || one.postcode === '');
  const wanted = place === null ? '' : placeKey(place);
  const inPlace = inPostcode.filter((one) => one.place === wanted);
  if (wanted !== '' && inPlace.length > 0) return { streets: inPlace, isSure: true };
  const isHere = wanted === '' || wanted === placeKey(municipality) || (postcode !== null && index.hasPostcodes);
  return { streets: inPostcode, isSure: isHere };
}

/**
 * Where an address is, by the address list: its own number, the nearest number of its street, or the middle of the street,
 * with how far off that may be. A street of that name in two places, a place that is not of this municipality and a place
 * less certain than the limit are left to a person.
 */
export function findPlace(searched: Searched, address: AddressText): Geocoded {
  const { streets, isSure } = streetsOf(searched, address);
  const [street, another] = streets;
  if (street === undefined) return { ok: false, reason: 'street-unknown', guess: null };
  if (another !== undefined) return { ok: false, reason: 'street-ambiguous', guess: null };
  const numbered = address.number === null ? null : placeOnStreet(street, address.number);
  if (numbered === 'two-places') return { ok: false, reason: 'street-ambiguous', guess: null };
  const middle = middleOf(street.houses);
  const place = numbered ?? placeAt(middle.house, 'street-middle', Math.max(middle.metres, leastOffMetres));
  if (!isSure) return { ok: false, reason: 'street-ambiguous', guess: place };
  if ((place.position.metres ?? 0) <= searched.mostMetres) return { ok: true, place };
  return { ok: false, reason: numbered === null ? 'number-unknown' : 'quality-too-low', guess: place };
}
