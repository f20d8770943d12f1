import { ok } from '@woonzorgzones/core/model';
import { receiveDropped } from '../http/receive-dropped.ts';
import { route } from '../http/route.ts';
import { newSittingChoicesSchema, sittingIdSchema, sittingSchema, sittingSummarySchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';
import { sittingReply, sittingSummary } from '../sittings/sitting-reply.ts';

const params = z.object({ id: sittingIdSchema });

const multipart = z.object({
  files: z.array(z.string().openapi({ format: 'binary' })).openapi({ description: 'Bestanden zoals ze zijn, elk met zijn eigen naam; de delen van een Shapefile samen' }),
});

const uploadProblems = ['unsupported-media-type', 'upload-incomplete', 'too-many-files', 'file-too-large', 'file-sent-twice', 'file-name-refused'] as const;

export const sittingsRoute = ({ sittings }: Services) => route({
  method: 'get',
  path: '/imports',
  summary: 'De invoer die nog openstaat, de laatst gewijzigde eerst',
  reply: { status: 200, schema: z.array(sittingSummarySchema) },
  handle: async () => ok({ body: (await sittings.list()).map(sittingSummary) }),
});

export const newSittingRoute = (services: Services) => route({
  method: 'post',
  path: '/imports',
  summary: 'Begint een invoer met bestanden zoals ze zijn; het antwoord zegt wat elk bestand lijkt te zijn',
  multipart,
  reply: { status: 201, schema: sittingSchema },
  problems: [...uploadProblems, 'too-many-sittings'],
  async handle({ request }) {
    const opened = await receiveDropped(request, services, (files) => services.sittings.open(files));
    return opened.ok ? ok({ body: sittingReply(opened.value), headers: { Location: `/api/imports/${opened.value.kept.id}` } }) : opened;
  },
});

export const sittingRoute = ({ sittings }: Services) => route({
  method: 'get',
  path: '/imports/{id}',
  summary: 'Een invoer zoals ze nu is: bestanden, keuzes, wat nog open is, en hoe ver ze is',
  params,
  reply: { status: 200, schema: sittingSchema },
  problems: ['unknown-sitting', 'sitting-over'],
  async handle({ params: { id } }) {
    const sitting = await sittings.get(id);
    return sitting.ok ? ok({ body: sittingReply(sitting.value) }) : sitting;
  },
});

export const discardSittingRoute = ({ sittings }: Services) => route({
  method: 'delete',
  path: '/imports/{id}',
  summary: 'Gooit een invoer weg, met haar bestanden; er wordt niets van bewaard',
  params,
  reply: { status: 200, schema: z.object({ id: sittingIdSchema }) },
  problems: ['unknown-sitting', 'sitting-over'],
  async handle({ params: { id } }) {
    const discarded = await sittings.discard(id);
    return discarded.ok ? ok({ body: { id } }) : discarded;
  },
});

export const addFilesRoute = (services: Services) => route({
  method: 'post',
  path: '/imports/{id}/files',
  summary: 'Voegt bestanden toe; een bestand met dezelfde naam komt in de plaats van het vorige',
  params,
  multipart,
  reply: { status: 200, schema: sittingSchema },
  problems: [...uploadProblems, 'unknown-sitting', 'sitting-over', 'sitting-running', 'sitting-changed'],
  async handle({ params: { id }, request }) {
    const added = await receiveDropped(request, services, (files) => services.sittings.addFiles(id, files));
    return added.ok ? ok({ body: sittingReply(added.value) }) : added;
  },
});

export const removeFileRoute = ({ sittings }: Services) => route({
  method: 'delete',
  path: '/imports/{id}/files/{file}',
  summary: 'Haalt een bestand uit de invoer',
  params: params.extend({ file: z.string().min(1).max(1000) }),
  reply: { status: 200, schema: sittingSchema },
  problems: ['unknown-sitting', 'sitting-over', 'sitting-running', 'sitting-changed', 'unknown-file'],
  async handle({ params: { id, file } }) {
    const removed = await sittings.removeFile(id, file);
    return removed.ok ? ok({ body: sittingReply(removed.value) }) : removed;
  },
});

export const chooseRoute = ({ sittings }: Services) => route({
  method: 'put',
  path: '/imports/{id}/choices',
  summary: 'Legt vast wat de planner koos: wat elk bestand is, welke gemeente, welk jaar',
  params,
  body: newSittingChoicesSchema,
  reply: { status: 200, schema: sittingSchema },
  problems: ['unknown-sitting', 'sitting-over', 'sitting-running', 'sitting-changed', 'unknown-file', 'unknown-profile', 'profile-unfit'],
  async handle({ params: { id }, body: { revision, choices } }) {
    const chosen = await sittings.choose(id, revision, choices);
    return chosen.ok ? ok({ body: sittingReply(chosen.value) }) : chosen;
  },
});
