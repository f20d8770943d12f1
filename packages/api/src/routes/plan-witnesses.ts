import { err, ok, type Result, type WitnessLink } from '@woonzorgzones/core/model';
import { writeRemarksCsv, writeRemarksWorkbook } from '@woonzorgzones/files';
import { route } from '../http/route.ts';
import { planGround, type PlanGround } from '../plan-ground.ts';
import { fileName } from '../printed-plan.ts';
import type { Failure } from '../problem.ts';
import {
  freshWitnessLinkSchema, newWitnessLinkSchema, planIdSchema, plannersWordSchema, remarkIdSchema, remarkLayerSchema, remarkSchema, renewedWitnessLinkSchema,
  witnessLinkIdSchema, witnessLinkSchema, type WitnessLinkReply,
} from '../schemas.ts';
import type { Plain } from '../schemas/same-type.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';
import { plannersRemarks, remarkLayer, toldRemarks } from '../witness-view.ts';

const params = z.object({ id: planIdSchema });
const linkParams = z.object({ id: planIdSchema, link: witnessLinkIdSchema });

async function countRemarks({ store }: Services, plan: string): Promise<(link: string) => number> {
  const remarks = await store.remarks(plan);
  return (id) => remarks.filter(({ link }) => link === id).length;
}

const linkReply = ({ id, name, createdAt, expiresAt, withdrawnAt }: WitnessLink, remarks: number): Plain<WitnessLinkReply> => ({ id, name, createdAt, expiresAt, withdrawnAt, remarks });

export const witnessLinksRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/witness-links',
  summary: 'De links voor bevoorrechte getuigen van dit plan; het geheim zelf is niet bewaard',
  params,
  reply: { status: 200, schema: z.array(witnessLinkSchema) },
  problems: ['unknown-plan'],
  async handle({ params: { id } }) {
    if ((await services.store.plan(id)) === null) return err({ code: 'unknown-plan', plan: id });
    const [links, count] = await Promise.all([services.store.witnessLinks(id), countRemarks(services, id)]);
    return ok({ body: links.map((link) => linkReply(link, count(link.id))) });
  },
});

export const newWitnessLinkRoute = (services: Services) => route({
  method: 'post',
  path: '/plans/{id}/witness-links',
  summary: 'Een nieuwe link voor bevoorrechte getuigen; het geheim staat alleen in dit antwoord',
  params,
  body: newWitnessLinkSchema,
  reply: { status: 201, schema: freshWitnessLinkSchema },
  problems: ['unknown-plan'],
  async handle({ params: { id }, body: { name, expiresAt } }) {
    if ((await services.store.plan(id)) === null) return err({ code: 'unknown-plan', plan: id });
    const { link, token } = await services.witnesses.make(id, name, expiresAt);
    return ok({ body: { link: linkReply(link, 0), token }, headers: { 'Cache-Control': 'no-store' } });
  },
});

export const renewWitnessLinkRoute = (services: Services) => route({
  method: 'post',
  path: '/plans/{id}/witness-links/{link}/renew',
  summary: 'Maakt de link opnieuw, met een ander geheim; de opmerkingen blijven',
  params: linkParams,
  body: renewedWitnessLinkSchema,
  reply: { status: 200, schema: freshWitnessLinkSchema },
  problems: ['unknown-witness-link'],
  async handle({ params: { id, link }, body: { expiresAt } }) {
    const renewed = await services.witnesses.renew(id, link, expiresAt);
    if (!renewed.ok) return renewed;
    const count = await countRemarks(services, id);
    return ok({ body: { link: linkReply(renewed.value.link, count(link)), token: renewed.value.token }, headers: { 'Cache-Control': 'no-store' } });
  },
});

export const withdrawWitnessLinkRoute = (services: Services) => route({
  method: 'delete',
  path: '/plans/{id}/witness-links/{link}',
  summary: 'Trekt de link in; de opmerkingen blijven',
  params: linkParams,
  reply: { status: 200, schema: witnessLinkSchema },
  problems: ['unknown-witness-link'],
  async handle({ params: { id, link } }) {
    const withdrawn = await services.witnesses.withdraw(id, link);
    if (!withdrawn.ok) return withdrawn;
    const count = await countRemarks(services, id);
    return ok({ body: linkReply(withdrawn.value, count(link)) });
  },
});

