import { expect, test } from 'vitest';
import { openTurns } from './in-turn.ts';

test('acts on one thing follow each other, a failed one included; acts on another go on beside them', async () => {
  const inTurn = openTurns();
  const order: string[] = [];
  const gate = Promise.withResolvers<null>();
  const first = inTurn('a', async () => { await gate.promise; order.push('a1'); throw new Error('first'); });
  const second = inTurn('a', () => { order.push('a2'); return Promise.resolve(2); });
  await inTurn('b', () => { order.push('b1'); return Promise.resolve(null); });
  expect(order).toEqual(['b1']);
  gate.resolve(null);
  await expect(first).rejects.toThrow('first');
  expect(await second).toBe(2);
  expect(order).toEqual(['b1', 'a1', 'a2']);
});
