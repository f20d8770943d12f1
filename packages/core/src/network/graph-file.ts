import { err, ok, type Result } from '../model/result.ts';
import type { GroundPlane } from './ground-plane.ts';
import { edgeCount, vertexCount, type StreetGraph } from './street-graph.ts';

export type GraphFileProblem =
  | { readonly code: 'not-a-street-graph' }
  | { readonly code: 'unknown-version'; readonly version: number }
  | { readonly code: 'truncated'; readonly bytes: number; readonly expected: number }
  | { readonly code: 'damaged' };

/** "WZZSTRAT", read as two little-endian words. */
const magic = [0x535a5a57, 0x54415254] as const;
const version = 1;

/** Words of the head: magic, version, checksum of all that follows, plane, four counts; then two floats for a local plane. */
const headBytes = 64;

const planeKinds: readonly GroundPlane['kind'][] = ['lambert2008', 'local'];

type ColumnName = Exclude<keyof StreetGraph, 'plane' | 'names'>;

interface ColumnType {
  readonly BYTES_PER_ELEMENT: number;
  new (bytes: ArrayBufferLike, at: number, length: number): Int32Array | Uint32Array | Uint8Array;
}

interface Layout {
  readonly vertices: number;
  readonly edges: number;
  readonly points: number;
  readonly nameBytes: number;
}

/** The columns in the order of the file, with how many values each holds; each begins at a multiple of 8 bytes. */
const columnsOf = ({ vertices, edges, points }: Layout): readonly (readonly [ColumnName, ColumnType, number])[] => [
  ['vertexXy', Int32Array, 2 * vertices], ['edgeFrom', Int32Array, edges], ['edgeTo', Int32Array, edges], ['edgeLength', Uint32Array, edges],
  ['edgeName', Int32Array, edges], ['shapeStart', Int32Array, edges + 1], ['shapeXy', Int32Array, 2 * points],
  ['edgeAccess', Uint8Array, edges], ['edgeTraits', Uint8Array, edges], ['edgeClass', Uint8Array, edges],
  ['edgeMaxSpeedKmh', Uint8Array, edges], ['edgeInclinePermille', Uint8Array, edges],
];

const padded = (bytes: number): number => (bytes + 7) & ~7;

function sizeOf(layout: Layout): number {
  return columnsOf(layout).reduce((sum, [, type, length]) => sum + padded(type.BYTES_PER_ELEMENT * length), headBytes) + padded(layout.nameBytes);
}

/** Catches a file that was cut, mixed up or changed on disk; no defence against somebody who means harm. FNV-1a over words. */
function checksum(bytes: ArrayBufferLike): number {
  const words = new Uint32Array(bytes, 16);
  let sum = 0x811c9dc5;
  for (const word of words) sum = Math.imul(sum ^ word, 0x01000193);
  return sum >>> 0;
}

/**
 * A street graph as one block of bytes: a file that loads without being parsed, or, in a `SharedArrayBuffer`, memory that
 * several threads read at once. Little-endian, as every machine this runs on is.
 */
export function encodeStreetGraph(graph: StreetGraph, into?: 'file'): ArrayBuffer;
export function encodeStreetGraph(graph: StreetGraph, into: 'file' | 'shared-memory'): ArrayBufferLike;
export function encodeStreetGraph(graph: StreetGraph, into: 'file' | 'shared-memory' = 'file'): ArrayBufferLike {
  const names = new TextEncoder().encode(JSON.stringify(graph.names));
  const layout: Layout = { vertices: vertexCount(graph), edges: edgeCount(graph), points: graph.shapeXy.length / 2, nameBytes: names.length };
  const bytes = into === 'file' ? new ArrayBuffer(sizeOf(layout)) : new SharedArrayBuffer(sizeOf(layout));
  let at = headBytes;
  for (const [name, type, length] of columnsOf(layout)) {
    new type(bytes, at, length).set(graph[name]);
    at += padded(type.BYTES_PER_ELEMENT * length);
  }
  new Uint8Array(bytes, at, names.length).set(names);
  const head = new Uint32Array(bytes, 0, headBytes / 4);
  head.set([...magic, version, 0, planeKinds.indexOf(graph.plane.kind), layout.vertices, layout.edges, layout.points, layout.nameBytes]);
  if (graph.plane.kind === 'local') new Float64Array(bytes, 40, 2).set([graph.plane.longitude, graph.plane.latitude]);
  head[3] = checksum(bytes);
  return bytes;
}

/**
 * The graph in a block of bytes; its columns are views, nothing is copied. A file of another kind, of an unknown version, cut
 * short or damaged is refused. Cost: one pass for the checksum, 2 ms for a city.
 */
export function decodeStreetGraph(bytes: ArrayBufferLike): Result<StreetGraph, GraphFileProblem> {
  if (bytes.byteLength < 8) return err({ code: 'not-a-street-graph' });
  const [first, second] = new Uint32Array(bytes, 0, 2);
  if (first !== magic[0] || second !== magic[1]) return err({ code: 'not-a-street-graph' });
  if (bytes.byteLength < headBytes) return err({ code: 'truncated', bytes: bytes.byteLength, expected: headBytes });
  const head = new Uint32Array(bytes, 0, headBytes / 4);
  if (head[2] !== version) return err({ code: 'unknown-version', version: head[2]! });
  const layout: Layout = { vertices: head[5]!, edges: head[6]!, points: head[7]!, nameBytes: head[8]! };
  const expected = sizeOf(layout);
  if (bytes.byteLength < expected) return err({ code: 'truncated', bytes: bytes.byteLength, expected });
  const kind = planeKinds[head[4]!];
  if (bytes.byteLength !== expected || kind === undefined || checksum(bytes) !== head[3]) return err({ code: 'damaged' });
  let at = headBytes;
  const columns: Partial<Record<ColumnName, unknown>> = {};
  for (const [name, type, length] of columnsOf(layout)) {
    columns[name] = new type(bytes, at, length);
    at += padded(type.BYTES_PER_ELEMENT * length);
  }
  // A decoder takes no shared memory, so the names are copied out first.
  const names = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, at, layout.nameBytes).slice())) as string[];
  const middle = new Float64Array(bytes, 40, 2);
  const plane: GroundPlane = kind === 'local' ? { kind, longitude: middle[0]!, latitude: middle[1]! } : { kind };
  return ok({ ...(columns as Pick<StreetGraph, ColumnName>), plane, names });
}
