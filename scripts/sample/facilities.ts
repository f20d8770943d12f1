import { areaM2, centroid } from '../../packages/core/src/geo/index.ts';
import type { CategoryId, FacilityFunction } from '../../packages/core/src/model/index.ts';
import type { Address } from './addresses.ts';
import type { GreenArea } from './landscape.ts';
import type { Partition } from './partition.ts';
import type { Part } from './parts.ts';
import { kernen } from './published-figures.ts';
import type { Random } from './random.ts';
import type { NamedStretch } from './street-names.ts';

export interface SampleFacility {
  readonly category: CategoryId;
  readonly name: string;
  readonly address: string | null;
  /** Lambert 72 metres. */
  readonly x: number;
  readonly y: number;
  readonly capacity: number | null;
  readonly recognised: boolean | null;
  readonly functions: readonly FacilityFunction[];
  readonly opened: string | null;
}

/** A facility with a fixed role in the deck: near the middle of a kern, or of a wijk. */
interface Placed {
  readonly category: CategoryId;
  readonly name: string;
  readonly near: { readonly kern: number } | { readonly wijk: number };
  readonly capacity?: number;
  readonly recognised?: boolean;
  readonly functions?: readonly FacilityFunction[];
  readonly opened?: string;
}

/**
 * What the deck counts (OCMW Genk, 17 June 2008): 473 places in woonzorgcentra, 139 dwellings for seniors, one day-care
 * centre, no recognised service flats, four LDC by name and three points of the social service. In which kern the LDC stand
 * is published (HLN 2019; De Hazelaar opened in 1986); how places and dwellings are divided, and every address, is invented.
 */
const fromTheDeck: readonly Placed[] = [
  { category: 'ldc', name: 'Ter Hooie', near: { wijk: 6 }, recognised: true, functions: ['activiteitscentrum', 'coordinatiepunt'] },
  { category: 'ldc', name: 'De Schalm', near: { kern: 2 }, recognised: true, functions: ['activiteitscentrum'] },
  { category: 'ldc', name: 'De Halm', near: { wijk: 9 }, recognised: true, functions: ['activiteitscentrum'] },
  { category: 'ldc', name: 'De Hazelaar', near: { kern: 6 }, recognised: true, functions: ['activiteitscentrum'], opened: '1986' },
  { category: 'sociale-dienst', name: 'Wijkcentrum sociale dienst Genk centrum', near: { wijk: 6 } },
  { category: 'sociale-dienst', name: 'Wijkcentrum sociale dienst Genk noord', near: { kern: 14 } },
  { category: 'sociale-dienst', name: 'Wijkcentrum sociale dienst Genk west', near: { kern: 13 } },
  { category: 'wzc', name: 'Woonzorgcentrum A (fictief)', near: { wijk: 7 }, capacity: 136, recognised: true, functions: ['zorgkruispunt'], opened: '1978' },
  { category: 'wzc', name: 'Woonzorgcentrum B (fictief)', near: { wijk: 24 }, capacity: 118, recognised: true, opened: '1985' },
  { category: 'wzc', name: 'Woonzorgcentrum C (fictief)', near: { kern: 14 }, capacity: 96, recognised: true, functions: ['zorgkruispunt'], opened: '1992' },
  { category: 'wzc', name: 'Woonzorgcentrum D (fictief)', near: { kern: 2 }, capacity: 75, recognised: true, opened: '1996' },
  { category: 'wzc', name: 'Woonzorgcentrum E (fictief)', near: { kern: 8 }, capacity: 48, recognised: true, opened: '2001' },
  { category: 'kortverblijf', name: 'Kortverblijf A (fictief)', near: { wijk: 7 }, capacity: 6, recognised: true, opened: '1999' },
  { category: 'dagverzorging', name: 'Dagverzorgingscentrum A (fictief)', near: { wijk: 24 }, capacity: 15, recognised: true, opened: '2003' },
  { category: 'gezinszorg', name: 'Dienst voor gezinszorg A (fictief)', near: { kern: 5 }, capacity: 88_000, recognised: true },
  { category: 'gezinszorg', name: 'Dienst voor gezinszorg B (fictief)', near: { kern: 13 }, capacity: 51_500, recognised: true },
  { category: 'seniorenwoning', name: 'Seniorenwoningen A (fictief)', near: { kern: 6 }, capacity: 36, opened: '1988' },
  { category: 'seniorenwoning', name: 'Seniorenwoningen B (fictief)', near: { kern: 2 }, capacity: 32, opened: '2000' },
  { category: 'seniorenwoning', name: 'Seniorenwoningen C (fictief)', near: { wijk: 9 }, capacity: 27, opened: '2001' },
  { category: 'seniorenwoning', name: 'Seniorenwoningen D (fictief)', near: { wijk: 6 }, capacity: 24, opened: '1997' },
  { category: 'seniorenwoning', name: 'Seniorenwoningen E (fictief)', near: { kern: 12 }, capacity: 20, opened: '1994' },
  { category: 'zorgloket', name: 'Zorgloket A (fictief)', near: { wijk: 6 } },
  { category: 'ziekenhuis', name: 'Ziekenhuis A (fictief)', near: { wijk: 14 }, capacity: 640 },
  { category: 'huisartsenwachtpost', name: 'Huisartsenwachtpost A (fictief)', near: { wijk: 14 } },
  { category: 'wijkgezondheidscentrum', name: 'Wijkgezondheidscentrum A (fictief)', near: { kern: 14 }, capacity: 1 },
  { category: 'bibliotheek', name: 'Stadsbibliotheek (fictief)', near: { wijk: 6 } },
  { category: 'bibliotheek', name: 'Bibliotheek, uitleenpost noord (fictief)', near: { kern: 14 } },
];

