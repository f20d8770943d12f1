import {
  dwellingTypes, livingForms, localNeedKinds, mostVulnerabilityWeight, ownerships, suitabilities, urbanClasses,
  type LocalNeedRule, type NeedSettings, type SuitabilityRule,
} from '@woonzorgzones/core/model';
import { ageBandSchema } from './municipality.ts';
import { normLabelSchema, normSourceSchema, normStatusSchema } from './norm-basis.ts';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

export const needSettingsSchema = z.strictObject({
  split: z.enum(['ages', 'inhabitants']),
  level: z.enum(['low', 'middle', 'high']),
  vulnerability: z.strictObject({
    on: z.boolean(),
    weights: z.array(z.strictObject({ indicator: z.string().min(1).max(80), weight: z.number().min(0).max(mostVulnerabilityWeight) })).max(50),
  }),
  urbanClass: z.enum(urbanClasses).nullable(),
}).openapi('NeedSettings');
sameType<z.infer<typeof needSettingsSchema>, NeedSettings>(true);

export const localNeedRuleSchema = z.object({
  kind: z.literal('local'),
  id: z.string(),
  label: normLabelSchema,
  need: z.enum(localNeedKinds),
  unit: z.enum(['personen', 'woningen']),
  status: normStatusSchema,
  source: normSourceSchema,
  note: z.string().nullable(),
  rates: z.array(ageBandSchema.extend({ per: z.number(), low: z.number(), middle: z.number(), high: z.number() })),
  weighted: z.boolean(),
}).openapi('LocalNeedRule');
sameType<z.infer<typeof localNeedRuleSchema>, LocalNeedRule>(true);

export const suitabilityRuleSchema = z.object({
  id: z.string(),
  label: normLabelSchema,
  gives: z.enum(suitabilities).exclude(['onbekend']),
  when: z.object({
    types: z.array(z.enum(dwellingTypes)).nullable(),
    builtFrom: z.int().nullable(),
    builtTo: z.int().nullable(),
    lift: z.boolean().nullable(),
    oneFloor: z.boolean().nullable(),
    groundFloor: z.boolean().nullable(),
    stepFree: z.boolean().nullable(),
    wheelchair: z.boolean().nullable(),
  }),
  status: normStatusSchema,
  source: normSourceSchema,
}).openapi('SuitabilityRule');
sameType<z.infer<typeof suitabilityRuleSchema>, SuitabilityRule>(true);

export const livingFormSchema = z.enum(livingForms);
export const ownershipSchema = z.enum(ownerships);
