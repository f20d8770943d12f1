import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLimits, type ServiceSettings } from '@woonzorgzones/api';

const root = join(import.meta.dirname, '..', '..', '..');

export const sampleManifest = join(root, 'data', 'sample', 'manifest.json');
export const webFolder = join(root, 'packages', 'web', 'dist');
export const normsFolder = join(root, 'data', 'norms');
export const walkingFolder = join(root, 'data', 'walking');
export const profilesFolder = join(root, 'data', 'profiles');

export const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }).version;

/** Data is kept in var/ of the project unless WZZ_DATA says otherwise; in PostgreSQL when DATABASE_URL is set. */
export const serviceSettings = (): ServiceSettings => ({
  dataFolder: process.env['WZZ_DATA'] ?? join(root, 'var'),
  databaseUrl: process.env['DATABASE_URL'] ?? null,
  normsFolder,
  walkingFolder,
  profilesFolder,
  limits: defaultLimits,
  version,
  logLevel: 'warn',
});
