import { err, ok, type DelineationSettings } from '@woonzorgzones/core/model';
import { settingsOfPlan, usualSettings } from '@woonzorgzones/core/zoning';
import { route } from '../http/route.ts';
import { acceptedJobSchema, hashSchema, newDelineationSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

export const delineationRoute = ({ store, datasets, plans, jobs }: Services) => route({
  method: 'post',
  path: '/municipalities/{hash}/delineations',
  summary: 'Bakent zones af; het antwoord noemt de taak die dat doet',
  params: z.object({ hash: hashSchema }),
  body: newDelineationSchema,
  reply: { status: 202, schema: acceptedJobSchema },
  problems: ['unknown-municipality', 'unknown-plan', 'queue-full'],
  async handle({ params: { hash }, body }) {
    const municipality = await store.dataset(hash) ? await datasets.municipality(hash) : null;
    if (!municipality) return err({ code: 'unknown-municipality', hash });
    const opened = body.plan === null ? null : await plans.open(body.plan);
    if (opened && !opened.ok) return opened;
    const standing = opened?.value.history.plan ?? null;
    const usual = standing ? settingsOfPlan(municipality, standing) : usualSettings(municipality);
    const job = await jobs.submit('delineate', { dataset: hash, settings: { ...usual, ...body.settings } as DelineationSettings, standing });
    return job.ok ? ok({ body: { job: job.value } }) : job;
  },
});
