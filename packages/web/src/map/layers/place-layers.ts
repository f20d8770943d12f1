import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { palette } from '../palette.ts';
import { nucleusImage } from '../symbols/paint-symbols.ts';

export const labelFont = 'Noto Sans Regular';
export const boldLabelFont = 'Noto Sans Bold';

type VariableAnchorOffset = NonNullable<NonNullable<Extract<LayerSpecification, { type: 'symbol' }>['layout']>['text-variable-anchor-offset']>;

const halo = { 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 } as const;
const bold: { 'text-font': ['literal', string[]]; 'font-scale': number } = { 'text-font': ['literal', [boldLabelFont]], 'font-scale': 1.12 };
const symbolScale: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 10, 0.6, 12, 0.8, 14, 0.95, 16, 1];

/** Where a name may stand, in its own ems: its place, then rings round it, ever wider. */
const nearbyPlaces = [[0, 1], [1.6, 8], [3.2, 12], [5, 16], [7, 16]].flatMap(([radius, count]) => Array.from({ length: count! }, (_, i) => {
  const angle = (2 * Math.PI * i) / count!;
  // Names are wider than they are high.
  return ['center', [1.5 * radius! * Math.cos(angle), radius! * Math.sin(angle)]] as const;
})).flat() as unknown as VariableAnchorOffset;

const nameAlone: ExpressionSpecification = ['format', ['get', 'name'], { ...bold, 'font-scale': 0.95 }];
const withNote: ExpressionSpecification = ['format', ['get', 'name'], bold, '\n', {}, ['get', 'note'], {}];
const noteZooms = Array.from({ length: 13 }, (_, step) => 9 + step / 2);
/** From afar the name alone; the line under it comes when the zone is broad enough, in steps of half a zoom. */
const nameAndNote = ['step', ['zoom'], nameAlone, ...noteZooms.flatMap((zoom) => [zoom, ['case', ['<=', ['get', 'noteFrom'], zoom], withNote, nameAlone]])] as unknown as ExpressionSpecification;

/** What lies in the zones. Later layers are placed first: symbols keep their spot, names move aside for them. */
export const placeLayers: readonly LayerSpecification[] = [
  { id: 'circles', type: 'line', source: 'circles', paint: { 'line-color': palette.label, 'line-width': 1.2, 'line-dasharray': [3, 3] } },
  {
    id: 'homes', type: 'circle', source: 'addresses', minzoom: 14.5,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 14.5, 1.5, 18, 4],
      'circle-color': palette.home, 'circle-stroke-color': palette.halo, 'circle-stroke-width': 0.5,
    },
  },
  {
    id: 'gap-homes', type: 'circle', source: 'gap-homes',
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 1.5, 14, 3, 17, 6],
      'circle-color': palette.label, 'circle-stroke-color': palette.halo, 'circle-stroke-width': 0.75,
    },
  },
  {
    id: 'zone-labels', type: 'symbol', source: 'zone-labels',
    layout: {
      'text-field': nameAndNote,
      'text-font': [labelFont], 'text-size': ['interpolate', ['linear'], ['zoom'], 10, 12, 13, 15], 'text-line-height': 1.25, 'text-max-width': 24,
      // A name never lies over a symbol: it stands where there is room, near its place in the zone before farther from it.
      'text-overlap': 'never', 'text-variable-anchor-offset': nearbyPlaces,
      'text-justify': 'center', 'text-padding': 1,
    },
    paint: { ...halo, 'text-halo-width': 2 },
  },
  {
    id: 'nucleus-dots', type: 'symbol', source: 'kernen',
    layout: { 'icon-image': nucleusImage, 'icon-size': ['interpolate', ['linear'], ['zoom'], 10, 0.65, 14, 1], 'icon-overlap': 'always', 'icon-padding': 0 },
  },
  {
    id: 'nucleus-labels', type: 'symbol', source: 'kernen', minzoom: 12,
    layout: {
      'text-field': ['get', 'name'], 'text-font': [labelFont], 'text-size': 12,
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'], 'text-radial-offset': 0.7, 'text-padding': 3,
    },
    paint: halo,
  },
  {
    id: 'facilities', type: 'symbol', source: 'facilities',
    layout: { 'icon-image': ['get', 'category'], 'icon-size': symbolScale, 'icon-overlap': 'always', 'symbol-sort-key': ['get', 'order'] },
    paint: { 'icon-opacity': ['case', ['get', 'isClosed'], 0.35, 1] },
  },
  {
    id: 'facility-labels', type: 'symbol', source: 'facilities', minzoom: 14,
    layout: {
      'text-field': ['get', 'name'], 'text-font': [labelFont], 'text-size': 11, 'text-optional': true, 'text-max-width': 9,
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'], 'text-radial-offset': 1.3, 'text-padding': 4,
    },
    paint: halo,
  },
  {
    id: 'found', type: 'circle', source: 'found',
    paint: { 'circle-radius': 9, 'circle-color': palette.accent, 'circle-opacity': 0.25, 'circle-stroke-color': palette.accent, 'circle-stroke-width': 3 },
  },
  {
    id: 'remarks', type: 'circle', source: 'remarks',
    paint: {
      'circle-radius': ['case', ['get', 'isChosen'], 13, 10], 'circle-color': ['case', ['get', 'isHandled'], palette.hidden, palette.accent],
      'circle-stroke-color': ['case', ['get', 'isChosen'], palette.label, palette.halo], 'circle-stroke-width': ['case', ['get', 'isChosen'], 3, 2],
    },
  },
  {
    id: 'remark-numbers', type: 'symbol', source: 'remarks',
    layout: { 'text-field': ['get', 'number'], 'text-font': [boldLabelFont], 'text-size': 12, 'text-overlap': 'always' },
    paint: { 'text-color': palette.halo },
  },
  {
    id: 'preview', type: 'circle', source: 'preview',
    paint: { 'circle-radius': 7, 'circle-color': palette.accent, 'circle-stroke-color': palette.halo, 'circle-stroke-width': 2 },
  },
  {
    id: 'preview-numbers', type: 'symbol', source: 'preview',
    layout: {
      'text-field': ['get', 'number'], 'text-font': [boldLabelFont], 'text-size': 12,
      'text-variable-anchor': ['right', 'left', 'top', 'bottom'], 'text-radial-offset': 0.9,
    },
    paint: halo,
  },
  {
    id: 'draft', type: 'circle', source: 'draft',
    paint: { 'circle-radius': 13, 'circle-color': palette.halo, 'circle-opacity': 0.35, 'circle-stroke-color': palette.accent, 'circle-stroke-width': 4 },
  },
  { id: 'draft-middle', type: 'circle', source: 'draft', paint: { 'circle-radius': 3, 'circle-color': palette.accent } },
];
