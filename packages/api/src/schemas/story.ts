import type { StoryEdit } from '@woonzorgzones/core/edit';
import { categoryIds, type Story } from '@woonzorgzones/core/model';
import { easting, northing } from './facility-edit.ts';
import { sameType } from './same-type.ts';
import { scenarioIdSchema } from './scenario.ts';
import { z } from './zod.ts';

const id = z.string().min(1).max(80);
const zone = id.nullable();
export const chapterId = z.string().min(1).max(80).regex(/^[a-z0-9][a-z0-9-]*$/);

const storyViewSchema = z.strictObject({
  layer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('zones') }),
    z.strictObject({ kind: z.literal('norm'), norm: id }),
    z.strictObject({ kind: z.literal('facilities') }),
    z.strictObject({ kind: z.literal('category'), category: z.enum(categoryIds) }),
  ]),
  zone,
  division: z.string().min(1).max(200).nullable(),
  scenario: scenarioIdSchema.nullable(),
  extent: z.tuple([easting, northing, easting, northing]).readonly().nullable(),
}).openapi('StoryView');

const chapterFigureSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('inhabitants'), zone }),
  z.strictObject({ kind: z.literal('met'), norm: id, zone }),
  z.strictObject({ kind: z.literal('gap'), gap: z.string().min(1).max(400) }),
  z.strictObject({ kind: z.literal('proposal'), proposal: z.string().min(1).max(400) }),
]).openapi('ChapterFigure');

const chapterSchema = z.strictObject({
  id: chapterId,
  page: z.enum(['opening', 'method', 'map', 'closing']),
  title: z.string().trim().min(1).max(160).nullable(),
  sentence: z.string().trim().min(1).max(400).nullable(),
  figure: chapterFigureSchema.nullable(),
  view: storyViewSchema.nullable(),
  before: storyViewSchema.nullable(),
  notes: z.string().max(4000),
}).openapi('Chapter');

export const storySchema = z.array(chapterSchema).max(200).openapi('Story');
sameType<z.infer<typeof storySchema>, Story>(true);

/** What a planner can do to the story of a plan. */
export const storyEditSchemas = [
  z.strictObject({ kind: z.literal('choose-story'), story: storySchema }),
  z.strictObject({ kind: z.literal('put-chapter'), chapter: chapterSchema, at: z.int().nonnegative().nullable() }),
  z.strictObject({ kind: z.literal('drop-chapter'), chapter: chapterId }),
] as const;
sameType<z.infer<(typeof storyEditSchemas)[number]>, StoryEdit>(true);
