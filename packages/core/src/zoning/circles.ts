import type { CircleSettings } from '../model/delineation-settings.ts';
import type { Municipality } from '../model/municipality.ts';
import { metres, persons, type Metres, type Persons } from '../model/units.ts';
import { indexBarriers } from '../network/barrier-index.ts';
import type { Nucleus } from './nuclei.ts';
import { peoplePlaces } from './people-places.ts';
import { sightFrom } from './sight.ts';

/** 800 m: the radius of a woonservicezone around its shops (OSO, Alphen aan den Rijn; domain.md 1.1). */
export const defaultCircleSettings: CircleSettings = { kind: 'metres', radiusMetres: metres(800) };

/** Per place of people (see `peoplePlaces`) how far it lies from a kern; Infinity where no way leads. */
export type KernDistances = (nucleus: Pick<Nucleus, 'x' | 'y'>) => Float64Array;

/** As the crow flies: where the files hold no streets. */
export const straightDistances = (municipality: Municipality): KernDistances => (nucleus) => {
  const { x, y } = peoplePlaces(municipality);
  const away = new Float64Array(x.length);
  for (let place = 0; place < x.length; place++) away[place] = Math.sqrt((x[place]! - nucleus.x) ** 2 + (y[place]! - nucleus.y) ** 2);
  return away;
};

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
  /** Per address of the dataset the circle that counts its people, by position; -1 for none, and where nobody lives. */
  readonly circleOfAddress: Int32Array;
}

/**
 * The circular areas around kernen. Each radius depends on its own kern alone, and overlaps are shared out at once, so the
 * order of drawing plays no part: a person counts for the circle with the least power distance d² − r² (the circle whose
 * border they are deepest inside), ties for the first id. Nobody counts from whom the straight way to the kern meets a
 * barrier. Distances are those of `distancesFrom`: along the streets where there are any. O(people × kernen).
 */
export function drawCircles(
  municipality: Municipality, nuclei: readonly Nucleus[], settings: CircleSettings = defaultCircleSettings, distancesFrom: KernDistances = straightDistances(municipality),
): Circles {
  const places = peoplePlaces(municipality);
  const barriers = indexBarriers(municipality.barriers.map(({ line }) => line));
  const owner = new Int32Array(places.x.length).fill(-1);
  const power = new Float64Array(places.x.length).fill(Infinity);
  const radii: number[] = [];
  const within = nuclei.map((nucleus, circle) => {
    const away = distancesFrom(nucleus);
    const isSeen = sightFrom(barriers, nucleus);
    const most = settings.kind === 'metres' ? settings.radiusMetres : Infinity;
    const wanted = settings.kind === 'metres' ? Infinity : settings.inhabitants;
    const near: number[] = [];
    for (let place = 0; place < away.length; place++) if (away[place]! <= most && away[place]! < Infinity) near.push(place);
    if (settings.kind === 'inhabitants') near.sort((a, b) => away[a]! - away[b]! || a - b);
    const inside: number[] = [];
    let held = 0;
    let radius = settings.kind === 'metres' ? settings.radiusMetres : 0;
    for (const place of near) {
      // Who lives as far as the last that was needed is in as well.
      if (held >= wanted && away[place]! > radius) break;
      if (!isSeen(places.x[place]!, places.y[place]!)) continue;
      inside.push(place);
      held += places.persons[place]!;
      if (settings.kind === 'inhabitants') radius = away[place]!;
    }
    radii.push(radius);
    for (const place of inside) {
      const mine = away[place]! ** 2 - radius * radius;
      const other = owner[place]!;
      if (mine > power[place]! || (mine === power[place]! && other !== -1 && nuclei[other]!.id < nucleus.id)) continue;
      power[place] = mine;
      owner[place] = circle;
    }
    return held;
  });

  const counted = new Int32Array(municipality.blocks.length * nuclei.length);
  const inhabitants = new Int32Array(nuclei.length);
  let outside = 0;
  const circleOfAddress = new Int32Array(municipality.addresses.ids.length).fill(-1);
  for (let place = 0; place < owner.length; place++) {
    const circle = owner[place]!;
    if (places.address[place]! >= 0) circleOfAddress[places.address[place]!] = circle;
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
    circleOfAddress,
  };
}
