import { z } from './zod.ts';

const toldChapterSchema = z.object({
  id: z.string(),
  title: z.string(),
  sentence: z.string(),
  figure: z.object({ value: z.string(), caption: z.string() }).nullable(),
  points: z.array(z.string()),
  basis: z.string(),
  /** Why it cannot be told, as a sentence; null where it can. */
  problem: z.string().nullable(),
}).openapi('ToldChapter');

export const toldStorySchema = z.array(toldChapterSchema).openapi('ToldStory');

const namedSchema = z.object({ id: z.string(), name: z.string() });

/** What the figure of a chapter may be of; the name is the sentence that goes with it. */
export const storyChoicesSchema = z.object({ gaps: z.array(namedSchema), proposals: z.array(namedSchema) }).openapi('StoryChoices');

export const newStoryFileSchema = z.strictObject({ form: z.enum(['html', 'pdf']), language: z.enum(['nl', 'en']).default('nl') }).openapi('NewStoryFile');

/** A story that lies ready: to be played at /stories/{key}/presentatie.html, to be kept at /stories/{key}/files/{name}. */
export const writtenStorySchema = z.object({ key: z.uuid(), form: z.enum(['html', 'pdf']), name: z.string(), bytes: z.number() }).openapi('WrittenStory');

export type ToldStory = z.infer<typeof toldStorySchema>;
export type StoryChoices = z.infer<typeof storyChoicesSchema>;
export type WrittenStory = z.infer<typeof writtenStorySchema>;
