import type { Delineation, DelineationSettings } from '@woonzorgzones/core/zoning';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

const circleSettingsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('metres'), radiusMetres: z.number().positive().max(20_000) }),
  z.strictObject({ kind: z.literal('inhabitants'), inhabitants: z.int().positive() }),
]).openapi('CircleSettings');

const inhabitantBoundsSchema = z.strictObject({ least: z.int().positive(), most: z.int().positive() }).openapi('InhabitantBounds');

const nucleusSettingsSchema = z.strictObject({
  bandwidthMetres: z.number().min(50).max(5000),
  saddleShare: z.number().min(0).max(1),
  leastInhabitants: z.number().nonnegative(),
  leastTopPerKm2: z.number().nonnegative(),
}).openapi('NucleusSettings');

export const delineationSettingsSchema = z.strictObject({
  inhabitants: inhabitantBoundsSchema,
  zoneCount: z.int().positive().nullable(),
  nuclei: nucleusSettingsSchema,
  circles: circleSettingsSchema,
  seed: z.int().nonnegative(),
  effort: z.number().positive().max(20),
}).openapi('DelineationSettings');
sameType<z.infer<typeof delineationSettingsSchema>, DelineationSettings>(true);

/** What is left out is as the engine's own defaults have it. */
export const newDelineationSchema = z.strictObject({ settings: delineationSettingsSchema.partial().default({}) }).openapi('NewDelineation');

const problem = <C extends string, F extends z.ZodRawShape>(code: C, facts: F) => z.object({ code: z.literal(code), ...facts });
const bounds = { least: z.number(), most: z.number() };
const zone = { zone: z.string(), name: z.string() };
const block = { block: z.string(), name: z.string() };

const delineationProblemSchema = z.discriminatedUnion('code', [
  problem('no-blocks', {}),
  problem('no-inhabitants', {}),
  problem('bounds-impossible', bounds),
  problem('zone-count-impossible', { zoneCount: z.number(), blocks: z.int() }),
  problem('too-few-inhabitants', { inhabitants: z.number(), least: z.number() }),
  problem('no-count-fits', { inhabitants: z.number(), ...bounds }),
  problem('count-cannot-fit', { zoneCount: z.number(), inhabitants: z.number(), fewest: z.number(), most: z.number() }),
  problem('block-above-most', { ...block, inhabitants: z.number(), most: z.number() }),
  problem('part-below-least', { ...block, blocks: z.int(), inhabitants: z.number(), least: z.number(), gapMetres: z.number() }),
  problem('no-kernen', {}),
  problem('zone-out-of-bounds', { ...zone, inhabitants: z.number(), ...bounds }),
  problem('zone-in-pieces', { ...zone, pieces: z.int() }),
]).openapi('DelineationProblem');

const nucleusSchema = z.object({
  id: z.string(),
  name: z.string(),
  x: z.number().openapi({ description: 'Lambert 2008, meter' }),
  y: z.number().openapi({ description: 'Lambert 2008, meter' }),
  block: z.string(),
  inhabitants: z.number(),
  topPerKm2: z.number(),
  saddleShare: z.number(),
}).openapi('Nucleus');

const circleSchema = z.object({
  nucleus: z.string(),
  x: z.number().openapi({ description: 'Lambert 2008, meter' }),
  y: z.number().openapi({ description: 'Lambert 2008, meter' }),
  radiusMetres: z.number(),
  within: z.number(),
  inhabitants: z.number(),
}).openapi('Circle');

/** A proposal of the engine: zones with the kernen and circles they rest on, what was tried, and what could not be met. */
export const delineationSchema = z.object({
  settings: delineationSettingsSchema,
  nuclei: z.array(nucleusSchema),
  circles: z.array(circleSchema),
  outsideCircles: z.number(),
  zones: z.array(z.object({
    id: z.string(),
    name: z.string(),
    inhabitants: z.number(),
    blocks: z.array(z.string()),
    nuclei: z.array(z.string()),
  })),
  zoneOfBlock: z.record(z.string(), z.string()),
  countsTried: z.array(z.object({ zoneCount: z.number(), outOfBounds: z.number(), cost: z.number() })),
  problems: z.array(delineationProblemSchema),
}).openapi('Delineation');
sameType<z.infer<typeof delineationSchema>, Delineation>(true);
