import { wishLevels, zoneWishIds, type DelineationSettings, type NucleusChange, type ZoneWish } from '@woonzorgzones/core/model';
import { sameType } from './same-type.ts';
import { z } from './zod.ts';

const circleSettingsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('metres'), radiusMetres: z.number().positive().max(20_000) }),
  z.strictObject({ kind: z.literal('inhabitants'), inhabitants: z.int().positive() }),
]).openapi('CircleSettings');

const inhabitantBoundsSchema = z.strictObject({ least: z.int().positive(), most: z.int().positive() }).openapi('InhabitantBounds');

const nucleusSettingsSchema = z.strictObject({
  bandwidthMetres: z.number().min(50).max(5000),
  saddleShare: z.number().min(0).max(1),
  leastInhabitants: z.number().nonnegative(),
  leastTopPerKm2: z.number().nonnegative(),
  facilityWeight: z.number().nonnegative().max(10_000),
}).openapi('NucleusSettings');

const blockId = z.string().min(1).max(200);
const blockPair = z.tuple([blockId, blockId]);
const share = z.number().min(0).max(1);

/** The same shape for each wish. */
export const perWish = <T extends z.ZodType>(schema: T) => Object.fromEntries(zoneWishIds.map((wish) => [wish, schema])) as Record<ZoneWish, T>;

export const delineationSettingsSchema = z.strictObject({
  inhabitants: inhabitantBoundsSchema,
  zoneCount: z.int().positive().max(1000).nullable(),
  wishes: z.strictObject(perWish(z.enum(wishLevels))).openapi('ZoneWishes'),
  mostKernenPerZone: z.int().positive().nullable(),
  wijken: z.string().min(1).max(200).nullable(),
  keepClose: z.string().min(1).max(200),
  locks: z.strictObject({ blocks: z.array(blockId).max(5000), together: z.array(blockPair).max(5000), apart: z.array(blockPair).max(5000) }).openapi('ZoneLocks'),
  mostSeveredShare: share,
  leastElongation: share,
  splitShare: share,
  nuclei: nucleusSettingsSchema,
  circles: circleSettingsSchema,
  seed: z.int().nonnegative(),
  effort: z.number().positive().max(20),
  alternatives: z.int().nonnegative().max(12),
}).openapi('DelineationSettings');
sameType<z.infer<typeof delineationSettingsSchema>, DelineationSettings>(true);

/** Lambert 2008 metres. */
const lambertPlace = z.strictObject({ x: z.number().min(-1e7).max(1e7), y: z.number().min(-1e7).max(1e7) });
const nucleus = z.string().min(1).max(80);
const nucleusName = z.string().trim().min(1).max(120);

export const nucleusChangeSchema = z.object({
  id: nucleus,
  state: z.enum(['found', 'added', 'dropped']),
  place: lambertPlace.nullable(),
  name: nucleusName.nullable(),
}).openapi('NucleusChange');
sameType<z.infer<typeof nucleusChangeSchema>, NucleusChange>(true);

/** The edits that choose settings and change kernen. */
export const delineationEditSchemas = [
  z.strictObject({ kind: z.literal('choose-delineation'), settings: delineationSettingsSchema.nullable() }),
  z.strictObject({ kind: z.literal('add-nucleus'), nucleus, name: nucleusName, place: lambertPlace }),
  z.strictObject({ kind: z.literal('drop-nucleus'), nucleus }),
  z.strictObject({ kind: z.literal('restore-nucleus'), nucleus }),
  z.strictObject({ kind: z.literal('move-nucleus'), nucleus, place: lambertPlace.nullable() }),
  z.strictObject({ kind: z.literal('name-nucleus'), nucleus, name: nucleusName.nullable() }),
] as const;
