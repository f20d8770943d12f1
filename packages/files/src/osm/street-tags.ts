import { Access, everyAccess, roadClasses, Trait, type RoadClass } from '@woonzorgzones/core/network';
import type { Tags } from './osm-source.ts';

/** What the tags of a way say to somebody who wants to travel it. */
export interface StreetTags {
  readonly access: number;
  readonly traits: number;
  readonly roadClass: number;
  readonly maxSpeedKmh: number;
  readonly inclinePermille: number;
  readonly name: string | null;
}

/** What the tags of a node on a way say: who passes, and what it means to a wheelchair. */
export interface GateTags {
  readonly access: number;
  readonly traits: number;
}

const classIndex = new Map<string, number>(roadClasses.map((name, index) => [name, index]));

const classes = (...names: RoadClass[]): ReadonlySet<string> => new Set(names);

/**
 * Who uses a road when its tags do not say. Follows wiki.openstreetmap.org/wiki/OSM_tags_for_routing/Access_restrictions
 * (default table) and, for Belgium, WikiProject_Belgium/Conventions/Highways: a trunk is an autoweg (sign F9), closed to
 * walkers and cyclists; a walker may use a cycle path where there is no footway (Wegcode, art. 42). Footways, pedestrian
 * streets and steps are open to a bicycle that is pushed, as GraphHopper has it; how slow that is, is up to the profile.
 */
const closedToFoot = classes('motorway', 'motorway_link', 'trunk', 'trunk_link', 'bridleway');
const closedToBike = classes('motorway', 'motorway_link', 'trunk', 'trunk_link', 'bridleway', 'corridor', 'platform', 'elevator', 'pier');
const openToCar = classes(
  'motorway', 'motorway_link', 'trunk', 'trunk_link', 'primary', 'primary_link', 'secondary', 'secondary_link',
  'tertiary', 'tertiary_link', 'unclassified', 'residential', 'living_street', 'service', 'road',
);

/** Values by which a way is closed to the public, or to this traveller. A resident's own drive is private too: its street is what counts. */
const closing = new Set(['no', 'private', 'restricted', 'military', 'emergency', 'permit', 'agricultural', 'forestry', 'agricultural;forestry', 'use_sidepath']);
const opening = new Set(['yes', 'designated', 'official', 'permissive', 'destination', 'customers', 'delivery', 'public', 'dismount', 'discouraged', 'residents']);

/** The most specific tag that decides; null when none does. */
function said(tags: Tags, keys: readonly string[]): boolean | null {
  for (const key of keys) {
    const value = tags[key];
    if (value === undefined) continue;
    if (closing.has(value)) return false;
    if (opening.has(value)) return true;
  }
  return null;
}

const footKeys = ['foot', 'access'];
const bikeKeys = ['bicycle', 'vehicle', 'access'];
const carKeys = ['motorcar', 'motor_vehicle', 'vehicle', 'access'];

const isYes = (value: string | undefined): boolean => value === 'yes' || value === 'true' || value === '1';
const isSet = (value: string | undefined): boolean => value !== undefined && value !== 'no';

/** The class of road a way is, or null when it is none: a building site, a race track, a planned road. */
function classOf(tags: Tags): string | null {
  const highway = tags['highway'];
  if (highway !== undefined) return classIndex.has(highway) ? highway : null;
  if (tags['railway'] === 'platform' || tags['public_transport'] === 'platform') return 'platform';
  return tags['man_made'] === 'pier' ? 'pier' : null;
}

