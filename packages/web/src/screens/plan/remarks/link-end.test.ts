import { expect, test } from 'vitest';
import { endAfter, endOfRenewed } from './link-end.ts';

const now = new Date('2026-06-01T12:00:00.000Z');

test('a link works thirty or ninety days, or until it is withdrawn', () => {
  expect(endAfter('month', now)).toBe('2026-07-01T12:00:00.000Z');
  expect(endAfter('quarter', now)).toBe('2026-08-30T12:00:00.000Z');
  expect(endAfter('never', now)).toBeNull();
});

test('made again, a link keeps its end; one that was over works three months more', () => {
  expect(endOfRenewed({ expiresAt: '2026-06-20T00:00:00.000Z' }, now)).toBe('2026-06-20T00:00:00.000Z');
  expect(endOfRenewed({ expiresAt: null }, now)).toBeNull();
  expect(endOfRenewed({ expiresAt: '2026-06-01T12:00:00.000Z' }, now)).toBe(endAfter('quarter', now));
});
