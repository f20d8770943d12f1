import { ok } from '@woonzorgzones/core/model';
import { route } from '../http/route.ts';
import { registerOf } from '../layers/register.ts';
import { planGround } from '../plan-ground.ts';
import { planIdSchema, registerSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

export const planRegisterRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/register',
  summary: 'De voorzieningen zoals het plan ze kent: op de kaart, wachtend op een plaats, en mogelijk dubbele',
  params: z.object({ id: planIdSchema }),
  reply: { status: 200, schema: registerSchema },
  problems: ['unknown-plan', 'unknown-municipality'],
  async handle({ params: { id } }) {
    const ground = await planGround(services, id);
    return ground.ok ? ok({ body: registerOf(ground.value.municipality, ground.value.plan) }) : ground;
  },
});
