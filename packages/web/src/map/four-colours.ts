/**
 * A colour (0 to `colourCount` − 1) per area so that neighbours differ, or as few alike neighbours as it can do without
 * long searching. `neighbours` holds positions. Four always suffice for one plane of whole areas; zones in several parts may
 * ask for more, and then the least bad colour is taken. Same input, same colours: most constrained first, ties by position.
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

type Position = readonly number[];
export interface OutlinedArea {
  readonly coordinates: readonly (readonly (readonly Position[])[])[];
}

/** Which areas share a border: those with an edge in common, vertex by vertex, as the outlines of a partition have. */
export function bordering(areas: readonly OutlinedArea[]): readonly (readonly number[])[] {
  const firstOwner = new Map<string, number>();
  const found = areas.map(() => new Set<number>());
  for (const [area, { coordinates }] of areas.entries()) {
    for (const ring of coordinates.flat()) {
      for (let i = 0; i + 1 < ring.length; i += 1) {
        const [a, b] = [ring[i]!.join(), ring[i + 1]!.join()];
        const edge = a < b ? `${a} ${b}` : `${b} ${a}`;
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
