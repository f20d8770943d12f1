import type { Delineation } from '@woonzorgzones/core/zoning';
import { planCriteriaSchema } from './criteria.ts';
import { delineationSettingsSchema, perWish } from './delineation-settings.ts';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

/** What is left out is as the engine's own defaults have it. */
export const newDelineationSchema = z.strictObject({
  settings: delineationSettingsSchema.partial().default({}),
  /** The plan whose locks and kernen hold, and whose zones are to change little where that is wished. */
  plan: z.uuid().nullable().default(null),
}).openapi('NewDelineation');

const problem = <C extends string, F extends z.ZodRawShape>(code: C, facts: F) => z.object({ code: z.literal(code), ...facts });
const bounds = { least: z.number(), most: z.number() };
const zone = { zone: z.string(), name: z.string() };
const block = { block: z.string(), name: z.string() };
const named = z.object({ id: z.string(), name: z.string() });

const delineationProblemSchema = z.discriminatedUnion('code', [
  problem('no-blocks', {}),
  problem('no-inhabitants', {}),
  problem('bounds-impossible', bounds),
  problem('zone-count-impossible', { zoneCount: z.number(), blocks: z.int() }),
  problem('too-few-inhabitants', { inhabitants: z.number(), least: z.number() }),
  problem('no-count-fits', { inhabitants: z.number(), ...bounds }),
  problem('count-cannot-fit', { zoneCount: z.number(), inhabitants: z.number(), fewest: z.number(), most: z.number() }),
  problem('block-above-most', { ...block, inhabitants: z.number(), most: z.number() }),
  problem('block-cut-by-barrier', { ...block, barriers: z.array(z.string()), lengthMetres: z.number(), inhabitants: z.number() }),
  problem('rest-below-least', { ...block, blocks: z.int(), inhabitants: z.number(), least: z.number() }),
  problem('locks-contradict', { blocks: z.array(named) }),
  problem('locks-without-ground', { blocks: z.array(z.string()) }),
  problem('lock-not-kept', { blocks: z.tuple([named, named]), together: z.boolean() }),
  problem('fixed-blocks-apart', { ...zone, blocks: z.array(named) }),
  problem('locked-zone-out-of-bounds', { ...zone, inhabitants: z.number(), ...bounds }),
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
  radiusMetres: z.number(),
  dailyFacilities: z.int().nullable(),
  origin: z.enum(['found', 'moved', 'added']),
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

const proposal = {
  zones: z.array(z.object({
    id: z.string(),
    name: z.string(),
    inhabitants: z.number(),
    blocks: z.array(z.string()),
    nuclei: z.array(z.string()),
  })),
  zoneOfBlock: z.record(z.string(), z.string()),
  outOfBounds: z.number(),
  cost: z.number(),
  wishes: z.object(perWish(z.number())),
  proof: z.enum(['best', 'none-within-bounds', 'not-proven']),
  criteria: planCriteriaSchema,
  problems: z.array(delineationProblemSchema),
};
const zoneProposalSchema = z.object(proposal).openapi('ZoneProposal');

const counts = z.object({ fewest: z.number(), most: z.number() });

const certificatesSchema = z.object({
  counts,
  cells: z.array(z.object({ name: z.string(), blocks: z.int(), inhabitants: z.number(), barriers: z.array(z.string()), fewest: z.number(), most: z.number() })),
  uncrossed: counts.nullable(),
  crossingZones: z.int(),
  blocksAboveMost: z.array(z.string()),
  blocksFillingZone: z.array(z.string()),
  blocksBreaking: z.array(z.string()),
  blocksWithoutInhabitants: z.int(),
  borderMetres: z.number(),
  borderMetresAtLeast: z.number(),
  pairs: z.object({ best: z.int(), better: z.int(), notProven: z.int() }),
}).openapi('DelineationCertificates');

/** The best proposal of the engine with the kernen and circles it rests on, what is certain, and the other proposals. */
export const delineationSchema = z.object({
  ...proposal,
  settings: delineationSettingsSchema,
  nuclei: z.array(nucleusSchema),
  circles: z.array(circleSchema),
  outsideCircles: z.number(),
  bridges: z.array(z.object({ from: named, to: named, gapMetres: z.number() })),
  certificates: certificatesSchema,
  front: z.array(zoneProposalSchema),
  alternatives: z.array(zoneProposalSchema),
}).openapi('Delineation');
sameType<z.infer<typeof delineationSchema>, Delineation>(true);
