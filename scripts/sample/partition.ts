import type { DesignLine } from './design-lines.ts';
import { isBarrier } from './design-lines.ts';
import { across, components, type Mesh } from './mesh.ts';
import type { Part } from './parts.ts';
import { kernen, municipalHectares } from './published-figures.ts';
import type { Traces } from './tracing.ts';
import type { Wander } from './wander.ts';

export interface Partition {
  /** Per grain the block it belongs to, -1 outside the municipality. */
  readonly blockOf: Int32Array;
  readonly blocks: readonly BlockPlan[];
}

export interface BlockPlan {
  readonly part: number;
  readonly grains: readonly number[];
  readonly areaM2: number;
  readonly addresses: number;
}

/** The municipality: the grains nearest the middles of its parts, up to the published hectares. */
export function municipalGround(mesh: Mesh, parts: readonly Part[], wander: Wander): Uint8Array {
  const pull = new Float64Array(mesh.count);
  for (let g = 0; g < mesh.count; g++) {
    const x = mesh.x[g]! + 90 * wander(mesh.x[g]!, mesh.y[g]!);
    const y = mesh.y[g]! + 90 * wander(mesh.y[g]! + 5000, mesh.x[g]! - 5000);
    for (const part of parts) {
      const reach2 = (part.hectares * 10_000) / Math.PI;
      pull[g]! += Math.exp(-((x - part.x) ** 2 + (y - part.y) ** 2) / (reach2 + 90_000));
    }
  }
  const order = Array.from(pull.keys()).sort((a, b) => pull[b]! - pull[a]! || a - b);
  let inside = new Uint8Array(mesh.count);
  // Filling enclosed holes adds surface: the second round takes that much less.
  for (let round = 0, goalM2 = municipalHectares * 10_000; round < 2; round++) {
    inside = new Uint8Array(mesh.count);
    let area = 0;
    for (const grain of order) {
      if (area >= goalM2) break;
      area += mesh.areaM2[grain]!;
      inside[grain] = 1;
    }
    const { componentOf } = components(mesh, (g) => inside[g] === 0, () => true);
    for (let g = 0; g < mesh.count; g++) {
      if (componentOf[g]! <= 0) continue;
      inside[g] = 1;
      goalM2 -= mesh.areaM2[g]!;
    }
  }
  return inside;
}

/**
 * Gives every grain to a part: a power diagram whose weights are tuned until each part has its published hectares, and
 * whose sites are moved a little towards published middles. The plane is bent a little first, so that borders are not ruled.
 */
