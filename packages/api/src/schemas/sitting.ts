import { crsCodes, type Crs } from '@woonzorgzones/core/geo';
import { fileFormats, manifestFileSchema } from '@woonzorgzones/files';
import { municipalityDifferencesSchema } from './differences.ts';
import { importQuestionSchema } from './import-question.ts';
import { jobIdSchema } from './job.ts';
import { hashSchema, municipalitySummarySchema } from './municipality.ts';
import { problemSchema } from './problem.ts';
import { verdictSchema } from './verdict.ts';
import { z } from './zod.ts';

/**
 * A sitting: a planner drops files, says what the unknown ones are, looks at what would come in, and takes it or not. It
 * lives on the server, so that a closed tab loses nothing; it expires a while after the last change.
 */
export const sittingIdSchema = z.uuid();

const crsSchema = z.enum(crsCodes as readonly [Crs, ...Crs[]]);

/** What a file (or one layer of it) is, as the planner says it: an entry of a manifest without the file itself (data/README.md). */
export const fileMappingSchema = manifestFileSchema.omit({ path: true, format: true, profile: true }).extend({
  /** The column that tells the rows of other municipalities, for a file of the country or the region. */
  municipality: z.strictObject({ column: z.string().min(1).max(2000), by: z.enum(['nis', 'nis-prefix', 'name', 'postcode']) }).nullable().default(null),
});

const reason = <C extends string, F extends z.ZodRawShape>(code: C, facts: F) => z.object({ code: z.literal(code), facts: z.object(facts) });

export const recognitionSchema = z.object({
  profile: z.string(),
  name: z.string(),
  layer: z.string().nullable(),
  role: z.string(),
  /** 0 to 1: from 0.5 on nothing speaks against it. */
  score: z.number(),
  /** ISO date or year its content speaks of; null where nothing says it. */
  referenceDate: z.string().nullable(),
  licence: z.string().nullable(),
  attribution: z.string().nullable(),
  why: z.array(z.discriminatedUnion('code', [
    reason('columns-found', { columns: z.array(z.string()) }),
    reason('file-name-fits', { file: z.string() }),
    reason('layer-name-fits', { layer: z.string() }),
    reason('values-fit', { column: z.string(), example: z.string() }),
    reason('geometry-fits', { geometry: z.string() }),
  ])),
  missing: z.array(z.discriminatedUnion('code', [
    reason('column-missing', { field: z.string().nullable(), names: z.array(z.string()) }),
    reason('values-differ', { column: z.string(), example: z.string() }),
  ])),
}).openapi('Recognition');

/** What one layer of a file is used as. A file may be used more than once: a GeoPackage with the border and the blocks. */
export const fileUseSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('profile'), profile: z.string().min(1).max(200), layer: z.string().max(2000).nullable() }),
  z.strictObject({ as: z.literal('mapping'), mapping: fileMappingSchema }),
]);

/** What the planner decided; what is left open is proposed. */
export const sittingChoicesSchema = z.strictObject({
  /** By file. A file that is not named is used as it is recognised best; one with an empty list is left out. */
  files: z.record(z.string().max(1000), z.array(fileUseSchema).max(50)),
  municipality: z.strictObject({
    code: z.string().regex(/^[A-Za-z0-9-]{1,50}$/), name: z.string().trim().min(1).max(200), fictitious: z.boolean(),
  }).nullable(),
  referenceYear: z.int().min(1900).max(2200).nullable(),
  /** Inhabitants of the municipality: spread when no file gives them per block, a control figure when one does. */
  inhabitants: z.int().min(0).max(20_000_000).nullable(),
  spreadBy: z.enum(['dwellings', 'addresses-evenly']).nullable(),
});

/** Choices made on a revision of the sitting: an older one is refused, because files or choices changed since. */
export const newSittingChoicesSchema = z.strictObject({ revision: z.int().nonnegative(), choices: sittingChoicesSchema }).openapi('NewSittingChoices');

const layerSchema = z.object({
  layer: z.string().nullable(),
  columns: z.array(z.string()),
  geometry: z.enum(['polygons', 'lines', 'points', 'points-or-polygons', 'none']),
  crs: crsSchema.nullable(),
  /** Null where counting would mean reading the file to its end. */
  rowCount: z.int().nullable(),
});

