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
import { geoPackageGeometry } from './wkb.ts';

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
    bytes.fill(1, 18, 20);
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

/** The system a geometry column is in; null where it says it is not known (-1 and 0 in GeoPackage). */
function systemOf(database: DatabaseSync, srsId: string): Result<Crs | null, FileProblem> {
  if (srsId === '0' || srsId === '-1' || srsId === '') return ok(null);
  const [found] = rowsOf(database, 'SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?', srsId);
  const [organisation = null, code = null, definition = null] = found ?? [];
  const byCode = textOf(organisation).toUpperCase() === 'EPSG' ? systemOfCode(Number(code)) : null;
  const system = byCode ?? systemOfWkt(textOf(definition));
  return system === null ? err({ code: 'crs-not-known', place: {}, facts: { named: `${textOf(organisation) || 'srs_id'}:${textOf(code) || srsId}`.slice(0, 100), known: crsCodes } }) : ok(system);
}

/** The layers of a GeoPackage (OGC 12-128): its tables of features and of attributes. Null, with the problem raised, when it is none. */
export async function openGeoPackage(spooled: Spooled, stop: FirstProblem, signal: AbortSignal | null): Promise<GeoPackage | null> {
  let database: DatabaseSync | null = null;
  const damaged = () => {
    stop.raise({ code: 'file-damaged', place: {}, facts: { format: 'gpkg' } });
  };
  const close = async () => {
    if (database?.isOpen === true) database.close();
    if (spooled.kind === 'disk') await spooled.discard();
  };

  const layer = (opened: DatabaseSync, name: string, geometryColumn: string | null, srsId: string, rowCount: number | null): Layer => ({
    name,
    rowCount,
    read: async (sink) => {
      try {
        // Generated columns are left out: they would run what their maker wrote.
        const columns = rowsOf(opened, 'SELECT name FROM pragma_table_info(?)', name).map(([column]) => textOf(column!)).filter((column) => column !== geometryColumn);
        if (geometryColumn !== null) sink.system(systemOf(opened, srsId));
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
          table.row({ feature: Number(id) }, values.map(textOf), geometry instanceof Uint8Array ? geoPackageGeometry(geometry) : null);
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
    const geometries = new Map(
      tables.has('gpkg_geometry_columns')
        ? rowsOf(opened, 'SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns').map(([table, column, srs]) => [textOf(table!), { column: textOf(column!), srs: textOf(srs!) }])
        : [],
    );
    const counts = new Map(tables.has('gpkg_ogr_contents') ? rowsOf(opened, 'SELECT table_name, feature_count FROM gpkg_ogr_contents').map(([table, count]) => [textOf(table!), Number(count)]) : []);
    const layers = rowsOf(opened, "SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes') ORDER BY table_name")
      .map(([name]) => textOf(name!))
      .filter((name) => tables.has(name))
      .map((name) => layer(opened, name, geometries.get(name)?.column ?? null, geometries.get(name)?.srs ?? '', counts.get(name) ?? null));
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
