import type { BlockSplit } from '@woonzorgzones/core/model';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

/** Two corners at least; Lambert 2008 metres. */
export const splitLineSchema = z.array(z.number()).min(4).max(2000).refine((line) => line.length % 2 === 0);

export const blockSplitSchema = z.object({ block: z.string(), line: splitLineSchema, parts: z.int().min(2).max(9) }).openapi('BlockSplit');
sameType<z.infer<typeof blockSplitSchema>, BlockSplit>(true);
