import type { MovesOfZone, PartitionComparison } from '@woonzorgzones/core/zoning';
import { zoneWishIds } from '@woonzorgzones/core/model';
import { featureCollection, multiPolygonSchema } from './geojson.ts';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

/** What a plan is compared with: an existing division, another plan, or a proposal of the engine by its place in what a job found (`proposalsOf`). */
export const againstSchema = z.union([
  z.templateLiteral(['division:', z.string().min(1)]),
  z.templateLiteral(['plan:', z.uuid()]),
  z.templateLiteral(['proposal:', z.uuid(), '.', z.int().nonnegative()]),
]).openapi('Against');

/** How a plan lies over what it is compared with. */
const comparisonSchema = z.object({
  zones: z.array(z.string()),
  areas: z.array(z.string()),
  zoneNames: z.array(z.string()),
  areaNames: z.array(z.string()),
  splitAreas: z.array(z.string()),
  overlap: z.object({
    inhabitants: z.array(z.array(z.number())),
    match: z.array(z.int()),
    moved: z.number(),
    movedShare: z.number(),
    adjustedRand: z.number(),
    homogeneity: z.number(),
    completeness: z.number(),
    vMeasure: z.number(),
    variationOfInformation: z.number(),
  }),
  leftOut: z.number(),
  moves: z.array(z.object({
    from: z.string().nullable(), fromName: z.string().nullable(), to: z.string().nullable(), toName: z.string().nullable(),
    inhabitants: z.number(), from75: z.number().nullable(),
  })),
}).openapi('Comparison');
sameType<z.infer<typeof comparisonSchema>, PartitionComparison>(true);

const move = { from: z.string().nullable(), to: z.string().nullable() };

/** A plan beside a division, another plan or a proposal: the figures, the outlines of the other, and the blocks that differ. */
export const planComparisonSchema = z.object({
  /** Name of what it is compared with; of a proposal null. */
  name: z.string().nullable(),
  /** Of another plan. */
  version: z.int().nullable(),
  comparison: comparisonSchema,
  areas: featureCollection(multiPolygonSchema, z.strictObject({ id: z.string(), name: z.string(), inhabitants: z.number() })),
  moved: featureCollection(multiPolygonSchema, z.strictObject({ block: z.string(), name: z.string(), inhabitants: z.int(), ...move })),
}).openapi('PlanComparison');
export type ComparisonReply = z.infer<typeof planComparisonSchema>;

const named = z.object({ id: z.string(), name: z.string() });
const wishes = z.array(z.enum(zoneWishIds));

/** Per zone the best single moves with their effect. */
export const zoneMovesSchema = z.array(z.object({
  zone: z.string(),
  moves: z.array(z.object({
    blocks: z.array(named), inhabitants: z.number(), from: named, to: named, fromAfter: z.number(), toAfter: z.number(), outOfBounds: z.number(), better: wishes, worse: wishes,
  })),
})).openapi('ZoneMoves');
sameType<z.infer<typeof zoneMovesSchema>, readonly MovesOfZone[]>(true);
