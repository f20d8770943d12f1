import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { gapRamp, palette } from '../palette.ts';
import { isPart } from './base-layers.ts';

/** Features carry their own fill: a colour, or 'hatch' and 'dots' for what is not known and not told. */
const hasColour: ExpressionSpecification = ['==', ['slice', ['get', 'fill'], 0, 1], '#'];
const hasPattern: ExpressionSpecification = ['in', ['get', 'fill'], ['literal', ['hatch', 'dots']]];

/** Fills of zones or blocks, under the streets' names and over the ground. */
export const fillLayers: readonly LayerSpecification[] = [
  {
    id: 'area-fill', type: 'fill', source: 'areas', filter: hasColour,
    paint: { 'fill-color': ['get', 'fill'], 'fill-opacity': ['get', 'opacity'], 'fill-antialias': false },
  },
  {
    id: 'area-pattern', type: 'fill', source: 'areas', filter: hasPattern,
    paint: { 'fill-pattern': ['get', 'fill'], 'fill-opacity': 0.8 },
  },
];

/** Outlines of blocks and zones; the chosen one is thick, the pointed one in between. */
export const outlineLayers: readonly LayerSpecification[] = [
  { id: 'block-surface', type: 'fill', source: 'blocks', paint: { 'fill-color': '#000000', 'fill-opacity': 0 } },
  {
    id: 'block-line', type: 'line', source: 'blocks', layout: { 'line-join': 'round' },
    paint: { 'line-color': palette.blockLine, 'line-width': 0.6, 'line-opacity': 0.6 },
  },
  {
    id: 'division-line', type: 'line', source: 'division',
    paint: { 'line-color': palette.accent, 'line-width': 2, 'line-dasharray': [4, 2] },
  },
  { id: 'boundary-line', type: 'line', source: 'ground', filter: isPart('boundary'), layout: { 'line-join': 'round' }, paint: { 'line-color': palette.boundary, 'line-width': 2 } },
  { id: 'zone-line', type: 'line', source: 'zones', layout: { 'line-join': 'round' }, paint: { 'line-color': palette.outline, 'line-width': 1.3 } },
  { id: 'zone-locked', type: 'line', source: 'zones', filter: ['get', 'isLocked'], paint: { 'line-color': palette.outline, 'line-width': 5, 'line-dasharray': [0.5, 0.6], 'line-opacity': 0.75 } },
  { id: 'stray-fill', type: 'fill', source: 'strays', paint: { 'fill-color': gapRamp[4], 'fill-opacity': 0.3 } },
  { id: 'stray-line', type: 'line', source: 'strays', layout: { 'line-join': 'round' }, paint: { 'line-color': gapRamp[4], 'line-width': 3 } },
  { id: 'shifted-fill', type: 'fill', source: 'shifted', paint: { 'fill-color': ['get', 'fill'], 'fill-opacity': ['get', 'opacity'] } },
  { id: 'shifted-line', type: 'line', source: 'shifted', paint: { 'line-color': palette.label, 'line-width': 2.5, 'line-dasharray': [2, 1.5] } },
  { id: 'zone-pointed', type: 'line', source: 'pointed-zone', layout: { 'line-join': 'round' }, paint: { 'line-color': palette.outline, 'line-width': 3 } },
  { id: 'zone-halo', type: 'line', source: 'chosen-zone', layout: { 'line-join': 'round' }, paint: { 'line-color': palette.halo, 'line-width': 8 } },
  { id: 'zone-chosen', type: 'line', source: 'chosen-zone', layout: { 'line-join': 'round' }, paint: { 'line-color': palette.accent, 'line-width': 4.5 } },
  { id: 'block-chosen-halo', type: 'line', source: 'chosen-block', layout: { 'line-join': 'round' }, paint: { 'line-color': palette.halo, 'line-width': 7 } },
  { id: 'block-chosen', type: 'line', source: 'chosen-block', layout: { 'line-join': 'round' }, paint: { 'line-color': palette.label, 'line-width': 3.5 } },
];
