import { boundsOf, type MultiPolygon } from '@woonzorgzones/core/geo';
import type { ExportRow } from './export-table.ts';

const isPoint = (shape: ExportRow['shape']): shape is readonly [number, number] => typeof shape[0] === 'number';

/** A geometry as GeoPackage keeps it: header with envelope (GeoPackage 1.3, 2.1.3), then little-endian WKB (OGC 06-103r4, 8.2). */
export function geoPackageGeometryOf(shape: ExportRow['shape'], srsId: number): Uint8Array {
  const body = isPoint(shape) ? pointWkb(shape) : multiPolygonWkb(shape);
  const isEmpty = !isPoint(shape) && shape.length === 0;
  const hasEnvelope = !isPoint(shape) && !isEmpty;
  const header = Buffer.alloc(8 + (hasEnvelope ? 32 : 0));
  header.write('GP', 'latin1');
  // Little-endian; an envelope of x and y; the flag for an empty geometry.
  header.writeUInt8(1 | (hasEnvelope ? 2 : 0) | (isEmpty ? 16 : 0), 3);
  header.writeInt32LE(srsId, 4);
  if (hasEnvelope) {
    const [minX, minY, maxX, maxY] = boundsOf(shape);
    for (const [index, value] of [minX, maxX, minY, maxY].entries()) header.writeDoubleLE(value, 8 + 8 * index);
  }
  return new Uint8Array(Buffer.concat([header, body]));
}

function pointWkb([x, y]: readonly [number, number]): Buffer {
  const bytes = Buffer.alloc(21);
  bytes.writeUInt8(1);
  bytes.writeUInt32LE(1, 1);
  bytes.writeDoubleLE(x, 5);
  bytes.writeDoubleLE(y, 13);
  return bytes;
}

function multiPolygonWkb(shape: MultiPolygon): Buffer {
  const size = 9 + shape.reduce((sum, polygon) => sum + 9 + polygon.reduce((rings, ring) => rings + 4 + 8 * ring.length, 0), 0);
  const bytes = Buffer.alloc(size);
  let at = 0;
  const counted = (type: number | null, count: number): void => {
    if (type !== null) {
      bytes.writeUInt8(1, at);
      bytes.writeUInt32LE(type, at + 1);
      at += 5;
    }
    bytes.writeUInt32LE(count, at);
    at += 4;
  };
  counted(6, shape.length);
  for (const polygon of shape) {
    counted(3, polygon.length);
    for (const ring of polygon) {
      counted(null, ring.length / 2);
      for (const value of ring) {
        bytes.writeDoubleLE(value, at);
        at += 8;
      }
    }
  }
  return bytes;
}
