import type { RemarkContent, RemarkPin } from '@woonzorgzones/core/model';
import type { Kysely, Selectable } from 'kysely';
import type { Tables } from './tables.ts';
import type { KeptRemark, KeptWitnessLink, WitnessStore } from './witnesses.ts';

/** The part of the store that witness links and remarks are kept in; the same queries on both engines. */
export function sqlWitnesses(db: Kysely<Tables>): WitnessStore {
  return {
    async addWitnessLink({ id, plan, name, secretHash, createdAt, expiresAt, withdrawnAt }) {
      await db.insertInto('witness_links')
        .values({ id, plan, name, secret_hash: secretHash, created_at: createdAt, expires_at: expiresAt, withdrawn_at: withdrawnAt })
        .execute();
    },

    async witnessLinks(plan) {
      const rows = await db.selectFrom('witness_links').selectAll().where('plan', '=', plan).orderBy('created_at').orderBy('id').execute();
      return rows.map(linkOf);
    },

    async witnessLink(id) {
      const row = await db.selectFrom('witness_links').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? linkOf(row) : null;
    },

    async renewWitnessLink(id, secretHash, expiresAt) {
      await db.updateTable('witness_links').set({ secret_hash: secretHash, expires_at: expiresAt, withdrawn_at: null }).where('id', '=', id).execute();
    },

    async withdrawWitnessLink(id, at) {
      await db.updateTable('witness_links').set({ withdrawn_at: at }).where('id', '=', id).where('withdrawn_at', 'is', null).execute();
    },

    addRemark: (remark, mostOfLink) => db.transaction().execute(async (transaction) => {
      const { count } = await transaction.selectFrom('remarks').select(({ fn }) => fn.countAll().as('count')).where('link', '=', remark.link).executeTakeFirstOrThrow();
      if (Number(count) >= mostOfLink) return false;
      await transaction.insertInto('remarks')
        .values({
          id: remark.id,
          link: remark.link,
          plan: remark.plan,
          ...columnsOf(remark),
          plan_version: remark.planVersion,
          created_at: remark.createdAt,
          changed_at: remark.changedAt,
          answer: remark.answer,
          answered_at: remark.answeredAt,
          handled: remark.handled ? 1 : 0,
        })
        .execute();
      return true;
    }),

    async remarks(plan) {
      const rows = await db.selectFrom('remarks').selectAll().where('plan', '=', plan).orderBy('created_at').orderBy('id').execute();
      return rows.map(remarkOf);
    },

    async remarksOfLink(link) {
      const rows = await db.selectFrom('remarks').selectAll().where('link', '=', link).orderBy('created_at').orderBy('id').execute();
      return rows.map(remarkOf);
    },

    async changeRemark(link, id, content, planVersion, at) {
      const { numUpdatedRows } = await db.updateTable('remarks')
        .set({ ...columnsOf(content), plan_version: planVersion, changed_at: at, handled: 0 })
        .where('link', '=', link).where('id', '=', id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async withdrawRemark(link, id) {
      const { numDeletedRows } = await db.deleteFrom('remarks').where('link', '=', link).where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async answerRemark(plan, id, { answer, answeredAt, handled }) {
      const { numUpdatedRows } = await db.updateTable('remarks')
        .set({ answer, answered_at: answeredAt, handled: handled ? 1 : 0 })
        .where('plan', '=', plan).where('id', '=', id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

const columnsOf = ({ author, theme, opinion, text, pin }: RemarkContent) => ({
  author, theme, opinion, text,
  x: pin.kind === 'place' ? pin.x : null,
  y: pin.kind === 'place' ? pin.y : null,
  zone: pin.kind === 'zone' ? pin.zone : null,
  zone_name: pin.kind === 'zone' ? pin.zoneName : null,
});

const linkOf = (row: Selectable<Tables['witness_links']>): KeptWitnessLink => ({
  id: row.id, plan: row.plan, name: row.name, secretHash: row.secret_hash, createdAt: row.created_at, expiresAt: row.expires_at, withdrawnAt: row.withdrawn_at,
});

function pinOf({ id, x, y, zone, zone_name: zoneName }: Selectable<Tables['remarks']>): RemarkPin {
  if (x !== null && y !== null) return { kind: 'place', x, y };
  if (zone !== null && zoneName !== null) return { kind: 'zone', zone, zoneName };
  throw new Error(`Got remark ${id} without a place and without a zone when expected one of them.`);
}

const remarkOf = (row: Selectable<Tables['remarks']>): KeptRemark => ({
  id: row.id, link: row.link, plan: row.plan,
  author: row.author, theme: row.theme, opinion: row.opinion, text: row.text, pin: pinOf(row),
  planVersion: row.plan_version, createdAt: row.created_at, changedAt: row.changed_at,
  answer: row.answer, answeredAt: row.answered_at, handled: row.handled === 1,
});
