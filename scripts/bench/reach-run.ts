/**
 * One part of the reach engine, measured five times beside a plain way of doing the same, in a process of its own: prints a line
 * of JSON. What takes milliseconds is run a dozen times before the clock starts, as in a server that has answered before: the
 * others it is held against are compiled beforehand. Parts: build, nearest, flanders, link, shared-supply, siting.
 */
import { readFileSync } from 'node:fs';
import {
  anyWalker, buildStreetGraph, catchments, costTable, edgeCount, indexBarriers, indexStreets, linkPlaces, mostCovered, searchNearest, supplyInReach,
  travelNetwork, vertexCount, type CostTable, type Decay, type FloatingMethod, type Seeds, type StreetGraph, type TravelNetwork,
} from '../../packages/core/src/network/index.ts';
import { metres } from '../../packages/core/src/model/index.ts';
import { readOsm } from '../../packages/files/src/osm.ts';
import { highsSolver } from '../../packages/files/src/solver.ts';
import { sharedFile } from '../../tests/shared.ts';
import { heapOnObjects, objectGraph, objectStreets } from './plain-reach.ts';

const runs = 5;

/** What one thing took, and the plain way beside it. */
interface Measured {
  readonly what: string;
  readonly seconds: readonly number[];
  readonly baseline: string;
  readonly baselineSeconds: readonly number[];
  readonly note: string;
}

function timed<T>(run: () => T): { readonly seconds: number; readonly value: T } {
  const started = performance.now();
  const value = run();
  return { seconds: (performance.now() - started) / 1000, value };
}

const times = (run: () => unknown, count = runs): number[] => Array.from({ length: count }, () => timed(run).seconds);

function timesWarm(run: () => unknown, count = runs): number[] {
  for (let i = 0; i < 12; i++) run();
  return times(run, count);
}

/** The same numbers every time: 48271 x mod 2^31 - 1 (Park and Miller 1988). */
function random(): () => number {
  let state = 20_261_122;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const porto = () => readFileSync(sharedFile('data/osm/porto_portugal.osm.pbf'));

function graphOf(bytes: Uint8Array): StreetGraph {
  const read = readOsm(bytes, { plane: 'local', box: null, basemap: false, placeOf: null });
  if (!read.ok) throw new Error(read.error.code);
  const built = buildStreetGraph(read.value.streets);
  if (!built.ok) throw new Error(built.error.code);
  return built.value;
}

const network = (): TravelNetwork => travelNetwork(graphOf(porto()), anyWalker, 'to');

/** Facilities on vertices of the largest part, without connector. */
function seedsOn({ part }: TravelNetwork, count: number): Seeds {
  const next = random();
  const vertex = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    do vertex[i] = Math.floor(next() * part.length);
    while (part[vertex[i]!] !== 0);
  }
  return { vertex, cost: new Uint32Array(count), label: Int32Array.from({ length: count }, (_, i) => i) };
}

/** Rows of one graph side by side, `side` by `side` times; shapes are left out, as a search does not read them. */
function tiled(graph: StreetGraph, side: number): StreetGraph {
  const copies = side * side, vertices = vertexCount(graph), edges = edgeCount(graph);
  const repeat = <T extends Int32Array | Uint32Array | Uint8Array>(column: T, make: (length: number) => T, step = 0): T => {
    const all = make(column.length * copies);
    for (let copy = 0; copy < copies; copy++) for (let i = 0; i < column.length; i++) all[copy * column.length + i] = column[i]! + copy * step;
    return all;
  };
  const bytes = (length: number) => new Uint8Array(length), whole = (length: number) => new Int32Array(length);
  return {
    ...graph,
    vertexXy: repeat(graph.vertexXy, whole), edgeFrom: repeat(graph.edgeFrom, whole, vertices), edgeTo: repeat(graph.edgeTo, whole, vertices),
    edgeLength: repeat(graph.edgeLength, (length) => new Uint32Array(length)), edgeAccess: repeat(graph.edgeAccess, bytes), edgeTraits: repeat(graph.edgeTraits, bytes),
    edgeClass: repeat(graph.edgeClass, bytes), edgeMaxSpeedKmh: repeat(graph.edgeMaxSpeedKmh, bytes), edgeInclinePermille: repeat(graph.edgeInclinePermille, bytes),
    edgeName: repeat(graph.edgeName, whole), shapeStart: new Int32Array(edges * copies + 1), shapeXy: new Int32Array(),
  };
}

function build(): Measured[] {
  const bytes = porto();
  const graph = graphOf(bytes);
  return [{
    what: 'Porto: .osm.pbf parsed and built', seconds: times(() => graphOf(bytes)),
    baseline: 'the same file into maps of objects, every node a vertex', baselineSeconds: times(() => objectStreets(bytes)),
    note: `${vertexCount(graph)} junctions, ${edgeCount(graph)} stretches`,
  }];
}

