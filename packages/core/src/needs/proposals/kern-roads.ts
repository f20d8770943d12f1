import { bandsWithin, known, unknown, type Count, type DistanceNorm, type Plan } from '../../model/index.ts';
import type { Circles, Nucleus } from '../../zoning/index.ts';
import type { AnalysisGround } from '../analyse.ts';
import { answers } from '../coverage.ts';
import type { DailyService, KernSheet } from '../kern-services.ts';
import { pointsOf } from '../supply.ts';
import type { KernRoad } from './proposal.ts';

/** Who lives where, for rules that look at single addresses. */
export interface KernPeople {
  /** Addresses counted for a kern. */
  readonly rowsOf: (kern: string) => readonly number[];
  /** Of the people of a zone beyond a distance norm, how many have a stop within a distance; unknown where the files speak of no stop. */
  readonly beyondNearStop: (zone: string, norm: DistanceNorm, stopMetres: number) => Count;
}

/** Addresses by kern and by zone, looked up when first asked. */
export function kernPeopleOf({ municipality, supply, settings, people }: AnalysisGround, plan: Plan, nuclei: readonly Nucleus[], { circleOfAddress }: Circles): KernPeople {
  const { addresses, blocks, bands } = municipality;
  const zoneOf = new Map(Object.entries(plan.zoneOfBlock));
  const walked = new Map<string, Float64Array>();
  const walks = (key: string, points: () => Float64Array): Float64Array => {
    const found = walked.get(key) ?? settings.walk.walks(addresses.xy, points()).metres;
    walked.set(key, found);
    return found;
  };
  return {
    rowsOf: (kern) => {
      const circle = nuclei.findIndex(({ id }) => id === kern);
      return circle < 0 ? [] : [...circleOfAddress.keys()].filter((address) => circleOfAddress[address] === circle);
    },
    beyondNearStop: (zone, norm, stopMetres) => {
      if (!supply.given.has('halte')) return unknown;
      const inside = bandsWithin(bands, norm.ages ?? { from: 0, to: null });
      if (inside === null) return unknown;
      const stops = walks('halte', () => pointsOf(({ category }) => category === 'halte', supply));
      const ways = walks(norm.id, () => pointsOf((facility) => answers(norm, facility, norm.leastCapacity === undefined ? 'all' : 'large'), supply));
      let persons = 0;
      for (let address = 0; address < addresses.block.length; address++) {
        if (zoneOf.get(blocks[addresses.block[address]!]!.id) !== zone || ways[address]! <= norm.withinMetres || stops[address]! > stopMetres) continue;
        for (const band of inside) persons += addresses.persons[address * bands.length + band]! * people.growth[band]!;
      }
      return known(persons);
    },
  };
}

/**
 * What the two roads for a small kern come to. Build up: the services that are far come to its middle. Move: its people live
 * as those of another kern do, with their mean ways: the kern with the highest level, of those the nearest. Null where no
 * other kern has a higher level.
 */
export function kernRoads(
  { municipality: { addresses, bands }, people: { growth }, settings, supply }: AnalysisGround, people: KernPeople, kern: KernSheet, all: readonly KernSheet[], far: readonly DailyService[],
): { readonly buildUp: KernRoad; readonly move: KernRoad & { readonly toKern: string } } | null {
  const rows = people.rowsOf(kern.kern);
  const persons = rows.map((row) => bands.reduce((sum, _, band) => sum + addresses.persons[row * bands.length + band]! * growth[band]!, 0));
  const from = Float64Array.from(rows.flatMap((row) => [addresses.xy[2 * row]!, addresses.xy[2 * row + 1]!]));
  const sum = (metres: Float64Array): number => persons.reduce((total, here, place) => total + (metres[place]! < Infinity ? here * metres[place]! : 0), 0);
  const toMiddle = sum(settings.walk.walks(from, Float64Array.of(kern.x, kern.y)).metres);
  const now = far.reduce((total, { categories }) => total + sum(settings.walk.walks(from, pointsOf(({ category }) => categories.includes(category), supply)).metres), 0);
  const target = all.filter((other) => other.level > kern.level)
    .map((other) => ({ other, away: Math.hypot(other.x - kern.x, other.y - kern.y) }))
    .sort((a, b) => b.other.level - a.other.level || a.away - b.away || (a.other.kern < b.other.kern ? -1 : 1))[0];
  if (target === undefined) return null;
  const everybody = persons.reduce((total, here) => total + here, 0);
  const there = far.reduce((total, { id }) => {
    const mean = target.other.services.find(({ service }) => service === id)!.meanMetres;
    return total + (mean.kind === 'known' ? mean.value * everybody : 0);
  }, 0);
  const about = { peopleMetresNow: now, services: far.length, persons: everybody };
  return { buildUp: { ...about, peopleMetresThen: toMiddle * far.length }, move: { ...about, peopleMetresThen: there, toKern: target.other.name } };
}
