import { remarkOpinions, remarkThemes } from '@woonzorgzones/core/model';
import { countSchema } from './figure.ts';
import { featureCollection, multiPolygonSchema, pointSchema } from './geojson.ts';
import { z } from './zod.ts';

const isoTime = z.iso.datetime();
export const witnessLinkIdSchema = z.uuid();
export const remarkIdSchema = z.uuid();

export const witnessLinkSchema = z.object({
  id: witnessLinkIdSchema,
  name: z.string(),
  createdAt: isoTime,
  expiresAt: isoTime.nullable(),
  withdrawnAt: isoTime.nullable(),
  /** How many remarks came by it. */
  remarks: z.int(),
}).openapi('WitnessLink');

export const newWitnessLinkSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  /** Null for a link that does not end by itself. */
  expiresAt: isoTime.nullable(),
}).openapi('NewWitnessLink');

export const renewedWitnessLinkSchema = z.strictObject({ expiresAt: isoTime.nullable() }).openapi('RenewedWitnessLink');

/** The token is told this once. */
export const freshWitnessLinkSchema = z.object({ link: witnessLinkSchema, token: z.string() }).openapi('FreshWitnessLink');

const theme = z.enum(remarkThemes);
const opinion = z.enum(remarkOpinions);

export const newRemarkSchema = z.strictObject({
  author: z.string().trim().min(1).max(120),
  theme,
  opinion,
  text: z.string().trim().min(1).max(4000),
  pin: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('place'), lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }),
    z.strictObject({ kind: z.literal('zone'), zone: z.string().min(1).max(80) }),
  ]),
}).openapi('NewRemark');

const remarkFields = {
  id: remarkIdSchema,
  author: z.string(),
  theme,
  opinion,
  text: z.string(),
  pin: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('place'), lon: z.number(), lat: z.number() }),
    z.object({ kind: z.literal('zone'), zone: z.string(), name: z.string() }),
  ]),
  /** The zone it concerns as the plan stands now: the one it is pinned to or lies in; null when there is none. */
  zone: z.string().nullable(),
  /** The version of the plan the witness saw. */
  planVersion: z.int(),
  createdAt: isoTime,
  changedAt: isoTime,
  answer: z.string().nullable(),
  answeredAt: isoTime.nullable(),
  handled: z.boolean(),
};

/** A remark as its witness sees it. */
export const witnessRemarkSchema = z.object(remarkFields).openapi('WitnessRemark');

/** A remark as the planner sees it: also by which link it came. */
export const remarkSchema = z.object({ ...remarkFields, link: witnessLinkIdSchema, linkName: z.string() }).openapi('Remark');

export const plannersWordSchema = z.strictObject({ answer: z.string().trim().max(4000).nullable(), handled: z.boolean() }).openapi('PlannersWord');

/** What a witness sees of a plan: nothing of a person, and no count under the disclosure floor. */
export const witnessPlanSchema = z.object({
  link: z.object({ name: z.string(), expiresAt: isoTime.nullable() }),
  plan: z.object({ name: z.string(), version: z.int(), updatedAt: isoTime }),
  municipality: z.object({ name: z.string(), year: z.int(), fictitious: z.boolean(), bounds: z.array(z.number()).length(4), credits: z.array(z.string()) }),
  zones: z.array(z.object({ id: z.string(), name: z.string(), inhabitants: countSchema })),
}).openapi('WitnessPlan');

export const witnessZoneLayerSchema = featureCollection(multiPolygonSchema, z.strictObject({ id: z.string(), name: z.string() })).openapi('WitnessZoneLayer');
export const witnessNucleusLayerSchema = featureCollection(pointSchema, z.strictObject({ id: z.string(), name: z.string() })).openapi('WitnessNucleusLayer');
export const witnessFacilityLayerSchema = featureCollection(pointSchema, z.strictObject({ id: z.string(), name: z.string(), category: z.string() })).openapi('WitnessFacilityLayer');
/** Addresses to search in, without anything about who lives there. */
export const witnessAddressLayerSchema = featureCollection(pointSchema, z.strictObject({ id: z.string(), street: z.string(), number: z.string() })).openapi('WitnessAddressLayer');

/** Remarks for a map; one that is pinned to a zone has no place of its own. */
export const remarkLayerSchema = featureCollection(z.union([pointSchema, z.null()]), z.strictObject({
  id: z.string(), datum: z.string(), link: z.string(), naam: z.string(), thema: z.string(), mening: z.string(), opmerking: z.string(), zone: z.string().nullable(),
  antwoord: z.string().nullable(), afgehandeld: z.boolean(),
})).openapi('RemarkLayer');

export type WitnessLinkReply = z.infer<typeof witnessLinkSchema>;
export type NewWitnessLink = z.infer<typeof newWitnessLinkSchema>;
export type FreshWitnessLink = z.infer<typeof freshWitnessLinkSchema>;
export type NewRemark = z.infer<typeof newRemarkSchema>;
export type WitnessRemark = z.infer<typeof witnessRemarkSchema>;
export type RemarkReply = z.infer<typeof remarkSchema>;
export type PlannersWord = z.infer<typeof plannersWordSchema>;
export type WitnessPlan = z.infer<typeof witnessPlanSchema>;
export type WitnessZoneLayer = z.infer<typeof witnessZoneLayerSchema>;
export type WitnessAddressLayer = z.infer<typeof witnessAddressLayerSchema>;
export type WitnessFacilityLayer = z.infer<typeof witnessFacilityLayerSchema>;
export type WitnessNucleusLayer = z.infer<typeof witnessNucleusLayerSchema>;
export type RemarkLayer = z.infer<typeof remarkLayerSchema>;