export const sittingFileSchema = z.object({
  file: z.string(),
  bytes: z.int(),
  /** The Shapefile this is a part of (.dbf, .prj, …); such a part is not used by itself. */
  partOf: z.string().nullable(),
  format: z.enum(fileFormats).nullable(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  layers: z.array(layerSchema),
  /** Why the file cannot be looked at. */
  problem: problemSchema.nullable(),
  /** What it may be by the profiles, best first; empty when it is unknown. */
  recognitions: z.array(recognitionSchema),
  /** What it is used as now: chosen, or proposed. Empty when it is unknown or left out. */
  uses: z.array(fileUseSchema),
  chosen: z.boolean(),
}).openapi('SittingFile');

export const sittingStateSchema = z.enum(['open', 'running', 'ready', 'refused', 'stopped']);

export const sittingSummarySchema = z.object({
  id: sittingIdSchema,
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  /** When it and its files are removed unless something changes before. */
  expiresAt: z.iso.datetime(),
  files: z.int(),
  municipality: z.object({ code: z.string(), name: z.string() }).nullable(),
  state: sittingStateSchema,
}).openapi('SittingSummary');

export const sittingSchema = z.object({
  id: sittingIdSchema,
  /** Raised by every change of files or choices. */
  revision: z.int(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  files: z.array(sittingFileSchema),
  choices: sittingChoicesSchema,
  /** What the files and choices make together; no questions left means that it can be run. */
  proposal: z.object({
    municipality: z.object({ code: z.string(), name: z.string(), fictitious: z.boolean() }).nullable(),
    referenceYear: z.int().nullable(),
    spreadBy: z.enum(['dwellings', 'addresses-evenly']).nullable(),
    questions: z.array(importQuestionSchema),
  }),
  /** open: not run since the last change; stopped: cancelled, or the server stopped; `problem` says why. */
  state: sittingStateSchema,
  /** The job that runs or ran last. */
  job: jobIdSchema.nullable(),
  problem: problemSchema.nullable(),
}).openapi('Sitting');

/** Ten rows of a file, as a table and as places, with the likely column of each field of a role. */
export const filePreviewSchema = z.object({
  file: z.string(),
  layer: z.string().nullable(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  /** Per row [longitude, latitude] in WGS84; null where the row has no place or it is not clear in which system. */
  places: z.array(z.array(z.number()).length(2).nullable()),
  crs: z.object({ code: crsSchema, by: z.enum(['manifest', 'file', 'coordinates']) }).nullable(),
  /** Roles it may have, the likeliest first. */
  roles: z.array(z.object({ role: z.string(), sure: z.number() })),
  /** The role the fields are of. */
  role: z.string().nullable(),
  fields: z.array(z.object({ field: z.string(), required: z.boolean(), column: z.string().nullable(), sure: z.number() })),
}).openapi('FilePreview');

/** How the last run ended: what would come in and change, or why it cannot. Nothing is kept of it until it is taken. */
export const sittingOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ready'),
    hash: hashSchema,
    /** The same content stands there already: taking it changes nothing. */
    known: z.boolean(),
    verdict: verdictSchema,
    /** The newest dataset of the same municipality, and what differs from it; null for a municipality that is new here. */
    before: municipalitySummarySchema.nullable(),
    differences: municipalityDifferencesSchema.nullable(),
    /** Plans on older datasets of this municipality: they stay on theirs. */
    plansOnOlder: z.int(),
  }),
  z.object({ kind: z.literal('refused'), problem: problemSchema }),
]).openapi('SittingOutcome');

export const takenSchema = z.object({
  hash: hashSchema,
  /** The same content stood there already; nothing was changed. */
  known: z.boolean(),
  /** Plans on older datasets of this municipality: they stay on theirs. */
  plansOnOlder: z.int(),
}).openapi('Taken');

export type FileMapping = z.input<typeof fileMappingSchema>;
export type FileUse = z.input<typeof fileUseSchema>;
export type SittingChoices = z.input<typeof sittingChoicesSchema>;
/** Choices with every optional part filled in. */
export type KeptChoices = z.output<typeof sittingChoicesSchema>;
export type NewSittingChoices = z.input<typeof newSittingChoicesSchema>;
export type SittingFile = z.infer<typeof sittingFileSchema>;
export type SittingSummary = z.infer<typeof sittingSummarySchema>;
export type SittingReply = z.infer<typeof sittingSchema>;
export type FilePreview = z.infer<typeof filePreviewSchema>;
export type SittingOutcome = z.infer<typeof sittingOutcomeSchema>;
export type Taken = z.infer<typeof takenSchema>;
