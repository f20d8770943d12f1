import { facilityFunctions, urbanClasses } from '@woonzorgzones/core/model';
import type { Reservation } from '@woonzorgzones/core/needs';
import { reasonCodes } from '@woonzorgzones/core/network';
import { ageBandSchema, categoryIdSchema } from './municipality.ts';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

export const reservationSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('year-not-given'), year: z.int(), given: z.array(z.int()) }),
  z.object({ code: z.literal('nearest-year-used'), year: z.int(), used: z.int() }),
  z.object({ code: z.literal('no-age-table') }),
  z.object({ code: z.literal('age-class-cut'), bracket: ageBandSchema, year: z.int() }),
  z.object({ code: z.literal('age-band-cut'), bracket: ageBandSchema }),
  z.object({ code: z.literal('not-in-force'), year: z.int(), validFrom: z.int().nullable(), validTo: z.int().nullable() }),
  z.object({ code: z.literal('other-urban-class'), classes: z.array(z.enum(urbanClasses)) }),
  z.object({ code: z.literal('other-density'), inhabitantsPerSquareKilometre: z.number(), from: z.number().nullable(), below: z.number().nullable() }),
  z.object({ code: z.literal('urban-class-not-chosen'), classes: z.array(z.enum(urbanClasses)) }),
  z.object({ code: z.literal('size-unknown'), persons: z.number(), leastCapacity: z.number() }),
  z.object({ code: z.literal('function-not-given'), function: z.enum(facilityFunctions) }),
  z.object({ code: z.literal('category-not-given'), category: categoryIdSchema }),
  z.object({ code: z.literal('capacity-unknown'), facilities: z.int() }),
  z.object({ code: z.literal('capacity-zero'), facilities: z.int() }),
  z.object({ code: z.literal('not-recognised'), facilities: z.int() }),
  z.object({ code: z.literal('nobody-concerned') }),
  z.object({ code: z.literal('without-address'), persons: z.number() }),
  z.object({ code: z.literal('not-reached'), reason: z.enum(reasonCodes), persons: z.number() }),
]).openapi('Reservation');
sameType<z.infer<typeof reservationSchema>, Reservation>(true);
