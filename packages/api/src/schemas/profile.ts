import { fileFormats } from '@woonzorgzones/files';
import { sittingIdSchema } from './sitting.ts';
import { z } from './zod.ts';

export const profileIdSchema = z.string().regex(/^[a-z0-9-]{1,200}$/);

export const profileSummarySchema = z.object({
  id: profileIdSchema,
  name: z.string(),
  about: z.string().nullable(),
  /** Saved by a planner here, not shipped: it can be removed. */
  own: z.boolean(),
  role: z.string(),
  formats: z.array(z.enum(fileFormats)),
  source: z.object({ publisher: z.string().nullable(), url: z.string().nullable(), licence: z.string().nullable(), attribution: z.string().nullable() }),
}).openapi('ProfileSummary');

/** Saves how a file of a sitting is mapped, so that the next file like it is recognised. */
export const newProfileSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  sitting: sittingIdSchema,
  file: z.string().min(1).max(1000),
  /** Which of the uses of the file, where it has more than one. */
  layer: z.string().max(2000).nullable().default(null),
}).openapi('NewProfile');

export type ProfileSummary = z.infer<typeof profileSummarySchema>;
export type NewProfile = z.input<typeof newProfileSchema>;