/** Directions of traffic: 1 only as drawn, −1 only against, 0 both. */
function oneWay(tags: Tags, mode: 'bicycle' | 'motor_vehicle'): -1 | 0 | 1 {
  const own = tags[`oneway:${mode}`];
  const general = tags['oneway'];
  const value = own ?? general;
  if (value === '-1' || value === 'reverse') return -1;
  if (mode === 'bicycle' && own === undefined) {
    const lanes = [tags['cycleway'], tags['cycleway:left'], tags['cycleway:right'], tags['cycleway:both']];
    if (lanes.some((lane) => lane?.startsWith('opposite')) || ['cycleway:left', 'cycleway:right', 'cycleway:both'].some((side) => tags[`${side}:oneway`] === 'no')) return 0;
  }
  if (isYes(value)) return 1;
  if (value !== undefined) return 0;
  return tags['junction'] === 'roundabout' || tags['junction'] === 'circular' || tags['highway'] === 'motorway' || tags['highway'] === 'motorway_link' ? 1 : 0;
}

/** What a way means for travel; null for what is no street or is open to nobody. */
export function readStreetTags(tags: Tags): StreetTags | null {
  const road = classOf(tags);
  if (road === null || isYes(tags['construction']) || isYes(tags['impassable'])) return null;
  const motorroad = isYes(tags['motorroad']);
  const sidewalk = isSet(tags['sidewalk']) || isSet(tags['sidewalk:both']) || isSet(tags['sidewalk:left']) || isSet(tags['sidewalk:right']);
  const foot = said(tags, footKeys) ?? (!motorroad && (!closedToFoot.has(road) || (sidewalk && road.startsWith('trunk'))));
  const bike = said(tags, bikeKeys) ?? (!motorroad && !closedToBike.has(road));
  const car = said(tags, carKeys) ?? openToCar.has(road);

  let access = 0;
  if (foot && road !== 'motorway' && road !== 'motorway_link') {
    const only = tags['oneway:foot'] ?? tags['foot:oneway'];
    access |= only === '-1' ? Access.footBackward : isYes(only) ? Access.footForward : Access.footForward | Access.footBackward;
  }
  if (bike) {
    const way = oneWay(tags, 'bicycle');
    access |= way === 1 ? Access.bikeForward : way === -1 ? Access.bikeBackward : Access.bikeForward | Access.bikeBackward;
  }
  // An explicit yes lets a car on a track or pedestrian street; a general access=yes does not turn a footpath into a road.
  if (car && (openToCar.has(road) || said(tags, carKeys.slice(0, 3)) === true)) {
    const way = oneWay(tags, 'motor_vehicle');
    access |= way === 1 ? Access.carForward : way === -1 ? Access.carBackward : Access.carForward | Access.carBackward;
  }
  if (access === 0) return null;
  return {
    access, traits: traitsOf(tags, road), roadClass: classIndex.get(road)!,
    maxSpeedKmh: speedOf(tags['maxspeed']), inclinePermille: inclineOf(tags['incline']),
    name: tags['name:nl'] ?? tags['name'] ?? null,
  };
}

const rough = new Set(['very_bad', 'horrible', 'very_horrible', 'impassable']);

function traitsOf(tags: Tags, road: string): number {
  let traits = 0;
  if (road === 'steps') traits |= Trait.steps;
  if (isSet(tags['bridge'])) traits |= Trait.bridge;
  if (isSet(tags['tunnel']) && tags['tunnel'] !== 'building_passage') traits |= Trait.tunnel;
  if (rough.has(tags['smoothness'] ?? '')) traits |= Trait.roughSurface;
  return traits | wheelchairOf(tags) | kerbOf(tags);
}

function wheelchairOf(tags: Tags): number {
  const value = tags['wheelchair'];
  if (value === 'yes' || value === 'designated' || isYes(tags['ramp:wheelchair'])) return Trait.wheelchairYes;
  return value === 'no' ? Trait.wheelchairNo : 0;
}

/** Kerbs a small wheel does not take: raised, or measured above 2 cm (threshold at most 2 cm: Inter). */
function kerbOf(tags: Tags): number {
  const height = lengthMetres(tags['kerb:height']);
  if (height !== null) return height > 0.02 ? Trait.highKerb : 0;
  return tags['kerb'] === 'raised' ? Trait.highKerb : 0;
}

