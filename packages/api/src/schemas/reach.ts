import { categoryIds, facilityFunctions, type CategoryId } from '@woonzorgzones/core/model';
import type { Destination } from '@woonzorgzones/core/needs';
import { sitingModels } from '@woonzorgzones/core/needs';
import { reasonCodes, travelModes } from '@woonzorgzones/core/network';
import { countSchema } from './figure.ts';
import { lineStringSchema } from './geojson.ts';
import { ageBandSchema } from './municipality.ts';
import { normStatusSchema } from './norm-basis.ts';
import { z } from './zod.ts';

const place = z.array(z.number()).min(2).max(2).openapi({ description: 'x, y in Lambert 2008 (EPSG:3812), meter' });

const sourcedSchema = z.object({ value: z.number(), status: normStatusSchema, source: z.string() });

/** How people move, and how often they go where: data with sources. */
export const travelSchema = z.object({
  profiles: z.array(z.object({
    id: z.string(), mode: z.enum(travelModes), label: z.object({ nl: z.string(), en: z.string() }), speed: sourcedSchema,
    slopes: z.array(z.object({ riseMetres: z.number().nullable(), percent: z.number() })), slopeSource: z.string().nullable(),
    avoids: z.object({ steps: z.boolean(), highKerbs: z.boolean() }),
    speedByClass: z.object({ kmh: z.record(z.string(), z.number()), status: normStatusSchema, source: z.string() }).nullable(),
  })),
  visitsPerYear: z.record(z.string(), z.number()),
}).openapi('Travel');

const destinations = [...categoryIds, ...facilityFunctions] as unknown as [Destination, ...Destination[]];

const limitSchema = z.union([z.strictObject({ metres: z.number() }), z.strictObject({ seconds: z.number() })]);

/** Who goes where, how, and how far is too far. `metresPerSecond` stands in for the pace of the profile. */
export const reachQuestionSchema = z.strictObject({
  destination: z.enum(destinations),
  profile: z.string().min(1).max(100),
  metresPerSecond: z.number().optional(),
  limit: limitSchema,
  ages: ageBandSchema.nullable().default(null),
  scenario: z.strictObject({
    paths: z.array(z.array(place).min(2).max(500)).max(50).default([]),
    closedCrossings: z.array(z.string().max(500)).max(200).default([]),
  }).nullable().default(null),
}).openapi('ReachQuestion');

export const coverageQuestionSchema = reachQuestionSchema.omit({ destination: true, ages: true, scenario: true }).openapi('CoverageQuestion');

const bandCoverageSchema = z.object({
  persons: z.number(), within: z.number(), share: countSchema, byReason: z.array(z.object({ reason: z.enum(reasonCodes), persons: z.number() })),
});

const basisSchema = z.object({
  method: z.enum(['measured', 'straight-line']), detourFactor: z.number(), detourStatus: normStatusSchema, detourSource: z.string().nullable(),
});

const columnCoverageSchema = z.object({ within: z.number(), persons: z.number(), share: countSchema, byReason: z.array(z.number()) });

/** For whom each kind of facility lies within the limit; `byReason` has an entry per reason, in their order; `bands` per age band. */
export const categoryCoveragesSchema = z.array(z.object({
  category: z.enum(categoryIds as unknown as [CategoryId, ...CategoryId[]]), facilities: z.int(), coverage: z.object({ all: columnCoverageSchema, bands: z.array(columnCoverageSchema) }),
})).openapi('CategoryCoverages');

/** How far each address has to the nearest facility; the columns have one entry per address, in the order of the layer of addresses. */
export const reachReplySchema = z.object({
  basis: basisSchema,
  unit: z.enum(['metres', 'seconds']),
  facilities: z.array(z.string()),
  /** Null where there is no way. */
  cost: z.array(z.number().nullable()),
  /** Position in `facilities`. */
  facility: z.array(z.int().nullable()),
  /** 0 and 1 within half the limit and the limit, 2 to 4 beyond it, 5 not reached. */
  classes: z.array(z.int()),
  all: bandCoverageSchema,
  bands: z.array(z.object({ ages: ageBandSchema, coverage: bandCoverageSchema })),
  /** With a scenario: today beside it. 0 neither, 1 only today, 2 only in the scenario, 3 both; and persons of the ages asked by that. */
  change: z.object({ addresses: z.array(z.int()), persons: z.array(z.number()) }).nullable(),
}).openapi('Reach');