interface Everyday {
  readonly category: CategoryId;
  readonly name: string;
  readonly count: number;
  /** How many times more often in the kern Genk than in another. */
  readonly pullOfCentre: number;
  /** How far from the middle of a kern: 1 is about as the homes. */
  readonly spread: number;
  readonly capacity?: number;
}

/** All invented. */
const everyday: readonly Everyday[] = [
  { category: 'huisarts', name: 'Huisartsenpraktijk', count: 45, pullOfCentre: 1.2, spread: 1, capacity: 1 },
  { category: 'tandarts', name: 'Tandartspraktijk', count: 34, pullOfCentre: 1.8, spread: 0.8, capacity: 1 },
  { category: 'apotheek', name: 'Apotheek', count: 22, pullOfCentre: 1.1, spread: 0.45 },
  { category: 'kinesist', name: 'Kinesitherapiepraktijk', count: 38, pullOfCentre: 1.1, spread: 1.1, capacity: 1 },
  { category: 'eerstelijnspsycholoog', name: 'Eerstelijnspsycholoog', count: 4, pullOfCentre: 3, spread: 0.5, capacity: 1 },
  { category: 'buurthuis', name: 'Buurthuis', count: 11, pullOfCentre: 0.4, spread: 0.6 },
  { category: 'winkel', name: 'Dagwinkel', count: 92, pullOfCentre: 2.2, spread: 0.55 },
  { category: 'horeca', name: 'Horecazaak', count: 118, pullOfCentre: 3.5, spread: 0.55 },
  { category: 'bank', name: 'Bankkantoor', count: 27, pullOfCentre: 2.6, spread: 0.3 },
  { category: 'post', name: 'Postkantoor', count: 4, pullOfCentre: 1, spread: 0.3 },
  { category: 'school', name: 'School', count: 36, pullOfCentre: 1.1, spread: 0.9 },
];

/** Places in childcare by kern; in the north (Zwartberg) far fewer per child than elsewhere: "tekort aan opvang voor kinderen". */
const childcarePlaces: readonly (readonly [kern: number, places: readonly number[]])[] = [
  [5, [48, 36, 28, 21, 14]], [13, [36, 24, 14]], [2, [32, 21, 14]], [11, [32, 21]], [12, [28, 14]], [8, [28, 14]], [3, [24, 14]],
  [6, [21, 14]], [1, [18, 14]], [10, [14]], [7, [14]], [9, [8]], [14, [14, 8]], [4, [8]],
];

const stopEveryMetres = 430;
/** Two of one category do not stand at one address. */
const apartMetres = 30;

