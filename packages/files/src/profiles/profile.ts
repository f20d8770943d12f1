import { crsCodes, type Crs } from '@woonzorgzones/core/geo';
import { categoryIds, type CategoryId } from '@woonzorgzones/core/model';
import { z } from 'zod';
import { fileFormats, roles, type RoleId } from '../manifest.ts';

/**
 * A profile says what a known file looks like and how it maps: a template for an entry of a manifest. It is data, not code:
 * the shipped ones stand in data/profiles, those a planner saved come from the store. Column names are lists of the names
 * under which the column was ever published; capitals do not count, and a name between slashes is a pattern.
 */
export const profileFormat = 'woonzorgzones-profile';
export const profileVersion = 1;

const text = z.string().min(1).max(4000);
const scalar = z.union([z.string().max(2000), z.number(), z.boolean()]);

function isPattern(value: string): boolean {
  try {
    return new RegExp(value, 'iu') instanceof RegExp;
  } catch {
    return false;
  }
}

const pattern = z.string().min(1).max(500).refine(isPattern);
const columnName = text.refine((name) => !/^\/.*\/$/.test(name) || isPattern(name.slice(1, -1)));
const columnNames = z.array(columnName).min(1);

const recogniseSchema = z.strictObject({
  formats: z.array(z.enum(fileFormats)).min(1),
  /** A file so called is more likely this one; what another name is not held against a file. */
  fileName: pattern.optional(),
  layer: pattern.optional(),
  geometry: z.enum(['polygons', 'lines', 'points', 'points-or-polygons', 'none']).optional(),
  /** Columns that must all be there, each under one of its names. */
  columns: z.array(columnNames).default([]),
  /** Columns by which a file is something else. */
  without: z.array(columnName).default([]),
  /** What the values of a column look like, or that the mapping translates them for this field; three in four must. */
  values: z.array(z.union([z.strictObject({ column: columnNames, pattern }), z.strictObject({ column: columnNames, translated: text })])).default([]),
});

/** How the rows of other municipalities are told: by NIS code, by a code that begins with it, by name or by postcode. */
const municipalityColumn = z.strictObject({ column: columnNames, by: z.enum(['nis', 'nis-prefix', 'name', 'postcode']) });

const mappingSchema = z.strictObject({
  role: z.enum(Object.keys(roles) as [RoleId, ...RoleId[]]),
  /** Behind the title of the profile where one file plays several roles. */
  title: text.optional(),
  crs: z.enum(crsCodes as readonly [Crs, ...Crs[]]).optional(),
  encoding: z.enum(['utf-8', 'latin-1', 'windows-1252']).optional(),
  delimiter: z.enum([',', ';', '|', '\t']).optional(),
  decimal: z.enum(['.', ',']).optional(),
  columns: z.record(z.string(), columnNames).default({}),
  constants: z.record(z.string(), z.union([scalar, z.strictObject({ fromFileName: pattern })])).default({}),
  values: z.record(z.string(), z.record(z.string(), scalar)).default({}),
  prefix: z.record(z.string(), z.strictObject({ column: columnNames, upTo: z.int().min(1).max(100) })).default({}),
  keep: z.strictObject({ column: columnNames, values: z.array(scalar).min(1) }).optional(),
  hold: z.array(z.strictObject({ column: columnNames, startsWith: z.array(text).min(1) })).default([]),
  /** The first of these columns that the file has, and whose values look like it, cuts the file to the municipality. */
  municipality: z.array(municipalityColumn).default([]),
  within: z.literal('boundary').optional(),
  complete: z.array(z.enum(categoryIds as readonly [CategoryId, ...CategoryId[]])).default([]),
  division: z.strictObject({ id: text.regex(/^[a-z0-9-]+$/), name: text }).optional(),
  boxes: z.literal('dwellings').optional(),
  nowhere: z.array(text).default([]),
  unlisted: z.literal('zero').optional(),
  areas: text.optional(),
});

export const profileSchema = z.strictObject({
  format: z.literal(profileFormat),
  version: z.literal(profileVersion),
  id: text.regex(/^[a-z0-9-]+$/),
  /** What the planner knows the file by. */
  name: text,
  /** What is in it and where to fetch it, for the planner. */
  about: text.nullable(),
  source: z.strictObject({
    publisher: text.nullable(),
    url: z.url().nullable(),
    /** Null where it was not seen; the note then says so. */
    licence: text.nullable(),
    attribution: text.nullable(),
    note: text.nullable(),
  }),
  /** What the content speaks of: read from the file name (its last date), from a column, or known. */
  referenceDate: z
    .strictObject({ fileName: pattern.optional(), column: columnNames.optional(), constant: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/).optional() })
    .default({}),
  recognise: recogniseSchema,
  mapping: mappingSchema,
  /** Roles the same file can play where no other file plays them: the border out of the sectors, the blocks out of the wijken. */
  also: z.array(mappingSchema).default([]),
});

/** A profile with every optional part filled in. */
export type Profile = z.infer<typeof profileSchema>;

/** A profile as it is written down. */
export type ProfileDocument = z.input<typeof profileSchema>;

/** How one role of a profile maps. */
export type ProfileMapping = Profile['mapping'];
