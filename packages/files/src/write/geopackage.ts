import { DatabaseSync } from 'node:sqlite';
import { boundsOf } from '@woonzorgzones/core/geo';
import type { ExportColumn, ExportTable } from './export-table.ts';
import { lambert2008Epsg, lambert2008Wkt } from './lambert-2008-wkt.ts';
import { layerStyle, shadingStyle } from './layer-style.ts';
import { figuresLayer, type LayerShading } from './report-layers.ts';
import { geoPackageGeometryOf } from './wkb.ts';

const wgs84Wkt = 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]';

const sqlTypes: Readonly<Record<ExportColumn['type'], string>> = { text: 'TEXT', integer: 'INTEGER', real: 'REAL' };
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Tables as a GeoPackage 1.3 in Lambert 2008 that QGIS opens styled. `documents` are kept beside them, by name: what no other
 * program reads, such as the log of a plan. `shadings` are the styles of the layer of figures. `date` (ISO) is the day the content was changed; the same input gives the same bytes.
 */
export function writeGeoPackage(tables: readonly ExportTable[], documents: Readonly<Record<string, string>>, date: string, shadings: readonly LayerShading[] = []): Uint8Array {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec(schema);
    const changed = `${date.slice(0, 10)}T00:00:00.000Z`;
    const system = database.prepare('INSERT INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, definition) VALUES (?, ?, ?, ?, ?)');
    system.run('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined');
    system.run('Undefined geographic SRS', 0, 'NONE', 0, 'undefined');
    system.run('WGS 84', 4326, 'EPSG', 4326, wgs84Wkt);
    system.run('ETRS89 / Belgian Lambert 2008', lambert2008Epsg, 'EPSG', lambert2008Epsg, lambert2008Wkt);
    for (const table of tables) addLayer(database, table, changed, stylesOf(table.name, shadings));
    addDocuments(database, documents, changed);
    return database.serialize();
  } finally {
    database.close();
  }
}

const schema = `
PRAGMA application_id = 0x47504B47;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT, f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT, update_time DATETIME);
`;

interface NamedStyle {
  readonly name: string;
  readonly qml: string;
  readonly description: string;
}

/** The styles of a layer, the usual one first. */
function stylesOf(table: string, shadings: readonly LayerShading[]): readonly NamedStyle[] {
  if (table === figuresLayer) return shadings.map((shading) => ({ name: shading.title, qml: shadingStyle(shading), description: shading.column }));
  const qml = layerStyle(table);
  return qml === null ? [] : [{ name: 'Woonzorgzones', qml, description: table }];
}

function addLayer(database: DatabaseSync, { name, title, geometry, columns, rows }: ExportTable, changed: string, styles: readonly NamedStyle[]): void {
  database.exec(`CREATE TABLE ${quoted(name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom ${geometry}, ${columns.map((column) => `${quoted(column.name)} ${sqlTypes[column.type]}`).join(', ')})`);
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  const insert = database.prepare(`INSERT INTO ${quoted(name)} (geom, ${columns.map((column) => quoted(column.name)).join(', ')}) VALUES (${['?', ...columns.map(() => '?')].join(', ')})`);
  for (const { shape, values } of rows) {
    insert.run(geoPackageGeometryOf(shape, lambert2008Epsg), ...values);
    const box = typeof shape[0] === 'number' ? [shape[0], shape[1] as number, shape[0], shape[1] as number] as const : boundsOf(shape as Parameters<typeof boundsOf>[0]);
    [minX, minY, maxX, maxY] = [Math.min(minX, box[0]), Math.min(minY, box[1]), Math.max(maxX, box[2]), Math.max(maxY, box[3])];
  }
  const bounds = Number.isFinite(minX) ? [minX, minY, maxX, maxY] : [null, null, null, null];
  database.prepare('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(name, 'features', title, '', changed, ...bounds, lambert2008Epsg);
  database.prepare('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)').run(name, 'geom', geometry, lambert2008Epsg);
  const keep = database.prepare('INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, update_time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const [place, style] of styles.entries()) keep.run('', '', name, 'geom', style.name, style.qml, '', place === 0 ? 1 : 0, style.description, '', changed);
}

function addDocuments(database: DatabaseSync, documents: Readonly<Record<string, string>>, changed: string): void {
  const names = Object.keys(documents).sort();
  if (names.length === 0) return;
  database.exec('CREATE TABLE woonzorgzones_documenten (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, naam TEXT NOT NULL UNIQUE, inhoud TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO woonzorgzones_documenten (naam, inhoud) VALUES (?, ?)');
  for (const name of names) insert.run(name, documents[name]!);
  database.prepare('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, NULL, NULL, NULL, NULL, NULL)').run('woonzorgzones_documenten', 'attributes', 'Documenten van Woonzorgzones', '', changed);
}
