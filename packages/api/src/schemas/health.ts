import { z } from './zod.ts';

export const healthSchema = z.object({
  status: z.literal('ok'),
  version: z.string(),
  store: z.enum(['sqlite', 'postgresql']),
}).openapi('Health');

export type Health = z.infer<typeof healthSchema>;
