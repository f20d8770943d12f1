import { localNeedRuleSchema, needSettingsSchema } from './need.ts';
import { normSchema, normSetSchema } from './norm.ts';
import { z } from './zod.ts';

const normId = z.string().min(1).max(80);

/** What can be done to the norms of a plan; what a set of norms must hold to is checked where the edit is made. */
export const normEditSchemas = [
  z.strictObject({ kind: z.literal('choose-norm-set'), normSet: normId }),
  z.strictObject({ kind: z.literal('copy-norm-set'), set: normSetSchema }),
  z.strictObject({ kind: z.literal('set-norm'), norm: z.union([normSchema, localNeedRuleSchema]) }),
  z.strictObject({ kind: z.literal('drop-norm'), norm: normId }),
  z.strictObject({ kind: z.literal('choose-need'), settings: needSettingsSchema.nullable() }),
] as const;
