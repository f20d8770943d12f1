import { err, ok } from '@woonzorgzones/core/model';
import { analysisOf } from '../analyses.ts';
import { route } from '../http/route.ts';
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
    const normSet = services.norms.get(plan.normSet);
    if (!normSet) return err({ code: 'unknown-norm-set', normSet: plan.normSet, normSets: [...services.norms.keys()] });
    return ok({ body: analysisOf(municipality, normSet, plan) });
  },
});
