import { hashSchema } from './municipality.ts';
import { z } from './zod.ts';

/** Blocks over a quarter of a middling zone are split; what is left out is Genk's 6,000 to 12,000. */
export const newFinerBlocksSchema = z.strictObject({
  inhabitants: z.strictObject({ least: z.int().positive(), most: z.int().positive() }).optional(),
}).openapi('NewFinerBlocks');

/** The dataset with finer blocks; the same as the one given when no block was too coarse. */
export const finerBlocksSchema = z.object({ hash: hashSchema, known: z.boolean(), blocks: z.int() }).openapi('FinerBlocks');

export type FinerBlocks = z.infer<typeof finerBlocksSchema>;
