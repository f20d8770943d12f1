import type { LogEntry } from '@woonzorgzones/core/edit';
import { err, ok, type Plan } from '@woonzorgzones/core/model';
import { Kysely, type Dialect, type Selectable, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { DatasetHeader } from './dataset.ts';
import { migrations } from './migrations.ts';
import { sqlSittings } from './sql-sittings.ts';
import { sqlWitnesses } from './sql-witnesses.ts';
import type { KeptLine, PlanHeader, Store } from './store.ts';
import type { Tables } from './tables.ts';

/** A store on either engine: the same queries, the same tables. Brings the tables up to date before it answers. */
export async function openSqlStore(engine: Store['engine'], dialect: Dialect): Promise<Store> {
  const db = new Kysely<Tables>({ dialect });
  const { error } = await new Migrator({ db, provider: migrations(engine) }).migrateToLatest();
  if (error !== undefined) {
    await db.destroy();
    throw error instanceof Error ? error : new Error('The tables could not be brought up to date.', { cause: error });
  }

  const planRow = (id: string) => db.selectFrom('plans').selectAll().where('id', '=', id).executeTakeFirst();

  return {
    engine,

    async addDataset(dataset) {
      return db.transaction().execute(async (transaction) => {
        const inserted = await transaction.insertInto('datasets')
          .values({
            hash: dataset.hash,
            code: dataset.code,
            name: dataset.name,
            fictitious: dataset.fictitious ? 1 : 0,
            year: dataset.year,
            inhabitants: dataset.inhabitants,
            imported_at: dataset.importedAt,
            verdict: dataset.verdict,
            bytes: dataset.bytes,
          })
          .onConflict((conflict) => conflict.column('hash').doNothing())
          .executeTakeFirst();
        await transaction.insertInto('dataset_inputs')
          .values({ input_key: dataset.inputKey, dataset: dataset.hash })
          .onConflict((conflict) => conflict.column('input_key').doUpdateSet({ dataset: dataset.hash }))
          .execute();
        return { known: inserted.numInsertedOrUpdatedRows === 0n };
      });
    },

    async datasets() {
      const rows = await db.selectFrom('datasets').select(headerColumns).orderBy('name').orderBy('imported_at').orderBy('hash').execute();
      return rows.map(datasetHeader);
    },

    async dataset(hash) {
      const row = await db.selectFrom('datasets').select(headerColumns).where('hash', '=', hash).executeTakeFirst();
      return row ? datasetHeader(row) : null;
    },

    async newestDataset(code) {
      const row = await db.selectFrom('datasets').select(headerColumns).where('code', '=', code)
        .orderBy('imported_at', 'desc').orderBy('hash').executeTakeFirst();
      return row ? datasetHeader(row) : null;
    },

    async datasetBytes(hash) {
      const row = await db.selectFrom('datasets').select('bytes').where('hash', '=', hash).executeTakeFirst();
      return row?.bytes ?? null;
    },

    async verdict(hash) {
      const row = await db.selectFrom('datasets').select('verdict').where('hash', '=', hash).executeTakeFirst();
      return row?.verdict ?? null;
    },

    async datasetOfInput(inputKey) {
      const row = await db.selectFrom('dataset_inputs').select('dataset').where('input_key', '=', inputKey).executeTakeFirst();
      return row?.dataset ?? null;
    },

    async addPlan(plan) {
      await db.transaction().execute(async (transaction) => {
        await transaction.insertInto('plans')
          .values({
            id: plan.id,
            dataset: plan.dataset,
            name: plan.name,
            zones: plan.zones,
            version: plan.version,
            created_at: plan.createdAt,
            updated_at: plan.updatedAt,
            initial: JSON.stringify(plan.initial),
            origin_plan: plan.origin?.plan ?? null,
            origin_name: plan.origin?.name ?? null,
            origin_version: plan.origin?.version ?? null,
          })
          .execute();
        await insertLines(transaction, plan.id, 1, plan.log);
      });
    },

    async plans() {
      const rows = await db.selectFrom('plans').selectAll().orderBy('updated_at', 'desc').orderBy('id').execute();
      return rows.map(planHeader);
    },

    async plan(id) {
      const row = await planRow(id);
      return row ? planHeader(row) : null;
    },

    async planWithLog(id) {
      const row = await planRow(id);
      if (!row) return null;
      // The log may have grown since the row was read; its later lines belong to a later version.
      const lines = await db.selectFrom('plan_log').select(['at', 'entry', 'gesture', 'made_by'])
        .where('plan', '=', id).where('version', '<=', row.version).orderBy('version').execute();
      return {
        ...planHeader(row),
        initial: JSON.parse(row.initial) as Plan,
        log: lines.map(keptLine),
      };
    },

    async hasGesture(plan, gesture) {
      return await db.selectFrom('plan_log').select('version').where('plan', '=', plan).where('gesture', '=', gesture).executeTakeFirst() !== undefined;
    },

    async append({ plan, version, lines, after }) {
      const reached = version + lines.length;
      return db.transaction().execute(async (transaction) => {
        const updated = await transaction.updateTable('plans')
          .set({ version: reached, name: after.name, zones: after.zones.length, updated_at: lines.at(-1)!.at })
          .where('id', '=', plan).where('version', '=', version)
          .executeTakeFirst();
        if (updated.numUpdatedRows === 0n) {
          const row = await transaction.selectFrom('plans').select('version').where('id', '=', plan).executeTakeFirst();
          return err(row ? { code: 'version-conflict', yours: version, current: row.version } : { code: 'unknown-plan', plan });
        }
        await insertLines(transaction, plan, version + 1, lines);
        return ok({ version: reached });
      });
    },

    ...sqlSittings(db),
    ...sqlWitnesses(db),

    close: () => db.destroy(),
  };
}

const headerColumns = ['hash', 'code', 'name', 'fictitious', 'year', 'inhabitants', 'imported_at'] as const;

/** So many lines go to the engine in one statement: five values each, of the some 32,000 it takes. */
const linesAtOnce = 1000;

async function insertLines(transaction: Transaction<Tables>, plan: string, first: number, lines: readonly KeptLine[]): Promise<void> {
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    const rows = lines.slice(from, from + linesAtOnce).map(({ at, entry, gesture = null, by = null }, index) =>
      ({ plan, version: first + from + index, at, entry: JSON.stringify(entry), gesture, made_by: by }));
    await transaction.insertInto('plan_log').values(rows).execute();
  }
}

const keptLine = ({ at, entry, gesture, made_by }: Pick<Selectable<Tables['plan_log']>, 'at' | 'entry' | 'gesture' | 'made_by'>): KeptLine => ({
  at,
  entry: JSON.parse(entry) as LogEntry,
  ...(gesture === null ? {} : { gesture }),
  ...(made_by === null ? {} : { by: made_by }),
});

const datasetHeader = (row: Pick<Selectable<Tables['datasets']>, typeof headerColumns[number]>): DatasetHeader => ({
  hash: row.hash,
  code: row.code,
  name: row.name,
  fictitious: row.fictitious === 1,
  year: row.year,
  inhabitants: row.inhabitants,
  importedAt: row.imported_at,
});

const planHeader = (row: Selectable<Tables['plans']>): PlanHeader => ({
  id: row.id,
  dataset: row.dataset,
  name: row.name,
  zones: row.zones,
  version: row.version,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  ...(row.origin_plan === null || row.origin_name === null || row.origin_version === null
    ? {}
    : { origin: { plan: row.origin_plan, name: row.origin_name, version: row.origin_version } }),
});
