import { err, ok } from '@woonzorgzones/core/model';
import { route } from '../http/route.ts';
import { hashSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

/** The browser reckons reach itself, on the dataset as it is kept. */
export const datasetBytesRoute = ({ store }: Services) => route({
  method: 'get',
  path: '/municipalities/{hash}/dataset',
  summary: 'De gegevens van de gemeente zoals ze bewaard zijn, om in de browser mee te rekenen',
  params: z.object({ hash: hashSchema }),
  reply: { status: 200, schema: z.custom<Uint8Array>().openapi({ type: 'string', format: 'binary' }), mediaType: 'application/octet-stream' },
  problems: ['unknown-municipality'],
  async handle({ params: { hash } }) {
    const bytes = await store.datasetBytes(hash);
    if (!bytes) return err({ code: 'unknown-municipality', hash });
    return ok({ etag: `"${hash}"`, cacheControl: 'private, max-age=31536000, immutable', make: () => bytes });
  },
});
