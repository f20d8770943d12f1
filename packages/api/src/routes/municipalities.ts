import { err, ok, type Verdict } from '@woonzorgzones/core/model';
import { verdictCsv } from '@woonzorgzones/core/report';
import { route } from '../http/route.ts';
import { municipalityReply } from '../municipality-reply.ts';
import { hashSchema, municipalitySchema, municipalitySummarySchema, verdictSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

const params = z.object({ hash: hashSchema });

export const municipalitiesRoute = ({ store }: Services) => route({
  method: 'get',
  path: '/municipalities',
  summary: 'De ingelezen gemeenten',
  reply: { status: 200, schema: z.array(municipalitySummarySchema) },
  async handle() {
    return ok({ body: await store.datasets() });
  },
});

export const municipalityRoute = ({ store, datasets }: Services) => route({
  method: 'get',
  path: '/municipalities/{hash}',
  summary: 'Een gemeente: inwoners per leeftijd, aantallen, bronnen, indelingen en kaartlagen',
  params,
  reply: { status: 200, schema: municipalitySchema },
  problems: ['unknown-municipality'],
  async handle({ params: { hash } }) {
    const [header, municipality] = await Promise.all([store.dataset(hash), datasets.municipality(hash)]);
    if (!header || !municipality) return err({ code: 'unknown-municipality', hash });
    return ok({ body: municipalityReply(header, municipality) });
  },
});

export const verdictRoute = ({ store }: Services) => route({
  method: 'get',
  path: '/municipalities/{hash}/verdict',
  summary: 'Wat de import meenam, herstelde en weigerde, per bestand',
  params,
  reply: { status: 200, schema: verdictSchema },
  problems: ['unknown-municipality'],
  async handle({ params: { hash } }) {
    const verdict = await store.verdict(hash);
    return verdict === null ? err({ code: 'unknown-municipality', hash }) : ok({ body: JSON.parse(verdict) as Verdict });
  },
});

export const verdictCsvRoute = ({ store }: Services) => route({
  method: 'get',
  path: '/municipalities/{hash}/verdict.csv',
  summary: 'Het verslag van de import als CSV voor een rekenblad: één regel per bevinding',
  params,
  reply: { status: 200, schema: z.string(), mediaType: 'text/csv' },
  problems: ['unknown-municipality'],
  async handle({ params: { hash } }) {
    const [header, verdict] = await Promise.all([store.dataset(hash), store.verdict(hash)]);
    if (!header || verdict === null) return err({ code: 'unknown-municipality', hash });
    const file = `verslag-${header.name.normalize('NFKD').replace(/[^A-Za-z0-9-]+/g, '-').toLowerCase()}-${header.year}.csv`;
    return ok({ body: verdictCsv(JSON.parse(verdict) as Verdict, 'nl'), headers: { 'Content-Disposition': `attachment; filename="${file}"` } });
  },
});
