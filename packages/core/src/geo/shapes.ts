/**
 * The shapes everything is made of. All coordinates are metres in Lambert 2008 (EPSG:3812),
 * laid out flat as [x0, y0, x1, y1, …]. GeoJSON exists at the borders of the project only.
 */

/** A row of points, not joined. */
export type Points = Float64Array;

/** An open or closed row of points, joined by straight segments. */
export type Line = Float64Array;

/** A closed row of points: the last point repeats the first. Outer rings run counter-clockwise, holes clockwise. */
export type Ring = Float64Array;

/** One outer ring, then its holes. */
export type Polygon = readonly Ring[];

export type MultiPolygon = readonly Polygon[];

/** [minX, minY, maxX, maxY] */
export type Bounds = readonly [minX: number, minY: number, maxX: number, maxY: number];
