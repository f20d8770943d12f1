import { pointInside, type Bounds, type MultiPolygon, type Ring } from '@woonzorgzones/core/geo';
import { err, ok, type Barrier, type Result } from '@woonzorgzones/core/model';
import { greatCircleMetres, lambert2008Plane, localPlane, toPlane, type GroundPlane, type StreetInput } from '@woonzorgzones/core/network';
import { readAreaTags, type AreaKind } from './area-tags.ts';
import { readBarrierTags } from './barrier-tags.ts';
import { IdIndex } from './id-index.ts';
import { openOsm } from './open-osm.ts';
import type { OsmProblem, OsmSource, Tags } from './osm-source.ts';
import { closedRings, polygonsOf } from './rings.ts';
import { readGateTags, readStreetTags, type GateTags } from './street-tags.ts';

/** What is wanted of an extract besides its streets and barriers. */
export interface OsmWishes {
  /** Lambert 2008 for Flemish data; 'local' lays an extract from elsewhere round its own middle. */
  readonly plane: 'lambert2008' | 'local';
  /**
   * [west, south, east, north] in degrees: only ways with a node in it are kept, whole, and places in it. Null keeps the whole
   * extract.
   */
  readonly box: Bounds | null;
  /** Whether water, green and buildings are wanted. */
  readonly basemap: boolean;
  /** The kind of place an object is, for those that are wanted; null when no places are. */
  readonly placeOf: ((tags: Tags) => string | null) | null;
}

/** A node, way or area with a meaning of its own: a pharmacy, a bus stop. */
export interface OsmPlace {
  /** "node/240", "way/12", "relation/7". */
  readonly id: string;
  readonly kind: string;
  readonly tags: Tags;
  /** Metres in the plane: the node itself, or a point inside the area. */
  readonly x: number;
  readonly y: number;
}

export interface OsmExtract {
  readonly streets: StreetInput;
  /** Railways, canals, rivers and motorways at ground level, which no connector crosses. */
  readonly barriers: readonly Barrier[];
  readonly water: readonly MultiPolygon[];
  readonly green: readonly MultiPolygon[];
  readonly buildings: readonly MultiPolygon[];
  /** By id. */
  readonly places: readonly OsmPlace[];
  readonly counts: {
    readonly ways: number;
    readonly barriers: number;
    /** Nodes that ways name and the file does not hold: at the edge of an extract a street is cut there. */
    readonly missingNodes: number;
  };
}

/** A way kept on the way through: its nodes as rows of the index. */
interface KeptWay<T> {
  readonly id: number;
  readonly nodes: Int32Array;
  readonly means: T;
}

/** An area put together from ways of its own or of others. */
interface KeptArea {
  readonly id: string;
  readonly tags: Tags;
  readonly kind: AreaKind | null;
  readonly outer: readonly number[];
  readonly inner: readonly number[];
}

const isPlace = (longitude: number, latitude: number): boolean => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;

const isIn = ([west, south, east, north]: Bounds, longitude: number, latitude: number): boolean =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north;

/**
 * The streets, gates and barriers of an OpenStreetMap extract, ready for `buildStreetGraph`, and what else is wanted of it. Ways
 * are taken by ascending id, so that the order of the file does not matter. Goes through the file object by object: the nodes
 * in the box where there is one, then areas, ways, and the nodes they use. Memory grows with what is kept, not with the file.
 */
