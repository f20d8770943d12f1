import { ok } from '@woonzorgzones/core/model';
import { lookedAnalysis, lookedKernen, lookedProposals } from '../analyses.ts';
import { route } from '../http/route.ts';
import { normsOfPlan } from '../norms.ts';
import { planGround } from '../plan-ground.ts';
import type { FailureCode } from '../problem.ts';
import { kernSheetSchema, lookSchema, planAnalysisSchema, planIdSchema, proposalSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: planIdSchema });

const problems: readonly FailureCode[] = [
  'unknown-plan', 'unknown-municipality', 'unknown-norm-set', 'unknown-scenario', 'scenario-circular', 'scenario-facility-unknown', 'scenario-facility-taken', 'year-without-ages',
];

export const planAnalysisRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/analysis',
  summary: 'Wie er woont, wat er nodig is, wat er is en wat ontbreekt, per zone en voor de hele gemeente; in een scenario of een ander jaar, elk cijfer naast de basis',
  params, query: lookSchema,
  reply: { status: 200, schema: planAnalysisSchema },
  problems,
  async handle({ params: { id }, query: { scenario = null, year = null } }) {
    const ground = await planGround(services, id);
    if (!ground.ok) return ground;
    const { municipality, plan } = ground.value;
    const norms = normsOfPlan(services.norms, plan);
    if (!norms.ok) return norms;
    const analysis = lookedAnalysis(municipality, norms.value, plan, { scenario, year }, services.norms);
    return analysis.ok ? ok({ body: analysis.value }) : analysis;
  },
});

export const planProposalsRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/proposals',
  summary: 'Wat er aan de leemten gedaan zou kunnen worden, met reden, effect, voorwaarden en zekerheid; beslissen doen mensen',
  params, query: lookSchema,
  reply: { status: 200, schema: z.array(proposalSchema) },
  problems,
  async handle({ params: { id }, query: { scenario = null, year = null } }) {
    const ground = await planGround(services, id);
    if (!ground.ok) return ground;
    const { municipality, plan } = ground.value;
    const norms = normsOfPlan(services.norms, plan);
    if (!norms.ok) return norms;
    const proposals = lookedProposals(municipality, norms.value, plan, { scenario, year }, services.norms);
    return proposals.ok ? ok({ body: proposals.value }) : proposals;
  },
});

export const planKernSheetsRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/kern-services',
  summary: 'Per kern: welke dagelijkse diensten op loopafstand liggen, voor hoeveel mensen, en het niveau dat dat geeft',
  params, query: lookSchema,
  reply: { status: 200, schema: z.array(kernSheetSchema) },
  problems,
  async handle({ params: { id }, query: { scenario = null, year = null } }) {
    const ground = await planGround(services, id);
    if (!ground.ok) return ground;
    const { municipality, plan } = ground.value;
    const norms = normsOfPlan(services.norms, plan);
    if (!norms.ok) return norms;
    const kernen = lookedKernen(municipality, norms.value, plan, { scenario, year }, services.norms);
    return kernen.ok ? ok({ body: kernen.value }) : kernen;
  },
});
