import type { ImportQuestion } from '@woonzorgzones/core/model';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

const question = <C extends string, F extends z.ZodRawShape>(code: C, facts: F) => z.object({ code: z.literal(code), facts: z.object(facts) });

/** What is still open before the files can be imported; `importQuestionSentence` of core/report says it in words. */
export const importQuestionSchema = z.discriminatedUnion('code', [
  question('unknown-file', { file: z.string(), layer: z.string().nullable() }),
  question('columns-missing', { file: z.string(), layer: z.string().nullable(), role: z.string(), fields: z.array(z.string()) }),
  question('several-for-role', { role: z.string(), files: z.array(z.string()) }),
  question('role-missing', { role: z.string() }),
  question('which-municipality', { found: z.array(z.object({ code: z.string(), name: z.string() })) }),
  question('which-year', { found: z.array(z.int()) }),
  z.object({ code: z.literal('inhabitants-missing'), facts: z.record(z.string(), z.never()).openapi({ type: 'object', maxProperties: 0 }) }),
]).openapi('ImportQuestion');
sameType<z.infer<typeof importQuestionSchema>, ImportQuestion>(true);