/** The bucket queue counts millimetres and the heap on objects metres: they agree to a thousandth per stretch. */
function nearestIn(net: TravelNetwork, facilities: number, name: string, plainRuns: number): Measured {
  const seeds = seedsOn(net, facilities);
  const graph = objectGraph(net);
  const ours = searchNearest(net, seeds).cost, plain = heapOnObjects(graph, seeds);
  let apart = 0;
  for (let v = 0; v < plain.length; v++) if (plain[v]! < Infinity) apart = Math.max(apart, Math.abs(ours[v]! - plain[v]!));
  return {
    what: `${name}: nearest of ${facilities} facilities for every junction`, seconds: timesWarm(() => searchNearest(net, seeds)),
    baseline: 'a binary heap of objects', baselineSeconds: timesWarm(() => heapOnObjects(graph, seeds), plainRuns), note: `largest difference ${apart / 1000} m`,
  };
}

function flanders(): Measured[] {
  const small = network();
  const net = travelNetwork(tiled(small.graph, 6), anyWalker, 'to');
  const seeds = seedsIn(net, small.part.length, 2600);
  const ours = times(() => searchNearest(net, seeds));
  const peak = `${net.part.length} junctions, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB in use before the baseline`;
  const graph = objectGraph(net);
  return [{
    what: 'Porto 6 × 6: nearest of 2,600 facilities', seconds: ours, baseline: 'a binary heap of objects', baselineSeconds: times(() => heapOnObjects(graph, seeds), 2), note: peak,
  }];
}

/** Facilities over all copies: parts are by size, so each copy has a largest part of its own. */
function seedsIn({ part }: TravelNetwork, vertices: number, count: number): Seeds {
  const next = random();
  const largest = part.slice(0, vertices);
  const vertex = Int32Array.from({ length: count }, () => {
    for (;;) {
      const at = Math.floor(next() * part.length);
      if (largest[at % vertices]! < 36) return at;
    }
  });
  return { vertex, cost: new Uint32Array(count), label: Int32Array.from({ length: count }, (_, i) => i) };
}

/** Homes within 25 m of a street, spread over the streets. */
function homesOf({ graph }: TravelNetwork, count: number): Float64Array {
  const next = random();
  return Float64Array.from(Array.from({ length: count }, () => {
    const point = Math.floor(next() * (graph.shapeXy.length / 2));
    return [graph.shapeXy[2 * point]! / 1000 + 50 * (next() - 0.5), graph.shapeXy[2 * point + 1]! / 1000 + 50 * (next() - 0.5)];
  }).flat());
}

function link(): Measured[] {
  const net = network();
  const homes = homesOf(net, 30_000);
  const rules = { maxConnector: metres(100), barriers: indexBarriers([]) };
  const index = indexStreets(net);
  const { ends } = index.grid;
  // The plain way looks at every street, so it is timed on a hundredth of the homes.
  const everyStreet = (): number => {
    let total = 0;
    for (let i = 0; i < homes.length / 100; i += 2) {
      const x = homes[i]! * 1000, y = homes[i + 1]! * 1000;
      let best = Infinity;
      for (let s = 0; s < ends.length; s += 4) {
        const dx = ends[s + 2]! - ends[s]!, dy = ends[s + 3]! - ends[s + 1]!;
        const share = Math.min(1, Math.max(0, ((x - ends[s]!) * dx + (y - ends[s + 1]!) * dy) / (dx * dx + dy * dy || 1)));
        best = Math.min(best, (x - ends[s]! - share * dx) ** 2 + (y - ends[s + 1]! - share * dy) ** 2);
      }
      total += Math.sqrt(best);
    }
    return total;
  };
  return [{
    what: 'Porto: 30,000 addresses linked', seconds: times(() => linkPlaces(net, index, homes, rules)), baseline: 'looking at every street (300 addresses, × 100)',
    baselineSeconds: times(everyStreet).map((seconds) => seconds * 100), note: `streets indexed in ${timed(() => indexStreets(net)).seconds.toFixed(3)} s`,
  }];
}

function chicago(): { readonly table: CostTable; readonly demand: Float64Array; readonly supply: readonly number[] } {
  const rows = readFileSync(sharedFile('reference/access_chicago/chicago_metro_pop.geojson'), 'utf8');
  const points = (JSON.parse(rows) as { readonly features: readonly { readonly properties: { readonly geoid: number; readonly pop: number }; readonly geometry: { readonly coordinates: readonly [number, number] } }[] }).features;
  const doctors = new Map(readFileSync(sharedFile('reference/access_chicago/chicago_metro_docs_dentists.csv'), 'utf8').trim().split('\n').slice(1).map((line) => line.split(',')).map(([geoid, doc]) => [Number(geoid), Number(doc)]));
  const first = [0], demand: number[] = [], cost: number[] = [];
  for (const { geometry: { coordinates: [x, y] } } of points) {
    points.forEach(({ geometry: { coordinates: [ox, oy] } }, i) => {
      const metresApart = Math.hypot(x - ox, y - oy);
      if (metresApart >= 30_000) return;
      demand.push(i);
      cost.push(metresApart);
    });
    first.push(demand.length);
  }
  return {
    table: { first: Int32Array.from(first), demand: Int32Array.from(demand), cost: Float64Array.from(cost) },
    demand: Float64Array.from(points, ({ properties }) => properties.pop), supply: points.map(({ properties }) => doctors.get(properties.geoid) ?? 0),
  };
}

