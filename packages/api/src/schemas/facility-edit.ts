import type { FacilityEdit } from '@woonzorgzones/core/edit';
import { facilityFunctions, type RegisterChanges } from '@woonzorgzones/core/model';
import { categoryIdSchema } from './municipality.ts';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

export const facilityId = z.string().min(1).max(200);
const name = z.string().trim().min(1).max(300);
const date = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/).openapi({ description: 'Een datum of een jaar: 2027, 2027-03 of 2027-03-15' });
/** Lambert 2008 metres, with Belgium and some room around it. */
export const easting = z.number().min(480_000).max(820_000);
export const northing = z.number().min(500_000).max(770_000);

const facts = {
  category: categoryIdSchema,
  name,
  address: z.string().max(300).nullable(),
  capacity: z.number().min(0).max(100_000_000).nullable(),
  recognised: z.boolean().nullable(),
  functions: z.array(z.enum(facilityFunctions)),
  opened: date.nullable(),
  closed: date.nullable(),
};
const change = z.strictObject(facts).partial();
const override = z.strictObject({ ...facts, x: easting, y: northing }).partial();
export const newFacilitySchema = z.strictObject({ id: facilityId, ...facts, x: easting, y: northing });

export const registerChangesSchema = z.object({
  added: z.array(newFacilitySchema),
  overrides: z.record(facilityId, override),
  merged: z.record(facilityId, facilityId),
  apart: z.array(z.object({ one: facilityId, other: facilityId })),
}).openapi('RegisterChanges');
sameType<z.infer<typeof registerChangesSchema>, RegisterChanges>(true);

/** What a planner can do to the register of facilities. */
export const facilityEditSchemas = [
  z.strictObject({ kind: z.literal('add-facility'), facility: newFacilitySchema }),
  z.strictObject({ kind: z.literal('remove-facility'), facility: facilityId }),
  z.strictObject({ kind: z.literal('change-facility'), facility: facilityId, change }),
  z.strictObject({ kind: z.literal('move-facility'), facility: facilityId, x: easting, y: northing }),
  z.strictObject({ kind: z.literal('close-facility'), facility: facilityId, on: date }),
  z.strictObject({ kind: z.literal('reopen-facility'), facility: facilityId }),
  z.strictObject({ kind: z.literal('restore-facility'), facility: facilityId, override: override.nullable() }),
  z.strictObject({ kind: z.literal('merge-facilities'), keep: facilityId, drop: facilityId }),
  z.strictObject({ kind: z.literal('split-facility'), facility: facilityId }),
  z.strictObject({ kind: z.literal('keep-apart'), one: facilityId, other: facilityId }),
  z.strictObject({ kind: z.literal('forget-apart'), one: facilityId, other: facilityId }),
] as const;
sameType<z.infer<(typeof facilityEditSchemas)[number]>, FacilityEdit>(true);
