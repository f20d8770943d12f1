import { fromZoomOfBreadth } from './from-zoom.ts';
import { labelPoint } from './label-point.ts';
import type { SourceId } from './map-style.ts';
import type { Spot } from '../state/view.ts';
import type { AreaGeometry, PaintedArea, ZoneShape, RemarkPoint } from './scene.ts';

/** What each source of the map holds: GeoJSON, the address of a layer for the map's worker to fetch, or nothing. */
export type SceneData = Readonly<Record<SourceId, object | string | null>>;

interface AnyFeature {
  readonly properties: object;
}
type AnyGeometry = AreaGeometry | { readonly type: 'Point'; readonly coordinates: readonly number[] };

const collection = (features: readonly object[]) => ({ type: 'FeatureCollection', features });
const feature = (geometry: AnyGeometry, properties: object) => ({ type: 'Feature', geometry, properties });
const point = (lon: number, lat: number) => ({ type: 'Point' as const, coordinates: [lon, lat] });

export const only = <F extends AnyFeature>(layer: { readonly features: readonly F[] }, keep: (properties: F['properties']) => boolean) =>
  collection(layer.features.filter(({ properties }) => keep(properties)));

export const zoneFeatures = (zones: readonly ZoneShape[]) => collection(zones.map(({ id, geometry, isLocked = false }) => feature(geometry, { id, isLocked })));

export const oneZone = (zones: readonly ZoneShape[], id: string | null) => (id === null ? null : zoneFeatures(zones.filter((zone) => zone.id === id)));

/** A name and a line of figures under it take about so much. */
const notePixels = 100;
/** Further in the map does not go. */
const furthestZoom = 24;

export const zoneLabels = (zones: readonly ZoneShape[]) =>
  collection(zones.filter(({ geometry }) => geometry.coordinates.length > 0).map(({ name, note, geometry, label }) => feature(point(...(label ?? labelPoint(geometry))), { name, note, noteFrom: Math.min(furthestZoom, fromZoomOfBreadth(geometry, notePixels)) })));

export const outlines = (areas: readonly AreaGeometry[]) => collection(areas.map((geometry) => feature(geometry, {})));

export const paintedAreas = (areas: readonly PaintedArea[]) => collection(areas.map(({ geometry, paint }) =>
  feature(geometry, typeof paint === 'string' ? { fill: paint, opacity: 1 } : { fill: paint.color, opacity: paint.opacity })));

export const spots = (all: readonly Spot[]) => collection(all.map(({ lon, lat }, place) => feature(point(lon, lat), { number: String(place + 1) })));

/** The address of a layer in full, for the worker of the map; a layer itself as it is. */
export const absolute = (layer: string | object | undefined): string | object | null =>
  (typeof layer === 'string' ? new URL(layer, location.href).href : (layer ?? null));

export const remarkPins = (remarks: readonly RemarkPoint[], chosen: string | null) =>
  collection(remarks.map(({ id, number, isHandled, lon, lat }) => feature(point(lon, lat), { id, number, isHandled, isChosen: id === chosen })));
