/** Addresses by street and number with their place, whatever else a layer says of them. */
export interface SearchedAddresses {
  readonly features: readonly { readonly geometry: { readonly coordinates: readonly number[] }; readonly properties: { readonly id: string; readonly street: string; readonly number: string } }[];
}

export interface FoundAddress {
  readonly id: string;
  readonly label: string;
  readonly lon: number;
  readonly lat: number;
}

interface IndexedAddress extends FoundAddress {
  readonly street: string;
  readonly number: string;
}

/** "Sint-Jozefstraat" and "sint jozefstr" meet: no capitals, no accents, no signs. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

export function indexAddresses({ features }: SearchedAddresses): readonly IndexedAddress[] {
  return features
    .filter(({ properties }) => properties.street !== '')
    .map(({ geometry, properties: { id, street, number } }) => ({
      id,
      label: `${street} ${number}`.trim(),
      street: plain(street),
      number: plain(number),
      lon: geometry.coordinates[0]!,
      lat: geometry.coordinates[1]!,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, 'nl-BE', { numeric: true }) || (a.id < b.id ? -1 : 1));
}

/** The first addresses that fit "street number": words of the street by their beginnings, then the number by its beginning. O(addresses). */
export function findAddresses(index: readonly IndexedAddress[], query: string, most: number): readonly FoundAddress[] {
  const words = plain(query).split(' ').filter((word) => word !== '');
  if (words.length === 0) return [];
  const last = words.at(-1)!;
  const number = words.length > 1 && /^\d/.test(last) ? last : '';
  const streetWords = number === '' ? words : words.slice(0, -1);
  const found: FoundAddress[] = [];
  for (const address of index) {
    if (!address.number.startsWith(number)) continue;
    const parts = address.street.split(' ');
    if (streetWords.every((word) => parts.some((part) => part.startsWith(word)))) found.push(address);
    if (found.length === most) break;
  }
  return found;
}
