import type { Kysely } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';
import type { Store } from './store.ts';

/** Numbered, never changed once released; each runs in a transaction of its own on both engines. */
export const migrations = (engine: Store['engine']): MigrationProvider => ({
  getMigrations: () => Promise.resolve({
    '0001-datasets-and-plans': datasetsAndPlans(engine),
    '0002-sittings-and-profiles': sittingsAndProfiles(engine),
    '0004-gestures-and-copies': gesturesAndCopies,
    '0003-witnesses': witnesses,
  }),
});

const bytesType = (engine: Store['engine']) => (engine === 'sqlite' ? 'blob' : 'bytea');

const datasetsAndPlans = (engine: Store['engine']): Migration => ({
  async up(db: Kysely<unknown>) {
    const bytes = bytesType(engine);
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

const sittingsAndProfiles = (engine: Store['engine']): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema.createTable('sittings')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('choices', 'text', (column) => column.notNull())
      .addColumn('job', 'text')
      .addColumn('job_revision', 'integer')
      .addColumn('ended', 'text')
      .addColumn('dataset', 'text', (column) => column.references('datasets.hash'))
      .addColumn('known', 'integer')
      .execute();
    await db.schema.createTable('sitting_files')
      .addColumn('sitting', 'text', (column) => column.notNull().references('sittings.id'))
      .addColumn('file', 'text', (column) => column.notNull())
      .addColumn('stored', 'text', (column) => column.notNull())
      .addColumn('bytes', 'integer', (column) => column.notNull())
      .addColumn('look', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('sitting_files_by_name', ['sitting', 'file'])
      .execute();
    await db.schema.createTable('sitting_outcomes')
      .addColumn('sitting', 'text', (column) => column.primaryKey().references('sittings.id'))
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('refused', 'text')
      .addColumn('hash', 'text')
      .addColumn('code', 'text')
      .addColumn('name', 'text')
      .addColumn('fictitious', 'integer')
      .addColumn('year', 'integer')
      .addColumn('inhabitants', 'integer')
      .addColumn('verdict', 'text')
      .addColumn('bytes', bytesType(engine))
      .addColumn('input_key', 'text')
      .addColumn('before', 'text')
      .addColumn('differences', 'text')
      .execute();
    await db.schema.createTable('profiles')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('profile', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();
  },
});

const witnesses: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createTable('witness_links')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('plan', 'text', (column) => column.notNull().references('plans.id'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('secret_hash', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text')
      .addColumn('withdrawn_at', 'text')
      .execute();
    await db.schema.createTable('remarks')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('link', 'text', (column) => column.notNull().references('witness_links.id'))
      .addColumn('plan', 'text', (column) => column.notNull().references('plans.id'))
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('theme', 'text', (column) => column.notNull())
      .addColumn('opinion', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('x', 'double precision')
      .addColumn('y', 'double precision')
      .addColumn('zone', 'text')
      .addColumn('zone_name', 'text')
      .addColumn('plan_version', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .addColumn('answer', 'text')
      .addColumn('answered_at', 'text')
      .addColumn('handled', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('witness_links_of_plan').on('witness_links').column('plan').execute();
    await db.schema.createIndex('remarks_of_plan').on('remarks').column('plan').execute();
    await db.schema.createIndex('remarks_of_link').on('remarks').column('link').execute();
  },
};

const gesturesAndCopies: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('plan_log').addColumn('gesture', 'text').execute();
    await db.schema.alterTable('plan_log').addColumn('made_by', 'text').execute();
    await db.schema.createIndex('plan_log_by_gesture').on('plan_log').columns(['plan', 'gesture']).unique().execute();
    await db.schema.alterTable('plans').addColumn('origin_plan', 'text').execute();
    await db.schema.alterTable('plans').addColumn('origin_name', 'text').execute();
    await db.schema.alterTable('plans').addColumn('origin_version', 'integer').execute();
  },
};