export function readOsm(bytes: Uint8Array, wishes: OsmWishes): Result<OsmExtract, OsmProblem> {
  const opened = openOsm(bytes);
  if (!opened.ok) return opened;
  const source = opened.value;
  const inBox = wishes.box === null ? null : nodesWithin(source, wishes.box);
  if (inBox !== null && !inBox.ok) return inBox;

  const relations = readRelations(source, wishes);
  if (!relations.ok) return relations;
  const { waterEdges, memberWays, areas } = relations.value;

  const index = new IdIndex();
  const rowsOf = (nodes: readonly number[]): Int32Array => {
    const rows = new Int32Array(nodes.length);
    for (let i = 0; i < rows.length; i++) rows[i] = index.rowOf(nodes[i]!);
    return rows;
  };
  const ways: KeptWay<NonNullable<ReturnType<typeof readStreetTags>>>[] = [];
  const lines: KeptWay<{ readonly kind: NonNullable<ReturnType<typeof readBarrierTags>>; readonly name: string }>[] = [];
  const members = new Map<number, Int32Array>();
  let problem = source.visit({
    way(id, nodes, tags) {
      if (nodes.length < 2 || (inBox !== null && !nodes.some((node) => inBox.value.find(node) >= 0))) return;
      const street = readStreetTags(tags);
      if (street !== null) ways.push({ id, nodes: rowsOf(nodes), means: street });
      const kind = readBarrierTags(tags) ?? waterEdges.get(id) ?? null;
      if (kind !== null) lines.push({ id, nodes: rowsOf(nodes), means: { kind, name: tags['name:nl'] ?? tags['name'] ?? tags['ref'] ?? '' } });
      const isClosed = nodes.length >= 4 && nodes[0] === nodes.at(-1);
      const area = isClosed ? wantedArea(wishes, `way/${id}`, tags, [id], []) : null;
      if (area !== null) areas.push(area);
      if (area !== null || memberWays.has(id)) members.set(id, rowsOf(nodes));
    },
  });
  if (problem !== null) return err(problem);

  const lonLat = new Float64Array(2 * index.size).fill(NaN);
  const gates: { readonly node: number; readonly means: GateTags }[] = [];
  const places: { readonly id: string; readonly kind: string; readonly tags: Tags; readonly lon: number; readonly lat: number }[] = [];
  problem = source.visit({
    node(id, longitude, latitude, tags) {
      if (!isPlace(longitude, latitude)) return;
      const kind = wishes.placeOf?.(tags) ?? null;
      if (kind !== null && (wishes.box === null || isIn(wishes.box, longitude, latitude))) places.push({ id: `node/${id}`, kind, tags, lon: longitude, lat: latitude });
      const row = index.find(id);
      if (row < 0) return;
      lonLat[2 * row] = longitude;
      lonLat[2 * row + 1] = latitude;
      const means = readGateTags(tags);
      if (means !== null) gates.push({ node: row, means });
    },
  });
  if (problem !== null) return err(problem);

  const byId = (a: { readonly id: number }, b: { readonly id: number }): number => a.id - b.id;
  ways.sort(byId);
  lines.sort(byId);
  const missing = new Set<number>();
  const known = (row: number): boolean => {
    const there = !Number.isNaN(lonLat[2 * row]!);
    if (!there) missing.add(row);
    return there;
  };
  const ground: GroundPlane = wishes.plane === 'lambert2008' ? lambert2008Plane : localPlane(lonLat);
  const xy = toPlane(ground, lonLat);
  const streets = streetInput(ground, lonLat, xy, ways, gates, known);
  const barriers: Barrier[] = [];
  for (const { id, nodes, means } of lines) {
    for (const [part, run] of knownRuns(nodes, known).entries()) {
      barriers.push({ id: part === 0 ? `way/${id}` : `way/${id}/${part}`, kind: means.kind, name: means.name, line: coordinatesOf(run, xy) });
    }
  }
  const shapes = areas.map((area) => ({ ...area, shape: shapeOf(area, members, xy, known) }));
  shapes.sort((a, b) => (a.id < b.id ? -1 : 1));
  const shapesOf = (kind: AreaKind): readonly MultiPolygon[] => shapes.flatMap((area) => (area.kind === kind && area.shape !== null ? [area.shape] : []));
  const nodePlaces = toPlane(ground, Float64Array.from(places.flatMap(({ lon, lat }) => [lon, lat])));
  return ok({
    streets, barriers, water: shapesOf('water'), green: shapesOf('green'), buildings: shapesOf('building'),
    places: [
      ...places.map(({ id, kind, tags }, i) => ({ id, kind, tags, x: nodePlaces[2 * i]!, y: nodePlaces[2 * i + 1]! })),
      ...shapes.flatMap(({ id, tags, shape }): OsmPlace[] => {
        const kind = wishes.placeOf?.(tags) ?? null;
        if (kind === null || shape === null) return [];
        const [x, y] = pointInside(shape);
        return [{ id, kind, tags, x, y }];
      }),
    ].sort((a, b) => (a.id < b.id ? -1 : 1)),
    counts: { ways: ways.length, barriers: lines.length, missingNodes: missing.size },
  });
}

/** The ids of the nodes in a box. */
function nodesWithin(source: OsmSource, box: Bounds): Result<IdIndex, OsmProblem> {
  const within = new IdIndex();
  const problem = source.visit({
    node(id, longitude, latitude) {
      if (isIn(box, longitude, latitude)) within.rowOf(id);
    },
  });
  return problem === null ? ok(within) : err(problem);
}

/** An area as it is kept, when it is drawn or is a place that is wanted. */
function wantedArea({ basemap, placeOf }: OsmWishes, id: string, tags: Tags, outer: readonly number[], inner: readonly number[]): KeptArea | null {
  const kind = basemap ? readAreaTags(tags) : null;
  return kind === null && (placeOf?.(tags) ?? null) === null ? null : { id, tags, kind, outer, inner };
}

interface Relations {
  /** Ways that are the edge of a canal or river drawn as an area. */
  readonly waterEdges: ReadonlyMap<number, ReturnType<typeof readBarrierTags>>;
  readonly memberWays: ReadonlySet<number>;
  readonly areas: KeptArea[];
}

