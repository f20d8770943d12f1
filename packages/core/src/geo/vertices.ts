import { signedAreaM2 } from './polygon.ts';
import type { MultiPolygon } from './shapes.ts';

/** Shapes with their vertices numbered: equal coordinates, equal number. */
export interface NumberedShapes {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** shape → polygon → ring → vertex numbers, the last not repeating the first; outer rings counter-clockwise, holes clockwise. */
  readonly rings: readonly (readonly (readonly Int32Array[])[])[];
}

const words = new Uint32Array(4);
const coordinates = new Float64Array(words.buffer);

/** Mixes the bits of a coordinate pair (the finaliser of MurmurHash3). */
function hashOf(x: number, y: number): number {
  coordinates[0] = x;
  coordinates[1] = y;
  let h = Math.imul(words[0]!, 0x85ebca6b) ^ Math.imul(words[1]!, 0xc2b2ae35) ^ Math.imul(words[2]!, 0x27d4eb2f) ^ Math.imul(words[3]!, 0x165667b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Numbers vertices in order of first appearance. Linear in their count. */
export function numberVertices(shapes: readonly MultiPolygon[]): NumberedShapes {
  let most = 0;
  for (const shape of shapes) for (const polygon of shape) for (const ring of polygon) most += ring.length >> 1;
  const x = new Float64Array(most);
  const y = new Float64Array(most);
  let count = 0;
  const slots = new Int32Array(1 << Math.ceil(Math.log2(Math.max(2, most) * 2))).fill(-1);
  const mask = slots.length - 1;
  const numberOf = (px: number, py: number): number => {
    let slot = hashOf(px, py) & mask;
    while (slots[slot] !== -1) {
      const vertex = slots[slot]!;
      if (x[vertex] === px && y[vertex] === py) return vertex;
      slot = (slot + 1) & mask;
    }
    x[count] = px;
    y[count] = py;
    slots[slot] = count;
    return count++;
  };
  const rings = shapes.map((shape) =>
    shape.map((polygon) =>
      polygon.map((ring, place) => {
        const vertices = new Int32Array(Math.max(0, (ring.length >> 1) - 1));
        const isForward = signedAreaM2(ring) >= 0 === (place === 0);
        for (let i = 0; i < vertices.length; i++) {
          const at = 2 * (isForward ? i : vertices.length - i);
          // Adding zero turns -0 into 0, which is the same place with other bits.
          vertices[i] = numberOf(ring[at]! + 0, ring[at + 1]! + 0);
        }
        return vertices;
      }),
    ),
  );
  return { x: x.slice(0, count), y: y.slice(0, count), rings };
}
