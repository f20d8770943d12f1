import { randomUUID } from 'node:crypto';
import { err, ok, type Result, type WitnessLink } from '@woonzorgzones/core/model';
import type { Request } from 'express';
import { route } from '../http/route.ts';
import { planGround, type PlanGround } from '../plan-ground.ts';
import type { Failure } from '../problem.ts';
import {
  groundLayerSchema, newRemarkSchema, remarkIdSchema, witnessAddressLayerSchema,
  witnessFacilityLayerSchema, witnessNucleusLayerSchema, witnessPlanSchema, witnessRemarkSchema, witnessZoneLayerSchema,
} from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';
import type { KeptRemark } from '../store/witnesses.ts';
import { remarkContent, witnessLayer, witnessLayerNames, witnessPlanOf, witnessRemarks } from '../witness-view.ts';

/** What the bearer of a link may see: one plan. */
interface Admitted extends PlanGround {
  readonly link: WitnessLink;
}

/** The token travels in a header, so that it stands in no address that is logged, kept in a history or handed on. */
const tokenOf = (request: Request): string | null => /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? null;

async function admitted(services: Services, request: Request): Promise<Result<Admitted, Failure>> {
  const link = await services.witnesses.admit(tokenOf(request));
  if (!link.ok) return link;
  const ground = await planGround(services, link.value.plan);
  return ground.ok ? ok({ ...ground.value, link: link.value }) : ground;
}

const problems = ['witness-link-refused', 'witness-link-over', 'unknown-plan', 'unknown-municipality'] as const;
const privately = { 'Cache-Control': 'private, no-store' };

export const witnessPlanRoute = (services: Services) => route({
  method: 'get',
  path: '/witness/plan',
  summary: 'Het plan zoals een bevoorrechte getuige het ziet; het geheim van de link gaat mee als Authorization: Bearer',
  reply: { status: 200, schema: witnessPlanSchema },
  problems: [...problems],
  async handle({ request }) {
    const found = await admitted(services, request);
    if (!found.ok) return found;
    const { link, plan } = found.value;
    const header = await services.store.plan(link.plan);
    if (!header) return err({ code: 'unknown-plan', plan: link.plan });
    return ok({
      body: { link: { name: link.name, expiresAt: link.expiresAt }, plan: { name: plan.name, version: header.version, updatedAt: header.updatedAt }, ...witnessPlanOf(found.value) },
      headers: privately,
    });
  },
});

const layerSchema = z.union([
  witnessAddressLayerSchema, witnessFacilityLayerSchema, witnessNucleusLayerSchema, witnessZoneLayerSchema,
  groundLayerSchema,
]);

export const witnessLayerRoute = (services: Services) => route({
  method: 'get',
  path: '/witness/layers/{layer}.geojson',
  summary: 'Een kaartlaag voor een bevoorrechte getuige, zonder cijfers over mensen',
  params: z.object({ layer: z.string().min(1).max(200) }),
  reply: { status: 200, schema: layerSchema, mediaType: 'application/geo+json' },
  problems: [...problems, 'unknown-layer'],
  async handle({ request, params: { layer } }) {
    const found = await admitted(services, request);
    if (!found.ok) return found;
    const body = witnessLayer(found.value, layer);
    return body === null ? err({ code: 'unknown-layer', layer, layers: witnessLayerNames }) : ok({ body, headers: privately });
  },
});

export const witnessRemarksRoute = (services: Services) => route({
  method: 'get',
  path: '/witness/remarks',
  summary: 'De opmerkingen die met deze link gemaakt zijn, met het antwoord van de planner',
  reply: { status: 200, schema: z.array(witnessRemarkSchema) },
  problems: [...problems],
  async handle({ request }) {
    const found = await admitted(services, request);
    return found.ok ? ok({ body: witnessRemarks(found.value, await services.store.remarksOfLink(found.value.link.id)), headers: privately }) : found;
  },
});

async function versionOf({ store }: Services, plan: string): Promise<number> {
  return (await store.plan(plan))?.version ?? 0;
}

export const newRemarkRoute = (services: Services) => route({
  method: 'post',
  path: '/witness/remarks',
  summary: 'Een opmerking bij een plek of een zone',
  body: newRemarkSchema,
  reply: { status: 201, schema: witnessRemarkSchema },
  problems: [...problems, 'unknown-zone', 'pin-outside', 'too-many-remarks'],
  async handle({ request, body }) {
    const found = await admitted(services, request);
    if (!found.ok) return found;
    const content = remarkContent(found.value, body);
    if (!content.ok) return content;
    const { link } = found.value;
    const at = new Date().toISOString();
    const remark: KeptRemark = {
      id: randomUUID(), link: link.id, plan: link.plan, ...content.value, planVersion: await versionOf(services, link.plan),
      createdAt: at, changedAt: at, answer: null, answeredAt: null, handled: false,
    };
    const limit = services.limits.remarksPerLink;
    if (!(await services.store.addRemark(remark, limit))) return err({ code: 'too-many-remarks', limit });
    return ok({ body: witnessRemarks(found.value, [remark])[0]! });
  },
});

const params = z.object({ remark: remarkIdSchema });

export const changeRemarkRoute = (services: Services) => route({
  method: 'put',
  path: '/witness/remarks/{remark}',
  summary: 'Wijzigt een eigen opmerking; ze staat daarna weer open',
  params,
  body: newRemarkSchema,
  reply: { status: 200, schema: witnessRemarkSchema },
  problems: [...problems, 'unknown-remark', 'unknown-zone', 'pin-outside'],
  async handle({ request, params: { remark: id }, body }) {
    const found = await admitted(services, request);
    if (!found.ok) return found;
    const { link } = found.value;
    const standing = (await services.store.remarksOfLink(link.id)).find((one) => one.id === id);
    if (!standing) return err({ code: 'unknown-remark' });
    // A zone that is gone since may still be named where it was named before.
    const isSameZone = body.pin.kind === 'zone' && standing.pin.kind === 'zone' && body.pin.zone === standing.pin.zone;
    const content = isSameZone ? ok({ ...body, pin: standing.pin }) : remarkContent(found.value, body);
    if (!content.ok) return content;
    const at = new Date().toISOString();
    const planVersion = await versionOf(services, link.plan);
    if (!(await services.store.changeRemark(link.id, id, content.value, planVersion, at))) return err({ code: 'unknown-remark' });
    return ok({ body: witnessRemarks(found.value, [{ ...standing, ...content.value, planVersion, changedAt: at, handled: false }])[0]! });
  },
});

export const withdrawRemarkRoute = (services: Services) => route({
  method: 'delete',
  path: '/witness/remarks/{remark}',
  summary: 'Trekt een eigen opmerking in; ze is dan weg',
  params,
  reply: { status: 200, schema: z.object({ id: remarkIdSchema }) },
  problems: [...problems, 'unknown-remark'],
  async handle({ request, params: { remark: id } }) {
    const found = await admitted(services, request);
    if (!found.ok) return found;
    return (await services.store.withdrawRemark(found.value.link.id, id)) ? ok({ body: { id } }) : err({ code: 'unknown-remark' });
  },
});
