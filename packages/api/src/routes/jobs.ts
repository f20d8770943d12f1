import { err, ok } from '@woonzorgzones/core/model';
import { route } from '../http/route.ts';
import { jobReply } from '../job-reply.ts';
import { jobIdSchema, jobSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: jobIdSchema });

export const jobRoute = ({ jobs }: Services) => route({
  method: 'get',
  path: '/jobs/{id}',
  summary: 'Hoe ver een taak is, of wat ze opleverde',
  params,
  reply: { status: 200, schema: jobSchema },
  problems: ['unknown-job'],
  async handle({ params: { id } }) {
    const job = await jobs.status(id);
    return job ? ok({ body: jobReply(job) }) : err({ code: 'unknown-job', job: id });
  },
});

export const cancelJobRoute = ({ jobs }: Services) => route({
  method: 'delete',
  path: '/jobs/{id}',
  summary: 'Stopt een taak die wacht of loopt',
  params,
  reply: { status: 200, schema: jobSchema },
  problems: ['unknown-job'],
  async handle({ params: { id } }) {
    const job = await jobs.cancel(id);
    return job ? ok({ body: jobReply(job) }) : err({ code: 'unknown-job', job: id });
  },
});
