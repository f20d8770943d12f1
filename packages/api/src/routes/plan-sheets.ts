import { err, ok, type Result } from '@woonzorgzones/core/model';
import { drawingToSvg, pageIds, type ComparedPlan, type Drawing } from '@woonzorgzones/core/report';
import { drawingsToPdf, drawingToPng } from '@woonzorgzones/files';
import { lookBeside, planBeside } from '../compared-plan.ts';
import { route } from '../http/route.ts';
import { planSheet, type PrintedPlan, type SheetChoice } from '../plan-sheet.ts';
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
  against: planIdSchema.optional().openapi({ description: 'een ander plan op dezelfde gemeente, naast een norm' }),
  scenario: z.string().max(120).optional().openapi({ description: 'een scenario van dit plan, naast een norm' }),
  year: z.coerce.number().int().min(1900).max(2200).optional().openapi({ description: 'een ander jaar, naast een norm' }),
});
const problems = ['unknown-plan', 'unknown-municipality', 'unknown-norm-set', 'unknown-scenario', 'scenario-circular', 'scenario-facility-unknown', 'scenario-facility-taken', 'year-without-ages', 'invalid-request'] as const;

interface PlanDrawing {
  readonly drawing: Drawing;
  readonly date: string;
  readonly name: string;
}

async function drawn(services: Services, id: string, asked: z.output<typeof query>): Promise<Result<PlanDrawing, Failure>> {
  const { layer, page, zone, language } = asked;
  const found = await printedPlan(services, id);
  if (!found.ok) return found;
  const date = today();
  const beside = await besideOf(services, found.value, asked);
  if (!beside.ok) return beside;
  const sheet = planSheet(found.value, { layer, page, zone: zone ?? null, language, against: beside.value } satisfies SheetChoice, date);
  if (sheet.ok) return ok({ drawing: sheet.value, date, name: `${found.value.plan.name} ${layer}` });
  return err({ code: 'invalid-request', issues: [{ field: sheet.error.code === 'unknown-zone' ? 'zone' : 'layer', fault: 'not-allowed' }] });
}

/** What a norm is to be shown beside: another plan, or this one in a scenario or another year. Only a norm can be. */
async function besideOf(services: Services, printed: PrintedPlan, { layer, against, scenario, year }: z.output<typeof query>): Promise<Result<ComparedPlan | undefined, Failure>> {
  if (against === undefined && scenario === undefined && year === undefined) return ok(undefined);
  if (!printed.norms.norms.some(({ id }) => id === layer)) return err({ code: 'invalid-request', issues: [{ field: 'layer', fault: 'not-allowed' }] });
  if (against === undefined) return lookBeside(printed, { scenario: scenario ?? null, year: year ?? null }, services.norms);
  const other = await printedPlan(services, against);
  if (!other.ok) return other;
  return other.value.municipality.code === printed.municipality.code ? ok(planBeside(other.value, printed.norms)) : err({ code: 'invalid-request', issues: [{ field: 'against', fault: 'not-allowed' }] });
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
