import type { Covered } from './scene.ts';

interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room kept around the municipality, in pixels. */
const margin = 28;

const mercatorY = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));

/**
 * How to keep bounds [west, south, east, north] clear of what covers the lower left corner of a map: beside it or above it,
 * whichever shows them larger; beside it when both do.
 */
export function fitPadding([west = 0, south = 0, east = 0, north = 0]: readonly number[], { width, height }: Size, covered: Covered): Padding {
  const across = ((east - west) * Math.PI) / 180;
  const along = mercatorY(north) - mercatorY(south);
  const even: Padding = { top: margin, right: margin, bottom: margin, left: margin };
  const scaleWith = ({ top, right, bottom, left }: Padding): number => Math.min((width - left - right) / across, (height - top - bottom) / along);
  const beside = { ...even, left: margin + covered.width };
  const above = { ...even, bottom: margin + covered.height };
  const best = scaleWith(beside) >= scaleWith(above) ? beside : above;
  return scaleWith(best) > 0 ? best : { top: 0, right: 0, bottom: 0, left: 0 };
}
