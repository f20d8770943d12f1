import { categories, categoryIds, facilityFunctions, isCategoryId, type CategoryGroup, type CategoryId } from '@woonzorgzones/core/model';
import type { Destination } from '@woonzorgzones/core/needs';

/** The five doors, by the word that stands in the address. */
export const doors = ['start', 'gegevens', 'afbakenen', 'leemten', 'presenteren'] as const;
export type Door = (typeof doors)[number];

/** What a map layer may be switched on and off by; facilities by their category. */
export const planLayers = ['zones', 'kernen', 'cirkels', 'bouwblokken', 'barrieres', 'woningen', 'opmerkingen', 'geschikt', 'woningreserve'] as const;
export type PlanLayer = (typeof planLayers)[number];
/** Layers that colour blocks in Leemten by the dwellings in them; one at a time. */
export const housingLayers = ['geschikt', 'woningreserve'] as const satisfies readonly PlanLayer[];
export type HousingLayer = (typeof housingLayers)[number];

export type LayerId = PlanLayer | CategoryId;

/** The parts of the data door, by the word that stands in the address. */
export const dataParts = ['overzicht', 'voorzieningen', 'inlezen'] as const;
export type DataPart = (typeof dataParts)[number];

/** The pages of Leemten, by the word that stands in the address. */
export const gapPages = ['matrix', 'leemten', 'voorstellen', 'normen', 'zone', 'kern', 'bereik'] as const;
export type GapPage = (typeof gapPages)[number];

/** Who gets where; what is in reach when all reach for it; how far daily life lies; where new places serve best; how people move. */
export const reachPages = ['bereik', 'aanbod', 'dagelijks', 'plaatsen', 'profielen'] as const;
export type ReachPage = (typeof reachPages)[number];

/** What is asked of reach: on which page, where to, how people move, and how far; the limit as it was typed, in metres, or in minutes for who is measured in time. */
export interface ReachPlace {
  readonly page: ReachPage;
  readonly destination: Destination;
  readonly profile: string;
  readonly limit: string;
}

/** Which figure the cells of the matrix show, by the word that stands in the address. */
export const cellFigures = ['tekort', 'nodig', 'aanwezig', 'bereikbaar'] as const;
export type CellFigure = (typeof cellFigures)[number];

/** How two divisions are laid beside each other: figures alone, two maps, one map under the other, or what differs; by the word that stands in the address. */
export const compareWays = ['cijfers', 'naast', 'schuif', 'verschil'] as const;
export type CompareWay = (typeof compareWays)[number];

/** The pages of Presenteren: the story for the council, or one map; by the word that stands in the address. */
export const presentPages = ['verhaal', 'kaart'] as const;
export type PresentPage = (typeof presentPages)[number];

export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

/** Everything a link must bring back: door, dataset, plan, what is chosen, which layers, which year, where the map looks. */
export interface Place {
  readonly door: Door;
  readonly municipality: string | null;
  readonly plan: string | null;
  readonly zone: string | null;
  /** The need looked at in Leemten: a norm id. */
  readonly norm: string | null;
  /** Which page of Leemten is open, and what its matrix shows. */
  readonly gapPage: GapPage;
  readonly figure: CellFigure;
  readonly reach: ReachPlace;
  /** The kern whose sheet is open. */
  readonly kern: string | null;
  /** What is tried out beside the plan; null is the plan as it stands. */
  readonly scenario: string | null;
  /** What the plan is compared with: 'division:<id>', 'plan:<id>' or 'proposal:<job>.<place>'; null is nothing. */
  readonly against: string | null;
  readonly compareWay: CompareWay;
  /** Which page of Presenteren is open, and which chapter of the story; null is the first. */
  readonly presentPage: PresentPage;
  readonly chapter: string | null;
  /** What the map of Presenteren shows: a measure id; null is the first there is. */
  readonly measure: string | null;
  /** Which part of the data door is open. */
  readonly part: DataPart;
  /** The sitting in which files are brought in. */
  readonly sitting: string | null;
  readonly layers: ReadonlySet<LayerId>;
  readonly year: number | null;
  /** Null until the map has been moved: then it shows the whole municipality. */
  readonly camera: Camera | null;
}

const groupsAtFirst: readonly CategoryGroup[] = ['zorg', 'wonen', 'welzijn'];

export const categoriesOfGroup = (group: CategoryGroup): readonly CategoryId[] => categoryIds.filter((id) => categories[id].group === group);

/** Care, housing and welfare; the daily services come when asked for, so that the first map stays legible. */
export const firstLayers: ReadonlySet<LayerId> = new Set<LayerId>(['zones', 'kernen', 'bouwblokken', 'barrieres', 'woningen', 'opmerkingen', ...groupsAtFirst.flatMap(categoriesOfGroup)]);

const firstReach: ReachPlace = { page: 'bereik', destination: 'huisarts', profile: 'lopen-planning', limit: '500' };

export const firstPlace: Place = {
  door: 'start', municipality: null, plan: null, zone: null, norm: null, gapPage: 'matrix', figure: 'tekort', reach: firstReach, kern: null, scenario: null, against: null, compareWay: 'cijfers', presentPage: 'verhaal', chapter: null, measure: null, part: 'overzicht', sitting: null, layers: firstLayers, year: null, camera: null,
};

