import type { MunicipalityDifferences } from '@woonzorgzones/core/model';
import { categoryIdSchema } from './municipality.ts';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

const beforeAfter = <T extends z.ZodType>(value: T) => ({ before: value, after: value });
const counts = z.object(beforeAfter(z.number()));
const texts = z.string().nullable();

const blockSchema = z.object({ id: z.string(), name: z.string(), inhabitants: z.number() });
const facilitySchema = z.object({ id: z.string(), name: z.string(), category: categoryIdSchema });

const facilityChangeSchema = z.discriminatedUnion('field', [
  z.object({ field: z.enum(['name', 'address', 'opened', 'closed']), ...beforeAfter(texts) }),
  z.object({ field: z.literal('capacity'), ...beforeAfter(z.number().nullable()) }),
  z.object({ field: z.literal('recognised'), ...beforeAfter(z.boolean().nullable()) }),
  z.object({ field: z.literal('functions'), ...beforeAfter(z.array(z.string())) }),
  z.object({ field: z.literal('position'), metres: z.number() }),
]);

/** What would change for whoever works with the newest dataset of the municipality when this one takes its place. */
export const municipalityDifferencesSchema = z.object({
  same: z.boolean(),
  year: counts,
  inhabitants: counts,
  blocks: z.object({
    count: counts,
    added: z.array(blockSchema),
    removed: z.array(blockSchema),
    changed: z.array(z.object({ id: z.string(), name: z.object(beforeAfter(z.string())), inhabitants: counts, areaM2: counts.nullable() })),
  }),
  addresses: z.object({ count: counts, added: z.int(), removed: z.int(), moved: z.int(), dwellings: counts }),
  facilities: z.object({
    count: counts,
    added: z.array(facilitySchema),
    removed: z.array(facilitySchema),
    changed: z.array(facilitySchema.extend({ changes: z.array(facilityChangeSchema) })),
  }),
  parts: z.array(z.object({
    what: z.enum(['age-tables', 'divisions', 'division-areas', 'kernen', 'barriers', 'crossings', 'streets', 'water', 'green', 'buildings', 'unplaced']),
    ...beforeAfter(z.number()),
  })),
  sources: z.array(z.object({
    role: z.string(),
    title: z.string(),
    change: z.enum(['added', 'removed', 'same', 'newer', 'older', 'other-content']),
    date: z.object(beforeAfter(texts)),
  })),
}).openapi('MunicipalityDifferences');
sameType<z.infer<typeof municipalityDifferencesSchema>, MunicipalityDifferences>(true);
