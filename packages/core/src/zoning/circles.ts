import KDBush from 'kdbush';
import type { Municipality } from '../model/municipality.ts';
import { metres, persons, type Metres, type Persons } from '../model/units.ts';
import type { Nucleus } from './nuclei.ts';
import { peoplePlaces } from './people-places.ts';

/** How far a circle around a kern reaches: a fixed distance, or until it holds a number of inhabitants. */
export type CircleSettings =
  | { readonly kind: 'metres'; readonly radiusMetres: Metres }
  | { readonly kind: 'inhabitants'; readonly inhabitants: Persons };

/** 800 m: the radius of a woonservicezone around its shops (OSO, Alphen aan den Rijn; domain.md 1.1). */
export const defaultCircleSettings: CircleSettings = { kind: 'metres', radiusMetres: metres(800) };

/** Circular area around a kern. */
export interface Circle {
  /** Id of the kern. */
  readonly nucleus: string;
  /** Lambert 2008 metres. */
  readonly x: number;
  readonly y: number;
  readonly radiusMetres: Metres;
  /** Everybody within the radius, whether another circle holds them too or not. */
  readonly within: Persons;
  /** Everybody who is counted for this circle: where circles overlap, each person counts for one. */
  readonly inhabitants: Persons;
}

export interface Circles {
  /** In the order of the kernen. */
  readonly circles: readonly Circle[];
  /** Inhabitants in no circle. */
  readonly outside: Persons;
  /** Per block and circle the inhabitants counted, row-major: counted[block * circles.length + circle]. */
  readonly counted: Int32Array;
}

/**
 * The circular areas around kernen. Each radius depends on its own kern alone, and overlaps are shared out at once, so the
 * order of drawing plays no part: a person counts for the circle with the least power distance d² − r² (the circle whose
 * border they are deepest inside), ties for the first id. As the crow flies. O(people × circles that reach them).
 */
export function drawCircles(municipality: Municipality, nuclei: readonly Nucleus[], settings: CircleSettings = defaultCircleSettings): Circles {
  const places = peoplePlaces(municipality);
  const squareTo = (nucleus: Nucleus, place: number): number => (places.x[place]! - nucleus.x) ** 2 + (places.y[place]! - nucleus.y) ** 2;
  const radii = nuclei.map((nucleus): number => {
    if (settings.kind === 'metres') return settings.radiusMetres;
    const squares = Float64Array.from(places.x, (_, place) => squareTo(nucleus, place));
    const outward = Int32Array.from(squares.keys()).sort((a, b) => squares[a]! - squares[b]!);
    let held = 0;
    let radius = 0;
    for (const place of outward) {
      if (held >= settings.inhabitants) break;
      held += places.persons[place]!;
      radius = Math.sqrt(squares[place]!);
    }
    return radius;
  });

  const tree = new KDBush(places.x.length);
  for (let place = 0; place < places.x.length; place++) tree.add(places.x[place]!, places.y[place]!);
  tree.finish();
  const owner = new Int32Array(places.x.length).fill(-1);
  const power = new Float64Array(places.x.length).fill(Infinity);
  const within = nuclei.map((nucleus, circle) => {
    const radius = radii[circle]!;
    let total = 0;
    // The tree squares the radius, we root the square: a hair more keeps the last person in.
    for (const place of places.x.length === 0 ? [] : tree.within(nucleus.x, nucleus.y, radius * (1 + 1e-12))) {
      total += places.persons[place]!;
      const mine = squareTo(nucleus, place) - radius * radius;
      const other = owner[place]!;
      if (mine > power[place]! || (mine === power[place]! && other !== -1 && nuclei[other]!.id < nucleus.id)) continue;
      power[place] = mine;
      owner[place] = circle;
    }
    return total;
  });

  const counted = new Int32Array(municipality.blocks.length * nuclei.length);
  const inhabitants = new Int32Array(nuclei.length);
  let outside = 0;
  for (let place = 0; place < owner.length; place++) {
    const circle = owner[place]!;
    if (circle === -1) {
      outside += places.persons[place]!;
      continue;
    }
    inhabitants[circle]! += places.persons[place]!;
    counted[places.block[place]! * nuclei.length + circle]! += places.persons[place]!;
  }
  return {
    circles: nuclei.map((nucleus, circle) => ({
      nucleus: nucleus.id,
      x: nucleus.x,
      y: nucleus.y,
      radiusMetres: metres(radii[circle]!),
      within: persons(within[circle]!),
      inhabitants: persons(inhabitants[circle]!),
    })),
    outside: persons(outside),
    counted,
  };
}
