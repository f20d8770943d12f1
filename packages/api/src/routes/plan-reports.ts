import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok } from '@woonzorgzones/core/model';
import { route } from '../http/route.ts';
import { printedPlan, today } from '../printed-plan.ts';
import { acceptedJobSchema, newReportSchema, planIdSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

export const newReportRoute = (services: Services) => route({
  method: 'post',
  path: '/plans/{id}/reports',
  summary: 'Maakt het verslag van een plan; het antwoord noemt de taak die dat doet',
  params: z.object({ id: planIdSchema }),
  body: newReportSchema,
  reply: { status: 202, schema: acceptedJobSchema },
  problems: ['unknown-plan', 'unknown-municipality', 'unknown-norm-set', 'queue-full'],
  async handle({ params: { id }, body: { language, against, years } }) {
    const read = [];
    for (const one of [id, ...against]) {
      const found = await printedPlan(services, one);
      if (!found.ok) return found;
      const { plan, version, norms } = found.value;
      read.push({ plan, version, norms });
    }
    const job = await services.jobs.submit('report', { plan: read[0]!, against: read.slice(1), years, shipped: services.norms, language, date: today(), folder: await services.uploads.newFolder() });
    return job.ok ? ok({ body: { job: job.value } }) : job;
  },
});

/** A file of a report that was made since the server started. */
export const reportFileRoute = ({ uploads }: Services) => route({
  method: 'get',
  path: '/reports/{key}/{name}',
  summary: 'Een bestand van een verslag dat klaar is',
  params: z.object({ key: z.uuid(), name: z.string().regex(/^verslag(-[a-z]+)?\.(pdf|html|xlsx|zip|gpkg)$/) }),
  reply: { status: 200, schema: z.custom<Uint8Array>().openapi({ type: 'string', format: 'binary' }), mediaType: 'application/octet-stream' },
  problems: ['unknown-job'],
  async handle({ params: { key, name } }) {
    try {
      return ok({ body: await readFile(join(uploads.folder(key), name)), headers: { 'Content-Disposition': `attachment; filename="${name}"` } });
    } catch {
      // Never made, or gone since: to whoever asks the same.
      return err({ code: 'unknown-job', job: key });
    }
  },
});
