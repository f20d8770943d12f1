import { nestRings, traceRings, type BorderMesh } from '../geo/coverage.ts';
import type { MultiPolygon, Points, Ring } from '../geo/shapes.ts';
import type { Municipality } from '../model/municipality.ts';
import { blockMesh } from './block-mesh.ts';

/** The outlines of zones that are being drawn, from the borders of the blocks: what one zone gives up another takes, corner by corner. */
export interface LiveOutlines {
  /** Of one zone by the place of its zone per block. O(borders of its blocks). */
  readonly outline: (zone: number, members: readonly number[], zoneOf: Int32Array) => MultiPolygon;
  /** The two zones (-1 for none) whose shared border lies nearest to a place (Lambert 2008), and how far it is; null when there is no border within the distance. */
  readonly borderNear: (zoneOf: Int32Array, x: number, y: number, mostMetres: number) => { readonly zones: readonly [number, number]; readonly metres: number } | null;
}

/** `corners` gives the corners of the mesh other coordinates: on a map, those of the map. */
export function liveOutlines(municipality: Municipality, corners: (xy: Points) => Points): LiveOutlines {
  const mesh = blockMesh(municipality);
  const interleaved = new Float64Array(2 * mesh.x.length);
  for (let i = 0; i < mesh.x.length; i++) {
    interleaved[2 * i] = mesh.x[i]!;
    interleaved[2 * i + 1] = mesh.y[i]!;
  }
  const shown = corners(interleaved);
  const shownX = new Float64Array(mesh.x.length);
  const shownY = new Float64Array(mesh.x.length);
  for (let i = 0; i < mesh.x.length; i++) {
    shownX[i] = shown[2 * i]!;
    shownY[i] = shown[2 * i + 1]!;
  }
  const piecesOf = piecesByBlock(mesh, municipality.blocks.length);
  return {
    outline(zone, members, zoneOf) {
      const from: number[] = [];
      const to: number[] = [];
      for (const block of members) {
        for (const piece of piecesOf[block]!) {
          const isLeft = mesh.left[piece] === block;
          const other = isLeft ? mesh.right[piece]! : mesh.left[piece]!;
          if (other !== -1 && zoneOf[other] === zone) continue;
          from.push(isLeft ? mesh.from[piece]! : mesh.to[piece]!);
          to.push(isLeft ? mesh.to[piece]! : mesh.from[piece]!);
        }
      }
      return nestRings(traceRings(shownX, shownY, from, to).map((vertices): Ring => {
        const ring = new Float64Array(2 * vertices.length + 2);
        for (let i = 0; i <= vertices.length; i++) {
          ring[2 * i] = shownX[vertices[i % vertices.length]!]!;
          ring[2 * i + 1] = shownY[vertices[i % vertices.length]!]!;
        }
        return ring;
      }));
    },
    borderNear(zoneOf, x, y, mostMetres) {
      let best: { readonly zones: readonly [number, number]; readonly metres: number } | null = null;
      for (let piece = 0; piece < mesh.from.length; piece++) {
        if (mesh.right[piece] === -1) continue;
        const [a, b] = [zoneOf[mesh.left[piece]!]!, zoneOf[mesh.right[piece]!]!];
        if (a === b) continue;
        const metres = Math.sqrt(squareToPiece(mesh, piece, x, y));
        if (metres <= (best?.metres ?? mostMetres)) best = { zones: [Math.min(a, b), Math.max(a, b)], metres };
      }
      return best;
    },
  };
}

function piecesByBlock(mesh: BorderMesh, blocks: number): readonly (readonly number[])[] {
  const pieces = Array.from({ length: blocks }, (): number[] => []);
  for (let piece = 0; piece < mesh.from.length; piece++) {
    pieces[mesh.left[piece]!]!.push(piece);
    if (mesh.right[piece] !== -1 && mesh.right[piece] !== mesh.left[piece]) pieces[mesh.right[piece]!]!.push(piece);
  }
  return pieces;
}

function squareToPiece({ x, y, from, to }: BorderMesh, piece: number, px: number, py: number): number {
  const [ax, ay] = [x[from[piece]!]!, y[from[piece]!]!];
  const [ux, uy] = [x[to[piece]!]! - ax, y[to[piece]!]! - ay];
  const length = ux * ux + uy * uy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * ux + (py - ay) * uy) / length));
  return (px - ax - along * ux) ** 2 + (py - ay - along * uy) ** 2;
}