interface RemarkedPlan extends PlanGround {
  readonly remarks: Awaited<ReturnType<Services['store']['remarks']>>;
  readonly linkNames: ReadonlyMap<string, string>;
}

async function remarked(services: Services, id: string): Promise<Result<RemarkedPlan, Failure>> {
  const ground = await planGround(services, id);
  if (!ground.ok) return ground;
  const [remarks, links] = await Promise.all([services.store.remarks(id), services.store.witnessLinks(id)]);
  return ok({ ...ground.value, remarks, linkNames: new Map(links.map((link) => [link.id, link.name])) });
}

const problems = ['unknown-plan', 'unknown-municipality'] as const;

export const remarksRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/remarks',
  summary: 'De opmerkingen van bevoorrechte getuigen bij dit plan',
  params,
  reply: { status: 200, schema: z.array(remarkSchema) },
  problems: [...problems],
  async handle({ params: { id } }) {
    const found = await remarked(services, id);
    return found.ok ? ok({ body: plannersRemarks(found.value, found.value.remarks, found.value.linkNames) }) : found;
  },
});

export const answerRemarkRoute = (services: Services) => route({
  method: 'put',
  path: '/plans/{id}/remarks/{remark}',
  summary: 'Antwoordt op een opmerking, en zegt of ze afgehandeld is',
  params: z.object({ id: planIdSchema, remark: remarkIdSchema }),
  body: plannersWordSchema,
  reply: { status: 200, schema: remarkSchema },
  problems: [...problems, 'unknown-remark'],
  async handle({ params: { id, remark }, body }) {
    const found = await remarked(services, id);
    if (!found.ok) return found;
    const standing = found.value.remarks.find((one) => one.id === remark);
    if (!standing) return err({ code: 'unknown-remark' });
    const answer = body.answer === '' ? null : body.answer;
    const word = { answer, answeredAt: answer === null ? null : answer === standing.answer ? standing.answeredAt : new Date().toISOString(), handled: body.handled };
    if (!(await services.store.answerRemark(id, remark, word))) return err({ code: 'unknown-remark' });
    return ok({ body: plannersRemarks(found.value, [{ ...standing, ...word }], found.value.linkNames)[0]! });
  },
});

const attachment = ({ plan }: PlanGround, ending: string) => ({ 'Content-Disposition': `attachment; filename="${fileName(`${plan.name} opmerkingen`, ending)}"` });
const told = (found: RemarkedPlan) => toldRemarks(found, found.remarks, found.linkNames);

export const remarksCsvRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/remarks.csv',
  summary: 'De opmerkingen als tabel voor een rekenblad',
  params,
  reply: { status: 200, schema: z.string(), mediaType: 'text/csv' },
  problems: [...problems],
  async handle({ params: { id } }) {
    const found = await remarked(services, id);
    return found.ok ? ok({ body: writeRemarksCsv(told(found.value)), headers: attachment(found.value, 'csv') }) : found;
  },
});

export const remarksWorkbookRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/remarks.xlsx',
  summary: 'De opmerkingen als werkmap',
  params,
  reply: { status: 200, schema: z.custom<Uint8Array>().openapi({ type: 'string', format: 'binary' }), mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  problems: [...problems],
  async handle({ params: { id } }) {
    const found = await remarked(services, id);
    return found.ok ? ok({ body: await writeRemarksWorkbook(told(found.value)), headers: attachment(found.value, 'xlsx') }) : found;
  },
});

export const remarksGeoJsonRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/remarks.geojson',
  summary: 'De opmerkingen als punten voor een kaart',
  params,
  reply: { status: 200, schema: remarkLayerSchema, mediaType: 'application/geo+json' },
  problems: [...problems],
  async handle({ params: { id } }) {
    const found = await remarked(services, id);
    return found.ok ? ok({ body: remarkLayer(told(found.value)), headers: attachment(found.value, 'geojson') }) : found;
  },
});
