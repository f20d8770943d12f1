import { err, ok, type Barrier, type Result } from '@woonzorgzones/core/model';
import { greatCircleMetres, lambert2008Plane, localPlane, toPlane, type GroundPlane, type StreetInput } from '@woonzorgzones/core/network';
import { readBarrierTags } from './barrier-tags.ts';
import { IdIndex } from './id-index.ts';
import { openOsm } from './open-osm.ts';
import type { OsmProblem } from './osm-source.ts';
import { readGateTags, readStreetTags, type GateTags } from './street-tags.ts';

export interface OsmStreets {
  readonly streets: StreetInput;
  /** Railways, canals, rivers and motorways at ground level, which no connector crosses. */
  readonly barriers: readonly Barrier[];
  readonly counts: {
    readonly ways: number;
    readonly barriers: number;
    /** Nodes that ways name and the file does not hold: at the edge of an extract a street is cut there. */
    readonly missingNodes: number;
  };
}

/** A way kept in the first pass: its nodes as rows of the index. */
interface KeptWay<T> {
  readonly id: number;
  readonly nodes: Int32Array;
  readonly means: T;
}

/**
 * The streets, gates and barriers of an OpenStreetMap extract, ready for `buildStreetGraph`. `plane` is Lambert 2008 for
 * Flemish data; 'local' lays an extract from elsewhere round its own middle. Ways are taken by ascending id, so that the
 * order of the file does not matter. Goes through the file three times (areas, ways, nodes); memory grows with the streets,
 * not with the file.
 */
export function readOsmStreets(bytes: Uint8Array, plane: 'lambert2008' | 'local'): Result<OsmStreets, OsmProblem> {
  const opened = openOsm(bytes);
  if (!opened.ok) return opened;
  const source = opened.value;

  const waterEdges = new Map<number, ReturnType<typeof readBarrierTags>>();
  let problem = source.visit({
    relation(_, members, tags) {
      if (tags['type'] !== 'multipolygon') return;
      const kind = readBarrierTags(tags);
      if (kind === null) return;
      for (const member of members) if (member.kind === 'way') waterEdges.set(member.id, kind);
    },
  });
  if (problem !== null) return err(problem);

  const index = new IdIndex();
  const rowsOf = (nodes: readonly number[]): Int32Array => {
    const rows = new Int32Array(nodes.length);
    for (let i = 0; i < rows.length; i++) rows[i] = index.rowOf(nodes[i]!);
    return rows;
  };
  const ways: KeptWay<NonNullable<ReturnType<typeof readStreetTags>>>[] = [];
  const lines: KeptWay<{ readonly kind: NonNullable<ReturnType<typeof readBarrierTags>>; readonly name: string }>[] = [];
  problem = source.visit({
    way(id, nodes, tags) {
      if (nodes.length < 2) return;
      const street = readStreetTags(tags);
      if (street !== null) ways.push({ id, nodes: rowsOf(nodes), means: street });
      const kind = readBarrierTags(tags) ?? waterEdges.get(id) ?? null;
      if (kind !== null) lines.push({ id, nodes: rowsOf(nodes), means: { kind, name: tags['name:nl'] ?? tags['name'] ?? tags['ref'] ?? '' } });
    },
  });
  if (problem !== null) return err(problem);

  const lonLat = new Float64Array(2 * index.size).fill(NaN);
  const gates: { readonly node: number; readonly means: GateTags }[] = [];
  problem = source.visit({
    node(id, longitude, latitude, tags) {
      const row = index.find(id);
      if (row < 0 || !(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return;
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
  const ground: GroundPlane = plane === 'lambert2008' ? lambert2008Plane : localPlane(lonLat);
  const xy = toPlane(ground, lonLat);
  const streets = streetInput(ground, lonLat, xy, ways, gates, known);
  const barriers: Barrier[] = [];
  for (const { id, nodes, means } of lines) {
    for (const [part, run] of knownRuns(nodes, known).entries()) {
      const line = new Float64Array(2 * run.length);
      run.forEach((row, i) => line.set([xy[2 * row]!, xy[2 * row + 1]!], 2 * i));
      barriers.push({ id: part === 0 ? `way/${id}` : `way/${id}/${part}`, kind: means.kind, name: means.name, line });
    }
  }
  return ok({ streets, barriers, counts: { ways: ways.length, barriers: lines.length, missingNodes: missing.size } });
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
