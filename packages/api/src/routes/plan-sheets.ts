import { err, ok, type Result } from '@woonzorgzones/core/model';
import { drawingToSvg, pageIds, type Drawing } from '@woonzorgzones/core/report';
import { drawingsToPdf, drawingToPng } from '@woonzorgzones/files';
import { route } from '../http/route.ts';
import { planSheet, type SheetChoice } from '../plan-sheet.ts';
import { fileName, printedPlan, today } from '../printed-plan.ts';
import type { Failure } from '../problem.ts';
import { planIdSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: planIdSchema });
const query = z.strictObject({
  layer: z.string().max(80).default('zones').openapi({ description: 'zones, voorzieningen, galerij, galerij-aanbod, vergrijzing, of de id van een norm' }),
  page: z.enum(pageIds).default('A4-liggend'),
  zone: z.string().max(120).optional().openapi({ description: 'id of naam van een zone; zonder is het de hele gemeente' }),
  language: z.enum(['nl', 'en']).default('nl'),
});
const problems = ['unknown-plan', 'unknown-municipality', 'unknown-norm-set', 'invalid-request'] as const;

interface PlanDrawing {
  readonly drawing: Drawing;
  readonly date: string;
  readonly name: string;
}

async function drawn(services: Services, id: string, { layer, page, zone, language }: z.output<typeof query>): Promise<Result<PlanDrawing, Failure>> {
  const found = await printedPlan(services, id);
  if (!found.ok) return found;
  const date = today();
  const sheet = planSheet(found.value, { layer, page, zone: zone ?? null, language } satisfies SheetChoice, date);
  if (sheet.ok) return ok({ drawing: sheet.value, date, name: `${found.value.plan.name} ${layer}` });
  return err({ code: 'invalid-request', issues: [{ field: sheet.error.code === 'unknown-zone' ? 'zone' : 'layer', fault: 'not-allowed' }] });
}

const attachment = (name: string, ending: string) => ({ 'Content-Disposition': `attachment; filename="${fileName(name, ending)}"` });
const bytes = z.custom<Uint8Array>().openapi({ type: 'string', format: 'binary' });

export const planSheetSvgRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/sheet.svg',
  summary: 'Een kaart van het plan op papier, als tekening die zichzelf laat vergroten',
  params, query, problems: [...problems],
  reply: { status: 200, schema: z.string(), mediaType: 'image/svg+xml' },
  async handle({ params: { id }, query: choice }) {
    const found = await drawn(services, id, choice);
    return found.ok ? ok({ body: drawingToSvg(found.value.drawing) }) : found;
  },
});

export const planSheetPdfRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/sheet.pdf',
  summary: 'Een kaart van het plan op papier, als PDF met echte tekst',
  params, query, problems: [...problems],
  reply: { status: 200, schema: bytes, mediaType: 'application/pdf' },
  async handle({ params: { id }, query: choice }) {
    const found = await drawn(services, id, choice);
    if (!found.ok) return found;
    const { drawing, date, name } = found.value;
    return ok({ body: await drawingsToPdf([drawing], date), headers: attachment(name, 'pdf') });
  },
});

export const planSheetPngRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/sheet.png',
  summary: 'Een kaart van het plan op papier, als beeld van 300 punten per duim',
  params, query, problems: [...problems],
  reply: { status: 200, schema: bytes, mediaType: 'image/png' },
  async handle({ params: { id }, query: choice }) {
    const found = await drawn(services, id, choice);
    if (!found.ok) return found;
    return ok({ body: await drawingToPng(found.value.drawing), headers: attachment(found.value.name, 'png') });
  },
});
