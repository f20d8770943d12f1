import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2?url';
import latinRegular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import extendedBold from '@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff2?url';
import extendedRegular from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl';
import { barrierLayers, groundLayers } from './layers/base-layers.ts';
import { boldLabelFont, labelFont, placeLayers } from './layers/place-layers.ts';
import { fillLayers, outlineLayers } from './layers/zone-layers.ts';

export const sourceIds = [
  'boundary', 'green', 'water', 'streets', 'barriers', 'crossings', 'areas', 'blocks', 'division', 'zones', 'chosen-block',
  'circles', 'addresses', 'kernen', 'zone-labels', 'facilities', 'found',
] as const;
export type SourceId = (typeof sourceIds)[number];

export const emptyLayer = { type: 'FeatureCollection' as const, features: [] };
const emptySource: GeoJSONSourceSpecification = { type: 'geojson', data: emptyLayer, promoteId: 'id' };

/** Names are drawn from the fonts in the bundle: no glyph server, the same on every machine. */
function fontFaces(): NonNullable<StyleSpecification['font-faces']> {
  const absolute = (url: string) => new URL(url, location.href).href;
  const faces = (latin: string, extended: string) => [
    { url: absolute(latin), 'unicode-range': ['U+0000-00FF', 'U+2000-206F', 'U+20AC'] },
    { url: absolute(extended), 'unicode-range': ['U+0100-02BA', 'U+1E00-1EFF'] },
  ];
  return { [labelFont]: faces(latinRegular, extendedRegular), [boldLabelFont]: faces(latinBold, extendedBold) };
}

/** The whole style, with empty sources: what is shown is a matter of setting their data. */
export const mapStyle = (): StyleSpecification => ({
  version: 8,
  'font-faces': fontFaces(),
  sources: Object.fromEntries(sourceIds.map((id) => [id, emptySource])),
  layers: [...groundLayers, ...fillLayers, ...barrierLayers, ...outlineLayers, ...placeLayers],
});
