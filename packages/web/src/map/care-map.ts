import { AJAXError, LngLat, Map as MapLibreMap, ScaleControl, prewarm, setWorkerUrl, type GeoJSONSource, type MapMouseEvent, type MapTouchEvent } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Camera } from '../state/address.ts';
import type { Spot } from '../state/view.ts';
import { fitPadding } from './fit-padding.ts';
import { blockLineZooms, drawnLayers, emptyLayer, isEmpty, mapStyle, sourceIds, type SourceId } from './map-style.ts';
import type { SceneData } from './scene-data.ts';
import type { Gestures } from './draw/gestures.ts';
import type { Covered, DrawGestures, HeldTool, Pick } from './scene.ts';
import { paintDots, paintFacilitySymbols, paintHatch, paintNucleus, symbolPixelRatio } from './symbols/paint-symbols.ts';

setWorkerUrl(workerUrl);
// The worker reads its half a megabyte of code, and the symbols are painted, while the data of the map come.
prewarm();
const symbolsPainted = paintFacilitySymbols();

interface CareMapEvents {
  readonly onPick: (pick: Pick) => void;
  readonly onPoint: (pick: Pick) => void;
  /** Also while it is under way: then it is not done. */
  readonly onDrag: (facility: string | null, to: Spot, isDone: boolean) => void;
  readonly onCamera: (camera: Camera) => void;
  /** Whether everything asked for is drawn. */
  readonly onSettled: (settled: boolean) => void;
}

/** The map as the screens know it: data in, picks out; nothing of MapLibre passes this door. */
export interface CareMap {
  setData(source: SourceId, data: object | string | null): void;
  setHidden(layers: ReadonlySet<string>): void;
  /** What a pointer can take hold of, and whether a click gives a place. */
  setGrip(grip: Grip): void;
  /** Takes up a tool to draw zones with, or with null puts it down. */
  hold(tool: HeldTool | null, events: DrawGestures): void;
  /** Fetches the library of drawing, so that the first tool is in hand at once. */
  prepareToDraw(events: DrawGestures): void;
  /** Shows these bounds beside or above what is covered, whichever shows them larger. */
  fit(bounds: readonly number[], covered: Covered): void;
  look(camera: Camera): void;
  flyTo(lon: number, lat: number, zoom: number): void;
  zoomBy(steps: number): void;
  camera(): Camera;
  /** Looks where another map looks, whenever that moves, until the given function is called. */
  follow(other: CareMap): () => void;
  /** The view that shows these bounds beside or above what is covered, no nearer than a street. */
  cameraFor(bounds: readonly number[], covered: Covered): Camera;
  /** Calls back with every change of view, however it comes. */
  onMove(moved: () => void): () => void;
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

function pickAt(map: MapLibreMap, { point, lngLat: { lng: lon, lat } }: MapMouseEvent): Pick {
  const features = map.queryRenderedFeatures(point, { layers: ['facilities', 'block-surface', 'reach-homes', 'crossings', 'remarks'] });
  const idIn = (layer: string): string | null => {
    const id: unknown = features.find((feature) => feature.layer.id === layer)?.properties['id'];
    return typeof id === 'string' ? id : null;
  };
  return { remark: idIn('remarks'), facility: idIn('facilities'), block: idIn('block-surface'), address: idIn('reach-homes'), crossing: idIn('crossings'), lon, lat };
}

/** What a pointer can take hold of: the facility that is chosen, or what is being placed. */
interface Grip {
  readonly movable: string | null;
  readonly isPlacing: boolean;
}

function cursorOver(pick: Pick, { movable, isPlacing }: Grip): string {
  if (isPlacing) return 'crosshair';
  if (pick.remark !== null) return 'pointer';
  if (pick.facility !== null) return pick.facility === movable ? 'move' : 'pointer';
  return pick.block === null ? '' : 'pointer';
}

/** Drags what the grip allows with mouse or finger, and says at the end where it was put; a ring shows the way meanwhile. */
function followDrags(map: MapLibreMap, grip: () => Grip, showRing: (ring: object) => void, onDrag: CareMapEvents['onDrag']): void {
  const hold = (event: MapMouseEvent | MapTouchEvent): void => {
    const { movable, isPlacing } = grip();
    const around = 12;
    const { x, y } = event.point;
    const held = map.queryRenderedFeatures([[x - around, y - around], [x + around, y + around]], { layers: ['draft', 'facilities'] })
      .find(({ layer, properties }) => (layer.id === 'draft' ? isPlacing : !isPlacing && movable !== null && properties['id'] === movable));
    if (held === undefined || ('touches' in event.originalEvent && event.originalEvent.touches.length > 1)) return;
    event.preventDefault();
    let to: Spot | null = null;
    const move = ({ lngLat: { lng, lat } }: MapMouseEvent | MapTouchEvent): void => {
      to = { lon: lng, lat };
      showRing({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [lng, lat] } }] });
      onDrag(isPlacing ? null : movable, to, false);
    };
    const drop = (): void => {
      map.off('mousemove', move);
      map.off('touchmove', move);
      map.off('touchend', drop);
      removeEventListener('mouseup', drop);
      if (to === null) return;
      if (!isPlacing) showRing(emptyLayer);
      onDrag(isPlacing ? null : movable, to, true);
    };
    map.on('mousemove', move);
    map.on('touchmove', move);
    map.on('touchend', drop);
    // Wherever it is let go, also outside the map.
    addEventListener('mouseup', drop);
  };
  map.on('mousedown', hold);
  map.on('touchstart', hold);
}

