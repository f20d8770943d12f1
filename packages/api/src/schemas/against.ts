import { facilityFunctions } from '@woonzorgzones/core/model';
import type { AgainstBase } from '@woonzorgzones/core/needs';
import { countSchema } from './figure.ts';
import { functionStateSchema, gapSchema } from './gap.ts';
import { categoryIdSchema } from './municipality.ts';
import { livingFormSchema } from './need.ts';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

const changeSchema = z.object({ before: countSchema, after: countSchema, difference: countSchema }).openapi('FigureChange');
const areaKindSchema = z.enum(['zone', 'unassigned', 'municipality']);

const changedWaysSchema = z.object({
  persons: z.number(),
  from75: countSchema,
  from80: countSchema,
  meanMetresBefore: z.number().nullable(),
  meanMetresAfter: z.number().nullable(),
  farthestMetresAfter: z.number().nullable(),
  withoutWay: z.number(),
}).openapi('ChangedWays');

/** What a scenario changes against its base. */
export const againstBaseSchema = z.object({
  areas: z.array(z.object({
    kind: areaKindSchema,
    zone: z.string().nullable(),
    inhabitants: changeSchema,
    from75: changeSchema,
    needs: z.array(z.object({ norm: z.string(), required: changeSchema, present: changeSchema, missing: changeSchema, reachable: changeSchema })),
    coverage: z.array(z.object({ norm: z.string(), persons: changeSchema, within: changeSchema, beyond: changeSchema })),
    localNeeds: z.array(z.object({ rule: z.string(), estimate: changeSchema })),
    forms: z.array(z.object({ form: livingFormSchema, needed: changeSchema, present: changeSchema, missing: changeSchema })),
    functions: z.array(z.object({ function: z.enum(facilityFunctions), before: functionStateSchema, after: functionStateSchema })),
    gapsBefore: z.int(),
    gapsAfter: z.int(),
  })),
  gapsClosed: z.array(gapSchema),
  gapsOpened: z.array(gapSchema),
  ways: z.array(z.object({ category: categoryIdSchema, kind: areaKindSchema, zone: z.string().nullable(), longer: changedWaysSchema, shorter: changedWaysSchema })),
}).openapi('AgainstBase');
sameType<z.infer<typeof againstBaseSchema>, AgainstBase>(true);
