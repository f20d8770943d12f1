import { createReadStream } from 'node:fs';
import { err, ok, type Municipality, type Plan, type Result } from '@woonzorgzones/core/model';
import { readDivision, type OpenFile } from '@woonzorgzones/files';
import type { Request } from 'express';
import { divisionPreview } from '../division-proposal.ts';
import { receiveDropped } from '../http/receive-dropped.ts';
import { route } from '../http/route.ts';
import { planGround } from '../plan-ground.ts';
import type { Failure } from '../problem.ts';
import { divisionPreviewSchema, hashSchema, planIdSchema, type DivisionPreview } from '../schemas.ts';
import type { Plain } from '../schemas/same-type.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';
import { shapefileParts } from '../sittings/file-names.ts';
import type { NewFile } from '../sittings/sittings.ts';

const query = z.object({ layer: z.string().max(2000).optional() });
const multipart = z.object({ file: z.array(z.string().openapi({ format: 'binary' })) });
const problems = [
  'import-refused', 'no-zones-in-file', 'no-such-layer', 'one-file-at-a-time', 'upload-incomplete', 'file-name-refused', 'file-sent-twice', 'file-too-large', 'too-many-files',
] as const;

/** The one file that was sent, with the parts of a Shapefile beside it. */
function fileAmong(files: readonly NewFile[]): Result<string, Failure> {
  const parts = shapefileParts(files.map(({ file }) => file));
  const whole = files.filter(({ file }) => !parts.has(file));
  return whole.length === 1 ? ok(whole[0]!.file) : err({ code: 'one-file-at-a-time', files: whole.map(({ file }) => file) });
}

const openAmong = (files: readonly NewFile[]): OpenFile => (path) => {
  const found = files.find(({ file }) => file.toLowerCase() === path.toLowerCase());
  return Promise.resolve(found ? createReadStream(found.received) : null);
};

function preview(services: Services, request: Request, municipality: Municipality, plan: Plan | null, layer: string | null): Promise<Result<Plain<DivisionPreview>, Failure>> {
  return receiveDropped<Plain<DivisionPreview>>(request, services, async (files) => {
    const file = fileAmong(files);
    if (!file.ok) return file;
    const read = await readDivision(file.value, openAmong(files), new Set(municipality.blocks.map(({ id }) => id)), layer);
    if (read.ok) return ok(divisionPreview(municipality, plan, read.value));
    switch (read.error.kind) {
      case 'file': return err({ code: 'import-refused', problems: [{ ...read.error.problem, file: file.value }] });
      case 'no-zones-in-file': return err({ code: 'no-zones-in-file', file: file.value, columns: read.error.columns });
      case 'no-such-layer': return err({ code: 'no-such-layer', layer: layer ?? '', layers: read.error.layers.map((name) => name ?? file.value) });
    }
  });
}

export const planDivisionFileRoute = (services: Services) => route({
  method: 'post',
  path: '/plans/{id}/division-files',
  summary: 'Wat de zones in een bestand van het plan zouden maken (omtrekken, of een zone per bouwblok); er wordt niets overgenomen',
  params: z.object({ id: planIdSchema }),
  query,
  multipart,
  reply: { status: 200, schema: divisionPreviewSchema },
  problems: [...problems, 'unknown-plan', 'unknown-municipality'],
  async handle({ params: { id }, query: { layer = null }, request }) {
    const ground = await planGround(services, id);
    if (!ground.ok) return ground;
    const made = await preview(services, request, ground.value.municipality, ground.value.plan, layer);
    return made.ok ? ok({ body: made.value }) : made;
  },
});

export const municipalityDivisionFileRoute = (services: Services) => route({
  method: 'post',
  path: '/municipalities/{hash}/division-files',
  summary: 'Wat de zones in een bestand als nieuw plan zouden zijn; er wordt niets gemaakt',
  params: z.object({ hash: hashSchema }),
  query,
  multipart,
  reply: { status: 200, schema: divisionPreviewSchema },
  problems: [...problems, 'unknown-municipality'],
  async handle({ params: { hash }, query: { layer = null }, request }) {
    const municipality = await services.datasets.municipality(hash);
    if (!municipality) return err({ code: 'unknown-municipality', hash });
    const made = await preview(services, request, municipality, null, layer);
    return made.ok ? ok({ body: made.value }) : made;
  },
});