export const notReachedSchema = z.array(z.object({
  street: z.string(), addresses: z.int(), persons: z.number(), farthest: z.number().nullable(), firstAddress: z.string(),
  byReason: z.array(z.object({ reason: z.enum(reasonCodes), persons: z.number() })),
})).openapi('NotReachedByStreet');

export const whySchema = z.object({
  address: z.string(),
  facility: z.object({ id: z.string(), name: z.string() }).nullable(),
  reason: z.enum(reasonCodes),
  cost: z.number().nullable(),
  minutes: z.number().nullable(),
  connectors: z.object({ address: z.number(), facility: z.number() }).nullable(),
  streets: z.array(z.object({ name: z.string().nullable(), metres: z.number() })),
  line: lineStringSchema.nullable(),
}).openapi('Why');

/** Stretches of street within half the limit, the limit, and one and a half and twice the limit. */
export const isochroneSchema = z.array(z.object({ limit: limitSchema, lines: z.array(lineStringSchema) })).openapi('Isochrone');

const decaySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('steps'), steps: z.array(z.strictObject({ upTo: z.number().positive(), weight: z.number().min(0) })).min(1).max(20) }),
  z.strictObject({ kind: z.literal('gaussian'), sigma: z.number().positive() }),
]);

/** Places per person when everybody reaches for them. */
export const supplyQuestionSchema = z.strictObject({
  ...reachQuestionSchema.shape, method: z.enum(['two-step', 'three-step', 'modified', 'balanced']).default('two-step'), decay: decaySchema.default({ kind: 'none' }),
}).openapi('SupplyQuestion');

export const supplyReplySchema = z.object({
  perPerson: z.array(z.number()), persons: z.number(), supply: z.number(), without: z.number(), idle: z.array(z.string()), unknown: z.array(z.string()),
}).openapi('SharedSupply');

/** The mean way to the facilities of daily life, weighted by visits a year. */
export const dailyDistanceSchema = z.object({
  categories: z.array(z.string()), metres: z.array(z.number().nullable()), missing: z.array(z.string().nullable()),
}).openapi('DailyDistance');

export const sitingQuestionSchema = z.strictObject({
  ...reachQuestionSchema.shape,
  model: z.enum(sitingModels),
  newSites: z.int().min(1).max(200),
  keepExisting: z.boolean().default(true),
  candidates: z.array(place).min(1).max(5000).nullable().default(null),
  weights: z.array(z.strictObject({ ages: ageBandSchema, weight: z.number().min(0).max(1000) })).max(20).default([]),
  /** Whether the vulnerable count for more, by the weights of the plan. */
  vulnerable: z.boolean().default(false),
  capacityOfNew: z.number().min(0).default(0),
  /** Null does not prove: greedy, then exchanges. */
  proveWithinSeconds: z.number().min(0.1).max(600).nullable().default(30),
}).openapi('SitingQuestion');

export const sitingSchema = z.object({
  model: z.enum(sitingModels),
  objective: z.number(), bound: z.number(), gap: z.number(), proven: z.boolean(), equalExchanges: z.int().nullable(),
  unit: z.enum(['sites', 'weighted-persons', 'weighted-metres', 'weighted-seconds', 'metres', 'seconds']),
  sites: z.array(z.object({ facility: z.string().nullable(), x: z.number(), y: z.number(), address: z.string().nullable(), persons: z.number() })),
  persons: z.number(), weight: z.number(), outOfReach: z.number(), candidates: z.int(),
}).openapi('Siting');

export type Travel = z.infer<typeof travelSchema>;
export type ReachQuestionBody = z.infer<typeof reachQuestionSchema>;
export type SitingQuestionBody = z.infer<typeof sitingQuestionSchema>;
export type SitingReply = z.infer<typeof sitingSchema>;
