import { numberVertices } from '../../geo/vertices.ts';
import type { MultiPolygon } from '../../geo/shapes.ts';

/** Which areas share a border: those with an edge in common, vertex by vertex, as the outlines of a partition have. Positions, ascending. */
export function borderingAreas(areas: readonly MultiPolygon[]): readonly (readonly number[])[] {
  const { x, rings } = numberVertices(areas);
  const firstOwner = new Map<number, number>();
  const found = areas.map(() => new Set<number>());
  for (const [area, polygons] of rings.entries()) {
    for (const ring of polygons.flat()) {
      for (let i = 0; i < ring.length; i++) {
        const a = ring[i]!;
        const b = ring[(i + 1) % ring.length]!;
        const edge = Math.min(a, b) * x.length + Math.max(a, b);
        const other = firstOwner.get(edge);
        if (other === undefined) firstOwner.set(edge, area);
        else if (other !== area) {
          found[area]!.add(other);
          found[other]!.add(area);
        }
      }
    }
  }
  return found.map((set) => [...set].sort((a, b) => a - b));
}

/**
 * A colour (0 to `colourCount` − 1) per area so that neighbours differ, or as few alike neighbours as can be had without long
 * searching. Four always suffice for one plane of whole areas; zones in several parts may ask for more, and then the least
 * bad colour is taken. Most constrained first, ties by position.
 */
export function colourAreas(neighbours: readonly (readonly number[])[], colourCount = 4, maximumSteps = 20_000): readonly number[] {
  const colours = new Array<number>(neighbours.length).fill(-1);
  let stepsLeft = maximumSteps;

  const usedAround = (area: number): readonly number[] => {
    const used = new Array<number>(colourCount).fill(0);
    for (const neighbour of neighbours[area] ?? []) {
      const colour = colours[neighbour] ?? -1;
      if (colour >= 0) used[colour] = (used[colour] ?? 0) + 1;
    }
    return used;
  };

  const nextArea = (): number => {
    let best = -1;
    let bestKey = -1;
    for (const [area, colour] of colours.entries()) {
      if (colour >= 0) continue;
      const saturation = usedAround(area).filter((count) => count > 0).length;
      const key = saturation * 10_000 + (neighbours[area]?.length ?? 0);
      if (key > bestKey) {
        best = area;
        bestKey = key;
      }
    }
    return best;
  };

  const search = (): boolean => {
    const area = nextArea();
    if (area < 0) return true;
    for (const [colour, count] of usedAround(area).entries()) {
      if (count > 0) continue;
      if (stepsLeft === 0) return false;
      stepsLeft -= 1;
      colours[area] = colour;
      if (search()) return true;
      colours[area] = -1;
    }
    return false;
  };
  if (search()) return colours;

  colours.fill(-1);
  for (let area = nextArea(); area >= 0; area = nextArea()) {
    const used = usedAround(area);
    colours[area] = used.indexOf(Math.min(...used));
  }
  return colours;
}

/** A colour from 0 to 3 per area of a partition, so that neighbours differ. */
export const fourColours = (areas: readonly MultiPolygon[]): readonly number[] => colourAreas(borderingAreas(areas));
