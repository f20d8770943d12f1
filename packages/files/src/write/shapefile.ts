import { zipSync } from 'fflate';
import { boundsOf, type MultiPolygon } from '@woonzorgzones/core/geo';
import type { ExportColumn, ExportRow, ExportTable, ExportValue } from './export-table.ts';
import { lambert2008Wkt } from './lambert-2008-wkt.ts';

/** The first moment a zip can name; no clock, so that the same tables give the same bytes. */
const zipTime = new Date(1980, 0, 1);

/** Tables as shapefiles in one zip (ESRI Shapefile Technical Description, July 1998; dBASE III), UTF-8, in Lambert 2008. `date` (ISO) stands in the tables. */
export function writeShapefiles(tables: readonly ExportTable[], date: string): Uint8Array {
  const members: Record<string, Uint8Array> = {};
  for (const table of tables) {
    const records = table.rows.map(({ shape }) => recordOf(shape));
    const type = table.geometry === 'POINT' ? 1 : 5;
    members[`${table.name}.shp`] = mainFile(records, type, boundsOfRows(table.rows));
    members[`${table.name}.shx`] = indexFile(records, type, boundsOfRows(table.rows));
    members[`${table.name}.dbf`] = attributes(table, date);
    members[`${table.name}.prj`] = Buffer.from(lambert2008Wkt, 'latin1');
    members[`${table.name}.cpg`] = Buffer.from('UTF-8', 'latin1');
  }
  return zipSync(members, { mtime: zipTime });
}

type Box = readonly [number, number, number, number];

const isPoint = (shape: ExportRow['shape']): shape is readonly [number, number] => typeof shape[0] === 'number';

function boundsOfRows(rows: readonly ExportRow[]): Box {
  const boxes = rows.flatMap(({ shape }): readonly Box[] => (isPoint(shape) ? [[shape[0], shape[1], shape[0], shape[1]]] : shape.length === 0 ? [] : [boundsOf(shape)]));
  if (boxes.length === 0) return [0, 0, 0, 0];
  return [Math.min(...boxes.map((box) => box[0])), Math.min(...boxes.map((box) => box[1])), Math.max(...boxes.map((box) => box[2])), Math.max(...boxes.map((box) => box[3]))];
}

/** The content of a record; a shape without surface is a null shape. */
function recordOf(shape: ExportRow['shape']): Buffer {
  if (isPoint(shape)) {
    const bytes = Buffer.alloc(20);
    bytes.writeInt32LE(1);
    bytes.writeDoubleLE(shape[0], 4);
    bytes.writeDoubleLE(shape[1], 12);
    return bytes;
  }
  return shape.length === 0 ? Buffer.alloc(4) : polygonRecord(shape);
}

/** All rings of all parts in one record; outer rings run clockwise there, the other way round from here. */
function polygonRecord(shape: MultiPolygon): Buffer {
  const rings = shape.flat();
  const points = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
  const bytes = Buffer.alloc(44 + 4 * rings.length + 16 * points);
  bytes.writeInt32LE(5);
  for (const [index, value] of boundsOf(shape).entries()) bytes.writeDoubleLE(value, 4 + 8 * index);
  bytes.writeInt32LE(rings.length, 36);
  bytes.writeInt32LE(points, 40);
  let at = 44 + 4 * rings.length;
  let first = 0;
  for (const [index, ring] of rings.entries()) {
    bytes.writeInt32LE(first, 44 + 4 * index);
    first += ring.length / 2;
    for (let point = ring.length - 2; point >= 0; point -= 2) {
      bytes.writeDoubleLE(ring[point]!, at);
      bytes.writeDoubleLE(ring[point + 1]!, at + 8);
      at += 16;
    }
  }
  return bytes;
}

function header(type: number, fileBytes: number, box: Box): Buffer {
  const bytes = Buffer.alloc(100);
  bytes.writeInt32BE(9994);
  bytes.writeInt32BE(fileBytes / 2, 24);
  bytes.writeInt32LE(1000, 28);
  bytes.writeInt32LE(type, 32);
  for (const [index, value] of box.entries()) bytes.writeDoubleLE(value, 36 + 8 * index);
  return bytes;
}

function mainFile(records: readonly Buffer[], type: number, box: Box): Buffer {
  const pieces = records.flatMap((record, index) => {
    const head = Buffer.alloc(8);
    head.writeInt32BE(index + 1);
    head.writeInt32BE(record.length / 2, 4);
    return [head, record];
  });
  const size = 100 + pieces.reduce((sum, piece) => sum + piece.length, 0);
  return Buffer.concat([header(type, size, box), ...pieces]);
}

function indexFile(records: readonly Buffer[], type: number, box: Box): Buffer {
  const entries = Buffer.alloc(8 * records.length);
  let offset = 100;
  for (const [index, record] of records.entries()) {
    entries.writeInt32BE(offset / 2, 8 * index);
    entries.writeInt32BE(record.length / 2, 8 * index + 4);
    offset += 8 + record.length;
  }
  return Buffer.concat([header(type, 100 + entries.length, box), entries]);
}

/** dBASE keeps a text of at most 254 bytes, and a number as text. */
const textBytes = 254;
const numberWidth = 18;
const decimals = 6;

function attributes({ columns, rows }: ExportTable, date: string): Buffer {
  const widths = columns.map(({ type }, index) => (type === 'text' ? Math.max(1, ...rows.map(({ values }) => bytesOf(values[index]!).length)) : numberWidth));
  const rowBytes = 1 + widths.reduce((sum, width) => sum + width, 0);
  const head = Buffer.alloc(32 + 32 * columns.length + 1);
  const [year, month, day] = date.slice(0, 10).split('-').map(Number) as [number, number, number];
  head.writeUInt8(3);
  for (const [index, value] of [year - 1900, month, day].entries()) head.writeUInt8(value, 1 + index);
  head.writeUInt32LE(rows.length, 4);
  head.writeUInt16LE(head.length, 8);
  head.writeUInt16LE(rowBytes, 10);
  for (const [index, column] of columns.entries()) describe(head, 32 + 32 * index, column, widths[index]!);
  head.writeUInt8(0x0d, head.length - 1);
  const body = Buffer.alloc(rowBytes * rows.length, ' ');
  for (const [index, { values }] of rows.entries()) {
    let at = index * rowBytes + 1;
    for (const [place, width] of widths.entries()) {
      const cell = bytesOf(columns[place]!.type === 'real' && typeof values[place] === 'number' ? values[place].toFixed(decimals) : values[place]!);
      cell.copy(body, columns[place]!.type === 'text' ? at : at + width - cell.length);
      at += width;
    }
  }
  return Buffer.concat([head, body, Buffer.of(0x1a)]);
}

function describe(head: Buffer, at: number, { shortName, type }: ExportColumn, width: number): void {
  head.write(shortName.slice(0, 10).toUpperCase(), at, 'latin1');
  head.write(type === 'text' ? 'C' : 'N', at + 11, 'latin1');
  head.writeUInt8(width, at + 16);
  head.writeUInt8(type === 'real' ? decimals : 0, at + 17);
}

/** A value as dBASE holds it: UTF-8, cut between letters where it is too long. */
function bytesOf(value: ExportValue): Buffer {
  const text = value === null ? '' : String(value);
  const whole = Buffer.from(text);
  if (whole.length <= textBytes) return whole;
  let end = textBytes;
  while ((whole[end]! & 0xc0) === 0x80) end--;
  return whole.subarray(0, end);
}
