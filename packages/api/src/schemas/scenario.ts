import type { ScenarioEdit } from '@woonzorgzones/core/edit';
import { facilityFunctions, type Judgement, type Scenario } from '@woonzorgzones/core/model';
import { facilityId, newFacilitySchema, easting, northing } from './facility-edit.ts';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

export const scenarioIdSchema = z.string().min(1).max(80).regex(/^[a-z0-9][a-z0-9-]*$/);

const year = z.int().min(1900).max(2200);

export const scenarioStepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), facility: newFacilitySchema }),
  z.strictObject({ kind: z.literal('close'), facility: facilityId }),
  z.strictObject({ kind: z.literal('move'), facility: facilityId, x: easting, y: northing }),
  z.strictObject({ kind: z.literal('enlarge'), facility: facilityId, capacity: z.number().min(0).max(100_000_000) }),
  z.strictObject({ kind: z.literal('give-functions'), facility: facilityId, functions: z.array(z.enum(facilityFunctions)) }),
  z.strictObject({ kind: z.literal('norm-set'), normSet: z.string().min(1).max(80) }),
  z.strictObject({ kind: z.literal('year'), year }),
]).openapi('ScenarioStep');

export const scenarioSchema = z.strictObject({
  id: scenarioIdSchema,
  name: z.string().trim().min(1).max(120),
  base: scenarioIdSchema.nullable(),
  steps: z.array(scenarioStepSchema).max(200),
}).openapi('Scenario');
sameType<z.infer<typeof scenarioSchema>, Scenario>(true);

export const judgementSchema = z.strictObject({
  verdict: z.enum(['accepted', 'rejected']).nullable(),
  note: z.string().max(2000),
}).openapi('Judgement');
sameType<z.infer<typeof judgementSchema>, Judgement>(true);

/** What a planner can do with scenarios, and with the proposals of the program. */
export const scenarioEditSchemas = [
  z.strictObject({ kind: z.literal('add-scenario'), scenario: scenarioSchema }),
  z.strictObject({ kind: z.literal('change-scenario'), scenario: scenarioSchema }),
  z.strictObject({ kind: z.literal('drop-scenario'), scenario: scenarioIdSchema }),
  z.strictObject({ kind: z.literal('judge-proposal'), proposal: z.string().min(1).max(400), judgement: judgementSchema.nullable() }),
] as const;
sameType<z.infer<(typeof scenarioEditSchemas)[number]>, ScenarioEdit>(true);
