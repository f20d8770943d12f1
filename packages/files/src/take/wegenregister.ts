import type { BarrierKind } from '@woonzorgzones/core/model';
import { Access, type RoadClass } from '@woonzorgzones/core/network';

/** What the Wegenregister says of a road segment, as codes; '' where it says nothing. */
export interface RoadCodes {
  /** MORF. */
  readonly morphology: string;
  /** WEGCAT. */
  readonly category: string;
  /** TGBEP or TOEGANG. */
  readonly access: string;
}

/** What that means to somebody who travels; `access` 0 for who cannot use it at all. */
export interface RoadMeaning {
  readonly roadClass: RoadClass;
  readonly access: number;
  readonly barrier: BarrierKind | null;
}

const foot = Access.footForward | Access.footBackward;
const bike = Access.bikeForward | Access.bikeBackward;
const car = Access.carForward | Access.carBackward;

/**
 * MORF: what a segment is. The codes are those of the Wegenregister's object catalogue, written down from memory (domain notes
 * 6.4 name the columns only); unconfirmed. A code that is not here is a road that everybody may use.
 */
const morphologies: Readonly<Record<string, { readonly road: RoadClass | null; readonly access: number }>> = {
  '101': { road: 'motorway', access: car },
  '107': { road: 'motorway_link', access: car },
  '109': { road: 'unclassified', access: foot | bike | car },
  '110': { road: 'service', access: foot | bike | car },
  '111': { road: 'service', access: foot | bike | car },
  '112': { road: 'service', access: foot | bike | car },
  '113': { road: 'pedestrian', access: foot | bike },
  '114': { road: 'path', access: foot | bike },
  // Rails of a tram, and a ferry that has hours.
  '116': { road: 'road', access: 0 },
  '130': { road: 'road', access: 0 },
  '120': { road: 'service', access: foot | bike | car },
  '125': { road: 'track', access: foot | bike | car },
};

/** WEGCAT, the old letters and those of 2024: how important a road is; unconfirmed like MORF. */
const categories: readonly (readonly [RegExp, RoadClass])[] = [
  [/^(H|EHW|VHW)$/, 'trunk'],
  [/^(P|PI|PII|P1|P2|RW)/, 'primary'],
  [/^(S|IW)/, 'secondary'],
  [/^(L1|OW)/, 'tertiary'],
  [/^(L|EW)/, 'residential'],
];

/** TGBEP 2 (impossible), 3 (forbidden) and 4 (private): not for the public. */
const closedCodes = new Set(['2', '3', '4']);

/** What the codes of a segment mean: who may use it, as which kind of road, and whether it keeps walkers apart. */
export function readRoadCodes({ morphology, category, access }: RoadCodes): RoadMeaning {
  const known = morphologies[morphology] ?? { road: null, access: foot | bike | car };
  const byCategory = categories.find(([pattern]) => pattern.test(category))?.[1] ?? 'residential';
  const roadClass = known.road ?? byCategory;
  const isExpressRoad = morphology === '102' && byCategory === 'trunk';
  return {
    roadClass,
    // A road of two carriageways in the highest category has no pavement: sign F9, closed to walkers and cyclists.
    access: closedCodes.has(access) ? 0 : isExpressRoad ? car : known.access,
    barrier: morphology === '101' ? 'autosnelweg' : isExpressRoad ? 'expresweg' : null,
  };
}
