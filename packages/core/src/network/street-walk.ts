import { indexStreets, linkPlaces, type LinkRules } from './link.ts';
import { nearestFacilities } from './nearest.ts';
import type { WalkMeasure } from './straight-line.ts';
import { UNREACHED, type TravelNetwork } from './travel-network.ts';

/**
 * Walks measured along streets, for whatever asks for a `WalkMeasure`. Only distances come out; who must say why somebody is
 * not reached, or which facility is nearest, asks `nearestFacilities`. The network is one towards facilities.
 */
export function streetWalk(network: TravelNetwork, rules: LinkRules): WalkMeasure {
  const index = indexStreets(network);
  return {
    basis: { method: 'measured', detourFactor: 1, detourStatus: 'confirmed', detourSource: null },
    nearestMetres: (from, to) => {
      const { cost } = nearestFacilities(network, linkPlaces(network, index, to, rules), linkPlaces(network, index, from, rules));
      return Float64Array.from(cost, (way) => (way === UNREACHED ? Infinity : way / 1000));
    },
  };
}
