import { err, ok, type ImportProblem, type MunicipalityDifferences, type Result } from '@woonzorgzones/core/model';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { KeptChoices } from '../schemas.ts';
import { lookFromJson, lookToJson } from './look-json.ts';
import type { KeptSitting, SittingChangeProblem, SittingEnd, SittingFileRow, SittingHeader, SittingStore } from './sittings.ts';
import type { Tables } from './tables.ts';

/** The part of the store that sittings and own profiles are kept in; the same queries on both engines. */
export function sqlSittings(db: Kysely<Tables>): SittingStore {
  return {
    async addSitting(sitting) {
      await db.transaction().execute(async (transaction) => {
        await transaction.insertInto('sittings')
          .values({
            id: sitting.id,
            revision: sitting.revision,
            created_at: sitting.createdAt,
            changed_at: sitting.changedAt,
            expires_at: sitting.expiresAt,
            choices: JSON.stringify(sitting.choices),
            job: null,
            job_revision: null,
            ended: null,
            dataset: null,
            known: null,
          })
          .execute();
        for (const row of sitting.files) await putFile(transaction, sitting.id, row);
      });
    },

    async sitting(id) {
      const row = await db.selectFrom('sittings').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row) return null;
      const files = await db.selectFrom('sitting_files').selectAll().where('sitting', '=', id).orderBy('file').execute();
      return { ...sittingHeader(row), files: files.map(fileRow) };
    },

    async openSittings() {
      const rows = await db.selectFrom('sittings').selectAll()
        .select((row) => row.selectFrom('sitting_files').select(({ fn }) => fn.countAll<number | string>().as('count')).whereRef('sitting', '=', 'sittings.id').as('files'))
        .where('ended', 'is', null).orderBy('changed_at', 'desc').orderBy('id').execute();
      return rows.map(({ files, ...row }) => ({ ...sittingHeader(row), files: Number(files) }));
    },

    async changeSitting({ sitting, revision, at, expiresAt, choices, put = [], remove = [] }) {
      return db.transaction().execute(async (transaction) => {
        const raised = await transaction.updateTable('sittings')
          .set({ revision: revision + 1, changed_at: at, expires_at: expiresAt, ...(choices ? { choices: JSON.stringify(choices) } : {}) })
          .where('id', '=', sitting).where('revision', '=', revision).where('ended', 'is', null)
          .executeTakeFirst();
        if (raised.numUpdatedRows === 0n) return standsInTheWay(transaction, sitting, revision);
        const gone = [...remove, ...put.map(({ file }) => file)];
        if (gone.length > 0) await transaction.deleteFrom('sitting_files').where('sitting', '=', sitting).where('file', 'in', gone).execute();
        for (const row of put) await putFile(transaction, sitting, row);
        await transaction.deleteFrom('sitting_outcomes').where('sitting', '=', sitting).execute();
        return ok(null);
      });
    },

    async startRun(sitting, { job, revision }) {
      await db.updateTable('sittings').set({ job, job_revision: revision }).where('id', '=', sitting).execute();
    },

    async stage(sitting, revision, outcome) {
      return db.transaction().execute(async (transaction) => {
        // The row is written to keep it from changing until the outcome stands beside it.
        const held = await transaction.updateTable('sittings').set({ revision })
          .where('id', '=', sitting).where('revision', '=', revision).where('ended', 'is', null).executeTakeFirst();
        if (held.numUpdatedRows === 0n) return standsInTheWay(transaction, sitting, revision);
        await transaction.deleteFrom('sitting_outcomes').where('sitting', '=', sitting).execute();
        const dataset = outcome.kind === 'ready' ? outcome.dataset : null;
        const differences = outcome.kind === 'ready' ? outcome.differences : null;
        await transaction.insertInto('sitting_outcomes')
          .values({
            sitting,
            revision,
            refused: outcome.kind === 'refused' ? JSON.stringify(outcome.problems) : null,
            hash: dataset?.hash ?? null,
            code: dataset?.code ?? null,
            name: dataset?.name ?? null,
            fictitious: dataset === null ? null : Number(dataset.fictitious),
            year: dataset?.year ?? null,
            inhabitants: dataset?.inhabitants ?? null,
            verdict: dataset?.verdict ?? null,
            bytes: dataset?.bytes ?? null,
            input_key: dataset?.inputKey ?? null,
            before: outcome.kind === 'ready' ? outcome.before : null,
            differences: differences === null ? null : JSON.stringify(differences),
          })
          .execute();
        return ok(null);
      });
    },

    async outcome(sitting, revision) {
      const row = await db.selectFrom('sitting_outcomes').select(['refused', 'hash', 'code', 'verdict', 'before', 'differences'])
        .where('sitting', '=', sitting).where('revision', '=', revision).executeTakeFirst();
      if (!row) return null;
      if (row.refused !== null) return { kind: 'refused', problems: JSON.parse(row.refused) as readonly ImportProblem[] };
      return {
        kind: 'ready', hash: row.hash!, code: row.code!, verdict: row.verdict!, before: row.before,
        differences: row.differences === null ? null : JSON.parse(row.differences) as MunicipalityDifferences,
      };
    },

    async take(sitting, revision, at) {
      return db.transaction().execute(async (transaction) => {
        const held = await transaction.updateTable('sittings').set({ revision })
          .where('id', '=', sitting).where('revision', '=', revision).where('ended', 'is', null).executeTakeFirst();
        if (held.numUpdatedRows === 0n) return standsInTheWay(transaction, sitting, revision);
        const staged = await transaction.selectFrom('sitting_outcomes').select(['hash', 'input_key'])
          .where('sitting', '=', sitting).where('revision', '=', revision).where('refused', 'is', null).executeTakeFirst();
        if (!staged) return ok(null);
        const hash = staged.hash!;
        // The bytes go from table to table inside the database.
        const inserted = await transaction.insertInto('datasets')
          .columns(['hash', 'code', 'name', 'fictitious', 'year', 'inhabitants', 'verdict', 'bytes', 'imported_at'])
          .expression((row) => row.selectFrom('sitting_outcomes')
            .select((outcome) => [
              'hash', 'code', 'name', 'fictitious', 'year', 'inhabitants', 'verdict', 'bytes', outcome.val(at).as('imported_at'),
            ])
            .where('sitting', '=', sitting))
          .onConflict((conflict) => conflict.column('hash').doNothing())
          .executeTakeFirst();
        const known = inserted.numInsertedOrUpdatedRows === 0n;
        await transaction.insertInto('dataset_inputs').values({ input_key: staged.input_key!, dataset: hash })
          .onConflict((conflict) => conflict.column('input_key').doUpdateSet({ dataset: hash }))
          .execute();
        await letGo(transaction, sitting);
        await transaction.updateTable('sittings').set({ ended: 'taken', dataset: hash, known: Number(known), changed_at: at }).where('id', '=', sitting).execute();
        return ok({ hash, known });
      });
    },

    async endSitting(sitting, how, at) {
      await db.transaction().execute(async (transaction) => {
        const ended = await transaction.updateTable('sittings').set({ ended: how, changed_at: at })
          .where('id', '=', sitting).where('ended', 'is', null).executeTakeFirst();
        if (ended.numUpdatedRows > 0n) await letGo(transaction, sitting);
      });
    },

    async forgetSittings(before) {
      await db.deleteFrom('sittings').where('ended', 'is not', null).where('changed_at', '<', before).execute();
    },

    async ownProfiles() {
      const rows = await db.selectFrom('profiles').selectAll().orderBy('id').execute();
      return rows.map(({ id, name, profile, created_at }) => ({ id, name, profile, createdAt: created_at }));
    },

    async addProfile({ id, name, profile, createdAt }) {
      const inserted = await db.insertInto('profiles').values({ id, name, profile, created_at: createdAt })
        .onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst();
      return inserted.numInsertedOrUpdatedRows === 1n;
    },

    async removeProfile(id) {
      const removed = await db.deleteFrom('profiles').where('id', '=', id).executeTakeFirst();
      return removed.numDeletedRows === 1n;
    },
  };
}

