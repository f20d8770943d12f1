/** Small files of every format, made by hand, for tests, fuzzing and measuring. Nothing here reads what the project writes. */
import { DatabaseSync } from 'node:sqlite';
import { crc32, deflateRawSync } from 'node:zlib';

type Position = readonly number[];

export type Sketch =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'MultiPoint'; readonly coordinates: readonly Position[] }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

export type Cell = string | number | boolean | Date | null;

/** A table with a geometry per row, null where a row has none. */
export interface SketchedTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly values: readonly Cell[]; readonly geometry: Sketch | null }[];
}

const u16 = (value: number) => Buffer.from(Uint16Array.of(value).buffer);
const u32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
const i32be = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const f64 = (...values: number[]) => Buffer.from(Float64Array.from(values).buffer);

export interface ZipMember {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  /** Put in as it is, not deflated. */
  readonly isStored?: boolean;
  /** What the zip says instead of the truth. */
  readonly claims?: { readonly crc?: number; readonly flags?: number; readonly method?: number; readonly size?: number };
}

/** A zip as PKWARE describes it: local headers and data, then the central directory. */
export function writeZip(members: readonly ZipMember[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, isStored = false, claims = {} } of members) {
    const plain = typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes);
    const packed = isStored ? plain : deflateRawSync(plain);
    const fields = Buffer.concat([
      u16(20), u16(0x0800 | (claims.flags ?? 0)), u16(claims.method ?? (isStored ? 0 : 8)), u32(0), u32(claims.crc ?? crc32(plain)), u32(packed.length), u32(claims.size ?? plain.length),
      u16(Buffer.byteLength(name)), u16(0),
    ]);
    const header = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, Buffer.from(name), packed]);
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), u16(20), fields, u16(0), u16(0), u16(0), u32(0), u32(at), Buffer.from(name)]));
    local.push(header);
    at += header.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), u16(0), u16(0), u16(members.length), u16(members.length), u32(directory.length), u32(at), u16(0)]);
  return Buffer.concat([...local, directory, end]);
}

const wkbTypes = { Point: 1, LineString: 2, Polygon: 3, MultiPoint: 4, MultiLineString: 5, MultiPolygon: 6 } as const;

/** Well-known binary, little-endian; heights make it the ISO kind with z. */
export function writeWkb(geometry: Sketch): Buffer {
  const list = (items: readonly Buffer[]) => Buffer.concat([u32(items.length), ...items]);
  const line = (positions: readonly Position[]) => list(positions.map((position) => f64(...position)));
  const first = [geometry.coordinates].flat(4) as readonly number[];
  const hasHeight = geometry.type === 'Point' && first.length === 3;
  const head = (type: keyof typeof wkbTypes) => Buffer.concat([Buffer.of(1), u32(wkbTypes[type] + (hasHeight ? 1000 : 0))]);
  const part = (type: 'Point' | 'LineString' | 'Polygon', body: Buffer) => Buffer.concat([head(type), body]);
  const rings = (polygon: readonly (readonly Position[])[]) => list(polygon.map(line));
  switch (geometry.type) {
    case 'Point':
      return Buffer.concat([head('Point'), f64(...geometry.coordinates)]);
    case 'MultiPoint':
      return Buffer.concat([head('MultiPoint'), list(geometry.coordinates.map((position) => part('Point', f64(...position))))]);
    case 'LineString':
      return Buffer.concat([head('LineString'), line(geometry.coordinates)]);
    case 'MultiLineString':
      return Buffer.concat([head('MultiLineString'), list(geometry.coordinates.map((one) => part('LineString', line(one))))]);
    case 'Polygon':
      return Buffer.concat([head('Polygon'), rings(geometry.coordinates)]);
    case 'MultiPolygon':
      return Buffer.concat([head('MultiPolygon'), list(geometry.coordinates.map((one) => part('Polygon', rings(one))))]);
  }
}

/** The header of GeoPackage before well-known binary, with or without its envelope. */
export const geoPackageBlob = (geometry: Sketch, srsId: number, envelope: readonly number[] = []): Buffer =>
  Buffer.concat([Buffer.of(0x47, 0x50, 0, 1 | ({ 0: 0, 4: 1, 6: 2, 8: 4 }[envelope.length] ?? 0) << 1), u32(srsId), f64(...envelope), writeWkb(geometry)]);

const sqlType = (values: readonly Cell[]) => (values.every((value) => typeof value === 'number') ? 'REAL' : 'TEXT');

export interface SketchedLayer extends SketchedTable {
  readonly name: string;
  readonly srsId: number;
}

