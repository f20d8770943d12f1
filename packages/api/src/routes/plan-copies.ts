import { ok } from '@woonzorgzones/core/model';
import { route } from '../http/route.ts';
import { planReply } from '../plan-reply.ts';
import { newCopySchema, planIdSchema, planSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

export const copyPlanRoute = ({ plans }: Services) => route({
  method: 'post',
  path: '/plans/{id}/copies',
  summary: 'Een kopie van een plan onder een eigen naam, met zijn logboek tot en met een versie',
  params: z.object({ id: planIdSchema }),
  body: newCopySchema,
  reply: { status: 201, schema: planSchema },
  problems: ['unknown-plan', 'version-conflict'],
  async handle({ params: { id }, body: { name, version = null } }) {
    const copy = await plans.copy(id, version, name);
    return copy.ok ? ok({ body: planReply(copy.value), headers: { Location: `/api/plans/${copy.value.id}` } }) : copy;
  },
});
