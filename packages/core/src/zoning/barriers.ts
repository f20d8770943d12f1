import KDBush from 'kdbush';
import type { AreaIndex } from '../geo/area-index.ts';
import type { BarrierKind, Municipality } from '../model/municipality.ts';

/**
 * How much of a barrier each kind is: 1 is not to be crossed but by a bridge or tunnel. Railway, canal and motorway 1,
 * expressway .6 (zoning.md 6.1: first weights, to be calibrated with planners); a river counts as a canal.
 */
const severity: Record<BarrierKind, number> = { spoorweg: 1, kanaal: 1, rivier: 1, autosnelweg: 1, expresweg: 0.6 };

/** What a crossing leaves of a barrier within this distance of it: zoning.md 6.1, "crossings within 300 m … ≈ .6". */
const crossingReachMetres = 300;
const permeability = 0.6;

/** Barriers are looked at in pieces of at most this length. */
const pieceMetres = 25;

/**
 * How far beside a barrier we look for the blocks it parts: wider than half a canal with its banks or a motorway with its
 * verges, so that a block border drawn along one bank still counts, and less than the width of a block.
 */
const besideMetres = 40;

/** Barrier by the blocks at its sides, one row per pair and barrier; where both are the same block it runs through it. */
export interface BarrierStretches {
  /** Blocks at both sides, a ≤ b. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Index into `Municipality.barriers`. */
  readonly barrier: Int32Array;
  readonly lengthMetres: Float64Array;
  /** Length × severity × what crossings leave of it. */
  readonly closedMetres: Float64Array;
}

/** Which blocks the barriers part or run through, and along how many metres. Stretches along the municipal border part nobody of ours. */
export function barrierStretches({ barriers, crossings }: Municipality, areas: AreaIndex): BarrierStretches {
  const crossingTree = new KDBush(crossings.length);
  for (const { x, y } of crossings) crossingTree.add(x, y);
  crossingTree.finish();
  const rows = new Map<string, { a: number; b: number; barrier: number; lengthMetres: number; closedMetres: number }>();
  for (const [barrier, { kind, line }] of barriers.entries()) {
    for (let i = 0; i + 3 < line.length; i += 2) {
      const dx = line[i + 2]! - line[i]!;
      const dy = line[i + 3]! - line[i + 1]!;
      const length = Math.hypot(dx, dy);
      if (length === 0) continue;
      const pieces = Math.ceil(length / pieceMetres);
      const aside = besideMetres / length;
      for (let piece = 0; piece < pieces; piece++) {
        const x = line[i]! + ((piece + 0.5) / pieces) * dx;
        const y = line[i + 1]! + ((piece + 0.5) / pieces) * dy;
        const left = areas.locate(x - aside * dy, y + aside * dx);
        const right = areas.locate(x + aside * dy, y - aside * dx);
        if (left === -1 || right === -1) continue;
        const a = Math.min(left, right);
        const b = Math.max(left, right);
        const open = crossings.length > 0 && crossingTree.within(x, y, crossingReachMetres).length > 0 ? permeability : 0;
        const key = `${a}/${b}/${barrier}`;
        let row = rows.get(key);
        if (row === undefined) rows.set(key, (row = { a, b, barrier, lengthMetres: 0, closedMetres: 0 }));
        row.lengthMetres += length / pieces;
        row.closedMetres += (length / pieces) * severity[kind] * (1 - open);
      }
    }
  }
  const sorted = [...rows.values()].sort((p, q) => p.a - q.a || p.b - q.b || p.barrier - q.barrier);
  return {
    a: Int32Array.from(sorted, (row) => row.a),
    b: Int32Array.from(sorted, (row) => row.b),
    barrier: Int32Array.from(sorted, (row) => row.barrier),
    lengthMetres: Float64Array.from(sorted, (row) => row.lengthMetres),
    closedMetres: Float64Array.from(sorted, (row) => row.closedMetres),
  };
}
