import type { Points } from '../geo/shapes.ts';
import type { GroundPlane } from './ground-plane.ts';

/** What a kind of road is called in OpenStreetMap; the Wegenregister's categories are brought to these words. */
export const roadClasses = [
  'motorway', 'motorway_link', 'trunk', 'trunk_link', 'primary', 'primary_link', 'secondary', 'secondary_link',
  'tertiary', 'tertiary_link', 'unclassified', 'residential', 'living_street', 'service', 'track', 'road',
  'pedestrian', 'footway', 'path', 'steps', 'cycleway', 'bridleway', 'corridor', 'platform', 'elevator', 'pier',
] as const;

export type RoadClass = (typeof roadClasses)[number];

/** Who may use a street in which direction: bits of `access`. Forward is the direction in which its points are listed. */
export const Access = {
  footForward: 1, footBackward: 2,
  bikeForward: 4, bikeBackward: 8,
  carForward: 16, carBackward: 32,
} as const;

export const everyAccess = 63;

/** What a street is like: bits of `traits`. What is not known is not set. */
export const Trait = {
  steps: 1, bridge: 2, tunnel: 4,
  /** Somebody said on the spot that a wheelchair can, or cannot, pass. */
  wheelchairYes: 8, wheelchairNo: 16,
  /** Too rough for small wheels: smoothness "bad" leaves it open, "very_bad" and worse close it. */
  roughSurface: 32,
  /** A kerb above 2 cm (Inter: threshold at most 2 cm). */
  highKerb: 64,
} as const;

/** Streets in columns, one row per way; a way runs over the nodes `nodes[start[way] .. start[way + 1]]`. */
export interface WayColumns {
  readonly start: Int32Array;
  readonly nodes: Int32Array;
  /** Length over the ground from each entry of `nodes` to the next, in metres; the last of a way is not read. */
  readonly stepMetres: Float64Array;
  readonly access: Uint8Array;
  readonly traits: Uint8Array;
  /** Index into `roadClasses`. */
  readonly roadClass: Uint8Array;
  /** Legal maximum in km/h, 0 where not known. */
  readonly maxSpeedKmh: Uint8Array;
  /** Steepness in thousandths, 0 where flat or not known, 255 for that and steeper. */
  readonly inclinePermille: Uint8Array;
  /** Index into `names`, -1 for none. */
  readonly name: Int32Array;
}

/** Places on a way that not everybody passes: a bollard, a gate, a kerb. */
export interface GateColumns {
  readonly node: Int32Array;
  /** Who passes, as bits of `access`. */
  readonly access: Uint8Array;
  /** What it adds for a wheelchair: `highKerb`, `wheelchairNo`, `wheelchairYes`. */
  readonly traits: Uint8Array;
}

/** A street file as read, before it becomes a graph. Ways that share a node meet there; ways that merely cross do not. */
export interface StreetInput {
  readonly plane: GroundPlane;
  /** Metres in `plane`, per node. */
  readonly xy: Points;
  readonly ways: WayColumns;
  readonly names: readonly string[];
  readonly gates: GateColumns;
}
