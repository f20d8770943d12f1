import type { BlockHousing } from '@woonzorgzones/core/needs';
import { countSchema } from './figure.ts';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

export const blockHousingSchema = z.object({
  block: z.string(),
  dwellings: countSchema,
  bySuitability: z.object({ levenslang: countSchema, aanpasbaar: countSchema, ongeschikt: countSchema, onbekend: countSchema }),
  reserve: countSchema,
}).openapi('BlockHousing');
sameType<z.infer<typeof blockHousingSchema>, BlockHousing>(true);
