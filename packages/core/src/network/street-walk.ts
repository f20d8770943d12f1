import { metres as inMetres } from '../model/units.ts';
import { catchments } from './catchments.ts';
import { costTable } from './floating-catchment.ts';
import { nearestFacilities } from './nearest.ts';
import { anyWalker } from './profiles.ts';
import type { ReachGround } from './reach-ground.ts';
import type { WalkMeasure } from './straight-line.ts';
import { UNREACHED } from './travel-network.ts';

/** Walks measured along streets, for whatever asks for a `WalkMeasure`; the addresses of the ground are linked once. */
export function streetWalk(ground: ReachGround): WalkMeasure {
  return {
    basis: { method: 'measured', detourFactor: 1, detourStatus: 'confirmed', detourSource: null },
    walks: (from, to) => {
      const { network, addresses, link } = ground.traveller(anyWalker, 'to');
      const { cost, reason } = nearestFacilities(network, link(to), from === ground.addresses ? addresses : link(from));
      return { metres: Float64Array.from(cost, (way) => (way === UNREACHED ? Infinity : way / 1000)), reason };
    },
    within: (from, to, most) => {
      const { network, addresses, link } = ground.traveller(anyWalker, 'to');
      const found = catchments(network, link(to), from === ground.addresses ? addresses : link(from), { metres: inMetres(most) });
      if (!found.ok) throw new Error('Got a cancelled search when nobody could cancel it.');
      return costTable(network, found.value, 'metres');
    },
  };
}
