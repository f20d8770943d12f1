import type { DivisionRowReason, RefusedDivisionRow } from '@woonzorgzones/core/model';
import { fileFormats } from '@woonzorgzones/files';
import { sameType } from './same-type.ts';
import { placeInFileSchema } from './verdict.ts';
import { z } from './zod.ts';

const reasons = [
  'no-block', 'unknown-block', 'block-in-two-zones', 'row-misfit', 'no-shape', 'crossed-outline', 'outside-belgium', 'name-too-long',
] as const satisfies readonly DivisionRowReason[];

const refusedRowSchema = z.object({ place: placeInFileSchema, column: z.string().nullable(), value: z.string(), reason: z.enum(reasons) }).openapi('RefusedDivisionRow');
sameType<z.infer<typeof refusedRowSchema>, RefusedDivisionRow>(true);

const kind = z.enum(['areas', 'blocks']);

/** What the zones of a file would make of a plan, before anything is taken over. */
export const divisionPreviewSchema = z.object({
  format: z.enum(fileFormats),
  /** The parts of the file that say something of zones, the likeliest first. */
  layers: z.array(z.object({ layer: z.string().nullable(), kind })),
  layer: z.string().nullable(),
  kind,
  blockColumn: z.string().nullable(),
  zoneColumn: z.string().nullable(),
  rowsRead: z.int(),
  refused: z.array(refusedRowSchema),
  /** The one edit that takes the zones over. */
  edit: z.object({ kind: z.literal('adopt-zones'), zones: z.array(z.object({ id: z.string(), name: z.string() })), zoneOfBlock: z.record(z.string(), z.string()) }),
  zones: z.array(z.object({ id: z.string(), name: z.string(), blocks: z.int(), inhabitants: z.int() })),
  unassigned: z.object({ blocks: z.int(), inhabitants: z.int() }),
  /** Blocks that a border runs through, with what decided and the shares of each zone (null: of no zone). */
  cut: z.array(z.object({
    block: z.string(), name: z.string(), zone: z.string().nullable(), by: z.enum(['inhabitants', 'addresses', 'surface']),
    shares: z.array(z.object({ zone: z.string().nullable(), share: z.number() })),
  })),
  overlaps: z.array(z.object({ zones: z.array(z.string()), areaM2: z.number() })),
  uncoveredM2: z.number(),
  /** Names of locked zones that stand in the way. */
  locked: z.array(z.string()),
  changesNothing: z.boolean(),
}).openapi('DivisionPreview');

export type DivisionPreview = z.infer<typeof divisionPreviewSchema>;