function lengthMetres(value: string | undefined): number | null {
  const match = /^(\d+(?:[.,]\d+)?)\s*(cm|m)?$/.exec(value?.trim() ?? '');
  if (match === null) return null;
  const number = Number(match[1]!.replace(',', '.'));
  return match[2] === 'cm' ? number / 100 : number;
}

/** Words for a limit, in km/h: Flemish law (Verkeersregels: 50 inside, 70 outside built-up areas since 2017, 120 on motorways). */
const spokenSpeeds: Readonly<Record<string, number>> = {
  walk: 6, 'BE:urban': 50, 'BE-VLG:urban': 50, 'BE-VLG:rural': 70, 'BE:zone30': 30, 'BE:living_street': 20, 'BE:motorway': 120, 'BE:trunk': 120,
};

function speedOf(value: string | undefined): number {
  if (value === undefined) return 0;
  const spoken = spokenSpeeds[value];
  if (spoken !== undefined) return spoken;
  const match = /^(\d{1,3})(?:\s*(km\/h|kmh|mph))?$/.exec(value.trim());
  if (match === null) return 0;
  return Math.min(255, Math.round(Number(match[1]) * (match[2] === 'mph' ? 1.609344 : 1)));
}

/** "8%", "-8 %", "1:12", "5°" in thousandths, at most 255; "up" and "down" say no number. */
function inclineOf(value: string | undefined): number {
  const text = value?.trim().replace(',', '.') ?? '';
  const percent = /^[-+]?(\d+(?:\.\d+)?)\s*%$/.exec(text);
  const degrees = /^[-+]?(\d+(?:\.\d+)?)\s*°$/.exec(text);
  const ratio = /^[-+]?(\d+(?:\.\d+)?)\s*[:/]\s*(\d+(?:\.\d+)?)$/.exec(text);
  let permille = 0;
  if (percent !== null) permille = Number(percent[1]) * 10;
  else if (degrees !== null) permille = Math.tan((Math.min(89, Number(degrees[1])) * Math.PI) / 180) * 1000;
  else if (ratio !== null && Number(ratio[2]) > 0) permille = (Number(ratio[1]) / Number(ratio[2])) * 1000;
  return Math.min(255, Math.round(permille));
}

/** Obstacles on a way by whom they stop when nothing else is said (wiki.openstreetmap.org/wiki/Key:barrier). */
const stopsCar = new Set(['bollard', 'block', 'chain', 'cycle_barrier', 'motorcycle_barrier', 'planter', 'log', 'jersey_barrier', 'debris', 'sump_buster', 'bus_trap', 'rope', 'bar']);
const stopsWheels = new Set(['kissing_gate', 'stile', 'turnstile', 'full-height_turnstile', 'hampshire_gate', 'wicket_gate']);
const stopsAll = new Set(['fence', 'wall', 'hedge', 'retaining_wall', 'city_wall', 'ditch']);

/** What a node on a way keeps out; null when it keeps nobody out. */
export function readGateTags(tags: Tags): GateTags | null {
  const barrier = tags['barrier'];
  let access = everyAccess;
  let traits = kerbOf(tags);
  if (barrier !== undefined) {
    const [foot, bike, car] = [[footKeys, stopsAll], [bikeKeys, stopsAll, stopsWheels], [carKeys, stopsAll, stopsWheels, stopsCar]].map(([keys, ...stops]) =>
      said(tags, keys as readonly string[]) ?? !stops.some((stop) => (stop as ReadonlySet<string>).has(barrier)));
    if (!foot!) access &= ~(Access.footForward | Access.footBackward);
    if (!bike!) access &= ~(Access.bikeForward | Access.bikeBackward);
    if (!car!) access &= ~(Access.carForward | Access.carBackward);
    traits |= wheelchairOf(tags);
    if (stopsWheels.has(barrier) && (traits & Trait.wheelchairYes) === 0) traits |= Trait.wheelchairNo;
  }
  return access === everyAccess && (traits & (Trait.highKerb | Trait.wheelchairNo)) === 0 ? null : { access, traits };
}
