import { Map as MapLibreMap, ScaleControl, setWorkerUrl, type GeoJSONSource, type MapMouseEvent } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Camera } from '../state/address.ts';
import { emptyLayer, mapStyle, type SourceId } from './map-style.ts';
import type { Covered, Pick } from './scene.ts';
import { paintDots, paintFacilitySymbols, paintHatch, symbolPixelRatio } from './symbols/paint-symbols.ts';

setWorkerUrl(workerUrl);

export interface CareMapEvents {
  readonly onPick: (pick: Pick) => void;
  readonly onPoint: (pick: Pick) => void;
  readonly onCamera: (camera: Camera) => void;
  /** Whether everything asked for is drawn. */
  readonly onSettled: (settled: boolean) => void;
}

/** The map as the screens know it: data in, picks out; nothing of MapLibre passes this door. */
export interface CareMap {
  setData(source: SourceId, data: object | string | null): void;
  setLayersShown(layers: readonly string[], shown: boolean): void;
  setZoneState(zone: string, state: { chosen?: boolean; pointed?: boolean }): void;
  fit(bounds: readonly number[], covered: Covered): void;
  look(camera: Camera): void;
  flyTo(lon: number, lat: number, zoom: number): void;
  zoomBy(steps: number): void;
  camera(): Camera;
  setTitle(title: string): void;
  resize(): void;
  destroy(): void;
}

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
type Box = [west: number, south: number, east: number, north: number];
const fitPadding = 28;
/** Marks moves that no visitor asked for: they do not belong in the link. */
const placedByProgram = 'placedByProgram';
const placed = { [placedByProgram]: true };

function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return { zoom: map.getZoom(), lat, lon: lng };
}

function pickAt(map: MapLibreMap, { point }: MapMouseEvent): Pick {
  const features = map.queryRenderedFeatures(point, { layers: ['facilities', 'block-surface'] });
  const idIn = (layer: string): string | null => {
    const id: unknown = features.find((feature) => feature.layer.id === layer)?.properties['id'];
    return typeof id === 'string' ? id : null;
  };
  return { facility: idIn('facilities'), block: idIn('block-surface') };
}

/** Starts a map in this element; resolves once its style stands and it takes data. */
export async function createCareMap(container: HTMLElement, bounds: readonly number[], events: CareMapEvents): Promise<CareMap> {
  const symbols = await paintFacilitySymbols();
  const map = new MapLibreMap({
    container,
    style: mapStyle(),
    bounds: bounds as Box,
    fitBoundsOptions: { padding: fitPadding },
    attributionControl: false,
    fadeDuration: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 19,
    minZoom: 7,
    trackResize: false,
    canvasContextAttributes: { antialias: false },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-right');
  await new Promise<void>((resolve) => map.once('style.load', () => resolve()));
  for (const { id, data } of symbols) map.addImage(id, data, { pixelRatio: symbolPixelRatio });
  for (const { id, data } of [paintHatch(), paintDots()]) map.addImage(id, data, { pixelRatio: symbolPixelRatio });

  map.on('click', (event) => events.onPick(pickAt(map, event)));
  map.on('mousemove', (event) => {
    const pick = pickAt(map, event);
    map.getCanvas().style.cursor = pick.block === null && pick.facility === null ? '' : 'pointer';
    events.onPoint(pick);
  });
  map.on('mouseout', () => events.onPoint({ block: null, facility: null }));
  map.on('moveend', (event) => {
    if (!(placedByProgram in event)) events.onCamera(cameraOf(map));
  });
  map.on('dataloading', () => events.onSettled(false));
  map.on('movestart', () => events.onSettled(false));
  map.on('idle', () => events.onSettled(true));

  let alive = true;
  return {
    setData(source, data) {
      if (alive) void map.getSource<GeoJSONSource>(source)?.setData(data ?? emptyLayer);
    },
    setLayersShown(layers, shown) {
      for (const layer of layers) map.setLayoutProperty(layer, 'visibility', shown ? 'visible' : 'none');
    },
    setZoneState(zone, state) {
      if (alive) map.setFeatureState({ source: 'zones', id: zone }, state);
    },
    fit(box, { left, bottom }) {
      const padding = { top: fitPadding, right: fitPadding, left: fitPadding + left, bottom: fitPadding + bottom };
      map.fitBounds(box as Box, { padding, animate: false }, placed);
    },
    look({ lon, lat, zoom }) {
      map.jumpTo({ center: [lon, lat], zoom }, placed);
    },
    flyTo(lon, lat, zoom) {
      if (calm()) map.jumpTo({ center: [lon, lat], zoom });
      else map.easeTo({ center: [lon, lat], zoom, duration: 600 });
    },
    zoomBy(steps) {
      map.zoomTo(map.getZoom() + steps, { animate: !calm(), duration: 200 });
    },
    camera: () => cameraOf(map),
    setTitle(title) {
      map.getCanvas().setAttribute('aria-label', title);
    },
    resize() {
      map.resize(placed);
    },
    destroy() {
      alive = false;
      map.remove();
    },
  };
}
