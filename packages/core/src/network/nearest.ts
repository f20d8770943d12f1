import type { Metres, Seconds } from '../model/units.ts';
import { metres, seconds } from '../model/units.ts';
import { connectorCost, costAlongEdge, costOfPart, seedsOf } from './along-edge.ts';
import { searchKNearest } from './k-nearest-search.ts';
import { placesByEdge, type Links } from './link.ts';
import { searchNearest } from './nearest-search.ts';
import { Reason } from './reasons.ts';
import { farthestCost, UNREACHED, type TravelNetwork } from './travel-network.ts';

/** A longest way: metres where a traveller is measured by distance, or seconds at the traveller's own speed. Both inclusive. */
export type Limit = { readonly metres: Metres } | { readonly seconds: Seconds };

/** The limit in the whole units of the network, or -1 for one that lets nothing through (negative, or no number). */
export function limitCost({ unit, profile }: Pick<TravelNetwork, 'unit' | 'profile'>, limit: Limit | null): number {
  if (limit === null) return farthestCost;
  // A thousandth of a unit of grace keeps 600 s at 0.83 m/s from losing its last millimetre to binary fractions.
  const whole = (value: number): number => (value >= 0 ? Math.min(farthestCost, Math.floor(value + 1e-3)) : -1);
  if (unit === 'milliseconds') return 'seconds' in limit ? whole(limit.seconds * 1000) : -1;
  return 'metres' in limit ? whole(limit.metres * 1000) : whole(limit.seconds * profile.speed.value * 1000);
}

/** A cost as metres; null for what is unreached, and where the network counts time. */
export const costInMetres = ({ unit }: TravelNetwork, cost: number): Metres | null => (cost === UNREACHED || unit !== 'millimetres' ? null : metres(cost / 1000));

/** A cost as seconds, at the traveller's speed where the network counts distance; null for what is unreached. */
export const costInSeconds = ({ unit, profile }: Pick<TravelNetwork, 'unit' | 'profile'>, cost: number): Seconds | null =>
  cost === UNREACHED ? null : seconds(unit === 'milliseconds' ? cost / 1000 : cost / 1000 / profile.speed.value);

/**
 * The nearest facilities of each address, nearest first: row-major with `k` columns. Both connectors are in the cost; they are
 * reported apart in the links. Slots without answer hold UNREACHED and -1.
 */
export interface NearestFacilities {
  readonly k: number;
  readonly cost: Uint32Array;
  /** Row of the facility. */
  readonly facility: Int32Array;
  /** Per address, for its first slot. */
  readonly reason: Uint8Array;
}

/**
 * How far each address has to the nearest facility, or the k nearest, over the streets of one kind of traveller, and which
 * they are; equally near ones by row. Same street counts: who lives next door does not walk to the corner and back.
 * Cost: V + E for one, k times that and a logarithm for k.
 */
export function nearestFacilities(network: TravelNetwork, facilities: Links, addresses: Links, { k = 1, limit = null }: { readonly k?: number; readonly limit?: Limit | null } = {}): NearestFacilities {
  const most = limitCost(network, limit);
  const rows = addresses.edge.length;
  const found: NearestFacilities = {
    k, cost: new Uint32Array(rows * k).fill(UNREACHED), facility: new Int32Array(rows * k).fill(-1), reason: new Uint8Array(rows),
  };
  const seeds = seedsOf(network, facilities);
  const field = k === 1 ? searchNearest(network, seeds, most) : searchKNearest(network, seeds, k, most);
  const { graph, edgeForward, edgeBackward } = network;
  const onEdge = placesByEdge(facilities, graph.edgeFrom.length);
  const hasFacility = partsWithFacility(network, facilities);
  for (let i = 0; i < rows; i++) {
    const e = addresses.edge[i]!;
    if (e < 0) {
      found.reason[i] = addresses.reason[i]!;
      continue;
    }
    const along = addresses.along[i]!, length = graph.edgeLength[e]!;
    const connector = connectorCost(network, addresses, i);
    const slot = i * k;
    const take = (cost: number, facility: number): void => insert(found, slot, cost, facility, most);
    const fromBegin = connector + costOfPart(edgeForward[e]!, along, length);
    const fromEnd = connector + costOfPart(edgeBackward[e]!, length - along, length);
    const begin = graph.edgeFrom[e]! * k, end = graph.edgeTo[e]! * k;
    for (let j = 0; j < k; j++) {
      if (field.cost[begin + j] !== UNREACHED) take(field.cost[begin + j]! + fromBegin, field.label[begin + j]!);
      if (field.cost[end + j] !== UNREACHED) take(field.cost[end + j]! + fromEnd, field.label[end + j]!);
    }
    for (let j = onEdge.first[e]!; j < onEdge.first[e + 1]!; j++) {
      const facility = onEdge.places[j]!;
      const between = costAlongEdge(network, e, facilities.along[facility]!, along);
      take(between + connector + connectorCost(network, facilities, facility), facility);
    }
    if (found.facility[slot] === -1) found.reason[i] = whyUnreached(network, hasFacility, graph.edgeFrom[e]!, most);
  }
  return found;
}

/** Puts an answer where it belongs among the k of a row: by cost, then by facility; each facility once, at its least cost. */
function insert({ k, cost, facility }: NearestFacilities, slot: number, by: number, to: number, most: number): void {
  if (by > most) return;
  let at = slot + k;
  for (let j = slot; j < slot + k; j++) {
    if (facility[j] === to) {
      if (by >= cost[j]!) return;
      at = j + 1;
      break;
    }
  }
  if (at === slot + k && facility[at - 1] !== to && (by > cost[at - 1]! || (by === cost[at - 1]! && facility[at - 1] !== -1 && to > facility[at - 1]!))) return;
  let j = at - 1;
  for (; j > slot && (cost[j - 1]! > by || (cost[j - 1] === by && facility[j - 1]! > to)); j--) {
    cost[j] = cost[j - 1]!;
    facility[j] = facility[j - 1]!;
  }
  cost[j] = by;
  facility[j] = to;
}

/** Which parts of the network a facility stands on; empty when none is linked. */
export function partsWithFacility({ graph, part }: TravelNetwork, facilities: Links): ReadonlySet<number> {
  const parts = new Set<number>();
  for (const e of facilities.edge) if (e >= 0) parts.add(part[graph.edgeFrom[e]!]!);
  return parts;
}

/** Why a linked address has no answer. */
export function whyUnreached({ part }: TravelNetwork, hasFacility: ReadonlySet<number>, vertex: number, most: number): Reason {
  if (hasFacility.size === 0) return Reason.noFacility;
  if (!hasFacility.has(part[vertex]!)) return Reason.otherPart;
  return most < farthestCost ? Reason.beyondLimit : Reason.againstOneWay;
}
