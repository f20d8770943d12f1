import { err, ok } from '@woonzorgzones/core/model';
import { defaultDelineationSettings, type DelineationSettings } from '@woonzorgzones/core/zoning';
import { route } from '../http/route.ts';
import { acceptedJobSchema, hashSchema, newDelineationSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

export const delineationRoute = ({ store, jobs }: Services) => route({
  method: 'post',
  path: '/municipalities/{hash}/delineations',
  summary: 'Bakent zones af; het antwoord noemt de taak die dat doet',
  params: z.object({ hash: hashSchema }),
  body: newDelineationSchema,
  reply: { status: 202, schema: acceptedJobSchema },
  problems: ['unknown-municipality', 'queue-full'],
  async handle({ params: { hash }, body }) {
    if (!await store.dataset(hash)) return err({ code: 'unknown-municipality', hash });
    const settings = { ...defaultDelineationSettings, ...body.settings } as DelineationSettings;
    const job = await jobs.submit('delineate', { dataset: hash, settings });
    return job.ok ? ok({ body: { job: job.value } }) : job;
  },
});
