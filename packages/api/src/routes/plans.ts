import { err, ok } from '@woonzorgzones/core/model';
import { firstEdits } from '../first-edits.ts';
import { route } from '../http/route.ts';
import { planLogReply } from '../plan-log-reply.ts';
import { planReply } from '../plan-reply.ts';
import { normSetForYear } from '../norms.ts';
import { newPlanSchema, planIdSchema, planLogSchema, planSchema, planSummarySchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: planIdSchema });

export const plansRoute = ({ store }: Services) => route({
  method: 'get',
  path: '/plans',
  summary: 'De plannen, het laatst gewijzigde eerst',
  reply: { status: 200, schema: z.array(planSummarySchema) },
  async handle() {
    const [plans, datasets] = await Promise.all([store.plans(), store.datasets()]);
    const names = new Map(datasets.map(({ hash, name }) => [hash, name]));
    return ok({ body: plans.map((plan) => ({ ...plan, municipality: names.get(plan.dataset) ?? '' })) });
  },
});

export const newPlanRoute = (deps: Services) => route({
  method: 'post',
  path: '/plans',
  summary: 'Een nieuw plan: met de zones van de rekenmotor, leeg, of met de gebieden van een bestaande indeling',
  body: newPlanSchema,
  reply: { status: 201, schema: planSchema },
  problems: ['unknown-municipality', 'unknown-division', 'unknown-norm-set', 'queue-full'],
  async handle({ body: { dataset, name, from, normSet } }) {
    if (normSet !== undefined && !deps.norms.has(normSet)) return err({ code: 'unknown-norm-set', normSet, normSets: [...deps.norms.keys()] });
    const edits = await firstEdits(deps, dataset, from);
    if (!edits.ok) return edits;
    const chosen = normSet ?? normSetForYear(deps.norms, (await deps.datasets.municipality(dataset))!.population.year).id;
    const plan = await deps.plans.create({ dataset, normSet: chosen, name, zones: [], zoneOfBlock: {} }, edits.value);
    return plan.ok ? ok({ body: planReply(plan.value), headers: { Location: `/api/plans/${plan.value.id}` } }) : plan;
  },
});

export const planRoute = ({ plans }: Services) => route({
  method: 'get',
  path: '/plans/{id}',
  summary: 'Een plan zoals het nu is',
  params,
  reply: { status: 200, schema: planSchema },
  problems: ['unknown-plan'],
  async handle({ params: { id } }) {
    const plan = await plans.open(id);
    return plan.ok ? ok({ body: planReply(plan.value) }) : plan;
  },
});

export const planLogRoute = ({ store }: Services) => route({
  method: 'get',
  path: '/plans/{id}/log',
  summary: 'Het logboek van een plan: elke regel, wanneer, en wat hij deed',
  params,
  reply: { status: 200, schema: planLogSchema },
  problems: ['unknown-plan'],
  async handle({ params: { id } }) {
    const plan = await store.planWithLog(id);
    return plan ? ok({ body: planLogReply(plan) }) : err({ code: 'unknown-plan', plan: id });
  },
});
