import { components, type Mesh } from './mesh.ts';
import type { Part } from './parts.ts';
import { municipalHectares } from './published-figures.ts';
import type { Wander } from './wander.ts';

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
 * Gives every grain to a part: a Voronoi diagram whose distances are weighted until each part has its published hectares,
 * so that a small kern lies whole inside the wijk around it, and whose sites are moved a little to bring the middles where
 * they were published. The plane is bent a little first, so that borders are not ruled.
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
