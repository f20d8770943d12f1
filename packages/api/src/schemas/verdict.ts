import { remedyOf, type RowReason, type RowRemedy, type Verdict } from '@woonzorgzones/core/model';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

export const placeInFileSchema = z.object({
  line: z.int().optional(),
  feature: z.int().optional(),
  area: z.string().optional(),
  key: z.string().optional(),
}).openapi('ImportPlace');

const rowReasons = Object.keys(remedyOf) as [RowReason, ...RowReason[]];
const rowRemedies = [...new Set(Object.values(remedyOf))] as [RowRemedy, ...RowRemedy[]];

const rowFindingSchema = z.object({
  place: placeInFileSchema,
  column: z.string().nullable(),
  value: z.string(),
  reason: z.enum(rowReasons),
  remedy: z.enum(rowRemedies),
}).openapi('RowFinding');

const leftOutSchema = z.object({
  column: z.string(),
  values: z.array(z.object({ value: z.string(), rows: z.int(), first: placeInFileSchema })),
}).openapi('LeftOut');

const repairSchema = z.object({
  how: z.enum(['decimal-comma', 'read-as-windows-1252', 'ring-closed', 'moved-into-block', 'empty-ages-as-zero', 'code-without-hyphen', 'boxes-counted', 'dwellings-by-building-type', 'placed-by-address', 'placed-by-nearest-number', 'placed-by-street']),
  rows: z.int(),
  first: placeInFileSchema,
}).openapi('Repair');

const fileVerdictSchema = z.object({
  file: z.string(),
  role: z.string(),
  profile: z.string().nullable(),
  title: z.string(),
  licence: z.string().nullable(),
  attribution: z.string().nullable(),
  referenceDate: z.string().nullable(),
  yearsOld: z.int().nullable(),
  bytes: z.int(),
  sha256: z.string(),
  crs: z.object({ code: z.enum(['EPSG:3812', 'EPSG:31370', 'EPSG:4326', 'EPSG:3857']), by: z.enum(['manifest', 'file', 'coordinates']) }).nullable(),
  rowsRead: z.int(),
  rowsTaken: z.int(),
  elsewhere: z.int(),
  leftOut: leftOutSchema.nullable(),
  refused: z.array(rowFindingSchema),
  waiting: z.array(rowFindingSchema),
  valuesLeftUnknown: z.array(rowFindingSchema),
  repaired: z.array(repairSchema),
}).openapi('FileVerdict');

const notice = <C extends string, F extends z.ZodRawShape>(code: C, facts: F) => z.object({ code: z.literal(code), facts: z.object(facts) });
const blockFacts = { block: z.string(), name: z.string() };

const noticeSchema = z.discriminatedUnion('code', [
  notice('separate-parts', { parts: z.int(), largestPartShare: z.number() }),
  notice('large-block', { ...blockFacts, inhabitants: z.number(), limit: z.number() }),
  notice('block-without-addresses', { ...blockFacts, inhabitants: z.number() }),
  notice('block-without-dwellings', { ...blockFacts, inhabitants: z.number() }),
  notice('block-over-boundary', { ...blockFacts, metres: z.number() }),
  notice('borders-joined', { blocks: z.int(), toleranceMetres: z.number() }),
  notice('blocks-leave-gap', { share: z.number(), hectares: z.number() }),
  notice('ages-scaled', { year: z.int(), ages: z.number(), inhabitants: z.number() }),
  notice('population-modelled', {
    totals: z.enum(['measured-per-block', 'spread-from-municipality']),
    spreadBy: z.enum(['dwellings', 'addresses-evenly']),
  }),
  z.object({ code: z.literal('no-ages'), facts: z.record(z.string(), z.never()).openapi({ type: 'object', maxProperties: 0 }) }),
  notice('block-ages-fitted', { blocks: z.int(), contradicted: z.int() }),
  notice('inhabitants-nowhere', { inhabitants: z.number() }),
  notice('blocks-unlisted', { blocks: z.array(z.string()) }),
  notice('facilities-outside', { facilities: z.int(), marginMetres: z.number() }),
  notice('facilities-waiting', { facilities: z.int() }),
  notice('old-file', { file: z.string(), years: z.int() }),
  notice('licence-unknown', { file: z.string() }),
  notice('streets-read', {
    junctions: z.int(), kilometres: z.number(), parts: z.int(), largestPartShare: z.number(), deadEnds: z.int(), barriers: z.int(), crossings: z.int(), buildings: z.int(),
  }),
]).openapi('Notice');

/** What an import took, put right, left out and refused, file by file. */
export const verdictSchema = z.object({
  municipality: z.object({ code: z.string(), name: z.string(), fictitious: z.boolean() }),
  referenceYear: z.int(),
  files: z.array(fileVerdictSchema),
  controls: z.array(z.object({
    what: z.enum(['inhabitants-against-manifest', 'inhabitants-against-ages', 'inhabitants-placed']),
    expected: z.number(),
    found: z.number(),
  })),
  notices: z.array(noticeSchema),
}).openapi('Verdict');
sameType<z.infer<typeof verdictSchema>, Verdict>(true);
