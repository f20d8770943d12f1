import { facilityFunctions, livingForms } from '@woonzorgzones/core/model';
import { doubtCodes, proposalConditions, proposalRules, type Proposal } from '@woonzorgzones/core/needs';
import { countSchema } from './figure.ts';
import { categoryIdSchema } from './municipality.ts';
import { sameType } from './same-type.ts';
import { scenarioStepSchema } from './scenario.ts';
import { z } from './zod.ts';

const unitSchema = z.enum(['plaatsen', 'woningen', 'uren', 'centra', 'huisartsen', 'apotheken', 'hectare']);
const facility = z.object({ id: z.string(), name: z.string(), zone: z.string().nullable(), zoneName: z.string().nullable() });
const kernRoad = z.object({ peopleMetresNow: z.number(), peopleMetresThen: z.number(), services: z.int(), persons: z.number() });

const factsSchema = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('enlarge'), category: categoryIdSchema, unit: unitSchema, facility, from: z.number(), by: z.number() }),
  z.object({ rule: z.literal('reorganise'), category: categoryIdSchema, unit: unitSchema, facility, surplus: z.number(), form: z.enum(livingForms), dwellingsMissing: z.number() }),
  z.object({ rule: z.literal('take-function'), function: z.enum(facilityFunctions), facility }),
  z.object({ rule: z.literal('share-centre'), function: z.enum(facilityFunctions), facility, forName: z.string(), meanMetres: z.number() }),
  z.object({ rule: z.literal('new-site'), category: categoryIdSchema, withinMetres: z.number(), x: z.number(), y: z.number(), address: z.string(), proven: z.boolean() }),
  z.object({ rule: z.literal('new-housing'), form: z.enum(livingForms), missing: z.number(), reserve: countSchema, atMost: z.number().nullable() }),
  z.object({ rule: z.literal('transport'), category: categoryIdSchema, withinMetres: z.number(), beyond: z.number(), nearStop: countSchema, stopMetres: z.number() }),
  z.object({
    rule: z.literal('small-kern'), kern: z.string(), kernName: z.string(), persons: z.number(), level: z.int(), of: z.int(), services: z.array(z.string()),
    buildUp: kernRoad, move: kernRoad.extend({ toKern: z.string() }),
  }),
]);

export const proposalSchema = z.object({
  id: z.string(),
  rule: z.enum(proposalRules),
  zone: z.string().nullable(),
  zoneName: z.string().nullable(),
  gaps: z.array(z.string()),
  facts: factsSchema,
  steps: z.array(scenarioStepSchema),
  effect: z.object({
    persons: countSchema, from75: countSchema, from80: countSchema,
    places: z.number().nullable(), missingBefore: z.number().nullable(), missingAfter: z.number().nullable(),
    metresBefore: z.number().nullable(), metresAfter: z.number().nullable(),
  }),
  conditions: z.array(z.enum(proposalConditions)),
  confidence: z.enum(['high', 'middle', 'low']),
  doubts: z.array(z.enum(doubtCodes)),
}).openapi('Proposal');
sameType<z.infer<typeof proposalSchema>, Proposal>(true);
