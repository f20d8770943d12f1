import { bandsWithin, known, unknown, type CategoryId, type Count, type Facility, type Municipality, type NormStatus } from '../model/index.ts';
import type { WalkMeasure } from '../network/straight-line.ts';
import type { Circles, Nucleus } from '../zoning/index.ts';
import { from75, from80 } from './coverage.ts';
import { pointsOf, type Supply } from './supply.ts';

/** A service that people need near home every day or week, and how near. */
export interface DailyService {
  readonly id: string;
  /** Any of these will do. */
  readonly categories: readonly CategoryId[];
  readonly withinMetres: number;
  readonly status: NormStatus;
  readonly source: string;
}

const elders = 'Kenniscentrum Sport & Bewegen, vijf vuistregels: voor ouderen 10 minuten, ongeveer 500 m';
const zone = 'In voor zorg!, wat is een woonzorgzone';

/**
 * The daily services of a kern: shops, money and post, doctor, pharmacy, meeting place and stop, the layers of the deck (OCMW
 * Genk 2008, step 3) that PBL 2019 finds missing first within walking distance of elders (domain 1.2, 3.2, 3.6).
 */
export const dailyServices: readonly DailyService[] = [
  { id: 'winkel', categories: ['winkel'], withinMetres: 500, status: 'confirmed', source: elders },
  { id: 'bank-post', categories: ['bank', 'post'], withinMetres: 500, status: 'confirmed', source: elders },
  { id: 'huisarts', categories: ['huisarts', 'wijkgezondheidscentrum'], withinMetres: 500, status: 'confirmed', source: elders },
  { id: 'apotheek', categories: ['apotheek'], withinMetres: 500, status: 'confirmed', source: elders },
  { id: 'ontmoeting', categories: ['ldc', 'buurthuis'], withinMetres: 500, status: 'confirmed', source: `${zone}: servicecentrum binnen 400 à 500 m` },
  { id: 'halte', categories: ['halte'], withinMetres: 300, status: 'confirmed', source: `${zone}: halte binnen 300 m` },
];

/** A service counts for a kern when at least this share of its people of 75 and older has it near: an own rule. */
export const leastServedShare = 0.5;

/** One daily service as the people of a kern have it. */
export interface KernService {
  readonly service: string;
  readonly withinMetres: number;
  readonly status: NormStatus;
  /** 'near' for at least half of its people of 75 and older (of everybody, where the bands cut 75); 'unknown' where the files speak of none. */
  readonly state: 'near' | 'far' | 'unknown';
  readonly persons: Count;
  readonly from75: Count;
  readonly from80: Count;
  /** Mean walk of its inhabitants who have a way; unknown where nobody has. */
  readonly meanMetres: Count;
}

/** The services of every day around one kern, for the people in its circle. */
export interface KernSheet {
  readonly kern: string;
  readonly name: string;
  /** The zone its middle lies in; null in none. */
  readonly zone: string | null;
  /** Lambert 2008 metres. */
  readonly x: number;
  readonly y: number;
  /** In its circle, each person counted for one kern. */
  readonly persons: Count;
  readonly from75: Count;
  readonly from80: Count;
  readonly services: readonly KernService[];
  /** How many services are near; unknown ones are not. */
  readonly level: number;
  /** Of how many it is known. */
  readonly of: number;
}

/** What the walks to daily services are, per address; made once per list of facilities. */
export interface DailyWalks {
  readonly services: readonly { readonly service: DailyService; readonly metres: Float64Array | null }[];
}

/** Walks from every address to each daily service; `before` lends those that no changed facility touches. O(addresses × services). */
export function walkDaily(municipality: Municipality, supply: Supply, walk: WalkMeasure, before: { readonly walks: DailyWalks; readonly changed: readonly Facility[] } | null = null): DailyWalks {
  return {
    services: dailyServices.map((service, row) => {
      const isOne = ({ category }: Facility): boolean => service.categories.includes(category);
      const kept = before?.walks.services[row];
      if (kept !== undefined && !before!.changed.some(isOne)) return kept;
      if (!service.categories.some((category) => supply.given.has(category))) return { service, metres: null };
      return { service, metres: walk.walks(municipality.addresses.xy, pointsOf(isOne, supply)).metres };
    }),
  };
}

/** The sheets of the kernen of a plan, in the order of the kernen. `growth`: how much the persons of each band count. O(addresses × services). */
export function kernSheets(
  municipality: Municipality, growth: Float64Array, walks: DailyWalks, nuclei: readonly Nucleus[], { circleOfAddress }: Circles, zoneOfBlock: Readonly<Record<string, string>>,
): readonly KernSheet[] {
  const { addresses, bands } = municipality;
  const rowsOf: number[][] = nuclei.map(() => []);
  for (const [address, circle] of circleOfAddress.entries()) if (circle >= 0) rowsOf[circle]!.push(address);
  const personsAt = (inside: readonly number[]) => (address: number): number => inside.reduce((sum, band) => sum + addresses.persons[address * bands.length + band]! * growth[band]!, 0);
  const all = personsAt([...bands.keys()]);
  const inside75 = bandsWithin(bands, from75), inside80 = bandsWithin(bands, from80);
  const at75 = inside75 && personsAt(inside75), at80 = inside80 && personsAt(inside80);
  return nuclei.map((nucleus, kern) => {
    const rows = rowsOf[kern]!;
    const sum = (persons: ((address: number) => number) | null, isIn: (address: number) => boolean = () => true): Count =>
      (persons === null ? unknown : known(rows.reduce((total, address) => total + (isIn(address) ? persons(address) : 0), 0)));
    const services = walks.services.map(({ service: { id, withinMetres, status }, metres }): KernService => {
      const about = { service: id, withinMetres, status };
      if (metres === null) return { ...about, state: 'unknown', persons: unknown, from75: unknown, from80: unknown, meanMetres: unknown };
      const near = (address: number): boolean => metres[address]! <= withinMetres;
      const judged = at75 ?? all;
      const [served, whole] = [sum(judged, near), sum(judged)].map((count) => (count.kind === 'known' ? count.value : 0)) as [number, number];
      let walkers = 0, metresTogether = 0;
      for (const address of rows) {
        if (metres[address]! === Infinity) continue;
        walkers += all(address);
        metresTogether += all(address) * metres[address]!;
      }
      return {
        ...about, state: whole > 0 && served >= leastServedShare * whole ? 'near' : 'far',
        persons: sum(all, near), from75: sum(at75, near), from80: sum(at80, near), meanMetres: walkers > 0 ? known(metresTogether / walkers) : unknown,
      };
    });
    return {
      kern: nucleus.id, name: nucleus.name, zone: new Map(Object.entries(zoneOfBlock)).get(nucleus.block) ?? null, x: nucleus.x, y: nucleus.y,
      persons: sum(all), from75: sum(at75), from80: sum(at80), services,
      level: services.filter(({ state }) => state === 'near').length, of: services.filter(({ state }) => state !== 'unknown').length,
    };
  });
}
