import type { PlanCriteria } from '@woonzorgzones/core/zoning';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

const verdict = z.enum(['met', 'not-met', 'not-judged']);

const zoneCriteriaSchema = z.object({
  zone: z.string(),
  blocks: z.int(),
  ages: z.array(z.object({ from: z.int(), to: z.int().nullable(), persons: z.number() })),
  inhabitants: z.object({ verdict, inhabitants: z.number(), least: z.number(), most: z.number() }),
  contiguity: z.object({ verdict, pieces: z.int(), strayBlocks: z.array(z.string()), strayInhabitants: z.number() }),
  barriers: z.object({
    verdict,
    insideMetres: z.number(),
    withinBlocksMetres: z.number(),
    names: z.array(z.string()),
    severedInhabitants: z.number(),
    severedShare: z.number(),
    mostSeveredShare: z.number(),
  }),
  compactness: z.object({
    verdict,
    areaM2: z.number(),
    perimeterMetres: z.number(),
    polsbyPopper: z.number(),
    elongation: z.number(),
    leastElongation: z.number(),
    radiusMetres: z.number(),
  }),
  wijken: z.object({
    verdict,
    split: z.array(z.object({ area: z.string(), name: z.string(), inside: z.number(), elsewhere: z.number() })),
  }),
  nuclei: z.object({ verdict, nuclei: z.array(z.string()), mostKernen: z.int().nullable() }),
  ownServices: z.object({ verdict, ownShare: z.number().nullable() }),
  notMet: z.int(),
}).openapi('ZoneCriteria');

/** How the zones of a plan meet the criteria: measured value, norm, verdict. */
export const planCriteriaSchema = z.object({
  settings: z.object({
    inhabitants: z.object({ least: z.number(), most: z.number() }),
    mostSeveredShare: z.number(),
    leastElongation: z.number(),
    splitShare: z.number(),
    wijken: z.string().nullable(),
    mostKernenPerZone: z.int().nullable(),
  }),
  zones: z.array(zoneCriteriaSchema),
  zonesMet: z.int(),
  unassignedBlocks: z.array(z.string()),
  unassignedInhabitants: z.number(),
  outOfBounds: z.number(),
  splitWijken: z.int(),
}).openapi('PlanCriteria');
sameType<z.infer<typeof planCriteriaSchema>, PlanCriteria>(true);
