import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Camera, LayerId } from '../state/address.ts';
import type { Spot } from '../state/view.ts';
import { createCareMap, type CareMap } from './care-map.ts';
import { sourceIds } from './map-style.ts';
import { absolute, oneZone, only, outlines, paintedAreas, remarkPins, spots, zoneFeatures, zoneLabels, type SceneData } from './scene-data.ts';
import type { Covered, DrawGestures, Pick, Scene } from './scene.ts';
import './map-view.css';

/** Which drawn layers a switch of the legend turns on and off. */
const layersOfSwitch: Readonly<Partial<Record<LayerId, readonly string[]>>> = {
  zones: ['area-fill', 'area-pattern', 'zone-line', 'zone-locked', 'zone-pointed', 'zone-halo', 'zone-chosen', 'zone-labels'],
  kernen: ['nucleus-dots', 'nucleus-labels'],
  cirkels: ['circles'],
  bouwblokken: ['block-line'],
  barrieres: ['barrier-water', 'barrier-road', 'barrier-railway', 'barrier-railway-ties', 'crossings'],
  woningen: ['homes'],
  opmerkingen: ['remarks', 'remark-numbers'],
};

/** Near enough to see the houses around an address. */
const spotZoom = 16;

interface MapViewProps {
  readonly scene: Scene;
  readonly layers: ReadonlySet<LayerId>;
  readonly camera: Camera | null;
  /** What lies over the map: the first view keeps clear of it. */
  readonly covered: Covered;
  /** Says for those who do not see it what the map shows. */
  readonly title: string;
  readonly onPick: (pick: Pick) => void;
  readonly onPoint: (pick: Pick) => void;
  /** The movable facility, or with null what is being placed, is being dragged here, or was. */
  readonly onDrag: (facility: string | null, to: Spot, isDone: boolean) => void;
  readonly onCamera: (camera: Camera) => void;
  readonly onReady: (map: CareMap) => void;
  /** Its first picture stands. */
  readonly onPicture?: () => void;
  /** What the map tells while a tool is held. */
  readonly gestures?: DrawGestures;
}

const sameCamera = (a: Camera, b: Camera): boolean =>
  Math.abs(a.zoom - b.zoom) < 0.01 && Math.abs(a.lat - b.lat) < 1e-5 && Math.abs(a.lon - b.lon) < 1e-5;

/** [west, south, east, north] around these spots, with room for a street or two. */
function boundsOf(all: readonly Spot[]): readonly number[] {
  const [lons, lats] = [all.map(({ lon }) => lon), all.map(({ lat }) => lat)];
  const room = 0.003;
  return [Math.min(...lons) - room, Math.min(...lats) - room, Math.max(...lons) + room, Math.max(...lats) + room];
}

const hiddenLayers = (layers: ReadonlySet<LayerId>): ReadonlySet<string> =>
  new Set(Object.entries(layersOfSwitch).flatMap(([id, drawn]) => (layers.has(id as LayerId) ? [] : drawn)));

/** What the sources hold; a piece stays the same object while nothing in it changes, so that only changes reach the map. */
function useSceneData({ base, blocks, areas, zones, kernen, circles, facilities, found, draft, preview, gapHomes, reach, remarks, chosenRemark, chosenBlock, chosenZone, pointedZone, drawing }: Scene, layers: ReadonlySet<LayerId>): SceneData {
  const pieces = {
    areas: useMemo(() => paintedAreas(areas), [areas]),
    zones: useMemo(() => zoneFeatures(zones), [zones]),
    'chosen-zone': useMemo(() => oneZone(zones, chosenZone), [zones, chosenZone]),
    'pointed-zone': useMemo(() => oneZone(zones, pointedZone), [zones, pointedZone]),
    'zone-labels': useMemo(() => zoneLabels(zones), [zones]),
    facilities: useMemo(() => facilities && only(facilities, ({ category }) => layers.has(category)), [facilities, layers]),
    'chosen-block': useMemo(() => (blocks === null || chosenBlock === null ? null : only(blocks, ({ id }) => id === chosenBlock)), [blocks, chosenBlock]),
    strays: useMemo(() => (drawing === undefined ? null : outlines(drawing.strays)), [drawing]),
    shifted: useMemo(() => (drawing === undefined ? null : paintedAreas(drawing.shifted)), [drawing]),
    found: useMemo(() => found && spots([found]), [found]),
    draft: useMemo(() => draft && spots([draft]), [draft]),
    preview: useMemo(() => preview && spots(preview), [preview]),
    'gap-homes': useMemo(() => gapHomes && spots(gapHomes), [gapHomes]),
    remarks: useMemo(() => remarkPins(remarks, chosenRemark), [remarks, chosenRemark]),
  };
  return {
    ...pieces, blocks, kernen, circles,
    'reach-homes': reach?.homes ?? null, 'reach-area': reach?.area ?? null, 'reach-route': reach?.route ?? null, 'reach-paths': reach?.paths ?? null, 'reach-closed': reach?.closed ?? null,
    'reach-sites': reach?.sites ?? null,
    ground: absolute(base.ground), buildings: absolute(base.buildings), addresses: absolute(base.addresses), division: absolute(base.division),
  };
}

