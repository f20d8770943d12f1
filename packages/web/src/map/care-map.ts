import { Map as MapLibreMap, ScaleControl, setWorkerUrl, type GeoJSONSource, type MapMouseEvent } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Camera } from '../state/address.ts';
import { fitPadding } from './fit-padding.ts';
import { emptyLayer, layerIds, mapStyle, type SourceId } from './map-style.ts';
import type { SceneData } from './scene-data.ts';
import type { Covered, Pick } from './scene.ts';
import { paintDots, paintFacilitySymbols, paintHatch, symbolPixelRatio } from './symbols/paint-symbols.ts';

setWorkerUrl(workerUrl);

interface CareMapEvents {
  readonly onPick: (pick: Pick) => void;
  readonly onPoint: (pick: Pick) => void;
  readonly onCamera: (camera: Camera) => void;
  /** Whether everything asked for is drawn. */
  readonly onSettled: (settled: boolean) => void;
}

/** The map as the screens know it: data in, picks out; nothing of MapLibre passes this door. */
export interface CareMap {
  setData(source: SourceId, data: object | string | null): void;
  setHidden(layers: ReadonlySet<string>): void;
  /** Shows these bounds beside or above what is covered, whichever shows them larger. */
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

/** What the map starts with, so that its first frame is the whole of it. */
interface CareMapStart {
  readonly data: SceneData;
  readonly bounds: readonly number[];
  readonly covered: Covered;
  /** Null shows the bounds. */
  readonly camera: Camera | null;
  /** Drawn layers that are switched off. */
  readonly hidden: ReadonlySet<string>;
}

const sizeOf = ({ clientWidth: width, clientHeight: height }: HTMLElement) => ({ width, height });

/** Starts a map in this element; resolves once its style stands. */
export async function createCareMap(container: HTMLElement, start: CareMapStart, events: CareMapEvents): Promise<CareMap> {
  const { camera, bounds, covered } = start;
  const symbols = await paintFacilitySymbols();
  const map = new MapLibreMap({
    container,
    style: mapStyle(start.data, start.hidden),
    ...(camera === null
      ? { bounds: bounds as Box, fitBoundsOptions: { padding: fitPadding(bounds, sizeOf(container), covered) } }
      : { center: [camera.lon, camera.lat] as [number, number], zoom: camera.zoom }),
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
  map.addControl(new ScaleControl({ maxWidth: 80, unit: 'metric' }), 'bottom-right');
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
  const held: Record<SourceId, object | string | null> = { ...start.data };
  return {
    setData(source, data) {
      if (!alive || held[source] === data) return;
      held[source] = data;
      void map.getSource<GeoJSONSource>(source)?.setData(data ?? emptyLayer);
    },
    setHidden(layers) {
      for (const layer of layerIds) {
        const visibility = layers.has(layer) ? 'none' : 'visible';
        if ((map.getLayoutProperty(layer, 'visibility') ?? 'visible') !== visibility) map.setLayoutProperty(layer, 'visibility', visibility);
      }
    },
    fit(box, over) {
      map.fitBounds(box as Box, { padding: fitPadding(box, sizeOf(container), over), animate: false }, placed);
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
