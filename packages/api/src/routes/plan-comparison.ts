import { ok } from '@woonzorgzones/core/model';
import { comparisonOf } from '../comparison.ts';
import { route } from '../http/route.ts';
import { againstSchema, planComparisonSchema, planIdSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

export const planComparisonRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/comparison/{against}',
  summary: 'Het plan naast een indeling, een ander plan of een voorstel van de rekenmotor: overlap in inwoners, wie verandert, hoe gelijk de twee zijn',
  params: z.object({ id: planIdSchema, against: againstSchema }),
  reply: { status: 200, schema: planComparisonSchema },
  problems: ['unknown-plan', 'unknown-municipality', 'unknown-division', 'unknown-job', 'plan-of-other-data'],
  async handle({ params: { id, against } }) {
    const compared = await comparisonOf(services, id, against);
    return compared.ok ? ok({ body: compared.value }) : compared;
  },
});
