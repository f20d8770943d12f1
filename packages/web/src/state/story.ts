import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AcceptedJob, StoryChoices, ToldStory, WrittenStory } from '@woonzorgzones/api/schemas';
import type { Edit } from '@woonzorgzones/core/edit';
import type { Chapter, Language, Story } from '@woonzorgzones/core/model';
import { jobResult } from './jobs.ts';
import { useSaving, writeToPlan } from './plan-edits.ts';
import { planKey, queryClient } from './queries.ts';
import { LostConnection, get, post } from './request.ts';

/** Title, sentence and figure of each chapter, as the server tells them of the plan it has. */
export const useToldStory = (plan: string, language: Language) =>
  useQuery({ queryKey: [...planKey(plan), 'story', language] as const, queryFn: ({ signal }) => get<ToldStory>(`/plans/${plan}/story?language=${language}`, signal) });

/** The gaps and proposals a chapter can be about. */
export const useStoryChoices = (plan: string, language: Language) =>
  useQuery({ queryKey: [...planKey(plan), 'story-choices', language] as const, queryFn: ({ signal }) => get<StoryChoices>(`/plans/${plan}/story-choices?language=${language}`, signal) });

/** Whether the server has yet to hear of a chapter as it is on screen: until then it has no page of it. */
const useIsOnItsWay = (plan: string, chapter: string): boolean => useSaving(plan).waiting.some(({ write: act }) =>
  act.kind === 'edits' && act.edits.some((edit) => edit.kind === 'choose-story' || (edit.kind === 'put-chapter' && edit.chapter.id === chapter)));

/** One state of a chapter as a slide; the last one stays in view until the next is there. */
export const useSlide = (plan: string, version: number, chapter: string, state: 'after' | 'before', language: Language) => useQuery({
  queryKey: ['slide', plan, version, chapter, state, language] as const,
  enabled: !useIsOnItsWay(plan, chapter),
  placeholderData: keepPreviousData,
  queryFn: async ({ signal }): Promise<string> => {
    const reply = await fetch(`/api/plans/${plan}/story/${chapter}.svg?state=${state}&language=${language}`, { signal, headers: { accept: 'image/svg+xml, application/problem+json' } });
    if (!reply.ok) throw new LostConnection(reply.status);
    return reply.text();
  },
});

const write = (plan: string, ...edits: readonly Edit[]): void => writeToPlan(plan, { kind: 'edits', edits });

/** Puts a chapter in the story: a new one at a place (null is last), one that is there as it is from here on. */
export const putChapter = (plan: string, chapter: Chapter, at: number | null = null): void => write(plan, { kind: 'put-chapter', chapter, at });

/** Puts chapters behind each other in the story, from a place on; one step. */
export const putChapters = (plan: string, chapters: readonly Chapter[], at: number): void =>
  write(plan, ...chapters.map((chapter, index): Edit => ({ kind: 'put-chapter', chapter, at: at + index })));

export const dropChapter = (plan: string, chapter: string): void => write(plan, { kind: 'drop-chapter', chapter });

/** Takes the ready-made story over in the place of what there is; one step, that can be undone. */
export async function takeReadyStory(plan: string): Promise<void> {
  const story = await get<Story>(`/plans/${plan}/ready-story`);
  write(plan, { kind: 'choose-story', story });
}

/** A name for a new chapter that none has yet. */
export function freeChapterId(story: Story): string {
  for (let number = story.length + 1; ; number++) if (!story.some(({ id }) => id === `hoofdstuk-${number}`)) return `hoofdstuk-${number}`;
}

/** Where the page of a story lies that is to be played. */
export const storyPageAddress = ({ key }: WrittenStory, chapter: string | null): string => `/api/stories/${key}/presentatie.html${chapter === null ? '' : `#${chapter}`}`;
export const storyFileAddress = ({ key, name }: WrittenStory, plan: string): string => `/api/stories/${key}/files/${name}?plan=${encodeURIComponent(plan.slice(0, 100))}`;

/** Has the server draw the story; null when it was stopped. `onJob` hears which job does it. */
export async function makeStoryFile(plan: string, form: WrittenStory['form'], language: Language, onJob: (job: string) => void): Promise<WrittenStory | null> {
  const { job } = await post<AcceptedJob>(`/plans/${plan}/story-files`, { form, language });
  onJob(job);
  return jobResult<WrittenStory>(job);
}

/** The page to be played: the one that was drawn before, where the plan and the server are as they were. */
export async function makeStoryPage(plan: string, version: number, language: Language, onJob: (job: string) => void): Promise<WrittenStory | null> {
  const key = ['story-page', plan, version, language] as const;
  const known = queryClient.getQueryData<WrittenStory>(key);
  if (known !== undefined && (await fetch(storyPageAddress(known, null), { method: 'HEAD' })).ok) return known;
  const made = await makeStoryFile(plan, 'html', language, onJob);
  if (made !== null) queryClient.setQueryData(key, made);
  return made;
}
