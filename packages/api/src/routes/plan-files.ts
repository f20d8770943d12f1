import { readFile } from 'node:fs/promises';
import { err, ok } from '@woonzorgzones/core/model';
import { receiveDropped } from '../http/receive-dropped.ts';
import { route } from '../http/route.ts';
import { planReply } from '../plan-reply.ts';
import type { OpenPlan } from '../plans.ts';
import { restorePlan } from '../restore-plan.ts';
import { planSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

export const planFileRoute = (services: Services) => route({
  method: 'post',
  path: '/plan-files',
  summary: 'Opent een planbestand (GeoPackage met het logboek erin) als eigen plan, met hetzelfde logboek',
  multipart: z.object({ file: z.array(z.string().openapi({ format: 'binary' })) }),
  reply: { status: 201, schema: planSchema },
  problems: [
    'not-a-plan-file', 'plan-file-cut-off', 'plan-file-version', 'plan-file-dataset', 'plan-file-log', 'one-file-at-a-time',
    'upload-incomplete', 'file-name-refused', 'file-sent-twice', 'file-too-large', 'too-many-files',
  ],
  async handle({ request }) {
    const restored = await receiveDropped<OpenPlan>(request, services, async (files) => {
      const [file, another] = files;
      if (!file || another) return err({ code: 'one-file-at-a-time', files: files.map((one) => one.file) });
      return restorePlan(services, file.file, await readFile(file.received));
    });
    return restored.ok ? ok({ body: planReply(restored.value), headers: { Location: `/api/plans/${restored.value.id}` } }) : restored;
  },
});
