import { z } from './zod.ts';

export const normStatusSchema = z.enum(['confirmed', 'unconfirmed', 'own']);

export const normLabelSchema = z.object({ nl: z.string(), en: z.string() });

export const normSourceSchema = z.object({
  title: z.string(),
  url: z.string().nullable(),
  place: z.string().nullable(),
  year: z.int().nullable(),
});
