import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { crsCodes, type Crs } from '@woonzorgzones/core/geo';
import { err, ok, type Result } from '@woonzorgzones/core/model';
import { limits } from '../../limits.ts';
import { TableRows, type Layer } from '../layer.ts';
import type { FileProblem, FirstProblem } from '../problem.ts';
import type { Spooled } from '../unpack/spool.ts';
import { systemOfCode, systemOfWkt } from '../wkt.ts';
import { geoPackageGeometry, spatialiteGeometry } from './wkb.ts';

export interface GeoPackage {
  readonly layers: readonly Layer[];
  close(): Promise<void>;
}

type Value = null | bigint | number | string | Uint8Array;

/** Rows between two looks at whether anybody still waits for them. */
const rowsBetweenPauses = 2000;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function textOf(value: Value): string {
  if (value === null || value instanceof Uint8Array) return '';
  return typeof value === 'string' ? value.trim() : String(value);
}

/** A database that somebody gave us: opened to read only, without extensions, and what its schema would call is not trusted. */
async function openDatabase(spooled: Spooled): Promise<DatabaseSync> {
  const options = { allowExtension: false, defensive: true, limits: { length: limits.featureMegabytes * 1_000_000, attach: 0 } };
  let database: DatabaseSync;
  if (spooled.kind === 'disk') {
    const url = pathToFileURL(spooled.path);
    // Immutable: SQLite then makes no files beside it and reads a database with a write-ahead log as it stands.
    url.searchParams.set('immutable', '1');
    database = new DatabaseSync(url, { ...options, readOnly: true });
  } else {
    database = new DatabaseSync(':memory:', options);
    const bytes = Buffer.from(spooled.bytes);
    // The same for memory: a database that was left in write-ahead mode is called an ordinary one.
    if (bytes.length >= 20) bytes.fill(1, 18, 20);
    database.deserialize(bytes);
  }
  database.exec('PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cell_size_check = ON');
  // Open but without a name: nothing stays behind when the process is killed. Where the system refuses, closing does it.
  database.prepare('SELECT count(*) FROM sqlite_master').get();
  if (spooled.kind === 'disk') await spooled.discard().catch(() => undefined);
  return database;
}

function rowsOf(database: DatabaseSync, sql: string, ...parameters: readonly string[]): Value[][] {
  const statement = database.prepare(sql);
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  return statement.all(...parameters) as unknown as Value[][];
}