export function assignParts(mesh: Mesh, inside: Uint8Array, parts: readonly Part[], wander: Wander): Int16Array {
  const bentX = new Float64Array(mesh.count);
  const bentY = new Float64Array(mesh.count);
  const ground: number[] = [];
  let insideArea = 0;
  for (let g = 0; g < mesh.count; g++) {
    bentX[g] = mesh.x[g]! + 70 * wander(mesh.x[g]!, mesh.y[g]!);
    bentY[g] = mesh.y[g]! + 70 * wander(mesh.y[g]! - 9000, mesh.x[g]! + 9000);
    if (!inside[g]) continue;
    ground.push(g);
    insideArea += mesh.areaM2[g]!;
  }
  const hectaresSum = parts.reduce((sum, part) => sum + part.hectares, 0);
  const goalM2 = parts.map((part) => (part.hectares / hectaresSum) * insideArea);
  const siteX = parts.map((part) => part.x);
  const siteY = parts.map((part) => part.y);
  const weight = goalM2.map((area) => area / Math.PI);
  const partOf = new Int16Array(mesh.count).fill(-1);

  const assign = (every: number): void => {
    for (let k = 0; k < ground.length; k += every) {
      const g = ground[k]!;
      let best = Infinity;
      for (let p = 0; p < parts.length; p++) {
        const cost = ((bentX[g]! - siteX[p]!) ** 2 + (bentY[g]! - siteY[p]!) ** 2) / weight[p]!;
        if (cost < best) {
          best = cost;
          partOf[g] = p;
        }
      }
    }
  };
  const rounds = 420;
  for (let round = 0; round < rounds; round++) {
    const every = round < 300 ? 9 : 3;
    assign(every);
    const area = new Float64Array(parts.length);
    const sumX = new Float64Array(parts.length);
    const sumY = new Float64Array(parts.length);
    for (let k = 0; k < ground.length; k += every) {
      const g = ground[k]!;
      const p = partOf[g]!;
      area[p]! += mesh.areaM2[g]! * every;
      sumX[p]! += mesh.x[g]! * mesh.areaM2[g]! * every;
      sumY[p]! += mesh.y[g]! * mesh.areaM2[g]! * every;
    }
    for (let p = 0; p < parts.length; p++) {
      weight[p]! *= (goalM2[p]! / Math.max(area[p]!, goalM2[p]! / 10)) ** 0.12;
      // Sites stop moving before the end, so that the areas can settle.
      if (round > 250 || area[p] === 0) continue;
      const moveX = siteX[p]! + 0.04 * (parts[p]!.x - sumX[p]! / area[p]!) - parts[p]!.x;
      const moveY = siteY[p]! + 0.04 * (parts[p]!.y - sumY[p]! / area[p]!) - parts[p]!.y;
      const shorten = Math.min(1, (0.3 * Math.sqrt(goalM2[p]! / Math.PI)) / Math.hypot(moveX, moveY));
      siteX[p] = parts[p]!.x + shorten * moveX;
      siteY[p] = parts[p]!.y + shorten * moveY;
    }
  }
  assign(1);
  return partOf;
}

/** Blocks no larger than this in addresses and surface: small in a kern, wide in the fields. */
const addressesPerBlock = 128;
const hectaresPerBlock = { inKern: 58, outside: 135 } as const;
const smallestHectares = 4;
/** A block thinner than this is a leftover between two lines. */
const thinnestMetres = 95;

export function drawBlocks(
  mesh: Mesh, inside: Uint8Array, assignedPartOf: Int16Array, parts: readonly Part[], traces: Traces, lines: readonly DesignLine[], wander: Wander,
): Partition {
  const partOf = assignedPartOf.slice();
  const addressDensity = expectedAddresses(mesh, inside, partOf, parts);
  const isInside = (g: number): boolean => inside[g] === 1;
  const lineAt = (halfEdge: number): number => traces.lineOfHalfEdge[halfEdge]!;
  const { componentOf: sideOf } = components(mesh, isInside, (_from, _to, e) => lineAt(e) < 0 || !isBarrier(lines[lineAt(e)]!.kind));
  const { componentOf: faceOf, count } = components(mesh, isInside, (a, b, e) => lineAt(e) < 0 && partOf[a] === partOf[b]);

  const pieces: number[][] = Array.from({ length: count }, () => []);
  for (let g = 0; g < mesh.count; g++) if (faceOf[g]! >= 0) pieces[faceOf[g]!]!.push(g);
  const blockOf = new Int32Array(mesh.count).fill(-1);
  mergeLeftovers(mesh, pieces, sideOf, partOf, blockOf, traces);

  const cut = pieces.filter((grains) => grains.length > 0).flatMap((grains) => divide(mesh, grains, partOf, parts, addressDensity, wander));
  // A straight cut through a bent piece can leave islands: number what is connected, then merge what is too small.
  cut.forEach((grains, index) => { for (const g of grains) blockOf[g] = index; });
  const connected = components(mesh, isInside, (a, b) => blockOf[a] === blockOf[b]);
  const blocks: number[][] = Array.from({ length: connected.count }, () => []);
  for (let g = 0; g < mesh.count; g++) if (connected.componentOf[g]! >= 0) blocks[connected.componentOf[g]!]!.push(g);
  mergeLeftovers(mesh, blocks, sideOf, partOf, blockOf, traces);

  const kept = blocks.filter((grains) => grains.length > 0);
  kept.forEach((grains, index) => { for (const g of grains) blockOf[g] = index; });
  const majority = kept.map((grains) => majorityPart(mesh, grains, partOf));
  joinWijken(mesh, kept, blockOf, majority, parts, traces);
  // What was merged or moved counts with its new part.
  for (const [block, grains] of kept.entries()) for (const g of grains) partOf[g] = majority[block]!;
  const finalDensity = expectedAddresses(mesh, inside, partOf, parts);
  const blockPlans = kept.map((grains, block): BlockPlan => ({
    part: majority[block]!,
    grains,
    areaM2: grains.reduce((sum, g) => sum + mesh.areaM2[g]!, 0),
    addresses: grains.reduce((sum, g) => sum + finalDensity[g]!, 0),
  }));
  for (const [part, { wijk, kern }] of parts.entries()) {
    if (!majority.includes(part)) throw new Error(`no block is left of wijk ${wijk} in kern ${kern ?? 'none'}`);
  }
  return { blockOf, blocks: blockPlans };
}

