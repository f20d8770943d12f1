import type { DuplicatePair, UnplacedReason } from '@woonzorgzones/core/model';
import { featureCollection, pointSchema } from './geojson.ts';
import { categoryIdSchema, facilityFacts, facilityPositionSchema } from './municipality.ts';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

const facts = {
  ...facilityFacts,
  /** Title of its file; null for one that the planner added. */
  source: z.string().nullable(),
};

const registeredSchema = z.strictObject({
  ...facts,
  position: facilityPositionSchema,
  /** The zone of the plan it lies in. */
  zone: z.string().nullable(),
  /** Whether it is as its file has it, or what the planner made of it. */
  said: z.enum(['as-given', 'changed', 'added']),
  /** Facilities the planner merged into it. */
  standsFor: z.array(z.strictObject({ id: z.string(), name: z.string(), source: z.string().nullable() })),
});

const unplacedReasons = ['no-address', 'street-unknown', 'street-ambiguous', 'number-unknown', 'quality-too-low'] as const satisfies readonly UnplacedReason[];

const waitingSchema = z.object({
  ...facts,
  reason: z.enum(unplacedReasons),
  /** The best place found, in WGS84. */
  guess: z.object({ lon: z.number(), lat: z.number(), position: facilityPositionSchema }).nullable(),
}).openapi('WaitingFacility');

const duplicateSchema = z.object({
  one: z.string(),
  other: z.string(),
  category: categoryIdSchema,
  withinOneSource: z.boolean(),
  metres: z.number(),
  reasons: z.array(z.discriminatedUnion('code', [
    z.object({ code: z.literal('same-address') }),
    z.object({ code: z.literal('near'), metres: z.number() }),
    z.object({ code: z.literal('name-alike'), likeness: z.number() }),
  ])),
}).openapi('DuplicatePair');
sameType<z.infer<typeof duplicateSchema>, DuplicatePair>(true);

/** The register of facilities as a plan has it: those on the map, those that wait for a place, and those that may be one. */
export const registerSchema = z.object({
  facilities: featureCollection(pointSchema, registeredSchema),
  waiting: z.array(waitingSchema),
  duplicates: z.array(duplicateSchema),
}).openapi('Register');

export type Register = z.infer<typeof registerSchema>;
export type RegisteredFacility = z.infer<typeof registeredSchema>;
export type WaitingFacility = z.infer<typeof waitingSchema>;