const putFile = (transaction: Transaction<Tables>, sitting: string, { file, stored, bytes, look }: SittingFileRow) =>
  transaction.insertInto('sitting_files').values({ sitting, file, stored, bytes, look: lookToJson(look) }).execute();

async function letGo(transaction: Transaction<Tables>, sitting: string): Promise<void> {
  await transaction.deleteFrom('sitting_files').where('sitting', '=', sitting).execute();
  await transaction.deleteFrom('sitting_outcomes').where('sitting', '=', sitting).execute();
}

/** Why a change that found no row to make it on could not be made. */
async function standsInTheWay(transaction: Transaction<Tables>, sitting: string, yours: number): Promise<Result<never, SittingChangeProblem>> {
  const row = await transaction.selectFrom('sittings').select(['revision', 'ended']).where('id', '=', sitting).executeTakeFirst();
  if (!row) return err({ code: 'unknown-sitting', sitting });
  if (row.ended !== null) return err({ code: 'sitting-over', sitting, how: row.ended });
  return err({ code: 'sitting-changed', yours, current: row.revision });
}

const fileRow = ({ file, stored, bytes, look }: Selectable<Tables['sitting_files']>): KeptSitting['files'][number] =>
  ({ file, stored, bytes, look: lookFromJson(look) });

const sittingHeader = (row: Selectable<Tables['sittings']>): SittingHeader => ({
  id: row.id,
  revision: row.revision,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  expiresAt: row.expires_at,
  choices: JSON.parse(row.choices) as KeptChoices,
  run: row.job === null || row.job_revision === null ? null : { job: row.job, revision: row.job_revision },
  end: endOf(row),
});

function endOf({ ended, dataset, known }: Selectable<Tables['sittings']>): SittingEnd | null {
  if (ended === null) return null;
  return ended === 'taken' ? { how: ended, dataset: dataset!, known: known === 1 } : { how: ended };
}
