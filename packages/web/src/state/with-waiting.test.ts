import type { PlanReply } from '@woonzorgzones/api/schemas';
import { expect, test } from 'vitest';
import type { WaitingWrite, Write } from './edit-queue.ts';
import { withWaiting } from './with-waiting.ts';

const kept: PlanReply = {
  id: 'p', version: 4, createdAt: '', updatedAt: '', canUndo: true, canRedo: true,
  undoLabel: { nl: 'Ongedaan maken: van de server', en: 'Undo: of the server' }, redoLabel: { nl: 'Opnieuw: van de server', en: 'Redo: of the server' },
  plan: { dataset: 'd', normSet: 'n', name: 'Proef', zones: [{ id: 'a', name: 'A', locked: false }, { id: 'l', name: 'L', locked: true }], zoneOfBlock: { b1: 'a', b2: 'l' } },
};
const waits = (...writes: readonly Write[]): readonly WaitingWrite[] => writes.map((write, at) => ({ write, gesture: String(at), at: '' }));
const paint = (block: string, zone: string | null): Write => ({ kind: 'edits', edits: [{ kind: 'assign-blocks', blocks: [block], zone }] });

test('nothing waiting is the plan of the server', () => {
  expect(withWaiting(kept, [])).toBe(kept);
});

test('what waits is shown on top, and can be named and taken back before it is sent', () => {
  const shown = withWaiting(kept, waits(paint('b3', 'a'), paint('b1', null)));
  expect(shown.plan.zoneOfBlock).toEqual({ b2: 'l', b3: 'a' });
  expect(shown.undoLabel?.nl).toBe('Ongedaan maken: 1 bouwblok losgemaakt');
  expect(shown.canRedo).toBe(false);
  const back = withWaiting(kept, waits(paint('b3', 'a'), paint('b1', null), { kind: 'undo' }));
  expect(back.plan.zoneOfBlock).toEqual({ b1: 'a', b2: 'l', b3: 'a' });
  expect(back.redoLabel?.nl).toBe('Opnieuw: 1 bouwblok losgemaakt');
});

test('what the server will refuse is not shown', () => {
  expect(withWaiting(kept, waits(paint('b2', 'a'), paint('b3', 'a'))).plan.zoneOfBlock).toEqual({ b1: 'a', b2: 'l', b3: 'a' });
});

test('a step back to before what waits shows when the server has taken it', () => {
  const shown = withWaiting(kept, waits(paint('b3', 'a'), { kind: 'undo', steps: 2 }));
  expect(shown.plan).toEqual(kept.plan);
  expect(shown.canUndo).toBe(false);
  expect(shown.undoLabel).toBeNull();
});
