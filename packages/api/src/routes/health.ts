import { ok } from '@woonzorgzones/core/model';
import { route } from '../http/route.ts';
import { healthSchema } from '../schemas.ts';
import type { Services } from '../services.ts';

export const healthRoute = ({ store, version }: Services) => route({
  method: 'get',
  path: '/health',
  summary: 'Of de server werkt, welke versie, en waar hij bewaart',
  reply: { status: 200, schema: healthSchema },
  async handle() {
    await store.plans();
    return ok({ body: { status: 'ok' as const, version, store: store.engine } });
  },
});