/** The status of a request that reached nobody. */
const noAnswer = 0;
const askAgainMs = 5_000;

/** Layers that the map could not fetch, asked for again after a while, or at once when the network is back. */
function whenReached(ask: (source: SourceId) => void) {
  const waiting = new Set<SourceId>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const due = [...waiting];
    waiting.clear();
    for (const source of due) ask(source);
  };
  addEventListener('online', go);
  return {
    wait(source: SourceId): void {
      waiting.add(source);
      timer ??= setTimeout(go, askAgainMs);
    },
    stop(): void {
      clearTimeout(timer);
      removeEventListener('online', go);
    },
  };
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

/** Longer nobody waits for the first picture to be whole. */
const wholeWithinMs = 3_000;

/**
 * Paints nothing until all that the first picture shows has come and its names have their places; then that picture, at once.
 * The library paints anew for every piece that comes in: without a graphics card ten pictures of a tenth of a second each.
 */
function firstPictureWhole(map: MapLibreMap, whenPainted: () => void): void {
  const painter: { render?: MapLibreMap['painter']['render'] } = map.painter;
  painter.render = () => undefined;
  const paint = (): void => {
    clearTimeout(timer);
    map.off('idle', paint);
    delete painter.render;
    whenPainted();
    map.triggerRepaint();
  };
  const timer = setTimeout(paint, wholeWithinMs);
  map.on('idle', paint);
  map.on('remove', () => clearTimeout(timer));
}

const sizeOf = ({ clientWidth: width, clientHeight: height }: HTMLElement) => ({ width, height });

