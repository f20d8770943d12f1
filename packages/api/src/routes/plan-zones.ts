import { ok } from '@woonzorgzones/core/model';
import { criteriaOf } from '../criteria.ts';
import { route } from '../http/route.ts';
import { planGround } from '../plan-ground.ts';
import { planCriteriaSchema, planIdSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

export const planZonesRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/zones',
  summary: 'Hoe de zones aan de criteria voldoen: inwoners, samenhang, barrières, vorm, wijken, kernen',
  params: z.object({ id: planIdSchema }),
  reply: { status: 200, schema: planCriteriaSchema },
  problems: ['unknown-plan', 'unknown-municipality'],
  async handle({ params: { id } }) {
    const ground = await planGround(services, id);
    return ground.ok ? ok({ body: criteriaOf(ground.value.municipality, ground.value.plan) }) : ground;
  },
});
