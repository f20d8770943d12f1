import type { BlockGraph } from './block-graph.ts';
import { bestMatching } from './matching.ts';

/** Names that planners give to the parts of a town, with where they lie, degrees clockwise from the north. */
const directions = [
  ['Noord', 0], ['Noordoost', 45], ['Oost', 90], ['Zuidoost', 135], ['Zuid', 180], ['Zuidwest', 225], ['West', 270], ['Noordwest', 315],
] as const;

/** A zone takes a name only if it lies less than this aside of it. */
const widestDegrees = 60;

/** Main directions are tried first: one between two of them must fit better by this much. */
const betweenPenaltyDegrees = 15;

/** A zone lies in the middle when its people are on average within this share of the town's own radius from the middle of all people. */
const centreShare = 0.5;

interface Middle {
  readonly x: number;
  readonly y: number;
}

function middles(graph: BlockGraph, zoneOf: Int32Array, zoneCount: number): { readonly zones: readonly Middle[]; readonly town: Middle; readonly radiusMetres: number } {
  const weight = new Float64Array(zoneCount);
  const sumX = new Float64Array(zoneCount);
  const sumY = new Float64Array(zoneCount);
  let people = 0;
  for (let i = 0; i < graph.n; i++) {
    // A zone without people has its middle where its blocks have it.
    const p = Math.max(graph.inhabitants[i]!, 1e-6);
    weight[zoneOf[i]!]! += p;
    sumX[zoneOf[i]!]! += p * graph.x[i]!;
    sumY[zoneOf[i]!]! += p * graph.y[i]!;
    people += p;
  }
  const town = { x: sumX.reduce((a, b) => a + b, 0) / people, y: sumY.reduce((a, b) => a + b, 0) / people };
  let square = 0;
  for (let i = 0; i < graph.n; i++) square += Math.max(graph.inhabitants[i]!, 1e-6) * ((graph.x[i]! - town.x) ** 2 + (graph.y[i]! - town.y) ** 2);
  return {
    zones: Array.from(weight, (w, zone) => ({ x: sumX[zone]! / w, y: sumY[zone]! / w })),
    town,
    radiusMetres: Math.sqrt(square / people),
  };
}

const bearingDegrees = (from: Middle, to: Middle): number => ((Math.atan2(to.x - from.x, to.y - from.y) * 180) / Math.PI + 360) % 360;

/**
 * Names for zones, each once: "Centrum" for the one that holds the kern after which the municipality is called, else for
 * one in the middle ("Midden" when it is not the centre); the others by where they lie from the middle of all people, so that the sum of what they lie aside is
 * least. A zone that fits no direction, and every zone where there are
 * more than directions, is named after its largest kern (`kernNames`, largest first), else after its largest block. A
 * single zone bears the name of the municipality.
 */
export function nameZones(
  graph: BlockGraph, zoneOf: Int32Array, zoneCount: number,
  townName: string, kernNames: readonly (readonly string[])[], blockNames: readonly string[],
): readonly string[] {
  if (zoneCount === 1) return [townName];
  const names = zoneCount > directions.length + 1 ? new Array<string | null>(zoneCount).fill(null) : directionNames(graph, zoneOf, zoneCount, kernNames.findIndex((kernen) => kernen.some((kern) => isNamesake(townName, kern))));
  const taken = new Set(names.filter((name) => name !== null));
  return names.map((name, zone) => {
    if (name !== null) return name;
    const largest = [...blockNames.keys()].filter((block) => zoneOf[block] === zone).sort((a, b) => graph.inhabitants[b]! - graph.inhabitants[a]! || a - b)[0]!;
    const wanted = kernNames[zone]!.find((kern) => !taken.has(kern)) ?? blockNames[largest]!;
    let free = wanted;
    for (let number = 2; taken.has(free); number++) free = `${wanted} ${number}`;
    taken.add(free);
    return free;
  });
}

/** Whether a municipality is called after a kern: "Genk" and "Stad Genk" after "Genk". */
const isNamesake = (town: string, kern: string): boolean => {
  const words = town.toLowerCase().split(/\s+/);
  return kern.toLowerCase().split(/\s+/).every((word) => words.includes(word));
};

/** `namesake`: the zone that holds the kern the municipality is called after, -1 for none. */
function directionNames(graph: BlockGraph, zoneOf: Int32Array, zoneCount: number, namesake: number): (string | null)[] {
  const { zones, town, radiusMetres } = middles(graph, zoneOf, zoneCount);
  const names: (string | null)[] = zones.map(() => null);
  const distances = zones.map(({ x, y }) => Math.hypot(x - town.x, y - town.y));
  if (namesake !== -1) {
    names[namesake] = 'Centrum';
    distances[namesake] = Infinity;
  }
  const middle = distances.indexOf(Math.min(...distances));
  if (zoneCount > 2 && distances[middle]! <= centreShare * radiusMetres) names[middle] = namesake === -1 ? 'Centrum' : 'Midden';

  const rest = zones.flatMap((at, zone) => (names[zone] === null ? [{ zone, bearing: bearingDegrees(town, at) }] : []));
  const aside = (bearing: number, place: number): number => {
    const apart = Math.abs(bearing - directions[place]![1]);
    return Math.min(apart, 360 - apart);
  };
  // Beyond the widest angle a direction is worth nothing, so that it is taken by another or not at all.
  const worth = (bearing: number, place: number): number =>
    aside(bearing, place) >= widestDegrees ? 0 : 180 - aside(bearing, place) - (place % 2) * betweenPenaltyDegrees;
  const match = bestMatching(rest.map(({ bearing }) => directions.map((_, place) => worth(bearing, place))));
  for (const [row, { zone, bearing }] of rest.entries()) {
    const place = match[row]!;
    if (place !== -1 && worth(bearing, place) > 0) names[zone] = directions[place]![0];
  }
  return names;
}

const listing: readonly string[] = ['Centrum', 'Midden', ...directions.map(([name]) => name)];

/** Centrum first, then Midden, clockwise from the north, and by name: the order in which zones are listed. */
export function listingOrder(names: readonly string[]): number[] {
  const placeOf = (name: string): number => (listing.includes(name) ? listing.indexOf(name) : listing.length);
  return [...names.keys()].sort((a, b) => placeOf(names[a]!) - placeOf(names[b]!) || (names[a]! < names[b]! ? -1 : 1));
}
