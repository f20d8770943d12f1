import { containsPoint, rewind, signedAreaM2, type MultiPolygon, type Ring } from '@woonzorgzones/core/geo';

/**
 * Closed rows of nodes from ways that join end to end, each way used once, in the order given. Ways that close no ring, as at
 * the edge of an extract, are left out.
 */
export function closedRings(ways: readonly Int32Array[]): readonly Int32Array[] {
  const waysAt = new Map<number, number[]>();
  ways.forEach((way, row) => {
    for (const end of new Set([way[0]!, way.at(-1)!])) waysAt.set(end, [...(waysAt.get(end) ?? []), row]);
  });
  const used = new Uint8Array(ways.length);
  const rings: Int32Array[] = [];
  for (let row = 0; row < ways.length; row++) {
    if (used[row] === 1) continue;
    used[row] = 1;
    const ring = Array.from(ways[row]!);
    for (;;) {
      const end = ring.at(-1)!;
      if (end === ring[0]) break;
      const next = waysAt.get(end)!.find((other) => used[other] === 0);
      if (next === undefined) break;
      used[next] = 1;
      const way = ways[next]!;
      const turned = way[0] === end ? way : way.slice().reverse();
      for (let i = 1; i < turned.length; i++) ring.push(turned[i]!);
    }
    if (ring.length >= 4 && ring[0] === ring.at(-1)) rings.push(Int32Array.from(ring));
  }
  return rings;
}

/** Outer rings with the holes that lie in them, wound the project's way; null when no outer ring encloses anything. */
export function polygonsOf(outer: readonly Ring[], inner: readonly Ring[]): MultiPolygon | null {
  const polygons: Ring[][] = outer.filter((ring) => signedAreaM2(ring) !== 0).map((ring) => [ring]);
  if (polygons.length === 0) return null;
  for (const hole of inner) {
    const around = polygons.find((polygon) => containsPoint([[polygon[0]!]], hole[0]!, hole[1]!));
    if (around !== undefined && signedAreaM2(hole) !== 0) around.push(hole);
  }
  return rewind(polygons);
}
