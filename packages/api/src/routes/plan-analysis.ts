import { err, ok, type Result } from '@woonzorgzones/core/model';
import { housingOfBlocks } from '@woonzorgzones/core/needs';
import { lookedAnalysis, lookedKernen, type Looked } from '../analyses.ts';
import { route, type Route } from '../http/route.ts';
import type { PrintedPlan } from '../plan-sheet.ts';
import { printedPlan } from '../printed-plan.ts';
import type { Failure, FailureCode } from '../problem.ts';
import { blockHousingSchema, kernSheetSchema, lookSchema, planAnalysisSchema, planIdSchema, proposalSchema } from '../schemas.ts';
import type { Plain } from '../schemas/same-type.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: planIdSchema });

const problems: readonly FailureCode[] = [
  'unknown-plan', 'unknown-municipality', 'unknown-norm-set', 'unknown-scenario', 'scenario-circular', 'scenario-facility-unknown', 'scenario-facility-taken', 'year-without-ages',
];

interface LookRoute<R extends z.ZodType> {
  readonly path: string;
  readonly summary: string;
  readonly schema: R;
  readonly answer: (opened: PrintedPlan, looked: Looked) => Result<Plain<z.input<R>>, Failure> | Promise<Result<Plain<z.input<R>>, Failure>>;
}

/** A route that answers about a plan as it is looked at: as it stands, after a scenario, in another year. */
const lookRoute = <R extends z.ZodType>(services: Services, { path, summary, schema, answer }: LookRoute<R>): Route => route({
  method: 'get', path, summary, params, query: lookSchema, problems,
  reply: { status: 200, schema },
  async handle({ params: { id }, query: { scenario = null, year = null } }) {
    const opened = await printedPlan(services, id);
    if (!opened.ok) return opened;
    const answered = await answer(opened.value, { scenario, year });
    return answered.ok ? ok({ body: answered.value }) : answered;
  },
});

export const planAnalysisRoute = (services: Services) => lookRoute(services, {
  path: '/plans/{id}/analysis',
  summary: 'Wie er woont, wat er nodig is, wat er is en wat ontbreekt, per zone en voor de hele gemeente; in een scenario of een ander jaar, elk cijfer naast de basis',
  schema: planAnalysisSchema,
  answer: ({ municipality, norms, plan }, looked) => lookedAnalysis(municipality, norms, plan, looked, services.norms),
});

export const planProposalsRoute = (services: Services) => lookRoute(services, {
  path: '/plans/{id}/proposals',
  summary: 'Wat er aan de leemten gedaan zou kunnen worden, met reden, effect, voorwaarden en zekerheid; beslissen doen mensen',
  schema: z.array(proposalSchema),
  async answer({ norms, plan }, looked) {
    const bytes = await services.store.datasetBytes(plan.dataset);
    if (bytes === null) return err({ code: 'unknown-municipality', hash: plan.dataset });
    return services.proposing.propose({ bytes, norms, plan, looked, shipped: services.norms });
  },
});

export const planKernSheetsRoute = (services: Services) => lookRoute(services, {
  path: '/plans/{id}/kern-services',
  summary: 'Per kern: welke dagelijkse diensten op loopafstand liggen, voor hoeveel mensen, en het niveau dat dat geeft',
  schema: z.array(kernSheetSchema),
  answer: ({ municipality, norms, plan }, looked) => lookedKernen(municipality, norms, plan, looked, services.norms),
});

export const planBlockHousingRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/block-housing',
  summary: 'Per bouwblok: de woningen, waarvoor ze geschikt zijn, en de woningreserve',
  params, reply: { status: 200, schema: z.array(blockHousingSchema) },
  problems: ['unknown-plan', 'unknown-municipality', 'unknown-norm-set'],
  async handle({ params: { id } }) {
    const opened = await printedPlan(services, id);
    return opened.ok ? ok({ body: housingOfBlocks(opened.value.municipality, opened.value.norms) }) : opened;
  },
});
