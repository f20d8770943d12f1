import { across, components, type Mesh } from './mesh.ts';
import type { Part } from './parts.ts';
import type { Traces } from './tracing.ts';

/** A block is at least this large. */
const smallestHectares = 4;
/** A block thinner than this is a leftover between two lines. */
const thinnestMetres = 75;

export function majorityPart(mesh: Mesh, grains: readonly number[], partOf: Int16Array): number {
  const area = new Map<number, number>();
  for (const g of grains) area.set(partOf[g]!, (area.get(partOf[g]!) ?? 0) + mesh.areaM2[g]!);
  return [...area].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
}

/**
 * Gives every set of grains that is too small or too thin to the neighbour it shares most of its border with, never
 * across a barrier; within its part where it can. Empties the sets that were given away and keeps `setOf` in step.
 */
export function mergeLeftovers(mesh: Mesh, sets: number[][], sideOf: Int32Array, partOf: Int16Array, setOf: Int32Array, traces: Traces): void {
  sets.forEach((grains, index) => { for (const g of grains) setOf[g] = index; });
  const partOfSet = sets.map((grains) => (grains.length > 0 ? majorityPart(mesh, grains, partOf) : -1));
  const measure = (grains: readonly number[]): Extent => ({ areaM2: grains.reduce((sum, g) => sum + mesh.areaM2[g]!, 0), ...bordersOf(mesh, grains, setOf, sideOf, traces) });
  const extents = sets.map(measure);
  const isLeftover = ({ areaM2, perimeterMetres, shared }: Extent): boolean =>
    shared.size > 0 && (areaM2 < smallestHectares * 10_000 || (2 * areaM2) / perimeterMetres < thinnestMetres);
  for (;;) {
    let smallest = -1;
    for (const [index, extent] of extents.entries()) {
      if (isLeftover(extent) && (smallest < 0 || extent.areaM2 < extents[smallest]!.areaM2)) smallest = index;
    }
    if (smallest < 0) return;
    const { shared } = extents[smallest]!;
    const own = partOfSet[smallest]!;
    const receiver = [...shared]
      .map(([index, length]) => ({ index, length: length * (partOfSet[index] === own ? 8 : 1) }))
      .sort((a, b) => b.length - a.length || a.index - b.index)[0]!.index;
    for (const g of sets[smallest]!) {
      setOf[g] = receiver;
      sets[receiver]!.push(g);
    }
    sets[smallest] = [];
    for (const index of [smallest, ...shared.keys()]) extents[index] = measure(sets[index]!);
  }
}

interface Extent {
  readonly areaM2: number;
  readonly perimeterMetres: number;
  /** Per neighbouring set how strongly it is joined. */
  readonly shared: ReadonlyMap<number, number>;
}

/** Length of the outline, and how strongly each neighbour on the same side of the barriers is joined: a border along a road counts little. */
function bordersOf(mesh: Mesh, grains: readonly number[], setOf: Int32Array, sideOf: Int32Array, traces: Traces): Omit<Extent, 'areaM2'> {
  let perimeterMetres = 0;
  const shared = new Map<number, number>();
  for (const g of grains) {
    for (let k = mesh.start[g]!; k < mesh.start[g + 1]!; k++) {
      const halfEdge = mesh.halfEdges[k]!;
      const other = across(mesh, halfEdge);
      if (setOf[other] === setOf[g]) continue;
      const here = Math.floor(halfEdge / 3);
      const there = Math.floor(mesh.twins[halfEdge]! / 3);
      const length = Math.hypot(mesh.cornerX[here]! - mesh.cornerX[there]!, mesh.cornerY[here]! - mesh.cornerY[there]!);
      perimeterMetres += length;
      if (setOf[other]! >= 0 && sideOf[other] === sideOf[g]) {
        const weight = traces.lineOfHalfEdge[halfEdge]! < 0 ? 10 : 1;
        shared.set(setOf[other]!, (shared.get(setOf[other]!) ?? 0) + weight * length);
      }
    }
  }
  return { perimeterMetres, shared };
}

/** A small piece of a wijk that lies apart goes to the neighbouring part it borders most; large ones stay, as in the real division. */
const apartHectares = 20;

export function joinWijken(mesh: Mesh, blocks: readonly (readonly number[])[], blockOf: Int32Array, partOfBlock: number[], parts: readonly Part[], traces: Traces): void {
  const wijkOf = (grain: number): number => parts[partOfBlock[blockOf[grain]!]!]!.wijk;
  for (let moved = true; moved; ) {
    moved = false;
    const { componentOf, count } = components(mesh, (g) => blockOf[g]! >= 0, (a, b) => wijkOf(a) === wijkOf(b));
    const areas = new Float64Array(count);
    const largest = new Map<number, number>();
    for (let g = 0; g < mesh.count; g++) if (componentOf[g]! >= 0) areas[componentOf[g]!]! += mesh.areaM2[g]!;
    for (const [g] of blocks) {
      const known = largest.get(wijkOf(g!));
      if (known === undefined || areas[componentOf[g!]!]! > areas[known]!) largest.set(wijkOf(g!), componentOf[g!]!);
    }
    for (const [block, grains] of blocks.entries()) {
      const piece = componentOf[grains[0]!]!;
      if (largest.get(wijkOf(grains[0]!)) === piece || areas[piece]! > apartHectares * 10_000) continue;
      const receiver = [...bordersOf(mesh, grains, blockOf, new Int32Array(mesh.count), traces).shared]
        .filter(([other]) => componentOf[blocks[other]![0]!] !== piece)
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
      if (receiver === undefined) continue;
      partOfBlock[block] = partOfBlock[receiver[0]]!;
      moved = true;
      break;
    }
  }
}
