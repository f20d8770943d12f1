import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Camera, LayerId } from '../state/address.ts';
import { createCareMap, type CareMap } from './care-map.ts';
import type { SourceId } from './map-style.ts';
import { labelPoint } from './label-point.ts';
import type { Covered, Pick, Scene } from './scene.ts';
import './map-view.css';

/** Which drawn layers a switch of the legend turns on and off. */
const layersOfSwitch: Readonly<Record<string, readonly string[]>> = {
  zones: ['area-fill', 'area-pattern', 'zone-line', 'zone-halo', 'zone-labels'],
  kernen: ['nucleus-dots', 'nucleus-labels'],
  cirkels: ['circles'],
  bouwblokken: ['block-line'],
  barrieres: ['barrier-water', 'barrier-road', 'barrier-railway', 'barrier-railway-ties', 'crossings'],
  woningen: ['homes'],
};

interface MapViewProps {
  readonly scene: Scene;
  readonly layers: ReadonlySet<LayerId>;
  readonly camera: Camera | null;
  /** What lies over the map at its edges, in pixels: the first view keeps clear of it. */
  readonly covered: Covered;
  /** Says for those who do not see it what the map shows. */
  readonly title: string;
  readonly onPick: (pick: Pick) => void;
  readonly onPoint: (pick: Pick) => void;
  readonly onCamera: (camera: Camera) => void;
  readonly onReady: (map: CareMap) => void;
}

const zoneFeatures = (zones: Scene['zones']) => ({
  type: 'FeatureCollection',
  features: zones.map(({ id, geometry }) => ({ type: 'Feature', geometry, properties: { id } })),
});

const zoneLabels = (zones: Scene['zones']) => ({
  type: 'FeatureCollection',
  features: zones.map(({ name, note, geometry }) => ({
    type: 'Feature', geometry: { type: 'Point', coordinates: labelPoint(geometry) }, properties: { name, note },
  })),
});

const paintedAreas = (areas: Scene['areas']) => ({
  type: 'FeatureCollection',
  features: areas.map(({ geometry, paint }) => ({
    type: 'Feature', geometry, properties: typeof paint === 'string' ? { fill: paint, opacity: 1 } : { fill: paint.color, opacity: paint.opacity },
  })),
});

const only = <F extends { readonly properties: object }>(layer: { readonly features: readonly F[] }, keep: (properties: F['properties']) => boolean) =>
  ({ type: 'FeatureCollection', features: layer.features.filter(({ properties }) => keep(properties)) });

const spot = ({ lon, lat }: { readonly lon: number; readonly lat: number }) =>
  ({ type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties: {} });

/** Near enough to see the houses around an address. */
const spotZoom = 16;

const sameCamera = (a: Camera, b: Camera): boolean =>
  Math.abs(a.zoom - b.zoom) < 0.01 && Math.abs(a.lat - b.lat) < 1e-5 && Math.abs(a.lon - b.lon) < 1e-5;

/** Keeps one source in step with its data, which must stay the same object while nothing in it changes. */
function useSource(map: CareMap | null, source: SourceId, data: object | string | null): void {
  useEffect(() => map?.setData(source, data), [map, source, data]);
}

const absolute = (path: string | undefined): string | null => (path === undefined ? null : new URL(path, location.href).href);

/** The map in its box: a thin skin that hands the scene to the care map, piece by piece as pieces change. */
export function MapView({ scene, layers, camera, covered, title, onPick, onPoint, onCamera, onReady }: MapViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<CareMap | null>(null);
  const [settled, setSettled] = useState(false);
  const pick = useEffectEvent(onPick);
  const point = useEffectEvent(onPoint);
  const moved = useEffectEvent(onCamera);
  const ready = useEffectEvent(onReady);
  const placeMap = useEffectEvent((target: CareMap) => {
    target.resize();
    if (camera === null) target.fit(scene.bounds, covered);
  });

  const firstBounds = useEffectEvent(() => scene.bounds);
  useEffect(() => {
    let made: CareMap | null = null;
    let dropped = false;
    const start = async (): Promise<void> => {
      const created = await createCareMap(box.current!, firstBounds(), {
        onPick: (found) => pick(found), onPoint: (found) => point(found), onCamera: (to) => moved(to), onSettled: setSettled,
      });
      if (dropped) created.destroy();
      else {
        made = created;
        setMap(created);
        ready(created);
      }
    };
    void start();
    return () => {
      dropped = true;
      made?.destroy();
      setMap(null);
    };
  }, []);

  useEffect(() => {
    if (map === null || box.current === null) return undefined;
    const observer = new ResizeObserver(() => placeMap(map));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [map]);

  const { left, bottom } = covered;
  const boundsKey = scene.bounds.join();
  useEffect(() => {
    if (map === null) return;
    if (camera === null) map.fit(boundsKey.split(',').map(Number), { left, bottom });
    else if (!sameCamera(camera, map.camera())) map.look(camera);
  }, [map, camera, boundsKey, left, bottom]);

  useEffect(() => map?.setTitle(title), [map, title]);
  useEffect(() => {
    if (scene.found !== null) map?.flyTo(scene.found.lon, scene.found.lat, spotZoom);
  }, [map, scene.found]);

  const { base, blocks, areas, zones, kernen, circles, facilities, found, chosenBlock, chosenZone, pointedZone } = scene;
  useSource(map, 'boundary', absolute(base.boundary));
  useSource(map, 'green', absolute(base.green));
  useSource(map, 'water', absolute(base.water));
  useSource(map, 'streets', absolute(base.streets));
  useSource(map, 'barriers', absolute(base.barriers));
  useSource(map, 'crossings', absolute(base.crossings));
  useSource(map, 'addresses', absolute(base.addresses));
  useSource(map, 'division', absolute(base.division));
  useSource(map, 'blocks', blocks);
  useSource(map, 'areas', useMemo(() => paintedAreas(areas), [areas]));
  useSource(map, 'zones', useMemo(() => zoneFeatures(zones), [zones]));
  useSource(map, 'zone-labels', useMemo(() => zoneLabels(zones), [zones]));
  useSource(map, 'kernen', kernen);
  useSource(map, 'circles', circles);
  useSource(map, 'facilities', useMemo(() => facilities && only(facilities, ({ category }) => layers.has(category)), [facilities, layers]));
  useSource(map, 'chosen-block', useMemo(() => blocks && only(blocks, ({ id }) => id === chosenBlock), [blocks, chosenBlock]));
  useSource(map, 'found', useMemo(() => found && spot(found), [found]));

  useEffect(() => {
    if (map === null) return;
    for (const [id, drawn] of Object.entries(layersOfSwitch)) map.setLayersShown(drawn, layers.has(id as LayerId));
  }, [map, layers]);

  useEffect(() => {
    if (map === null || chosenZone === null) return undefined;
    map.setZoneState(chosenZone, { chosen: true });
    return () => map.setZoneState(chosenZone, { chosen: false });
  }, [map, chosenZone]);
  useEffect(() => {
    if (map === null || pointedZone === null) return undefined;
    map.setZoneState(pointedZone, { pointed: true });
    return () => map.setZoneState(pointedZone, { pointed: false });
  }, [map, pointedZone]);

  return <div className="map-view" ref={box} role="group" aria-busy={!settled} aria-label={title} />;
}
