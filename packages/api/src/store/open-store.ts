import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PostgresDialect } from 'kysely';
import pg from 'pg';
import { openSqlStore } from './sql-store.ts';
import { NodeSqliteDialect } from './sqlite.ts';
import type { Store } from './store.ts';

export interface StorePlace {
  /** Folder of the SQLite file; made when it is not there. */
  readonly dataFolder: string;
  /** A PostgreSQL server instead; null for SQLite. */
  readonly databaseUrl: string | null;
}

/** Opens the store: PostgreSQL when a URL is given, else a SQLite file in the data folder, which several processes may share. */
export async function openStore({ dataFolder, databaseUrl }: StorePlace): Promise<Store> {
  if (databaseUrl === null) {
    await mkdir(dataFolder, { recursive: true });
    return openSqlStore('sqlite', new NodeSqliteDialect(join(dataFolder, 'woonzorgzones.sqlite')));
  }
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8, connectionTimeoutMillis: 10_000, statement_timeout: 60_000 });
  // A connection that breaks while nobody uses it is replaced at the next query, which reports what is wrong if it still is.
  pool.on('error', () => undefined);
  return openSqlStore('postgresql', new PostgresDialect({ pool }));
}