/** The map in its box: a thin skin that hands the scene to the care map, piece by piece as pieces change. */
export function MapView({ scene, layers, camera, covered, title, onPick, onPoint, onDrag, onCamera, onReady, onPicture, gestures }: MapViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<CareMap | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [settled, setSettled] = useState(false);
  const data = useSceneData(scene, layers);
  const { bounds, found, preview, gapHomes, movable, isPlacing } = scene;

  const events = { onPick: useEffectEvent(onPick), onPoint: useEffectEvent(onPoint), onDrag: useEffectEvent(onDrag), onCamera: useEffectEvent(onCamera) };
  const ready = useEffectEvent(onReady);
  const pictured = useEffectEvent(() => onPicture?.());
  const startWith = useEffectEvent(() => ({ data, bounds, covered, camera, hidden: hiddenLayers(layers) }));
  const start = useEffectEvent((container: HTMLElement) => createCareMap(container, startWith, {
    onPick: (pick) => events.onPick(pick), onPoint: (pick) => events.onPoint(pick), onDrag: (id, to, isDone) => events.onDrag(id, to, isDone), onCamera: (to) => events.onCamera(to), onSettled: setSettled,
  }));
  useEffect(() => {
    let made: CareMap | null = null;
    let dropped = false;
    const make = async (): Promise<void> => {
      const created = await start(box.current!);
      if (dropped) created.destroy();
      else {
        made = created;
        setMap(created);
        ready(created);
      }
    };
    make().catch(setFailure);
    return () => {
      dropped = true;
      made?.destroy();
      setMap(null);
    };
  }, []);

  useEffect(() => {
    if (settled) pictured();
  }, [settled]);

  const place = useEffectEvent((target: CareMap) => {
    target.resize();
    if (camera === null) target.fit(bounds, covered);
  });
  useEffect(() => {
    if (map === null || box.current === null) return undefined;
    const frame = box.current;
    // Behind another screen it has no size, and keeps the view it had.
    const observer = new ResizeObserver(() => { if (frame.clientWidth > 0) place(map); });
    observer.observe(frame);
    return () => observer.disconnect();
  }, [map]);

  useEffect(() => {
    if (map === null) return;
    if (camera === null) map.fit(bounds, covered);
    else if (!sameCamera(camera, map.camera())) map.look(camera);
  }, [map, camera, bounds, covered]);

  useEffect(() => map?.setTitle(title), [map, title]);
  useEffect(() => {
    if (found !== null) map?.flyTo(found.lon, found.lat, spotZoom);
  }, [map, found]);
  useEffect(() => {
    if (preview !== null && preview.length > 0) map?.fit(boundsOf(preview), { width: 0, height: 0 });
  }, [map, preview]);
  useEffect(() => {
    if (gapHomes !== null && gapHomes.length > 0) map?.fit(boundsOf(gapHomes), covered);
  }, [map, gapHomes, covered]);
  const told: DrawGestures = {
    onHeld: useEffectEvent(() => gestures?.onHeld()),
    onFailed: useEffectEvent(() => gestures?.onFailed()),
    onBegin: useEffectEvent((...about: Parameters<DrawGestures['onBegin']>) => gestures?.onBegin(...about)),
    onMove: useEffectEvent((...about: Parameters<DrawGestures['onMove']>) => gestures?.onMove(...about)),
    onEnd: useEffectEvent(() => gestures?.onEnd()),
    onTakeBack: useEffectEvent(() => gestures?.onTakeBack()),
    onRing: useEffectEvent((...about: Parameters<DrawGestures['onRing']>) => gestures?.onRing(...about)),
    onLine: useEffectEvent((line: readonly number[]) => gestures?.onLine(line)),
  };
  const held = scene.drawing?.held ?? null;
  const isAtTable = scene.drawing !== undefined;
  const [hasStood, setHasStood] = useState(false);
  if (settled && !hasStood) setHasStood(true);
  useEffect(() => {
    const tell: DrawGestures = {
      onHeld: () => told.onHeld(), onFailed: () => told.onFailed(),
      onBegin: (...about) => told.onBegin(...about), onMove: (...about) => told.onMove(...about), onEnd: () => told.onEnd(), onTakeBack: () => told.onTakeBack(),
      onRing: (...about) => told.onRing(...about), onLine: (line) => told.onLine(line),
    };
    if (isAtTable && hasStood) map?.prepareToDraw(tell);
    map?.hold(held, tell);
  }, [map, held, isAtTable, hasStood]);
  useEffect(() => map?.setGrip({ movable, isPlacing }), [map, movable, isPlacing]);
  useEffect(() => {
    if (map !== null) for (const id of sourceIds) map.setData(id, data[id]);
  });
  useEffect(() => map?.setHidden(hiddenLayers(layers)), [map, layers]);

  // A browser without WebGL: whoever stands around the map says so.
  if (failure !== null) throw failure as Error;
  return <div className="map-view" ref={box} role="group" aria-busy={!settled} aria-label={title} />;
}
