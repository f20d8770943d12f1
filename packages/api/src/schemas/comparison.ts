import type { MovesOfZone, PlanComparison } from '@woonzorgzones/core/zoning';
import { zoneWishIds } from '@woonzorgzones/core/model';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

/** How a plan lies over an existing division. */
export const planComparisonSchema = z.object({
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
}).openapi('PlanComparison');
sameType<z.infer<typeof planComparisonSchema>, PlanComparison>(true);

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
