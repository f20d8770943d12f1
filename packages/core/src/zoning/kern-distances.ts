import type { Municipality } from '../model/municipality.ts';
import { nearestFacilities } from '../network/nearest.ts';
import { anyWalker } from '../network/profiles.ts';
import { reachGroundOf } from '../network/reach-ground.ts';
import { UNREACHED } from '../network/travel-network.ts';
import { straightDistances, type KernDistances } from './circles.ts';
import { peoplePlaces } from './people-places.ts';

/** How far people live from kernen on foot: along the streets where the files hold any, else in a straight line. People are linked to the streets once. */
export function kernDistances(municipality: Municipality): KernDistances {
  const ground = reachGroundOf(municipality);
  if (ground === null) return straightDistances(municipality);
  const { network, link } = ground.traveller(anyWalker, 'to');
  const { x, y } = peoplePlaces(municipality);
  const xy = new Float64Array(2 * x.length);
  for (let place = 0; place < x.length; place++) {
    xy[2 * place] = x[place]!;
    xy[2 * place + 1] = y[place]!;
  }
  const people = link(xy);
  return (nucleus) => {
    const { cost } = nearestFacilities(network, link(Float64Array.of(nucleus.x, nucleus.y)), people);
    return Float64Array.from(cost, (way) => (way === UNREACHED ? Infinity : way / 1000));
  };
}