/** A GeoPackage with the tables OGC 12-128 asks for. */
export function writeGeoPackage(layers: readonly SketchedLayer[], systems: readonly { readonly id: number; readonly organisation: string; readonly code: number; readonly wkt: string }[] = []): Buffer {
  const database = new DatabaseSync(':memory:');
  database.exec(`
    PRAGMA application_id = 0x47504B47;
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, description TEXT, last_change TEXT, min_x REAL, min_y REAL, max_x REAL, max_y REAL, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT PRIMARY KEY, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('Belgian Lambert 72', 31370, 'EPSG', 31370, 'undefined', ''), ('Lambert 2008', 3812, 'EPSG', 3812, 'undefined', ''), ('WGS 84', 4326, 'EPSG', 4326, 'undefined', '');`);
  for (const { id, organisation, code, wkt } of systems) database.prepare("INSERT INTO gpkg_spatial_ref_sys VALUES ('', ?, ?, ?, ?, '')").run(id, organisation, code, wkt);
  for (const { name, srsId, columns, rows } of layers) {
    const types = columns.map((_, i) => sqlType(rows.map(({ values }) => values[i]!)));
    database.exec(`CREATE TABLE "${name}" (fid INTEGER PRIMARY KEY, geom BLOB${columns.map((column, i) => `, "${column}" ${types[i]!}`).join('')})`);
    const hasGeometry = rows.some(({ geometry }) => geometry !== null);
    database.prepare('INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES (?, ?, ?)').run(name, hasGeometry ? 'features' : 'attributes', srsId);
    if (hasGeometry) database.prepare("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'GEOMETRY', ?, 0, 0)").run(name, srsId);
    const insert = database.prepare(`INSERT INTO "${name}" VALUES (?, ?${', ?'.repeat(columns.length)})`);
    for (const [i, { values, geometry }] of rows.entries()) {
      const plain = values.map((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'boolean' ? Number(value) : value));
      insert.run(i + 1, geometry === null ? null : geoPackageBlob(geometry, srsId), ...plain);
    }
  }
  const bytes = Buffer.from(database.serialize());
  database.close();
  return bytes;
}

export interface ShapefileBytes {
  readonly shp: Buffer;
  readonly shx: Buffer;
  readonly dbf: Buffer;
}

const shapeTypes = { Point: 1, MultiPoint: 8, LineString: 3, MultiLineString: 3, Polygon: 5, MultiPolygon: 5 } as const;

function shapeContent(geometry: Sketch | null): Buffer {
  if (geometry === null) return u32(0);
  if (geometry.type === 'Point') return Buffer.concat([u32(1), f64(...geometry.coordinates.slice(0, 2))]);
  const box = f64(0, 0, 0, 0);
  if (geometry.type === 'MultiPoint') return Buffer.concat([u32(8), box, u32(geometry.coordinates.length), ...geometry.coordinates.map((position) => f64(...position))]);
  const runs: readonly (readonly Position[])[] =
    geometry.type === 'LineString' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : geometry.coordinates;
  const starts = runs.map((_, i) => runs.slice(0, i).reduce((sum, run) => sum + run.length, 0));
  return Buffer.concat([
    u32(shapeTypes[geometry.type]), box, u32(runs.length), u32(runs.reduce((sum, run) => sum + run.length, 0)), ...starts.map(u32), ...runs.flat().map((position) => f64(...position.slice(0, 2))),
  ]);
}

export type TextEncoder = (text: string) => Buffer;

