import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { StorePlace } from '../../packages/api/src/store/open-store.ts';

export type Engine = 'sqlite' | 'postgresql';

/** Every test of the store and the API runs on both. */
export const engines: readonly Engine[] = ['sqlite', 'postgresql'];

export interface TemporaryPlace extends StorePlace {
  remove(): Promise<void>;
}

/** An empty place for a store: a folder, and on PostgreSQL a database of its own. */
export async function temporaryPlace(engine: Engine): Promise<TemporaryPlace> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'wzz-api-'));
  const removeFolder = () => rm(dataFolder, { recursive: true, force: true });
  if (engine === 'sqlite') return { dataFolder, databaseUrl: null, remove: removeFolder };
  const name = `wzz_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return {
    dataFolder,
    databaseUrl: url.href,
    async remove() {
      await onServer(`drop database ${name} with (force)`);
      await removeFolder();
    },
  };
}

function serverUrl(): string {
  const url = process.env['WZZ_TEST_POSTGRES'];
  if (url === undefined) {
    throw new Error('WZZ_TEST_POSTGRES is not set: run "npm test", which starts a PostgreSQL server, or set it to the URL of a server on which databases may be made.');
  }
  return url;
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
