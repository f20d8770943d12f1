import type { Line, Points } from '../geo/shapes.ts';
import type { Municipality } from '../model/municipality.ts';
import { metres } from '../model/units.ts';
import { indexBarriers } from './barrier-index.ts';
import type { ChangedStreets } from './change-streets.ts';
import { indexStreets, linkPlaces, type Links } from './link.ts';
import { streetsOf } from './municipality-streets.ts';
import type { TravelProfile } from './profiles.ts';
import type { StreetGraph } from './street-graph.ts';
import { travelNetwork, type TravelNetwork } from './travel-network.ts';

/** Longest way from a door to its street, inclusive; further, somebody lives on no street of the file (reach notes 6). */
export const maxConnector = metres(100);

/** The streets and addresses as one kind of traveller finds them. */
export interface Traveller {
  readonly network: TravelNetwork;
  readonly addresses: Links;
  /** Puts other places on the same streets, metres in Lambert 2008. */
  readonly link: (places: Points) => Links;
}

/** 'to': people go to a facility. 'from': a team goes out from it to people. */
export type Towards = 'to' | 'from';

/** Streets with the addresses on them: made once per dataset, then asked many times. */
export interface ReachGround {
  readonly graph: StreetGraph;
  /** [x0, y0, …] of the addresses, Lambert 2008 metres. */
  readonly addresses: Points;
  readonly barriers: readonly Line[];
  /** Made when first asked for, and kept. */
  readonly traveller: (profile: TravelProfile, towards: Towards) => Traveller;
}

/** Keeps what was made for each traveller. */
function keptTravellers(make: (profile: TravelProfile, towards: Towards) => Traveller): ReachGround['traveller'] {
  const kept = new Map<string, Traveller>();
  return (profile, towards) => {
    const key = JSON.stringify([profile, towards]);
    let traveller = kept.get(key);
    if (traveller === undefined) kept.set(key, (traveller = make(profile, towards)));
    return traveller;
  };
}

/** The ground to ask reach of: addresses and barriers in the plane of the streets. Cost: nothing until a traveller is asked for, then some µs an address. */
export function reachGround(graph: StreetGraph, barriers: readonly Line[], addresses: Points): ReachGround {
  const rules = { maxConnector, barriers: indexBarriers(barriers) };
  return {
    graph, barriers, addresses,
    traveller: keptTravellers((profile, towards) => {
      const network = travelNetwork(graph, profile, towards);
      const index = indexStreets(network);
      const link = (places: Points): Links => linkPlaces(network, index, places, rules);
      return { network, link, addresses: link(addresses) };
    }),
  };
}

/** By the places of the addresses: they stay the same when a plan cuts blocks, as do streets and barriers. */
const groundsOf = new WeakMap<Points, Pick<Municipality, 'streets' | 'barriers'> & { readonly ground: ReachGround }>();

/** The ground of a dataset, made once as long as the dataset is at hand; null where it has no streets to travel. */
export function reachGroundOf(municipality: Municipality): ReachGround | null {
  const known = groundsOf.get(municipality.addresses.xy);
  const { streets, barriers } = municipality;
  if (known?.streets === streets && known.barriers === barriers) return known.ground;
  const graph = streetsOf(municipality);
  if (graph === null) return null;
  const ground = reachGround(graph, municipality.barriers.map(({ line }) => line), municipality.addresses.xy);
  groundsOf.set(municipality.addresses.xy, { streets, barriers, ground });
  return ground;
}

/** The same ground with the streets of a scenario: everybody stays at the street of today. */
export function changedGround(ground: ReachGround, { graph, moveLinks }: ChangedStreets): ReachGround {
  return {
    ...ground, graph,
    traveller: keptTravellers((profile, towards) => {
      const today = ground.traveller(profile, towards);
      return { network: travelNetwork(graph, profile, towards), addresses: moveLinks(today.addresses), link: (places) => moveLinks(today.link(places)) };
    }),
  };
}