function readRelations(source: OsmSource, wishes: OsmWishes): Result<Relations, OsmProblem> {
  const waterEdges = new Map<number, ReturnType<typeof readBarrierTags>>();
  const memberWays = new Set<number>();
  const areas: KeptArea[] = [];
  const problem = source.visit({
    relation(id, members, tags) {
      if (tags['type'] !== 'multipolygon') return;
      const ways = members.filter((member) => member.kind === 'way');
      const barrier = readBarrierTags(tags);
      if (barrier !== null) for (const way of ways) waterEdges.set(way.id, barrier);
      const area = wantedArea(wishes, `relation/${id}`, tags, ways.filter(({ role }) => role !== 'inner').map((way) => way.id), ways.filter(({ role }) => role === 'inner').map((way) => way.id));
      if (area === null) return;
      areas.push(area);
      for (const way of ways) memberWays.add(way.id);
    },
  });
  return problem === null ? ok({ waterEdges, memberWays, areas }) : err(problem);
}

function coordinatesOf(nodes: Int32Array, xy: Float64Array): Float64Array {
  const line = new Float64Array(2 * nodes.length);
  nodes.forEach((row, i) => line.set([xy[2 * row]!, xy[2 * row + 1]!], 2 * i));
  return line;
}

/** The shape of an area; null where the extract holds no whole ring of it. */
function shapeOf({ outer, inner }: KeptArea, members: ReadonlyMap<number, Int32Array>, xy: Float64Array, known: (row: number) => boolean): MultiPolygon | null {
  const ringsOf = (ids: readonly number[]): readonly Ring[] => {
    const ways = ids.flatMap((id) => members.get(id) ?? []).filter((way) => way.every(known));
    return closedRings(ways).map((ring) => coordinatesOf(ring, xy));
  };
  return polygonsOf(ringsOf(outer), ringsOf(inner));
}

/** A way in pieces where the file does not hold a node of it. */
function knownRuns(nodes: Int32Array, known: (row: number) => boolean): readonly Int32Array[] {
  if (nodes.every(known)) return [nodes];
  const runs: Int32Array[] = [];
  let start = 0;
  for (let i = 0; i <= nodes.length; i++) {
    if (i < nodes.length && known(nodes[i]!)) continue;
    if (i - start >= 2) runs.push(nodes.subarray(start, i));
    start = i + 1;
  }
  return runs;
}

function streetInput(
  plane: GroundPlane, lonLat: Float64Array, xy: Float64Array,
  kept: readonly KeptWay<NonNullable<ReturnType<typeof readStreetTags>>>[],
  gates: readonly { readonly node: number; readonly means: GateTags }[],
  known: (row: number) => boolean,
): StreetInput {
  const pieces = kept.flatMap(({ nodes, means }) => knownRuns(nodes, known).map((run) => ({ run, means })));
  const count = pieces.length;
  const size = pieces.reduce((sum, { run }) => sum + run.length, 0);
  const nameRows = new Map<string, number>();
  const ways = {
    start: new Int32Array(count + 1), nodes: new Int32Array(size), stepMetres: new Float64Array(size),
    access: new Uint8Array(count), traits: new Uint8Array(count), roadClass: new Uint8Array(count),
    maxSpeedKmh: new Uint8Array(count), inclinePermille: new Uint8Array(count), name: new Int32Array(count).fill(-1),
  };
  let at = 0;
  for (const [w, { run, means }] of pieces.entries()) {
    ways.start[w] = at;
    ways.access[w] = means.access;
    ways.traits[w] = means.traits;
    ways.roadClass[w] = means.roadClass;
    ways.maxSpeedKmh[w] = means.maxSpeedKmh;
    ways.inclinePermille[w] = means.inclinePermille;
    if (means.name !== null) {
      let row = nameRows.get(means.name);
      if (row === undefined) nameRows.set(means.name, (row = nameRows.size));
      ways.name[w] = row;
    }
    for (let i = 0; i < run.length; i++, at++) {
      const a = run[i]!;
      ways.nodes[at] = a;
      if (i + 1 === run.length) continue;
      const b = run[i + 1]!;
      ways.stepMetres[at] = plane.kind === 'lambert2008'
        ? Math.hypot(xy[2 * b]! - xy[2 * a]!, xy[2 * b + 1]! - xy[2 * a + 1]!)
        : greatCircleMetres(lonLat[2 * a]!, lonLat[2 * a + 1]!, lonLat[2 * b]!, lonLat[2 * b + 1]!);
    }
  }
  ways.start[count] = at;
  const sorted = [...gates].sort((a, b) => a.node - b.node);
  return {
    plane, xy, ways, names: [...nameRows.keys()],
    gates: {
      node: Int32Array.from(sorted, (gate) => gate.node),
      access: Uint8Array.from(sorted, (gate) => gate.means.access),
      traits: Uint8Array.from(sorted, (gate) => gate.means.traits),
    },
  };
}
