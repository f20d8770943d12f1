import type { OutlinedArea } from './four-colours.ts';

/** At zoom 0 the world is this many pixels wide. */
const worldPixels = 512;
/** A Mercator map stretches degrees of latitude as it stretches degrees of longitude on the ground. */
const aspectOf = (lat: number): number => Math.cos((lat * Math.PI) / 180);

interface Box { west: number; east: number; south: number; north: number }

function boxOf({ coordinates }: OutlinedArea): Box {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const polygon of coordinates) {
    for (const [lon, lat] of polygon[0] ?? []) {
      box.west = Math.min(box.west, lon!);
      box.east = Math.max(box.east, lon!);
      box.south = Math.min(box.south, lat!);
      box.north = Math.max(box.north, lat!);
    }
  }
  return box;
}

/** From which zoom an area is drawn at least so many pixels broad, as far as the box around it goes. Zoom 0 shows the world in 512 pixels. */
export function fromZoomOfBreadth(area: OutlinedArea, pixels: number): number {
  const { west, east, south, north } = boxOf(area);
  const degrees = Math.sqrt((east - west) * (north - south) / aspectOf((south + north) / 2));
  return degrees > 0 ? Math.log2((pixels * 360) / (worldPixels * degrees)) : Infinity;
}

/** From which zoom half of these areas are drawn at least so many pixels broad. */
export function fromZoomOfMost(areas: readonly OutlinedArea[], pixels: number): number {
  const zooms = areas.map((area) => fromZoomOfBreadth(area, pixels)).sort((a, b) => a - b);
  return zooms[Math.floor(zooms.length / 2)] ?? Infinity;
}