/** Starts a map in this element, with what it is told when all that is being drawn now has been drawn; resolves once its style stands. */
export async function createCareMap(container: HTMLElement, startWith: () => CareMapStart, events: CareMapEvents): Promise<CareMap> {
  await Promise.resolve();
  const start = startWith();
  const { camera, bounds, covered } = start;
  const map = new MapLibreMap({
    container,
    style: mapStyle(start.data, start.hidden),
    ...(camera === null
      ? { bounds: bounds as Box, fitBoundsOptions: { padding: fitPadding(bounds, sizeOf(container), covered) } }
      : { center: [camera.lon, camera.lat] as [number, number], zoom: camera.zoom }),
    // The style is checked by a test; here that costs a tenth of a second.
    validateStyle: false,
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
  const [symbols] = await Promise.all([symbolsPainted, new Promise<void>((resolve) => map.once('style.load', () => resolve()))]);
  // The library paints a sky behind every frame, which this map never shows: without a graphics card a third of the work of a frame.
  Object.assign(map.style.sky, { getEvaluated: () => undefined });
  for (const { id, data } of symbols) map.addImage(id, data, { pixelRatio: symbolPixelRatio });
  for (const { id, data } of [paintNucleus(), paintHatch(), paintDots()]) map.addImage(id, data, { pixelRatio: symbolPixelRatio });

  let isDrawing = false;
  let grip: Grip = { movable: null, isPlacing: false };
  map.on('click', (event) => events.onPick(pickAt(map, event)));
  map.on('mousemove', (event) => {
    if (isDrawing) return;
    const pick = pickAt(map, event);
    map.getCanvas().style.cursor = cursorOver(pick, grip);
    events.onPoint(pick);
  });
  map.on('mouseout', ({ lngLat: { lng: lon, lat } }) => events.onPoint({ remark: null, block: null, facility: null, address: null, crossing: null, lon, lat }));
  map.on('moveend', (event) => {
    if (!(placedByProgram in event)) events.onCamera(cameraOf(map));
  });
  map.on('dataloading', () => events.onSettled(false));
  map.on('movestart', () => events.onSettled(false));
  firstPictureWhole(map, () => {
    map.addControl(new ScaleControl({ maxWidth: 80, unit: 'metric' }), 'bottom-right');
    map.on('idle', () => events.onSettled(true));
  });

  let alive = true;
  const askAgain = whenReached((source) => {
    if (alive && typeof held[source] === 'string') void map.getSource<GeoJSONSource>(source)?.setData(held[source]);
  });
  map.on('error', ({ error, ...about }) => {
    const source = 'sourceId' in about ? sourceIds.find((id) => id === about.sourceId) : undefined;
    if (source !== undefined && error instanceof AJAXError && error.status === noAnswer) askAgain.wait(source);
    else reportError(error);
  });
  /** Null when their code did not come; the next time it is fetched anew. */
  let gestures: Promise<Gestures | null> | null = null;
  const gesturesTo = (told: DrawGestures): Promise<Gestures | null> => (gestures ??= import('./draw/gestures.ts').then(({ startGestures }) => startGestures(map, told)).catch(() => (gestures = null)));
  const held: Record<SourceId, object | string | null> = { ...start.data };
  let hidden = start.hidden;
  const showDrawn = (): void => {
    for (const [layer, isDrawn] of drawnLayers(held, hidden)) {
      const visibility = isDrawn ? 'visible' : 'none';
      if ((map.getLayoutProperty(layer, 'visibility') ?? 'visible') !== visibility) map.setLayoutProperty(layer, 'visibility', visibility);
    }
  };
  const setData = (source: SourceId, data: object | string | null): void => {
    const isOtherwiseDrawn = isEmpty(held[source]) !== isEmpty(data);
    held[source] = data;
    void map.getSource<GeoJSONSource>(source)?.setData((data ?? emptyLayer) as Parameters<GeoJSONSource['setData']>[0]);
    if (source === 'blocks') map.setLayerZoomRange('block-line', ...blockLineZooms(data));
    if (isOtherwiseDrawn) showDrawn();
  };
  followDrags(map, () => grip, (ring) => setData('draft', ring), events.onDrag);
  return {
    setData(source, data) {
      if (alive && held[source] !== data) setData(source, data);
    },
    setHidden(layers) {
      hidden = layers;
      showDrawn();
    },
    setGrip(next) {
      grip = next;
    },
    prepareToDraw(told) {
      void gesturesTo(told);
    },
    hold(tool, told) {
      isDrawing = tool !== null;
      if (gestures === null && tool === null) return;
      void gesturesTo(told).then((started) => {
        if (!alive) return;
        started?.hold(tool);
        if (tool === null) return;
        if (started === null) told.onFailed();
        else told.onHeld();
      });
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
    follow(other) {
      const mirror = (): void => {
        if (!alive) return;
        const to = other.camera();
        const { zoom, lat, lon } = cameraOf(map);
        // Two maps may follow each other: what is equal already goes no further.
        if (Math.abs(to.zoom - zoom) < 1e-6 && Math.abs(to.lat - lat) < 1e-9 && Math.abs(to.lon - lon) < 1e-9) return;
        map.jumpTo({ center: [to.lon, to.lat], zoom: to.zoom }, placed);
      };
      mirror();
      return other.onMove(mirror);
    },
    onMove(moved) {
      map.on('move', moved);
      return () => map.off('move', moved);
    },
    cameraFor(box, over) {
      const { center, zoom } = map.cameraForBounds(box as Box, { padding: fitPadding(box, sizeOf(container), over), maxZoom: 16 }) ?? {};
      const { lng, lat } = center === undefined ? map.getCenter() : LngLat.convert(center);
      return { lon: lng, lat, zoom: zoom ?? map.getZoom() };
    },
    setTitle(title) {
      map.getCanvas().setAttribute('aria-label', title);
    },
    resize() {
      map.resize(placed);
    },
    destroy() {
      alive = false;
      askAgain.stop();
      void gestures?.then((started) => started?.destroy());
      map.remove();
    },
  };
}
