import { err, ok, type Result } from '../model/result.ts';
import { connectorCost, costAlongEdge, costOfPart } from './along-edge.ts';
import { BoundedSearch } from './bounded-search.ts';
import { placesByEdge, type Links } from './link.ts';
import { limitCost, type Limit } from './nearest.ts';
import { UNREACHED, type TravelNetwork } from './travel-network.ts';

/**
 * Who is within reach of which facility: one entry per pair, grouped by facility, addresses ascending. The addresses of
 * facility f are address[first[f]] up to address[first[f + 1]].
 */
export interface Catchments {
  readonly first: Int32Array;
  readonly address: Int32Array;
  /** Both connectors included; whole millimetres or milliseconds. */
  readonly cost: Uint32Array;
}

/** Told after every few facilities how far the work is; false stops it. */
export type Watch = (done: number, of: number) => boolean;

/** A growing row of whole numbers. */
class Column<T extends Int32Array | Uint32Array> {
  #values: T;
  #size = 0;
  readonly #make: (length: number) => T;
  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#values = make(4096);
  }
  push(value: number): void {
    if (this.#size === this.#values.length) {
      const more = this.#make(2 * this.#size);
      more.set(this.#values);
      this.#values = more;
    }
    this.#values[this.#size++] = value;
  }
  get size(): number {
    return this.#size;
  }
  done(): T {
    return this.#values.slice(0, this.#size) as T;
  }
}

const facilitiesPerReport = 64;

/**
 * All addresses within the limit of each facility: the table that supply in reach, siting and visiting areas are made of.
 * Cost: what lies within reach of the facilities, one after the other.
 */
export function catchments(network: TravelNetwork, facilities: Links, addresses: Links, limit: Limit, watch: Watch = () => true): Result<Catchments, { readonly code: 'cancelled' }> {
  const most = limitCost(network, limit);
  const { graph, arcs, firstArc, arcEdge, edgeForward, edgeBackward } = network;
  const search = new BoundedSearch(network);
  const onEdge = placesByEdge(addresses, graph.edgeFrom.length);
  const rows = facilities.edge.length;
  const connectors = new Uint32Array(addresses.edge.length);
  for (let i = 0; i < connectors.length; i++) connectors[i] = addresses.edge[i]! < 0 ? UNREACHED : connectorCost(network, addresses, i);
  const best = new Uint32Array(addresses.edge.length).fill(UNREACHED);
  let met = new Int32Array(1024), metCount = 0;
  const meet = (address: number, cost: number): void => {
    const old = best[address]!;
    if (cost > most || cost >= old) return;
    if (old === UNREACHED) {
      if (metCount === met.length) {
        const more = new Int32Array(2 * metCount);
        more.set(met);
        met = more;
      }
      met[metCount++] = address;
    }
    best[address] = cost;
  };
  const first = new Int32Array(rows + 1);
  const address = new Column((length) => new Int32Array(length)), cost = new Column((length) => new Uint32Array(length));
  for (let f = 0; f < rows; f++) {
    if (f % facilitiesPerReport === 0 && !watch(f, rows)) return err({ code: 'cancelled' });
    const e = facilities.edge[f]!;
    if (e >= 0) {
      const connector = connectorCost(network, facilities, f);
      const length = graph.edgeLength[e]!, along = facilities.along[f]!;
      search.clear();
      search.start(graph.edgeTo[e]!, connector + costOfPart(edgeForward[e]!, length - along, length), most);
      search.start(graph.edgeFrom[e]!, connector + costOfPart(edgeBackward[e]!, along, length), most);
      search.run(most);
      for (let j = onEdge.first[e]!; j < onEdge.first[e + 1]!; j++) {
        const i = onEdge.places[j]!;
        meet(i, connector + connectors[i]! + costAlongEdge(network, e, along, addresses.along[i]!));
      }
      for (const vertex of search.reached) {
        const here = search.cost[vertex]!;
        for (let a = firstArc[vertex]!; a < firstArc[vertex + 1]!; a++) {
          const edge = arcEdge[a]! >> 1;
          const begin = onEdge.first[edge]!, end = onEdge.first[edge + 1]!;
          if (begin === end) continue;
          const whole = arcs[2 * a + 1]!, edgeLength = graph.edgeLength[edge]!;
          const backwards = (arcEdge[a]! & 1) === 1;
          for (let j = begin; j < end; j++) {
            const i = onEdge.places[j]!;
            const part = backwards ? edgeLength - addresses.along[i]! : addresses.along[i]!;
            meet(i, here + costOfPart(whole, part, edgeLength) + connectors[i]!);
          }
        }
      }
    }
    const found = met.subarray(0, metCount).sort();
    for (const i of found) {
      address.push(i);
      cost.push(best[i]!);
      best[i] = UNREACHED;
    }
    metCount = 0;
    first[f + 1] = address.size;
  }
  watch(rows, rows);
  return ok({ first, address: address.done(), cost: cost.done() });
}