const isLayerId = (id: string): id is LayerId => (planLayers as readonly string[]).includes(id) || isCategoryId(id);
const isDataPart = (word: string): word is DataPart => (dataParts as readonly string[]).includes(word);
const isGapPage = (word: string): word is GapPage => (gapPages as readonly string[]).includes(word);
const isCellFigure = (word: string): word is CellFigure => (cellFigures as readonly string[]).includes(word);
const isPresentPage = (word: string): word is PresentPage => (presentPages as readonly string[]).includes(word);
const isReachPage = (word: string): word is ReachPage => (reachPages as readonly string[]).includes(word);
const isDestination = (word: string): word is Destination => isCategoryId(word) || (facilityFunctions as readonly string[]).includes(word);
const isCompareWay = (word: string): word is CompareWay => (compareWays as readonly string[]).includes(word);
const againstForm = /^(division:.+|plan:[0-9a-f-]{36}|proposal:[0-9a-f-]{36}\.\d+)$/;
const isDoor = (word: string): word is Door => (doors as readonly string[]).includes(word);

const sameSet = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean => a.size === b.size && [...a].every((one) => b.has(one));

const allLayers: readonly LayerId[] = [...planLayers, ...categoryIds];

/** The query string of a place, without '?'; what stands at its first value is left out, so links stay short. */
export function toQuery(place: Place): string {
  const words = new URLSearchParams();
  words.set('deur', place.door);
  if (place.plan !== null) words.set('plan', place.plan);
  else if (place.municipality !== null) words.set('gemeente', place.municipality);
  if (place.zone !== null) words.set('zone', place.zone);
  if (place.norm !== null) words.set('norm', place.norm);
  if (place.gapPage !== firstPlace.gapPage) words.set('blad', place.gapPage);
  if (place.figure !== firstPlace.figure) words.set('cijfer', place.figure);
  if (place.gapPage === 'bereik') {
    const { page, destination, profile, limit } = place.reach;
    if (page !== firstReach.page) words.set('bereik', page);
    if (destination !== firstReach.destination) words.set('naar', destination);
    if (profile !== firstReach.profile) words.set('hoe', profile);
    if (limit !== firstReach.limit) words.set('binnen', limit);
  }
  if (place.kern !== null) words.set('kern', place.kern);
  if (place.scenario !== null) words.set('scenario', place.scenario);
  if (place.against !== null) {
    words.set('tegen', place.against);
    if (place.compareWay !== firstPlace.compareWay) words.set('wijze', place.compareWay);
  }
  if (place.presentPage !== firstPlace.presentPage) words.set('vel', place.presentPage);
  if (place.chapter !== null) words.set('hoofdstuk', place.chapter);
  if (place.measure !== null) words.set('toon', place.measure);
  if (place.part !== firstPlace.part) words.set('deel', place.part);
  if (place.sitting !== null) words.set('zitting', place.sitting);
  if (!sameSet(place.layers, firstLayers)) words.set('lagen', allLayers.filter((id) => place.layers.has(id)).join('.'));
  if (place.year !== null) words.set('jaar', String(place.year));
  if (place.camera !== null) {
    const { zoom, lat, lon } = place.camera;
    words.set('kaart', [zoom.toFixed(2), lat.toFixed(5), lon.toFixed(5)].join('/'));
  }
  return words.toString().replaceAll('%2F', '/').replaceAll('%3A', ':');
}

function cameraFrom(text: string | null): Camera | null {
  const [zoom, lat, lon] = (text ?? '').split('/').map(Number);
  if (zoom === undefined || lat === undefined || lon === undefined) return null;
  const inRange = zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
  return inRange ? { zoom, lat, lon } : null;
}

function reachFrom(words: URLSearchParams): ReachPlace {
  const page = words.get('bereik') ?? '', destination = words.get('naar') ?? '';
  return {
    page: isReachPage(page) ? page : firstReach.page,
    destination: isDestination(destination) ? destination : firstReach.destination,
    profile: words.get('hoe') ?? firstReach.profile,
    limit: words.get('binnen') ?? firstReach.limit,
  };
}

/** Reads a query string; words it does not know, from older or newer links, are left aside. */
export function fromQuery(query: string): Place {
  const words = new URLSearchParams(query);
  const door = words.get('deur') ?? '';
  const layers = words.get('lagen');
  const part = words.get('deel') ?? '';
  const gapPage = words.get('blad') ?? '';
  const figure = words.get('cijfer') ?? '';
  const against = words.get('tegen') ?? '';
  const compareWay = words.get('wijze') ?? '';
  const presentPage = words.get('vel') ?? '';
  const year = /^\d{4}$/.exec(words.get('jaar') ?? '');
  return {
    door: isDoor(door) ? door : 'start',
    municipality: words.get('gemeente'),
    plan: words.get('plan'),
    zone: words.get('zone'),
    norm: words.get('norm'),
    gapPage: isGapPage(gapPage) ? gapPage : firstPlace.gapPage,
    figure: isCellFigure(figure) ? figure : firstPlace.figure,
    reach: reachFrom(words),
    kern: words.get('kern'),
    scenario: words.get('scenario'),
    against: againstForm.test(against) ? against : null,
    compareWay: isCompareWay(compareWay) ? compareWay : firstPlace.compareWay,
    // Before there was a story, a link that chose what to show meant the map.
    presentPage: isPresentPage(presentPage) ? presentPage : words.has('toon') ? 'kaart' : firstPlace.presentPage,
    chapter: words.get('hoofdstuk'),
    measure: words.get('toon'),
    part: isDataPart(part) ? part : firstPlace.part,
    sitting: words.get('zitting'),
    layers: layers === null ? firstLayers : new Set(layers.split('.').filter(isLayerId)),
    year: year === null ? null : Number(year[0]),
    camera: cameraFrom(words.get('kaart')),
  };
}