/** A small piece of a wijk that lies apart goes to the neighbouring part it borders most; large ones stay, as in the real division. */
const apartHectares = 45;

function joinWijken(mesh: Mesh, blocks: readonly (readonly number[])[], blockOf: Int32Array, partOfBlock: number[], parts: readonly Part[], traces: Traces): void {
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

/** A hill of addresses on the middle of each kern; outside the kernen an even spread. Each part keeps its published count. */
function expectedAddresses(mesh: Mesh, inside: Uint8Array, partOf: Int16Array, parts: readonly Part[]): Float64Array {
  const density = new Float64Array(mesh.count);
  const mass = new Float64Array(parts.length);
  for (let g = 0; g < mesh.count; g++) {
    if (!inside[g]) continue;
    const part = parts[partOf[g]!]!;
    const kern = part.kern === null ? null : kernen[part.kern - 1]!;
    const reach = kern && Math.sqrt((kern.hectares * 10_000) / Math.PI);
    const hill = kern && reach ? 0.09 + Math.exp(-((Math.hypot(mesh.x[g]! - kern.x, mesh.y[g]! - kern.y) / Math.min(0.6 * reach, 350 + 0.15 * reach)) ** 2)) : 1;
    density[g] = hill * mesh.areaM2[g]!;
    mass[partOf[g]!]! += density[g]!;
  }
  for (let g = 0; g < mesh.count; g++) if (inside[g]) density[g]! *= parts[partOf[g]!]!.addresses / mass[partOf[g]!]!;
  return density;
}

function majorityPart(mesh: Mesh, grains: readonly number[], partOf: Int16Array): number {
  const area = new Map<number, number>();
  for (const g of grains) area.set(partOf[g]!, (area.get(partOf[g]!) ?? 0) + mesh.areaM2[g]!);
  return [...area].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
}

/**
 * Gives every set of grains that is too small or too thin to the neighbour it shares most of its border with, never
 * across a barrier; within its part where it can. Empties the sets that were given away and keeps `setOf` in step.
 */
function mergeLeftovers(mesh: Mesh, sets: number[][], sideOf: Int32Array, partOf: Int16Array, setOf: Int32Array, traces: Traces): void {
  sets.forEach((grains, index) => { for (const g of grains) setOf[g] = index; });
  const partOfSet = sets.map((grains) => (grains.length > 0 ? majorityPart(mesh, grains, partOf) : -1));
  for (;;) {
    let smallest = -1;
    let smallestArea = Infinity;
    const receivers = new Map<number, Map<number, number>>();
    for (const [index, grains] of sets.entries()) {
      if (grains.length === 0) continue;
      const area = grains.reduce((sum, g) => sum + mesh.areaM2[g]!, 0);
      const borders = bordersOf(mesh, grains, setOf, sideOf, traces);
      const thickness = (2 * area) / borders.perimeter;
      if (area >= smallestHectares * 10_000 && thickness >= thinnestMetres) continue;
      if (borders.shared.size === 0 || area >= smallestArea) continue;
      smallest = index;
      smallestArea = area;
      receivers.set(index, borders.shared);
    }
    if (smallest < 0) return;
    const own = partOfSet[smallest]!;
    const receiver = [...receivers.get(smallest)!]
      .map(([index, length]) => ({ index, length: length * (partOfSet[index] === own ? 3 : 1) }))
      .sort((a, b) => b.length - a.length || a.index - b.index)[0]!.index;
    for (const g of sets[smallest]!) {
      setOf[g] = receiver;
      sets[receiver]!.push(g);
    }
    sets[smallest] = [];
  }
}

/** Length of the outline, and how strongly each neighbour on the same side of the barriers is joined: a border along a road counts little. */
function bordersOf(mesh: Mesh, grains: readonly number[], setOf: Int32Array, sideOf: Int32Array, traces: Traces): { readonly perimeter: number; readonly shared: Map<number, number> } {
  let perimeter = 0;
  const shared = new Map<number, number>();
  for (const g of grains) {
    for (let k = mesh.start[g]!; k < mesh.start[g + 1]!; k++) {
      const halfEdge = mesh.halfEdges[k]!;
      const other = across(mesh, halfEdge);
      if (setOf[other] === setOf[g]) continue;
      const here = Math.floor(halfEdge / 3);
      const there = Math.floor(mesh.twins[halfEdge]! / 3);
      const length = Math.hypot(mesh.cornerX[here]! - mesh.cornerX[there]!, mesh.cornerY[here]! - mesh.cornerY[there]!);
      perimeter += length;
      if (setOf[other]! >= 0 && sideOf[other] === sideOf[g]) {
        const weight = traces.lineOfHalfEdge[halfEdge]! < 0 ? 10 : 1;
        shared.set(setOf[other]!, (shared.get(setOf[other]!) ?? 0) + weight * length);
      }
    }
  }
  return { perimeter, shared };
}

/** Halves a piece across its length until each block is small enough. */
function divide(mesh: Mesh, grains: readonly number[], partOf: Int16Array, parts: readonly Part[], addressDensity: Float64Array, wander: Wander): number[][] {
  const share = (g: number): number => {
    const hectares = hectaresPerBlock[parts[partOf[g]!]!.kern === null ? 'outside' : 'inKern'];
    return addressDensity[g]! / addressesPerBlock + mesh.areaM2[g]! / (hectares * 10_000);
  };
  const total = grains.reduce((sum, g) => sum + share(g), 0);
  const wanted = Math.round(total);
  if (wanted <= 1) return [[...grains]];

  let area = 0;
  let meanX = 0;
  let meanY = 0;
  for (const g of grains) {
    area += mesh.areaM2[g]!;
    meanX += mesh.areaM2[g]! * mesh.x[g]!;
    meanY += mesh.areaM2[g]! * mesh.y[g]!;
  }
  meanX /= area;
  meanY /= area;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const g of grains) {
    const dx = mesh.x[g]! - meanX;
    const dy = mesh.y[g]! - meanY;
    xx += mesh.areaM2[g]! * dx * dx;
    xy += mesh.areaM2[g]! * dx * dy;
    yy += mesh.areaM2[g]! * dy * dy;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const along = new Map(grains.map((g) => [
    g, (mesh.x[g]! + 45 * wander(mesh.x[g]!, mesh.y[g]!)) * Math.cos(angle) + (mesh.y[g]! + 45 * wander(mesh.y[g]! + 3000, mesh.x[g]!)) * Math.sin(angle),
  ]));
  const sorted = [...grains].sort((a, b) => along.get(a)! - along.get(b)! || a - b);
  const firstShare = (total * Math.floor(wanted / 2)) / wanted;
  let taken = 0;
  const cut = sorted.findIndex((g) => (taken += share(g)) >= firstShare) + 1;
  return [sorted.slice(0, cut), sorted.slice(cut)].flatMap((half) => divide(mesh, half, partOf, parts, addressDensity, wander));
}
