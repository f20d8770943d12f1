import { err, ok } from '@woonzorgzones/core/model';
import { compareWithDivision } from '@woonzorgzones/core/zoning';
import { route } from '../http/route.ts';
import { planGround } from '../plan-ground.ts';
import { planComparisonSchema, planIdSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

export const planComparisonRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/comparison/{division}',
  summary: 'Het plan naast een bestaande indeling: overlap in inwoners, wie verandert, hoe gelijk de twee zijn',
  params: z.object({ id: planIdSchema, division: z.string().min(1).max(200) }),
  reply: { status: 200, schema: planComparisonSchema },
  problems: ['unknown-plan', 'unknown-municipality', 'unknown-division'],
  async handle({ params: { id, division: wanted } }) {
    const ground = await planGround(services, id);
    if (!ground.ok) return ground;
    const { municipality, plan } = ground.value;
    const division = municipality.divisions.find((candidate) => candidate.id === wanted);
    if (!division) return err({ code: 'unknown-division', division: wanted, divisions: municipality.divisions.map((candidate) => candidate.id) });
    return ok({ body: compareWithDivision(municipality, plan, division) });
  },
});
