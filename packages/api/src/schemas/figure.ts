import type { Count } from '@woonzorgzones/core/model';
import type { Figure } from '@woonzorgzones/core/needs';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

export const countSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('known'), value: z.number() }),
  z.object({ kind: z.literal('hidden') }),
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('not-applicable') }),
]).openapi('Count');
sameType<z.infer<typeof countSchema>, Count>(true);

export const figureSchema = z.object({
  count: countSchema,
  year: z.int(),
  method: z.enum(['measured', 'modelled', 'straight-line']),
  sources: z.array(z.int().nonnegative()),
}).openapi('Figure');
sameType<z.infer<typeof figureSchema>, Figure>(true);
