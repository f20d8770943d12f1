import type { KernSheet } from '@woonzorgzones/core/needs';
import { countSchema } from './figure.ts';
import { normStatusSchema } from './norm-basis.ts';
import { sameType } from './same-type.ts';
import { scenarioIdSchema } from './scenario.ts';
import { z } from './zod.ts';

/** In which scenario of the plan, and in which year, it is looked at. */
export const lookSchema = z.object({
  scenario: scenarioIdSchema.optional().openapi({ description: 'Kenmerk van een scenario van het plan; weggelaten: het plan zoals het is' }),
  year: z.coerce.number().int().min(1900).max(2200).optional().openapi({ description: 'Een jaar waarvan er leeftijden zijn; weggelaten: dat van de gegevens of van het scenario' }),
});

export const kernSheetSchema = z.object({
  kern: z.string(),
  name: z.string(),
  zone: z.string().nullable(),
  x: z.number(),
  y: z.number(),
  persons: countSchema,
  from75: countSchema,
  from80: countSchema,
  services: z.array(z.object({
    service: z.string(), withinMetres: z.number(), status: normStatusSchema, state: z.enum(['near', 'far', 'unknown']),
    persons: countSchema, from75: countSchema, from80: countSchema, meanMetres: countSchema,
  })),
  level: z.int(),
  of: z.int(),
}).openapi('KernSheet');
sameType<z.infer<typeof kernSheetSchema>, KernSheet>(true);
