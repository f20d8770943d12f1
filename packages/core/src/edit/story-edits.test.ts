import { expect, test } from 'vitest';
import type { Chapter, Plan } from '../model/index.ts';
import { applyStoryEdit, type StoryEdit } from './story-edits.ts';

const chapter = (id: string, sentence: string | null = null): Chapter =>
  ({ id, page: 'map', title: null, sentence, figure: null, view: { layer: { kind: 'zones' }, zone: null, division: null, scenario: null, extent: null }, before: null, notes: '' });

const bare: Plan = { dataset: 'a'.repeat(64), normSet: 'vlaanderen', name: 'Plan', zones: [], zoneOfBlock: {} };
const told: Plan = { ...bare, story: [chapter('a'), chapter('b'), chapter('c')] };

function applied(plan: Plan, edit: StoryEdit): Plan {
  const result = applyStoryEdit(plan, edit);
  if (!result.ok) throw new Error(result.error.code);
  const back = result.value.inverse.reduce<Plan>((at, inverse) => {
    const undone = applyStoryEdit(at, inverse);
    if (!undone.ok) throw new Error(undone.error.code);
    return undone.value.plan;
  }, result.value.plan);
  expect(JSON.stringify(back)).toBe(JSON.stringify(plan));
  return result.value.plan;
}

const order = (plan: Plan) => plan.story?.map(({ id }) => id).join('') ?? '';

test('a chapter is dragged to the front, to the end and between two others, and each is taken back', () => {
  expect(order(applied(told, { kind: 'put-chapter', chapter: chapter('c'), at: 0 }))).toBe('cab');
  expect(order(applied(told, { kind: 'put-chapter', chapter: chapter('a'), at: 2 }))).toBe('bca');
  expect(order(applied(told, { kind: 'put-chapter', chapter: chapter('a'), at: 1 }))).toBe('bac');
});

test('a new chapter comes last, a changed one stays where it is', () => {
  expect(order(applied(bare, { kind: 'put-chapter', chapter: chapter('a'), at: null }))).toBe('a');
  expect(order(applied(told, { kind: 'put-chapter', chapter: chapter('d'), at: null }))).toBe('abcd');
  const changed = applied(told, { kind: 'put-chapter', chapter: chapter('b', 'Eigen zin'), at: null });
  expect([order(changed), changed.story?.[1]?.sentence]).toEqual(['abc', 'Eigen zin']);
});

test('the last chapter dropped leaves a plan without a story', () => {
  expect(order(applied(told, { kind: 'drop-chapter', chapter: 'b' }))).toBe('ac');
  expect(applied({ ...bare, story: [chapter('a')] }, { kind: 'drop-chapter', chapter: 'a' })).toEqual(bare);
});

test('a story taken over whole makes place for the one before it', () => {
  expect(order(applied(told, { kind: 'choose-story', story: [chapter('x')] }))).toBe('x');
  expect(applied(told, { kind: 'choose-story', story: [] })).toEqual(bare);
});

test('an edit that changes nothing leaves no line in the log', () => {
  const kept = applyStoryEdit(told, { kind: 'put-chapter', chapter: chapter('b'), at: 1 });
  expect(kept).toEqual({ ok: true, value: { plan: told, inverse: [] } });
});

test('what cannot be done is said', () => {
  expect(applyStoryEdit(told, { kind: 'drop-chapter', chapter: 'z' })).toEqual({ ok: false, error: { code: 'unknown-chapter', chapter: 'z' } });
  expect(applyStoryEdit(told, { kind: 'put-chapter', chapter: chapter('d'), at: 9 })).toEqual({ ok: false, error: { code: 'chapter-position-outside', at: 9, chapters: 3 } });
  expect(applyStoryEdit(bare, { kind: 'choose-story', story: [chapter('a'), chapter('a')] })).toEqual({ ok: false, error: { code: 'chapter-id-taken', chapter: 'a' } });
});
