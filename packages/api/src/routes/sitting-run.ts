import { ok, type Verdict } from '@woonzorgzones/core/model';
import { importProblemsCsv, verdictCsv } from '@woonzorgzones/core/report';
import { route } from '../http/route.ts';
import { problemOf } from '../problem.ts';
import { acceptedJobSchema, sittingIdSchema, sittingOutcomeSchema, takenSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: sittingIdSchema });

export const runSittingRoute = ({ sittings }: Services) => route({
  method: 'post',
  path: '/imports/{id}/run',
  summary: 'Leest de bestanden en zet klaar wat ze opleveren; er wordt nog niets overgenomen. Het antwoord noemt de taak die dat doet',
  params,
  reply: { status: 202, schema: acceptedJobSchema },
  problems: ['unknown-sitting', 'sitting-over', 'sitting-running', 'sitting-incomplete', 'queue-full'],
  async handle({ params: { id } }) {
    const job = await sittings.run(id);
    return job.ok ? ok({ body: { job: job.value } }) : job;
  },
});

export const sittingOutcomeRoute = ({ sittings, store }: Services) => route({
  method: 'get',
  path: '/imports/{id}/outcome',
  summary: 'Wat er binnen zou komen en wat dat verandert, met het verslag; of waarom het niet kan',
  params,
  reply: { status: 200, schema: sittingOutcomeSchema },
  problems: ['unknown-sitting', 'sitting-over', 'nothing-prepared'],
  async handle({ params: { id } }) {
    const outcome = await sittings.outcome(id);
    if (!outcome.ok) return outcome;
    if (outcome.value.kind === 'refused') return ok({ body: { kind: 'refused' as const, problem: problemOf({ code: 'import-refused', problems: outcome.value.problems }) } });
    const { hash, known, verdict, before, differences, plansOnOlder } = outcome.value;
    return ok({ body: {
      kind: 'ready' as const, hash, known, verdict: JSON.parse(verdict) as Verdict, before: before === null ? null : await store.dataset(before), differences, plansOnOlder,
    } });
  },
});

export const sittingReportRoute = ({ sittings }: Services) => route({
  method: 'get',
  path: '/imports/{id}/verdict.csv',
  summary: 'Het verslag van wat klaarstaat, of de redenen waarom het niet kan, als CSV voor een rekenblad',
  params,
  reply: { status: 200, schema: z.string(), mediaType: 'text/csv' },
  problems: ['unknown-sitting', 'sitting-over', 'nothing-prepared'],
  async handle({ params: { id } }) {
    const outcome = await sittings.outcome(id);
    if (!outcome.ok) return outcome;
    const csv = outcome.value.kind === 'refused' ? importProblemsCsv(outcome.value.problems, 'nl') : verdictCsv(JSON.parse(outcome.value.verdict) as Verdict, 'nl');
    return ok({ body: csv, headers: { 'Content-Disposition': 'attachment; filename="verslag.csv"' } });
  },
});

export const takeSittingRoute = ({ sittings }: Services) => route({
  method: 'post',
  path: '/imports/{id}/take',
  summary: 'Neemt over wat klaarstaat: alles of niets. Plannen op oudere gegevens van de gemeente blijven daarop',
  params,
  reply: { status: 200, schema: takenSchema },
  problems: ['unknown-sitting', 'sitting-over', 'sitting-changed', 'sitting-outdated', 'nothing-prepared'],
  async handle({ params: { id } }) {
    const taken = await sittings.take(id);
    return taken.ok ? ok({ body: taken.value }) : taken;
  },
});