export function placeFacilities(
  addresses: readonly Address[], partition: Partition, parts: readonly Part[], streets: readonly NamedStretch[], green: readonly GreenArea[], random: Random,
): SampleFacility[] {
  const facilities: SampleFacility[] = [];
  const kernOf = (address: Address): number | null => parts[partition.blocks[address.block]!.part]!.kern;
  const wijkOf = (address: Address): number => parts[partition.blocks[address.block]!.part]!.wijk;
  const place = (category: CategoryId, name: string, among: readonly Address[], weightOf: (address: Address) => number, rest: Partial<SampleFacility>): void => {
    const alike = facilities.filter((other) => other.category === category);
    const free = among.filter(({ x, y }) => !alike.some((other) => Math.abs(other.x - x) < apartMetres && Math.abs(other.y - y) < apartMetres));
    const chosen = drawn(free, weightOf, random);
    facilities.push({
      category, name, address: `${chosen.street} ${chosen.number}`, x: chosen.x, y: chosen.y,
      capacity: null, recognised: null, functions: [], opened: null, ...rest,
    });
  };
  const hill = (address: Address, kern: (typeof kernen)[number], width: number): number =>
    Math.exp(-((Math.hypot(address.x - kern.x, address.y - kern.y) / (width * 0.6 * Math.sqrt((kern.hectares * 10_000) / Math.PI))) ** 2));

  for (const { category, name, near, capacity, recognised, functions, opened } of fromTheDeck) {
    const among = addresses.filter((address) => ('kern' in near ? kernOf(address) === near.kern : wijkOf(address) === near.wijk));
    const weightOf = (address: Address): number => ('kern' in near ? hill(address, kernen[near.kern - 1]!, 0.6) : 1);
    place(category, name, among, weightOf, { capacity: capacity ?? null, recognised: recognised ?? null, functions: functions ?? [], opened: opened ?? null });
  }
  for (const { category, name, count, pullOfCentre, spread, capacity } of everyday) {
    for (let i = 1; i <= count; i++) {
      place(category, `${name} ${i} (fictief)`, addresses, (address) => {
        const kern = kernOf(address);
        if (kern === null) return 0.08 * spread;
        return hill(address, kernen[kern - 1]!, spread) * (kern === 5 ? pullOfCentre : 1) + 0.05 * spread;
      }, { capacity: capacity ?? null });
    }
  }
  let childcare = 0;
  for (const [kern, sizes] of childcarePlaces) {
    const among = addresses.filter((address) => kernOf(address) === kern);
    for (const capacity of sizes) place('kinderopvang', `Kinderopvang ${++childcare} (fictief)`, among, (address) => hill(address, kernen[kern - 1]!, 1.1), { capacity });
  }
  for (const { kind, name, shape } of green) {
    if (kind !== 'park') continue;
    const [x, y] = centroid(shape);
    facilities.push({ category: 'park', name, address: null, x, y, capacity: Math.round(areaM2(shape) / 100) / 100, recognised: null, functions: [], opened: null });
  }
  facilities.push(...stops(streets, addresses));
  return facilities;
}

function drawn(addresses: readonly Address[], weightOf: (address: Address) => number, random: Random): Address {
  const weights = addresses.map(weightOf);
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return addresses[index]!;
  }
  throw new Error('no address left to place a facility at');
}

/** Bus stops along the through roads, where somebody lives near. */
function stops(streets: readonly NamedStretch[], addresses: readonly Address[]): SampleFacility[] {
  const result: SampleFacility[] = [];
  const through = streets.filter((street) => street.line >= 0 && street.class !== 'autosnelweg').sort((a, b) => a.line - b.line || a.order - b.order);
  let [line, travelled, onLine] = [-1, 0, 0];
  for (const { name, line: own, points } of through) {
    if (own !== line) [line, travelled, onLine] = [own, stopEveryMetres / 2, 0];
    for (let i = 2; i < points.length; i += 2) {
      const [ax, ay, bx, by] = [points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!];
      const metres = Math.hypot(bx - ax, by - ay);
      travelled += metres;
      if (travelled < stopEveryMetres) continue;
      const share = 1 - (travelled - stopEveryMetres) / metres;
      const [x, y] = [ax + share * (bx - ax), ay + share * (by - ay)];
      travelled -= stopEveryMetres;
      if (!addresses.some((address) => Math.hypot(address.x - x, address.y - y) < stopEveryMetres)) continue;
      result.push({ category: 'halte', name: `Halte ${name} ${++onLine} (fictief)`, address: null, x, y, capacity: null, recognised: null, functions: [], opened: null });
    }
  }
  return result;
}
