import { err, ok } from '@woonzorgzones/core/model';
import { route } from '../http/route.ts';
import { normSetSchema, normSetSummarySchema } from '../schemas.ts';
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
