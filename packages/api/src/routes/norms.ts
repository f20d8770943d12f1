import { err, normSetDocument, ok, parseNormSet } from '@woonzorgzones/core/model';
import { route } from '../http/route.ts';
import { normsOfPlan } from '../norms.ts';
import { normFileSchema, normSetSchema, normSetSummarySchema, planIdSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

export const normSetsRoute = ({ norms }: Services) => route({
  method: 'get',
  path: '/norms',
  summary: 'De normensets',
  reply: { status: 200, schema: z.array(normSetSummarySchema) },
  handle: () => Promise.resolve(ok({
    body: [...norms.values()].map(({ id, name, version, norms: list }) => ({ id, name, version, norms: list.length })),
  })),
});

export const normSetRoute = ({ norms }: Services) => route({
  method: 'get',
  path: '/norms/{id}',
  summary: 'Een normenset, elk getal met bron, jaar en status',
  params: z.object({ id: z.string() }),
  reply: { status: 200, schema: normSetSchema },
  problems: ['unknown-norm-set'],
  handle({ params }) {
    const normSet = norms.get(params.id);
    return Promise.resolve(normSet
      ? ok({ body: normSet })
      : err({ code: 'unknown-norm-set' as const, normSet: params.id, normSets: [...norms.keys()] }));
  },
});

export const checkedNormSetRoute = () => route({
  method: 'post',
  path: '/norms/check',
  summary: 'Leest een bestand met normen: de set, klaar voor een plan (wijziging copy-norm-set), of elk probleem erin',
  body: z.unknown(),
  reply: { status: 200, schema: normSetSchema },
  problems: ['norms-refused'],
  handle({ body }) {
    const parsed = parseNormSet(body);
    return Promise.resolve(parsed.ok ? ok({ body: parsed.value }) : err({ code: 'norms-refused' as const, problems: parsed.error }));
  },
});

export const planNormsRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/norms',
  summary: 'De normen waaraan een plan gehouden wordt, als bestand: zijn eigen kopie of de meegeleverde set',
  params: z.object({ id: planIdSchema }),
  reply: { status: 200, schema: normFileSchema },
  problems: ['unknown-plan', 'unknown-norm-set'],
  async handle({ params: { id } }) {
    const opened = await services.plans.open(id);
    if (!opened.ok) return opened;
    const norms = normsOfPlan(services.norms, opened.value.history.plan);
    return norms.ok ? ok({ body: normSetDocument(norms.value) }) : norms;
  },
});
