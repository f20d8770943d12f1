import { assignGestures, type Edit, type EditLabel, type LogEntry } from '@woonzorgzones/core/edit';
import { delineationEditSchemas } from './delineation-settings.ts';
import { facilityEditSchemas } from './facility-edit.ts';
import { splitLineSchema } from './block-split.ts';
import { normEditSchemas } from './norm-edit.ts';
import { sameType } from './same-type.ts';
import { scenarioEditSchemas } from './scenario.ts';
import { storyEditSchemas } from './story.ts';
import { travelEditSchemas } from './travel-edit.ts';
import { z } from './zod.ts';

const zoneId = z.string().min(1).max(80);
const zoneName = z.string().trim().min(1).max(120);
const blockId = z.string().min(1).max(200);
const newZone = z.strictObject({ id: zoneId, name: zoneName });

export const editSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('adopt-zones'), zones: z.array(newZone), zoneOfBlock: z.record(blockId, zoneId) }),
  z.strictObject({ kind: z.literal('assign-blocks'), blocks: z.array(blockId).min(1), zone: zoneId.nullable(), gesture: z.enum(assignGestures).optional() }),
  z.strictObject({ kind: z.literal('add-zone'), zone: newZone, at: z.int().nonnegative().nullable() }),
  z.strictObject({ kind: z.literal('remove-zone'), zone: zoneId }),
  z.strictObject({ kind: z.literal('name-zone'), zone: zoneId, name: zoneName }),
  z.strictObject({ kind: z.literal('lock-zone'), zone: zoneId }),
  z.strictObject({ kind: z.literal('unlock-zone'), zone: zoneId }),
  z.strictObject({ kind: z.literal('merge-zones'), from: zoneId, into: zoneId }),
  z.strictObject({ kind: z.literal('split-block'), block: blockId, line: splitLineSchema, parts: z.int().min(2).max(9) }),
  z.strictObject({ kind: z.literal('join-block'), block: blockId }),
  z.strictObject({ kind: z.literal('rename-plan'), name: zoneName }),
  ...normEditSchemas,
  ...delineationEditSchemas,
  ...scenarioEditSchemas,
  ...storyEditSchemas,
  ...travelEditSchemas,
  ...facilityEditSchemas,
]).openapi('Edit');
sameType<z.infer<typeof editSchema>, Edit>(true);

export const editLabelSchema = z.object({ nl: z.string(), en: z.string() }).openapi('EditLabel');
sameType<z.infer<typeof editLabelSchema>, EditLabel>(true);

export const logEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('edits'), edits: z.array(editSchema) }),
  z.object({ kind: z.literal('undo'), of: z.int().nonnegative() }),
  z.object({ kind: z.literal('redo'), of: z.int().nonnegative() }),
]).openapi('LogEntry');
sameType<z.infer<typeof logEntrySchema>, LogEntry>(true);