/** .shp, .shx and .dbf (ESRI 1998, dBASE III). Rings are written as they stand. Text is as wide as `width` bytes. */
export function writeShapefile({ columns, rows }: SketchedTable, encode: TextEncoder = (text) => Buffer.from(text), width = 40): ShapefileBytes {
  const contents = rows.map(({ geometry }) => shapeContent(geometry));
  const shapeType = rows.find(({ geometry }) => geometry !== null)?.geometry?.type ?? 'Point';
  const header = (bytes: number) => Buffer.concat([i32be(9994), Buffer.alloc(20), i32be(bytes / 2), u32(1000), u32(shapeTypes[shapeType]), Buffer.alloc(64)]);
  const body = contents.map((content, i) => Buffer.concat([i32be(i + 1), i32be(content.length / 2), content]));
  let offset = 100;
  const index = contents.map((content, i) => {
    const entry = Buffer.concat([i32be(offset / 2), i32be(content.length / 2)]);
    offset += body[i]!.length;
    return entry;
  });
  const typeOf = (i: number) => {
    const values = rows.map(({ values: own }) => own[i] ?? null).filter((value) => value !== null);
    if (values.every((value) => typeof value === 'number')) return 'N';
    if (values.every((value) => typeof value === 'boolean')) return 'L';
    return values.every((value) => value instanceof Date) ? 'D' : 'C';
  };
  const types = columns.map((_, i) => typeOf(i));
  const widths = types.map((type) => (type === 'N' ? 19 : type === 'L' ? 1 : type === 'D' ? 8 : width));
  const fields = columns.map((column) => Buffer.concat([encode(column).subarray(0, 10), Buffer.alloc(11)]).subarray(0, 11))
    .map((name, i) => Buffer.concat([name, Buffer.from(types[i]!), Buffer.alloc(4), Buffer.of(widths[i]!, types[i] === 'N' ? 5 : 0), Buffer.alloc(14)]));
  const cell = (value: Cell, i: number) => {
    const space = Buffer.alloc(widths[i]!, 0x20);
    if (value === null) return space;
    const text = value instanceof Date ? value.toISOString().slice(0, 10).replaceAll('-', '') : typeof value === 'boolean' ? (value ? 'T' : 'F') : typeof value === 'number' ? value.toFixed(5).padStart(19) : value;
    encode(text).copy(space, 0, 0, widths[i]);
    return space;
  };
  const recordBytes = 1 + widths.reduce((sum, one) => sum + one, 0);
  const dbf = Buffer.concat([
    Buffer.of(3, 124, 1, 1), u32(rows.length), u16(32 + 32 * columns.length + 1), u16(recordBytes), Buffer.alloc(20), ...fields, Buffer.of(0x0d),
    ...rows.map(({ values }) => Buffer.concat([Buffer.of(0x20), ...values.map(cell)])), Buffer.of(0x1a),
  ]);
  const total = body.reduce((sum, record) => sum + record.length, 100);
  return { shp: Buffer.concat([header(total), ...body]), shx: Buffer.concat([header(100 + 8 * rows.length), ...index]), dbf };
}

/** The files of a Shapefile, as they lie in a zip. */
export const shapefileMembers = (name: string, { shp, shx, dbf }: ShapefileBytes, prj: string | null, cpg: string | null): ZipMember[] => [
  { name: `${name}.shp`, bytes: shp }, { name: `${name}.shx`, bytes: shx }, { name: `${name}.dbf`, bytes: dbf },
  ...(prj === null ? [] : [{ name: `${name}.prj`, bytes: prj }]), ...(cpg === null ? [] : [{ name: `${name}.cpg`, bytes: cpg }]),
];

/** A Shapefile in a zip, as it is published. */
export const zipShapefile = (...parts: Parameters<typeof shapefileMembers>): Buffer => writeZip(shapefileMembers(...parts));

export interface SketchedSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly isHidden?: boolean;
}

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const columnLetters = (index: number): string => (index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

const dayOfExcel = (date: Date) => date.getTime() / 86_400_000 + 25_569;

/** The files of a workbook as Excel writes it: shared texts, dates as styled numbers, empty cells left out. */
export function workbookMembers(sheets: readonly SketchedSheet[]): ZipMember[] {
  const shared: string[] = [];
  const sharedIndex = new Map<string, number>();
  const cell = (value: Cell, reference: string): string => {
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${Number(value)}</v></c>`;
    if (value instanceof Date) return `<c r="${reference}" s="1"><v>${dayOfExcel(value)}</v></c>`;
    if (!sharedIndex.has(value)) sharedIndex.set(value, shared.push(value) - 1);
    return `<c r="${reference}" t="s"><v>${sharedIndex.get(value)!}</v></c>`;
  };
  const worksheet = ({ rows }: SketchedSheet) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
      .map((values, row) => `<row r="${row + 1}">${values.map((value, column) => cell(value, `${columnLetters(column)}${row + 1}`)).join('')}</row>`)
      .join('')}</sheetData></worksheet>`;
  const parts = sheets.map(worksheet);
  const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  const relations = (...all: string[]) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  return [
    { name: '[Content_Types].xml', bytes: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    { name: '_rels/.rels', bytes: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      bytes: `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets
        .map(({ name, isHidden = false }, i) => `<sheet name="${xml(name)}" sheetId="${i + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: relations(...sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)), relation('rIdS', 'sharedStrings', 'sharedStrings.xml'), relation('rIdT', 'styles', 'styles.xml')),
    },
    { name: 'xl/styles.xml', bytes: '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>' },
    { name: 'xl/sharedStrings.xml', bytes: `<sst>${shared.map((text) => `<si><t xml:space="preserve">${xml(text)}</t></si>`).join('')}</sst>` },
    ...parts.map((bytes, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, bytes })),
  ];
}

export const writeWorkbook = (sheets: readonly SketchedSheet[]): Buffer => writeZip(workbookMembers(sheets));
