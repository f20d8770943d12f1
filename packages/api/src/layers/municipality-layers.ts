import type { Municipality } from '@woonzorgzones/core/model';
import { featureCollection, lineToGeoJson, pointsToGeoJson, pointToGeoJson, shapeToGeoJson, type GeoJsonPoint, type GeoJsonShape } from '@woonzorgzones/files';
import type {
  AddressLayer, BarrierLayer, BlockLayer, BoundaryLayer, CrossingLayer, DivisionLayer, FacilityLayer, GivenNucleusLayer, GroundLayer, StreetLayer, SurfaceLayer,
} from '../schemas.ts';
import type { Plain } from '../schemas/same-type.ts';
import { feature } from './geojson.ts';

export type MunicipalityLayer = Plain<
  | AddressLayer | BarrierLayer | BlockLayer | BoundaryLayer | CrossingLayer | DivisionLayer | FacilityLayer | GivenNucleusLayer | GroundLayer | StreetLayer | SurfaceLayer
>;

type GroundShape = Plain<GroundLayer>['features'][number]['geometry'];
type GroundFacts = Plain<GroundLayer>['features'][number]['properties'];

/** Raised when a layer comes out otherwise than before for the same dataset, so that no browser keeps an old one. */
export const layerRevision = 2;

export const blockLayer = ({ blocks }: Pick<Municipality, 'blocks'>): Plain<BlockLayer> =>
  featureCollection(blocks.map(({ id, name, shape, inhabitants }) => feature(shapeToGeoJson(shape), { id, name, inhabitants })));

/** What a map begins with, in one: it is drawn at once, and asked for once. */
export const groundLayer = ({ name, boundary, basemap, barriers, crossings }: Municipality): Plain<GroundLayer> => featureCollection<GroundShape, GroundFacts>([
  feature(shapeToGeoJson(boundary), { part: 'boundary', name }),
  ...basemap.green.map((shape) => feature(shapeToGeoJson(shape), { part: 'green' as const })),
  ...basemap.water.map((shape) => feature(shapeToGeoJson(shape), { part: 'water' as const })),
  ...basemap.streets.map((street) => feature(lineToGeoJson(street.line), { part: 'streets' as const, name: street.name, class: street.class })),
  ...barriers.map(({ id, kind, name: called, line }) => feature(lineToGeoJson(line), { part: 'barriers' as const, id, kind, name: called })),
  ...crossings.map(({ id, name: called, x, y }) => feature(pointToGeoJson(x, y), { part: 'crossings' as const, id, name: called })),
]);

const layers: Readonly<Record<string, (municipality: Municipality) => MunicipalityLayer>> = {
  boundary: ({ name, boundary }): Plain<BoundaryLayer> => featureCollection([feature(shapeToGeoJson(boundary), { name })]),

  blocks: (municipality) => blockLayer(municipality),

  addresses: ({ addresses, blocks }): Plain<AddressLayer> => featureCollection(pointsToGeoJson(addresses.xy).map((point, i) => feature(point, {
    id: addresses.ids[i]!,
    street: addresses.streets[i]!,
    number: addresses.numbers[i]!,
    block: blocks[addresses.block[i]!]!.id,
    dwellings: addresses.dwellings[i]!,
  }))),

  facilities: ({ facilities, sources }): Plain<FacilityLayer> => featureCollection(facilities.map((facility) => feature(pointToGeoJson(facility.x, facility.y), {
    id: facility.id,
    name: facility.name,
    category: facility.category,
    address: facility.address,
    capacity: facility.capacity,
    recognised: facility.recognised,
    functions: [...facility.functions],
    opened: facility.opened,
    closed: facility.closed,
    fictitious: facility.fictitious,
    position: facility.position,
    referenceDate: facility.referenceDate,
    source: facility.source === null ? '' : (sources[facility.source]?.title ?? ''),
  }))),

  barriers: ({ barriers }): Plain<BarrierLayer> => featureCollection(barriers.map(({ id, kind, name, line }) => feature(lineToGeoJson(line), { id, kind, name }))),

  crossings: ({ crossings }): Plain<CrossingLayer> => featureCollection(crossings.map(({ id, name, x, y }) => feature(pointToGeoJson(x, y), { id, name }))),

  streets: ({ basemap }): Plain<StreetLayer> =>
    featureCollection(basemap.streets.map((street) => feature(lineToGeoJson(street.line), { name: street.name, class: street.class }))),

  water: ({ basemap }): Plain<SurfaceLayer> => featureCollection(basemap.water.map((shape) => feature(shapeToGeoJson(shape), {}))),

  green: ({ basemap }): Plain<SurfaceLayer> => featureCollection(basemap.green.map((shape) => feature(shapeToGeoJson(shape), {}))),

  buildings: ({ basemap }): Plain<SurfaceLayer> => featureCollection(basemap.buildings.map((shape) => feature(shapeToGeoJson(shape), {}))),

  ground: (municipality) => groundLayer(municipality),

  kernen: ({ nuclei }): Plain<GivenNucleusLayer> => featureCollection<GeoJsonPoint | GeoJsonShape, { id: string; name: string }>(nuclei.flatMap(({ id, name, x, y, shape }) => [
    feature(pointToGeoJson(x, y), { id, name }),
    ...(shape === null ? [] : [feature(shapeToGeoJson(shape), { id, name })]),
  ])),
};

const divisionPrefix = 'division:';

/** The layers of this municipality, by the name in their address. */
export const layerNames = ({ divisions }: Municipality): string[] => [...Object.keys(layers), ...divisions.map(({ id }) => divisionPrefix + id)];

/** A layer of the municipality as GeoJSON in WGS84, or null when it has none of that name. */
export function municipalityLayer(municipality: Municipality, name: string): (() => MunicipalityLayer) | null {
  if (name.startsWith(divisionPrefix)) {
    const division = municipality.divisions.find(({ id }) => id === name.slice(divisionPrefix.length));
    if (!division) return null;
    return (): Plain<DivisionLayer> => featureCollection(division.areas.map(({ id, name: area, shape }) => feature(shapeToGeoJson(shape), { id, name: area })));
  }
  const make = Object.hasOwn(layers, name) ? layers[name] : undefined;
  return make ? () => make(municipality) : null;
}
