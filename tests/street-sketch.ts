import { Access, everyAccess, lambert2008Plane, roadClasses, type RoadClass, type StreetInput } from '@woonzorgzones/core/network';

export const footOnly = Access.footForward | Access.footBackward;

export interface SketchedWay {
  /** Names of nodes, in order. */
  readonly over: string;
  readonly name?: string;
  readonly access?: number;
  readonly traits?: number;
  readonly road?: RoadClass;
  readonly maxSpeedKmh?: number;
  readonly inclinePermille?: number;
  /** Length of each step; as the crow flies when left out. */
  readonly steps?: readonly number[];
}

export interface SketchedGate {
  readonly at: string;
  readonly access?: number;
  readonly traits?: number;
}

/** Streets drawn by hand: nodes by name with their place in metres, ways as rows of those names. */
export function sketchStreets(nodes: Readonly<Record<string, readonly [x: number, y: number]>>, ways: readonly SketchedWay[], gates: readonly SketchedGate[] = []): StreetInput {
  const ids = Object.keys(nodes);
  const row = new Map(ids.map((id, i) => [id, i]));
  const places = ways.map((way) => way.over.split(' ').map((id) => row.get(id)!));
  const names = [...new Set(ways.flatMap((way) => way.name ?? []))];
  const steps = ways.map((way, w) => places[w]!.map((at, i) => {
    const next = places[w]![i + 1];
    if (next === undefined) return 0;
    const [x1, y1] = nodes[ids[at]!]!, [x2, y2] = nodes[ids[next]!]!;
    return way.steps?.[i] ?? Math.hypot(x2 - x1, y2 - y1);
  }));
  return {
    plane: lambert2008Plane,
    xy: Float64Array.from(Object.values(nodes).flat()),
    names,
    ways: {
      start: Int32Array.from([0, ...places.map((_, w) => places.slice(0, w + 1).reduce((sum, own) => sum + own.length, 0))]),
      nodes: Int32Array.from(places.flat()), stepMetres: Float64Array.from(steps.flat()),
      access: Uint8Array.from(ways, (way) => way.access ?? everyAccess), traits: Uint8Array.from(ways, (way) => way.traits ?? 0),
      roadClass: Uint8Array.from(ways, (way) => roadClasses.indexOf(way.road ?? 'residential')),
      maxSpeedKmh: Uint8Array.from(ways, (way) => way.maxSpeedKmh ?? 0), inclinePermille: Uint8Array.from(ways, (way) => way.inclinePermille ?? 0),
      name: Int32Array.from(ways, (way) => (way.name === undefined ? -1 : names.indexOf(way.name))),
    },
    gates: {
      node: Int32Array.from(gates, (gate) => row.get(gate.at)!), access: Uint8Array.from(gates, (gate) => gate.access ?? everyAccess),
      traits: Uint8Array.from(gates, (gate) => gate.traits ?? 0),
    },
  };
}
