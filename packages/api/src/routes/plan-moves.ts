import { ok } from '@woonzorgzones/core/model';
import { movesPerZone, settingsOfPlan } from '@woonzorgzones/core/zoning';
import { route } from '../http/route.ts';
import { groundOfPlan } from '../plan-delineation.ts';
import { planGround } from '../plan-ground.ts';
import { planIdSchema, zoneMovesSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

export const planMovesRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/moves',
  summary: 'Per zone de beste drie verplaatsingen van één bouwblok, met wat ze veranderen',
  params: z.object({ id: planIdSchema }),
  reply: { status: 200, schema: zoneMovesSchema },
  problems: ['unknown-plan', 'unknown-municipality'],
  async handle({ params: { id } }) {
    const ground = await planGround(services, id);
    if (!ground.ok) return ground;
    const { municipality, plan } = ground.value;
    return ok({ body: movesPerZone(groundOfPlan(municipality, plan), plan, settingsOfPlan(municipality, plan)) });
  },
});
