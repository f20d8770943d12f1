import type { Plan } from '../model/plan.ts';
import { err, ok, type Result } from '../model/result.ts';
import type { Chapter, Story } from '../model/story.ts';
import { withPart } from './plan-fields.ts';

/** What a planner can do to the story of a plan. */
export type StoryEdit =
  /** Take over a whole story, such as the ready-made one; an empty one is none. */
  | { readonly kind: 'choose-story'; readonly story: Story }
  /** A new chapter, or one by the same id as it is from here on. `at`: its position among the others; null is where it stands, or last. */
  | { readonly kind: 'put-chapter'; readonly chapter: Chapter; readonly at: number | null }
  | { readonly kind: 'drop-chapter'; readonly chapter: string };

export type StoryEditProblem =
  | { readonly code: 'chapter-id-taken'; readonly chapter: string }
  | { readonly code: 'unknown-chapter'; readonly chapter: string }
  | { readonly code: 'chapter-position-outside'; readonly at: number; readonly chapters: number };

type Applied = Result<{ readonly plan: Plan; readonly inverse: readonly StoryEdit[] }, StoryEditProblem>;

/** What an edit does to the story, and how to take it back; none when it changed nothing. */
export function applyStoryEdit(plan: Plan, edit: StoryEdit): Applied {
  switch (edit.kind) {
    case 'choose-story': return chooseStory(plan, edit.story);
    case 'put-chapter': return putChapter(plan, edit.chapter, edit.at);
    case 'drop-chapter': return dropChapter(plan, edit.chapter);
  }
}

const storyOf = ({ story }: Plan): Story => story ?? [];

const withStory = (plan: Plan, story: Story): Plan => withPart(plan, 'story', story.length === 0 ? undefined : story);

function chooseStory(plan: Plan, given: Story): Applied {
  const before = storyOf(plan);
  const twice = given.find(({ id }, at) => given.findIndex((one) => one.id === id) !== at);
  if (twice !== undefined) return err({ code: 'chapter-id-taken', chapter: twice.id });
  const story = given.map(inFieldOrder);
  if (areSame(before, story)) return ok({ plan, inverse: [] });
  return ok({ plan: withStory(plan, story), inverse: [{ kind: 'choose-story', story: before }] });
}

function putChapter(plan: Plan, given: Chapter, asked: number | null): Applied {
  const story = storyOf(plan);
  const chapter = inFieldOrder(given);
  const stood = story.findIndex(({ id }) => id === chapter.id);
  const others = story.filter(({ id }) => id !== chapter.id);
  const at = asked ?? (stood === -1 ? others.length : stood);
  if (!Number.isInteger(at) || at < 0 || at > others.length) return err({ code: 'chapter-position-outside', at, chapters: others.length });
  const after = others.toSpliced(at, 0, chapter);
  if (areSame(story, after)) return ok({ plan, inverse: [] });
  const inverse: StoryEdit = stood === -1 ? { kind: 'drop-chapter', chapter: chapter.id } : { kind: 'put-chapter', chapter: story[stood]!, at: stood };
  return ok({ plan: withStory(plan, after), inverse: [inverse] });
}

function dropChapter(plan: Plan, id: string): Applied {
  const story = storyOf(plan);
  const at = story.findIndex((one) => one.id === id);
  if (at === -1) return err({ code: 'unknown-chapter', chapter: id });
  return ok({ plan: withStory(plan, story.toSpliced(at, 1)), inverse: [{ kind: 'put-chapter', chapter: story[at]!, at }] });
}

/** The fields in one order, so that equal stories are equal bytes. */
const inFieldOrder = ({ id, page, title, sentence, figure, view, before, notes }: Chapter): Chapter => ({ id, page, title, sentence, figure, view, before, notes });

const areSame = (one: Story, other: Story): boolean => JSON.stringify(one) === JSON.stringify(other);
