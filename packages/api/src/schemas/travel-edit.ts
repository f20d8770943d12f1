import type { OwnProfile } from '@woonzorgzones/core/model';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

const profileId = z.string().min(1).max(100);

const own = {
  metresPerSecond: z.number(), avoidsSteps: z.boolean(), avoidsHighKerbs: z.boolean(),
  slopes: z.array(z.strictObject({ riseMetres: z.number().positive().nullable(), percent: z.number() })).max(20),
};

export const ownProfileSchema = z.strictObject({ profile: profileId, ...own }).openapi('OwnProfile');
sameType<z.infer<typeof ownProfileSchema>, OwnProfile>(true);

export const travelEditSchemas = [
  z.strictObject({ kind: z.literal('choose-travel-profile'), profile: profileId, own: z.strictObject(own).nullable() }),
] as const;
