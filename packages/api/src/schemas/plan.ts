import type { Plan } from '@woonzorgzones/core/model';
import { blockSplitSchema } from './block-split.ts';
import { delineationSettingsSchema, nucleusChangeSchema } from './delineation-settings.ts';
import { editLabelSchema, editSchema, logEntrySchema } from './edit.ts';
import { registerChangesSchema } from './facility-edit.ts';
import { hashSchema } from './municipality.ts';
import { needSettingsSchema } from './need.ts';
import { normSetSchema } from './norm.ts';
import { sameType } from './same-type.ts';
import { judgementSchema, scenarioSchema } from './scenario.ts';
import { storySchema } from './story.ts';
import { ownProfileSchema } from './travel-edit.ts';
import { z } from './zod.ts';

export const planIdSchema = z.uuid();

export const careZoneSchema = z.object({ id: z.string(), name: z.string(), locked: z.boolean() }).openapi('CareZone');

export const planContentSchema = z.object({
  dataset: hashSchema,
  normSet: z.string(),
  name: z.string(),
  zones: z.array(careZoneSchema),
  zoneOfBlock: z.record(z.string(), z.string()),
  register: registerChangesSchema.optional(),
  delineation: delineationSettingsSchema.optional(),
  nuclei: z.array(nucleusChangeSchema).optional(),
  norms: normSetSchema.optional(),
  need: needSettingsSchema.optional(),
  travel: z.array(ownProfileSchema).optional(),
  scenarios: z.array(scenarioSchema).optional(),
  story: storySchema.optional(),
  judgements: z.record(z.string(), judgementSchema).optional(),
  splits: z.array(blockSplitSchema).optional(),
}).openapi('PlanContent');
sameType<z.infer<typeof planContentSchema>, Plan>(true);

/** The plan a copy was made of, its name at that time, and the version up to which its log was taken over. */
const planOriginSchema = z.object({ plan: planIdSchema, name: z.string(), version: z.int().nonnegative() }).openapi('PlanOrigin');

export const planSummarySchema = z.object({
  id: planIdSchema,
  name: z.string(),
  dataset: hashSchema,
  municipality: z.string(),
  version: z.int().nonnegative(),
  zones: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Absent when the plan was not copied. */
  origin: planOriginSchema.optional(),
}).openapi('PlanSummary');

/** A plan after `version` entries of its log. */
export const planSchema = z.object({
  id: planIdSchema,
  version: z.int().nonnegative(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  origin: planOriginSchema.optional(),
  plan: planContentSchema,
  canUndo: z.boolean(),
  canRedo: z.boolean(),
  /** "Ongedaan maken: zone Noord toegevoegd"; null when there is nothing to undo. */
  undoLabel: editLabelSchema.nullable(),
  redoLabel: editLabelSchema.nullable(),
}).openapi('Plan');

export const newPlanSchema = z.strictObject({
  dataset: hashSchema,
  name: z.string().trim().min(1).max(120),
  /** From the engine's zones, from nothing, or from the areas of an existing division ('division:<id>'). */
  from: z.union([z.literal('engine'), z.literal('empty'), z.templateLiteral(['division:', z.string().min(1)])]),
  /** Left out: the set meant for the reference year of the dataset. */
  normSet: z.string().min(1).max(80).optional(),
}).openapi('NewPlan');

const versionSchema = z.int().nonnegative().openapi({ description: 'De versie waarop de wijziging gemaakt is' });

const writerShape = {
  /** Named by the sender, so that a write whose answer was lost may be sent again: it is kept once. */
  gesture: z.uuid().optional(),
  /** Who writes, as they call themselves. */
  by: z.string().trim().min(1).max(80).optional(),
};

/** One gesture: all of its edits or none, one line in the log, one step of undo. */
export const newEditsSchema = z.strictObject({
  version: versionSchema,
  ...writerShape,
  edits: z.array(editSchema).min(1).max(1000),
}).openapi('NewEdits');

/** How many gestures to take back or bring back at once: each is a line of the log. */
export const stepSchema = z.strictObject({ version: versionSchema, ...writerShape, steps: z.int().min(1).default(1) }).openapi('Step');

/** A copy of a plan with its log up to a version; left out, the version that stands. */
export const newCopySchema = z.strictObject({ name: z.string().trim().min(1).max(120), version: z.int().nonnegative().optional() }).openapi('NewCopy');

/**
 * Line n made version n. The label is what the gesture did; for undo and redo the gesture they take back or bring back.
 * `gesture`: the name its sender gave it, by which one that got no answer sees that it was kept.
 */
export const planLogSchema = z.object({
  id: planIdSchema,
  version: z.int().nonnegative(),
  lines: z.array(z.object({ version: z.int().positive(), at: z.iso.datetime(), label: editLabelSchema, entry: logEntrySchema, by: z.string().optional(), gesture: z.uuid().optional() })),
}).openapi('PlanLog');

export type PlanSummary = z.infer<typeof planSummarySchema>;
export type PlanReply = z.infer<typeof planSchema>;
export type NewPlan = z.infer<typeof newPlanSchema>;
export type NewEdits = z.infer<typeof newEditsSchema>;
export type Step = z.infer<typeof stepSchema>;
export type PlanLog = z.infer<typeof planLogSchema>;
