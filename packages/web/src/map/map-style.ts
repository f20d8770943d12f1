import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2?url';
import latinRegular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import extendedBold from '@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff2?url';
import extendedRegular from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import type { BlockLayer } from '@woonzorgzones/api/schemas';
import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl';
import { fromZoomOfMost } from './from-zoom.ts';
import { barrierLayers, groundLayers } from './layers/base-layers.ts';
import { boldLabelFont, labelFont, placeLayers } from './layers/place-layers.ts';
import { reachAreaLayers, reachLayers } from './layers/reach-layers.ts';
import { fillLayers, outlineLayers } from './layers/zone-layers.ts';

export const sourceIds = [
  'ground', 'buildings', 'areas', 'blocks', 'division', 'zones', 'chosen-zone', 'pointed-zone', 'chosen-block',
  'circles', 'addresses', 'kernen', 'zone-labels', 'facilities', 'found', 'preview', 'gap-homes', 'draft', 'strays', 'shifted', 'remarks', 'reach-homes', 'reach-area', 'reach-route', 'reach-paths', 'reach-closed', 'reach-sites',
] as const;
export type SourceId = (typeof sourceIds)[number];

export const emptyLayer = { type: 'FeatureCollection' as const, features: [] };

/** Names are drawn from the fonts in the bundle: no glyph server, the same on every machine. */
function fontFaces(): NonNullable<StyleSpecification['font-faces']> {
  const absolute = (url: string) => new URL(url, location.href).href;
  const faces = (latin: string, extended: string) => [
    { url: absolute(latin), 'unicode-range': ['U+0000-00FF', 'U+2000-206F', 'U+20AC'] },
    { url: absolute(extended), 'unicode-range': ['U+0100-02BA', 'U+1E00-1EFF'] },
  ];
  return { [labelFont]: faces(latinRegular, extendedRegular), [boldLabelFont]: faces(latinBold, extendedBold) };
}

const layers = [...groundLayers, ...fillLayers, ...reachAreaLayers, ...barrierLayers, ...outlineLayers, ...reachLayers, ...placeLayers];

const geoJson = (data: object | string | null): GeoJSONSourceSpecification => ({ type: 'geojson', data: (data ?? emptyLayer) as GeoJSONSourceSpecification['data'] });

type Data = Readonly<Record<SourceId, object | string | null>>;

export const isEmpty = (data: object | string | null): boolean => data === null || (typeof data === 'object' && 'features' in data && Array.isArray(data.features) && data.features.length === 0);

/**
 * Which layers are drawn: those that are not switched off and have something to draw. The library masks every tile of every
 * source with a visible layer, in each frame and twice, whether there is anything in it or not.
 */
export function drawnLayers(data: Data, hidden: ReadonlySet<string>): ReadonlyMap<string, boolean> {
  return new Map(layers.map((layer) => [layer.id, !hidden.has(layer.id) && (!('source' in layer) || !isEmpty(data[layer.source as SourceId]))]));
}

/** Blocks narrower than this are no more told apart by lines. */
const toldApartPixels = 24;
const furthestZoom = 24;

/** Between which zooms lines between blocks are drawn: a wijk has its outline on the first view, a building block from nearer by. */
export const blockLineZooms = (blocks: object | string | null): readonly [from: number, to: number] =>
  [Math.min(furthestZoom, Math.max(0, fromZoomOfMost(blocks === null || typeof blocks === 'string' ? [] : (blocks as BlockLayer).features.map(({ geometry }) => geometry), toldApartPixels))), furthestZoom];

/** The whole style as the map starts with it; later changes are a matter of setting data and hiding layers. */
export function mapStyle(data: Data, hidden: ReadonlySet<string>): StyleSpecification {
  const drawn = drawnLayers(data, hidden);
  return {
    version: 8,
    'font-faces': fontFaces(),
    sources: Object.fromEntries(sourceIds.map((id) => [id, geoJson(data[id])])),
    layers: layers.map((layer) => ({
      ...layer,
      ...(layer.id === 'block-line' ? { minzoom: blockLineZooms(data.blocks)[0] } : {}),
      ...(drawn.get(layer.id) === true ? {} : { layout: { ...layer.layout, visibility: 'none' } }),
    })),
  };
}
