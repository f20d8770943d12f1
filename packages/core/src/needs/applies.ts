import { areaM2 } from '../geo/polygon.ts';
import type { Municipality, NeedSettings, Norm, UrbanClass } from '../model/index.ts';
import type { Reservation } from './figure.ts';
import { notInForce } from './in-force.ts';

/** Of which municipality and year norms are asked. */
export interface NormPlace {
  readonly year: number;
  readonly urbanClass: UrbanClass | null;
  readonly inhabitantsPerSquareKilometre: number;
}

export function placeOf({ boundary, blocks, population }: Municipality, { urbanClass }: NeedSettings): NormPlace {
  const inhabitants = blocks.reduce((sum, block) => sum + block.inhabitants, 0);
  return { year: population.year, urbanClass, inhabitantsPerSquareKilometre: inhabitants / (areaM2(boundary) / 1_000_000) };
}

/** Why a norm is not asked of this municipality in this year; null when it is. */
export function whyNotAsked(norm: Norm, { year, urbanClass, inhabitantsPerSquareKilometre }: NormPlace): Reservation | null {
  const lapsed = notInForce(norm, year);
  const { condition } = norm;
  if (lapsed || condition === undefined) return lapsed;
  if (condition.kind === 'density') {
    const { from, below } = condition;
    const holds = (from === null || inhabitantsPerSquareKilometre >= from) && (below === null || inhabitantsPerSquareKilometre < below);
    return holds ? null : { code: 'other-density', inhabitantsPerSquareKilometre, from, below };
  }
  if (urbanClass === null) return { code: 'urban-class-not-chosen', classes: condition.classes };
  return condition.classes.includes(urbanClass) ? null : { code: 'other-urban-class', classes: condition.classes };
}

/** Whether a norm that is not asked does not apply here, rather than being unknown. */
export const appliesElsewhere = ({ code }: Reservation): boolean => code === 'not-in-force' || code === 'other-density' || code === 'other-urban-class';
