import { isBarrier, type DesignLine } from './design-lines.ts';
import { joinWijken, majorityPart, mergeLeftovers } from './leftovers.ts';
import { components, type Mesh } from './mesh.ts';
import type { Part } from './parts.ts';
import { kernen } from './published-figures.ts';
import type { Traces } from './tracing.ts';
import type { Wander } from './wander.ts';

export interface Partition {
  /** Per grain the block it belongs to, -1 outside the municipality. */
  readonly blockOf: Int32Array;
  readonly blocks: readonly BlockPlan[];
}

export interface BlockPlan {
  /** Index into the parts. */
  readonly part: number;
  /** How many addresses the design expects: most in the middle of a kern. */
  readonly addresses: number;
}

/** Blocks no larger than this in addresses and surface: small in a kern, wide in the fields. */
const addressesPerBlock = 128;
const hectaresPerBlock = { inKern: 58, outside: 135 } as const;

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
    addresses: grains.reduce((sum, g) => sum + finalDensity[g]!, 0),
  }));
  for (const [part, { wijk, kern }] of parts.entries()) {
    if (!majority.includes(part)) throw new Error(`no block is left of wijk ${wijk} in kern ${kern ?? 'none'}`);
  }
  return { blockOf, blocks: blockPlans };
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