function sharedSupply(): Measured[] {
  const { table, demand, supply } = chicago();
  const pairs = Array.from({ length: table.demand.length }, (_, i) => ({ demand: table.demand[i]!, cost: table.cost[i]!, supply: 0 }));
  for (let s = 0; s < supply.length; s++) for (let i = table.first[s]!; i < table.first[s + 1]!; i++) pairs[i]!.supply = s;
  /** Two passes over a list of objects with sums in maps. */
  const plain = (maxCost: number): Map<number, number> => {
    const asking = new Map<number, number>(), given = new Map<number, number>();
    for (const pair of pairs) if (pair.cost <= maxCost) asking.set(pair.supply, (asking.get(pair.supply) ?? 0) + demand[pair.demand]!);
    for (const pair of pairs) if (pair.cost <= maxCost) given.set(pair.demand, (given.get(pair.demand) ?? 0) + supply[pair.supply]! / asking.get(pair.supply)!);
    return given;
  };
  const baselineSeconds = timesWarm(() => plain(10_000));
  const steps: Decay = { kind: 'steps', steps: [{ upTo: 5000, weight: 1 }, { upTo: 10_000, weight: 0.68 }, { upTo: 15_000, weight: 0.22 }] };
  const measure = (name: string, method: FloatingMethod, decay: Decay, maxCost: number): Measured => ({
    what: `${table.demand.length.toLocaleString('en')} pairs: ${name}`, seconds: timesWarm(() => supplyInReach(table, demand, supply, { method, decay, maxCost })),
    baseline: '2SFCA over objects and maps', baselineSeconds, note: 'per supply',
  });
  return [
    measure('2SFCA', 'two-step', { kind: 'none' }, 10_000), measure('E2SFCA, steps', 'two-step', steps, 15_000),
    measure('E2SFCA, gaussian', 'two-step', { kind: 'gaussian', sigma: 5000 }, 15_000), measure('3SFCA', 'three-step', steps, 15_000),
  ];
}

async function siting(): Promise<Measured[]> {
  const net = network();
  const rules = { maxConnector: metres(100), barriers: indexBarriers([]) };
  const index = indexStreets(net);
  const homes = homesOf(net, 32_000);
  const addresses = linkPlaces(net, index, homes.slice(0, 60_000), rules), sites = linkPlaces(net, index, homes.slice(60_000), rules);
  const reached = catchments(net, sites, addresses, { metres: metres(500) });
  if (!reached.ok) throw new Error(reached.error.code);
  const table = costTable(net, reached.value, 'metres');
  const next = random();
  const weight = Float64Array.from({ length: 30_000 }, () => 1 + Math.floor(4 * next()));
  const solver = await highsSolver();
  const choice = { fixed: [], open: 20, radius: 500 };
  const proven = mostCovered(table, weight, choice, { kind: 'exact', solver, seconds: 60 });
  if (!proven.ok) throw new Error(proven.error.code);
  const plain = (): number => {
    const covered = new Set<number>();
    let sum = 0;
    for (let k = 0; k < 20; k++) {
      let best = -1, most = -1;
      for (let s = 0; s + 1 < table.first.length; s++) {
        let gain = 0;
        for (let i = table.first[s]!; i < table.first[s + 1]!; i++) if (!covered.has(table.demand[i]!)) gain += weight[table.demand[i]!]!;
        if (gain > most) [best, most] = [s, gain];
      }
      for (let i = table.first[best]!; i < table.first[best + 1]!; i++) covered.add(table.demand[i]!);
      sum += most;
    }
    return sum;
  };
  return [{
    what: 'MCLP, 30,000 addresses × 2,000 sites, p 20, proven', seconds: times(() => mostCovered(table, weight, choice, { kind: 'exact', solver, seconds: 60 })),
    baseline: 'greedy over a set, nothing proven', baselineSeconds: times(plain),
    note: `covers ${proven.value.objective}, bound ${proven.value.bound}, ${proven.value.proven ? 'proven' : 'not proven'}; greedy covers ${plain()}`,
  }];
}

const parts: Readonly<Record<string, () => Measured[] | Promise<Measured[]>>> = {
  build, link, flanders, siting, 'shared-supply': sharedSupply, nearest: () => [nearestIn(network(), 100, 'Porto', runs)],
};
const measured = await parts[process.argv[2] ?? '']!();
console.log(JSON.stringify({ measured, peakMiB: process.resourceUsage().maxRSS / 1024 }));
