import { ok } from '@woonzorgzones/core/model';
import { analysisOf } from '../analyses.ts';
import { route } from '../http/route.ts';
import { normsOfPlan } from '../norms.ts';
import { planGround } from '../plan-ground.ts';
import { planAnalysisSchema, planIdSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

export const planAnalysisRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/analysis',
  summary: 'Wie er woont, wat er nodig is, wat er is en wat ontbreekt, per zone en voor de hele gemeente',
  params: z.object({ id: planIdSchema }),
  reply: { status: 200, schema: planAnalysisSchema },
  problems: ['unknown-plan', 'unknown-municipality', 'unknown-norm-set'],
  async handle({ params: { id } }) {
    const ground = await planGround(services, id);
    if (!ground.ok) return ground;
    const { municipality, plan } = ground.value;
    const norms = normsOfPlan(services.norms, plan);
    return norms.ok ? ok({ body: analysisOf(municipality, norms.value, plan) }) : norms;
  },
});
