import type { LayerSpecification } from 'maplibre-gl';
import { palette } from '../palette.ts';

const byZoom = (...stops: readonly (readonly [zoom: number, width: number])[]) =>
  ['interpolate', ['exponential', 1.6], ['zoom'], ...stops.flat()] as unknown as number;

const streetOf = (name: string) => ['==', ['get', 'class'], name] as ['==', ['get', string], string];

/**
 * Every kind of drawing costs a shader program, and on a machine without a graphics card compiling one takes longer than
 * drawing with it. So fills have no antialiased edge of their own (a line covers it), and what the first view shows is drawn
 * by as few kinds as can be: dashes come only when zoomed in or asked for.
 */
const smooth = { 'fill-antialias': false } as const;

/** Which part of the ground is meant. */
export const isPart = (part: string) => ['==', ['get', 'part'], part] as ['==', ['get', string], string];

/** The quiet ground under everything, drawn from the dataset's own layers. One source holds them: tiles are cut, sent and masked once. */
export const groundLayers: readonly LayerSpecification[] = [
  { id: 'outside', type: 'background', paint: { 'background-color': palette.outside } },
  { id: 'ground', type: 'fill', source: 'ground', filter: isPart('boundary'), paint: { 'fill-color': palette.ground, ...smooth } },
  { id: 'green', type: 'fill', source: 'ground', filter: isPart('green'), paint: { 'fill-color': palette.green, ...smooth } },
  { id: 'water', type: 'fill', source: 'ground', filter: isPart('water'), paint: { 'fill-color': palette.water, ...smooth } },
  { id: 'buildings', type: 'fill', source: 'buildings', minzoom: 14, paint: { 'fill-color': palette.building, ...smooth } },
  {
    id: 'street-path', type: 'line', source: 'ground', minzoom: 14, filter: streetOf('pad'),
    paint: { 'line-color': palette.path, 'line-width': 1, 'line-dasharray': [3, 2] },
  },
  {
    id: 'street', type: 'line', source: 'ground', minzoom: 11, filter: streetOf('straat'), layout: { 'line-cap': 'round' },
    paint: { 'line-color': palette.street, 'line-width': byZoom([11, 0.4], [14, 2], [17, 8]) },
  },
  {
    id: 'street-main', type: 'line', source: 'ground', filter: streetOf('hoofdweg'), layout: { 'line-cap': 'round' },
    paint: { 'line-color': palette.mainRoad, 'line-width': byZoom([10, 0.8], [14, 3.5], [17, 12]) },
  },
  {
    id: 'street-motorway', type: 'line', source: 'ground', filter: streetOf('autosnelweg'), layout: { 'line-cap': 'round' },
    paint: { 'line-color': palette.motorway, 'line-width': byZoom([9, 1.2], [14, 5], [17, 16]) },
  },
];

const isKind = (...kinds: readonly string[]) => ['in', ['get', 'kind'], ['literal', [...kinds]]] as unknown as ['==', string, string];

/** What cuts people off, and where they cross it. */
export const barrierLayers: readonly LayerSpecification[] = [
  {
    id: 'barrier-water', type: 'line', source: 'ground', filter: isKind('kanaal', 'rivier'),
    paint: { 'line-color': palette.canal, 'line-width': byZoom([10, 2], [14, 6]) },
  },
  {
    id: 'barrier-road', type: 'line', source: 'ground', filter: isKind('autosnelweg', 'expresweg'),
    paint: { 'line-color': palette.barrierRoad, 'line-width': byZoom([10, 1.5], [14, 4]) },
  },
  {
    id: 'barrier-railway', type: 'line', source: 'ground', filter: isKind('spoorweg'),
    paint: { 'line-color': palette.railway, 'line-width': byZoom([10, 1], [14, 2]) },
  },
  {
    id: 'barrier-railway-ties', type: 'line', source: 'ground', minzoom: 12.5, filter: isKind('spoorweg'),
    paint: { 'line-color': palette.railway, 'line-width': byZoom([10, 3], [14, 7]), 'line-dasharray': [0.25, 2.5] },
  },
  {
    id: 'crossings', type: 'circle', source: 'ground', minzoom: 11, filter: isPart('crossings'),
    paint: { 'circle-radius': byZoom([11, 2.5], [15, 5]), 'circle-color': palette.halo, 'circle-stroke-color': palette.railway, 'circle-stroke-width': 1.5 },
  },
];