/** Which tables the database really has; views and virtual tables may run anything and are not read. */
function tablesOf(database: DatabaseSync): ReadonlySet<string> {
  return new Set(rowsOf(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").map(([name]) => textOf(name!)));
}

interface FoundTable {
  readonly name: string;
  /** Null for a table without geometry. */
  readonly geometry: { readonly column: string; readonly srs: string } | null;
  readonly rowCount: number | null;
}

/** Tables of features and of attributes, as a GeoPackage (OGC 12-128) lists them. */
function tablesOfGeoPackage(database: DatabaseSync, tables: ReadonlySet<string>): readonly FoundTable[] {
  const geometries = new Map(
    tables.has('gpkg_geometry_columns')
      ? rowsOf(database, 'SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns').map(([table, column, srs]) => [textOf(table!), { column: textOf(column!), srs: textOf(srs!) }])
      : [],
  );
  const counts = new Map(tables.has('gpkg_ogr_contents') ? rowsOf(database, 'SELECT table_name, feature_count FROM gpkg_ogr_contents').map(([table, count]) => [textOf(table!), Number(count)]) : []);
  return rowsOf(database, "SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes') ORDER BY table_name")
    .map(([name]) => textOf(name!))
    .filter((name) => tables.has(name))
    .map((name) => ({ name, geometry: geometries.get(name) ?? null, rowCount: counts.get(name) ?? null }));
}

/** Tables with geometry of a SpatiaLite database, as Statbel publishes its sectors; its own names are written small there. */
function tablesOfSpatialite(database: DatabaseSync, tables: ReadonlySet<string>): readonly FoundTable[] {
  const byName = new Map([...tables].map((name) => [name.toLowerCase(), name]));
  return rowsOf(database, 'SELECT f_table_name, f_geometry_column, srid FROM geometry_columns ORDER BY f_table_name').flatMap(([table, column, srid]) => {
    const name = byName.get(textOf(table!).toLowerCase());
    if (name === undefined) return [];
    const own = rowsOf(database, 'SELECT name FROM pragma_table_info(?)', name).map(([field]) => textOf(field!));
    const geometryColumn = own.find((field) => field.toLowerCase() === textOf(column!).toLowerCase());
    return geometryColumn === undefined ? [] : [{ name, geometry: { column: geometryColumn, srs: textOf(srid!) }, rowCount: null }];
  });
}

/** In SpatiaLite the number of a system is that of EPSG. */
function systemOfSrid(srid: string): Result<Crs | null, FileProblem> {
  if (Number(srid) <= 0) return ok(null);
  const system = systemOfCode(Number(srid));
  return system === null ? err({ code: 'crs-not-known', place: {}, facts: { named: `srid:${srid}`.slice(0, 100), known: crsCodes } }) : ok(system);
}

/** The system a geometry column is in; null where it says it is not known (-1 and 0 in GeoPackage). */
function systemOf(database: DatabaseSync, srsId: string): Result<Crs | null, FileProblem> {
  if (srsId === '0' || srsId === '-1' || srsId === '') return ok(null);
  const [found] = rowsOf(database, 'SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?', srsId);
  const [organisation = null, code = null, definition = null] = found ?? [];
  const byCode = textOf(organisation).toUpperCase() === 'EPSG' ? systemOfCode(Number(code)) : null;
  const system = byCode ?? systemOfWkt(textOf(definition));
  return system === null ? err({ code: 'crs-not-known', place: {}, facts: { named: `${textOf(organisation) || 'srs_id'}:${textOf(code) || srsId}`.slice(0, 100), known: crsCodes } }) : ok(system);
}

/** The layers of a GeoPackage, or of the SpatiaLite database that came before it. Null, with the problem raised, when it is none. */
export async function openGeoPackage(spooled: Spooled, stop: FirstProblem, signal: AbortSignal | null): Promise<GeoPackage | null> {
  let database: DatabaseSync | null = null;
  const damaged = () => {
    stop.raise({ code: 'file-damaged', place: {}, facts: { format: 'gpkg' } });
  };
  const close = async () => {
    if (database?.isOpen === true) database.close();
    if (spooled.kind === 'disk') await spooled.discard();
  };

  const layer = (opened: DatabaseSync, { name, geometry: shape, rowCount }: FoundTable, isGeoPackage: boolean): Layer => ({
    name,
    rowCount,
    read: async (sink) => {
      const readGeometry = isGeoPackage ? geoPackageGeometry : spatialiteGeometry;
      const geometryColumn = shape?.column ?? null;
      try {
        // Generated columns are left out: they would run what their maker wrote.
        const columns = rowsOf(opened, 'SELECT name FROM pragma_table_info(?)', name).map(([column]) => textOf(column!)).filter((column) => column !== geometryColumn);
        if (shape !== null) sink.system(isGeoPackage ? systemOf(opened, shape.srs) : systemOfSrid(shape.srs));
        const table = new TableRows(sink);
        table.header(columns, {});
        const selected = ['rowid', ...(geometryColumn === null ? ['NULL'] : [quoted(geometryColumn)]), ...columns.map(quoted)];
        const statement = opened.prepare(`SELECT ${selected.join(', ')} FROM ${quoted(name)}`);
        statement.setReadBigInts(true);
        statement.setReturnArrays(true);
        let last: bigint | null = null;
        let rows = 0;
        for (const row of statement.iterate() as Iterable<unknown> as Iterable<Value[]>) {
          const [id, geometry, ...values] = row;
          // A sound table comes in the order of its row numbers; one that does not would never end.
          if (typeof id !== 'bigint' || (last !== null && id <= last)) {
            damaged();
            return;
          }
          last = id;
          table.row({ feature: Number(id) }, values.map(textOf), geometry instanceof Uint8Array ? readGeometry(geometry) : null);
          rows += 1;
          if (rows % rowsBetweenPauses === 0) {
            await setImmediate();
            if (signal?.aborted === true) stop.raise({ code: 'cancelled', place: {}, facts: {} });
          }
          if (sink.isFull || stop.problem !== null) return;
        }
      } catch (error) {
        if (!isOfDatabase(error)) throw error;
        damaged();
      }
    },
  });

  try {
    const opened = await openDatabase(spooled);
    database = opened;
    const tables = tablesOf(opened);
    const isGeoPackage = !tables.has('geometry_columns') || tables.has('gpkg_contents');
    const found = isGeoPackage ? tablesOfGeoPackage(opened, tables) : tablesOfSpatialite(opened, tables);
    const layers = found.map((one) => layer(opened, one, isGeoPackage));
    if (layers.length === 0) {
      stop.raise({ code: 'file-without-rows', place: {}, facts: { columns: [] } });
      await close();
      return null;
    }
    return { layers, close };
  } catch (error) {
    await close();
    if (!isOfDatabase(error)) throw error;
    damaged();
    return null;
  }
}

/** What SQLite says of a file that is no sound database. */
const isOfDatabase = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ERR_SQLITE_ERROR' || error.code === 'ERR_INVALID_STATE');
