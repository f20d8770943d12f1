import { crsCodes, type Crs } from '@woonzorgzones/core/geo';
import { err, ok } from '@woonzorgzones/core/model';
import { roles, type RoleId } from '@woonzorgzones/files';
import { route } from '../http/route.ts';
import { filePreviewSchema, sittingIdSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Services } from '../services.ts';
import { filePreview } from '../sittings/file-preview.ts';
import { layerOf } from '../sittings/propose.ts';

const column = z.string().max(2000).optional();

export const sittingPreviewRoute = ({ sittings }: Services) => route({
  method: 'get',
  path: '/imports/{id}/preview/{file}',
  summary: 'Tien rijen van een bestand, als tabel en op de kaart, met per veld de kolom die het waarschijnlijk is',
  params: z.object({ id: sittingIdSchema, file: z.string().min(1).max(1000) }),
  query: z.object({
    layer: z.string().max(2000).optional(),
    role: z.enum(Object.keys(roles) as [RoleId, ...RoleId[]]).optional(),
    crs: z.enum(crsCodes as readonly [Crs, ...Crs[]]).optional(),
    x: column, y: column, lat: column, lon: column,
  }),
  reply: { status: 200, schema: filePreviewSchema },
  problems: ['unknown-sitting', 'sitting-over', 'unknown-file'],
  async handle({ params: { id, file }, query: { layer: named, role, crs, ...position } }) {
    const sitting = await sittings.get(id);
    if (!sitting.ok) return sitting;
    const proposed = sitting.value.proposal.files.find((one) => one.file === file);
    const layers = proposed && 'peek' in proposed.look ? proposed.look.peek.layers : [];
    const layer = proposed && 'peek' in proposed.look ? layerOf(proposed.look.peek, named ?? null) ?? (named === undefined ? layers[0] : undefined) : undefined;
    if (!proposed || !layer) return err({ code: 'unknown-file', file: named === undefined ? file : `${file} (${named})`, files: sitting.value.kept.files.map((row) => row.file) });
    const columns = Object.fromEntries(Object.entries(position).filter((entry): entry is [string, string] => entry[1] !== undefined));
    return ok({ body: filePreview(sitting.value, file, layer, proposed.uses, { role: role ?? null, crs: crs ?? null, position: columns }) });
  },
});
