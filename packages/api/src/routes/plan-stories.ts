import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Language } from '@woonzorgzones/core/model';
import { drawingToSvg, storyPlayer } from '@woonzorgzones/core/report';
import { route } from '../http/route.ts';
import { readyStoryOf, storyChoices, storySlide, tellStory, type StoryChoice } from '../plan-story.ts';
import { fileName, printedPlan, today } from '../printed-plan.ts';
import type { FailureCode } from '../problem.ts';
import { acceptedJobSchema, newStoryFileSchema, planIdSchema, storyChoicesSchema, storySchema, toldStorySchema } from '../schemas.ts';
import { chapterId } from '../schemas/story.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: planIdSchema });
const query = z.strictObject({ language: z.enum(['nl', 'en']).default('nl') });
const problems: readonly FailureCode[] = ['unknown-plan', 'unknown-municipality', 'unknown-norm-set'];

/** Proposals are reckoned in their own thread, so that the server goes on answering. */
const choiceOf = ({ norms: shipped, store, proposing }: Services, language: Language): StoryChoice => ({
  shipped, language, date: today(),
  async propose({ plan, norms }) {
    const bytes = await store.datasetBytes(plan.dataset);
    if (bytes === null) return [];
    const found = await proposing.propose({ bytes, norms, plan, looked: { scenario: null, year: null }, shipped });
    return found.ok ? found.value : [];
  },
});

export const toldStoryRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/story',
  summary: 'Het verhaal van een plan in woorden: van elk hoofdstuk de titel, de zin en het cijfer, zoals het plan nu is',
  params, query, problems,
  reply: { status: 200, schema: toldStorySchema },
  async handle({ params: { id }, query: { language } }) {
    const found = await printedPlan(services, id);
    if (!found.ok) return found;
    return ok({ body: await tellStory(found.value, found.value.plan.story ?? [], choiceOf(services, language)) });
  },
});

export const readyStoryRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/ready-story',
  summary: 'Het kant-en-klare verhaal: de drie stappen, de zones, de vijf grootste leemten en de voorstellen; nog niet overgenomen',
  params, problems,
  reply: { status: 200, schema: storySchema },
  async handle({ params: { id } }) {
    const found = await printedPlan(services, id);
    return found.ok ? ok({ body: await readyStoryOf(found.value, choiceOf(services, 'nl')) }) : found;
  },
});

export const storyChoicesRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/story-choices',
  summary: 'Waarover een hoofdstuk een cijfer kan geven: de leemten en de voorstellen die verteld mogen worden',
  params, query, problems,
  reply: { status: 200, schema: storyChoicesSchema },
  async handle({ params: { id }, query: { language } }) {
    const found = await printedPlan(services, id);
    return found.ok ? ok({ body: await storyChoices(found.value, choiceOf(services, language)) }) : found;
  },
});

export const storySlideRoute = (services: Services) => route({
  method: 'get',
  path: '/plans/{id}/story/{chapter}.svg',
  summary: 'Een hoofdstuk van het verhaal als blad van 16 op 9',
  params: params.extend({ chapter: chapterId }),
  query: query.extend({ state: z.enum(['after', 'before']).default('after') }),
  problems: [...problems, 'unknown-chapter'],
  reply: { status: 200, schema: z.string(), mediaType: 'image/svg+xml' },
  async handle({ params: { id, chapter }, query: { language, state } }) {
    const found = await printedPlan(services, id);
    if (!found.ok) return found;
    const slide = await storySlide(found.value, chapter, state, choiceOf(services, language));
    return slide === null ? err({ code: 'unknown-chapter', chapter }) : ok({ body: drawingToSvg(slide.drawing) });
  },
});

export const newStoryFileRoute = (services: Services) => route({
  method: 'post',
  path: '/plans/{id}/story-files',
  summary: 'Maakt van het verhaal één HTML-bestand dat zonder server en netwerk werkt, of een PDF met bladen; het antwoord noemt de taak die dat doet',
  params, body: newStoryFileSchema,
  reply: { status: 202, schema: acceptedJobSchema },
  problems: [...problems, 'queue-full'],
  async handle({ params: { id }, body: { form, language } }) {
    const found = await printedPlan(services, id);
    if (!found.ok) return found;
    const { plan, version, norms } = found.value;
    const job = await services.jobs.submit('story', { plan: { plan, version, norms }, shipped: services.norms, form, language, date: today(), folder: await services.uploads.newFolder() });
    return job.ok ? ok({ body: { job: job.value } }) : job;
  },
});

/** The one script such a page runs; it may be framed by our own screen only, and asks for nothing. */
const pagePolicy = [
  "default-src 'none'", `script-src 'sha256-${createHash('sha256').update(storyPlayer).digest('base64')}'`, "style-src 'unsafe-inline'", 'font-src data:', "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'",
].join('; ');

/** The page of a story that was made since the server started, to be played. */
export const storyPageRoute = ({ uploads }: Services) => route({
  method: 'get',
  path: '/stories/{key}/presentatie.html',
  summary: 'Een verhaal dat klaar is, om te tonen',
  params: z.object({ key: z.uuid() }),
  reply: { status: 200, schema: z.string(), mediaType: 'text/html' },
  problems: ['unknown-job'],
  async handle({ params: { key } }) {
    const page = await readFile(join(uploads.folder(key), 'presentatie.html'), 'utf8').catch(() => null);
    // Never made, or gone since: to whoever asks the same.
    return page === null ? err({ code: 'unknown-job', job: key }) : ok({ body: page, headers: { 'Content-Security-Policy': pagePolicy } });
  },
});

/** The file of a story that was made since the server started, to be kept. */
export const storyFileRoute = ({ uploads }: Services) => route({
  method: 'get',
  path: '/stories/{key}/files/{name}',
  summary: 'Het bestand van een verhaal dat klaar is',
  params: z.object({ key: z.uuid(), name: z.string().regex(/^presentatie\.(html|pdf)$/) }),
  query: z.strictObject({ plan: z.string().max(200).default('') }),
  reply: { status: 200, schema: z.custom<Uint8Array>().openapi({ type: 'string', format: 'binary' }), mediaType: 'application/octet-stream' },
  problems: ['unknown-job'],
  async handle({ params: { key, name }, query: { plan } }) {
    const body = await readFile(join(uploads.folder(key), name)).catch(() => null);
    const kept = plan === '' ? name : fileName(plan, name.endsWith('pdf') ? 'pdf' : 'html');
    return body === null ? err({ code: 'unknown-job', job: key }) : ok({ body, headers: { 'Content-Disposition': `attachment; filename="${kept}"` } });
  },
});
