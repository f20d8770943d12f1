import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { boldLabelFont } from './place-layers.ts';
import { palette, reachChangeColours, reachRamp, reachUnreached } from '../palette.ts';

/** Stretches of street are drawn this wide on the ground, so that an area is what it is and bridges no canal. */
const bufferedMetres = 40;

/** Pixels of so many metres at 51° N: at zoom 10 a pixel is 48 m, and half of that a zoom further. */
const groundWidth = (metres: number): ExpressionSpecification => ['interpolate', ['exponential', 2], ['zoom'], 10, Math.max(0.8, metres / 48.1), 20, (metres / 48.1) * 1024];

const byNumber = (property: string, colours: readonly string[], otherwise: string): ExpressionSpecification =>
  ['match', ['get', property], ...colours.flatMap((colour, at) => [at, colour]), otherwise] as unknown as ExpressionSpecification;

/** The area of a facility under everything that stands on it. */
export const reachAreaLayers: readonly LayerSpecification[] = [
  {
    id: 'reach-area', type: 'line', source: 'reach-area', layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': byNumber('band', reachRamp, palette.street), 'line-width': groundWidth(bufferedMetres), 'line-opacity': 0.55 },
  },
];

/** Homes by how far they have to go, the way of one of them, and what a scenario adds. */
export const reachLayers: readonly LayerSpecification[] = [
  {
    id: 'reach-homes', type: 'circle', source: 'reach-homes',
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 1.2, 13, 2.4, 16, 5],
      'circle-color': ['case', ['>=', ['get', 'change'], 0], byNumber('change', reachChangeColours, palette.home), byNumber('class', reachRamp, reachUnreached)],
      'circle-stroke-color': palette.label, 'circle-stroke-width': ['case', ['==', ['get', 'class'], 5], 0.8, 0],
    },
  },
  {
    id: 'reach-route', type: 'line', source: 'reach-route', layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': palette.accent, 'line-width': 4 },
  },
  {
    id: 'reach-paths', type: 'line', source: 'reach-paths', filter: ['==', ['geometry-type'], 'LineString'], layout: { 'line-cap': 'round' },
    paint: { 'line-color': reachChangeColours[2], 'line-width': 4 },
  },
  {
    id: 'reach-path-start', type: 'circle', source: 'reach-paths', filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 5, 'circle-color': reachChangeColours[2], 'circle-stroke-color': palette.halo, 'circle-stroke-width': 2 },
  },
  {
    id: 'reach-closed', type: 'circle', source: 'reach-closed',
    paint: { 'circle-radius': 9, 'circle-color': reachChangeColours[1], 'circle-stroke-color': palette.halo, 'circle-stroke-width': 2 },
  },
  {
    id: 'reach-closed-cross', type: 'symbol', source: 'reach-closed',
    layout: { 'text-field': '×', 'text-font': [boldLabelFont], 'text-size': 16, 'text-allow-overlap': true, 'text-ignore-placement': true },
    paint: { 'text-color': palette.halo },
  },
  {
    id: 'reach-sites', type: 'circle', source: 'reach-sites',
    paint: {
      'circle-radius': ['match', ['get', 'kind'], 'candidate', 5, 12],
      'circle-color': ['match', ['get', 'kind'], 'new', palette.accent, 'kept', palette.label, palette.halo],
      'circle-stroke-color': ['match', ['get', 'kind'], 'candidate', palette.accent, palette.halo], 'circle-stroke-width': 2,
    },
  },
  {
    id: 'reach-sites-label', type: 'symbol', source: 'reach-sites', filter: ['!=', ['get', 'kind'], 'candidate'],
    layout: { 'text-field': ['get', 'label'], 'text-font': [boldLabelFont], 'text-size': 13, 'text-allow-overlap': true, 'text-ignore-placement': true },
    paint: { 'text-color': palette.halo },
  },
];
