import type { Points } from '../geo/shapes.ts';
import type { Municipality } from '../model/municipality.ts';
import type { Links } from '../network/link.ts';
import { nearestFacilities } from '../network/nearest.ts';
import { anyWalker } from '../network/profiles.ts';
import { reachGroundOf, type Traveller } from '../network/reach-ground.ts';
import { UNREACHED } from '../network/travel-network.ts';
import { straightDistances, type KernDistances } from './circles.ts';
import type { Nucleus } from './nuclei.ts';
import { peoplePlaces } from './people-places.ts';

type Kern = Pick<Nucleus, 'x' | 'y'>;

/** How far people live from kernen on foot: along the streets where the files hold any, else in a straight line. People are linked to the streets once. */
export function kernDistances(municipality: Municipality): KernDistances {
  const walker = walkerOf(municipality);
  if (walker === null) return straightDistances(municipality);
  const { x, y } = peoplePlaces(municipality);
  const xy = new Float64Array(2 * x.length);
  for (let place = 0; place < x.length; place++) {
    xy[2 * place] = x[place]!;
    xy[2 * place + 1] = y[place]!;
  }
  const people = walker.link(xy);
  return (nucleus) => walkedMetres(walker, nucleus, people);
}

/** How far any places (Lambert 2008 metres) lie from a kern along the streets, as people are measured; Infinity where no way leads. Null where the files hold no streets. */
export function walksFromKern(municipality: Municipality): ((kern: Kern, places: Points) => Float64Array) | null {
  const walker = walkerOf(municipality);
  return walker && ((kern, places) => walkedMetres(walker, kern, walker.link(places)));
}

const walkerOf = (municipality: Municipality): Traveller | null => reachGroundOf(municipality)?.traveller(anyWalker, 'to') ?? null;

function walkedMetres({ network, link }: Traveller, { x, y }: Kern, places: Links): Float64Array {
  const { cost } = nearestFacilities(network, link(Float64Array.of(x, y)), places);
  return Float64Array.from(cost, (way) => (way === UNREACHED ? Infinity : way / 1000));
}
