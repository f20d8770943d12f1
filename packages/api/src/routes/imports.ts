import { rm } from 'node:fs/promises';
import { ok } from '@woonzorgzones/core/model';
import { receiveUpload } from '../http/receive-upload.ts';
import { route } from '../http/route.ts';
import { acceptedJobSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

export const importRoute = ({ uploads, jobs, limits }: Services) => route({
  method: 'post',
  path: '/municipalities',
  summary: 'Leest een gemeente in uit een manifest en zijn bestanden; het antwoord noemt de taak die dat doet',
  multipart: z.object({
    manifest: z.string().openapi({ format: 'binary', description: 'Het manifest (data/README.md)' }),
    files: z.array(z.string().openapi({ format: 'binary' })).openapi({ description: 'Elk bestand met als bestandsnaam het pad uit het manifest' }),
  }),
  reply: { status: 202, schema: acceptedJobSchema },
  problems: [
    'unsupported-media-type', 'upload-incomplete', 'manifest-missing', 'manifest-sent-twice', 'too-many-files', 'file-too-large', 'file-sent-twice', 'queue-full',
  ],
  async handle({ request }) {
    const folder = await uploads.newFolder();
    const upload = await receiveUpload(request, folder, limits).catch(async (error: unknown) => {
      await rm(folder, { recursive: true, force: true });
      throw error;
    });
    if (!upload.ok) {
      await rm(folder, { recursive: true, force: true });
      return upload;
    }
    const job = await jobs.submit('import', upload.value);
    return job.ok ? ok({ body: { job: job.value } }) : job;
  },
});
