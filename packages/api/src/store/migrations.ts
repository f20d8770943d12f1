import type { Kysely } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';
import type { Store } from './store.ts';

/** Numbered, never changed once released; each runs in a transaction of its own on both engines. */
export const migrations = (engine: Store['engine']): MigrationProvider => ({
  getMigrations: () => Promise.resolve({
    '0001-datasets-and-plans': datasetsAndPlans(engine),
  }),
});

const datasetsAndPlans = (engine: Store['engine']): Migration => ({
  async up(db: Kysely<unknown>) {
    const bytes = engine === 'sqlite' ? 'blob' : 'bytea';
    await db.schema.createTable('datasets')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('code', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('fictitious', 'integer', (column) => column.notNull())
      .addColumn('year', 'integer', (column) => column.notNull())
      .addColumn('inhabitants', 'integer', (column) => column.notNull())
      .addColumn('imported_at', 'text', (column) => column.notNull())
      .addColumn('verdict', 'text', (column) => column.notNull())
      .addColumn('bytes', bytes, (column) => column.notNull())
      .execute();
    await db.schema.createTable('dataset_inputs')
      .addColumn('input_key', 'text', (column) => column.primaryKey())
      .addColumn('dataset', 'text', (column) => column.notNull().references('datasets.hash'))
      .execute();
    await db.schema.createTable('plans')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('dataset', 'text', (column) => column.notNull().references('datasets.hash'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('zones', 'integer', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .addColumn('initial', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createTable('plan_log')
      .addColumn('plan', 'text', (column) => column.notNull().references('plans.id'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('entry', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('plan_log_in_order', ['plan', 'version'])
      .execute();
  },
});
