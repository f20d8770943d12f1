import Flatbush from 'flatbush';
import { boundsOf, containsPoint } from './polygon.ts';
import type { MultiPolygon } from './shapes.ts';

export interface AreaIndex {
  /** Index of the shape that holds the point, -1 when none does; where shapes overlap, the first of them. */
  readonly locate: (x: number, y: number) => number;
}

/** In which area a point lies, for many points: bounding boxes in a tree, then the shapes themselves. */
export function indexAreas(shapes: readonly MultiPolygon[]): AreaIndex {
  const filled = shapes.flatMap((shape, index) => (shape.length > 0 ? [index] : []));
  if (filled.length === 0) return { locate: () => -1 };
  const boxes = new Flatbush(filled.length);
  for (const index of filled) boxes.add(...boundsOf(shapes[index]!));
  boxes.finish();
  return {
    locate: (x, y) => {
      let first = -1;
      for (const place of boxes.search(x, y, x, y)) {
        const index = filled[place]!;
        if ((first === -1 || index < first) && containsPoint(shapes[index]!, x, y)) first = index;
      }
      return first;
    },
  };
}
