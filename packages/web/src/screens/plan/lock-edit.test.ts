import { usualSettings } from '@woonzorgzones/core/zoning';
import { expect, test } from 'vitest';
import { lockEdit } from './lock-edit.ts';

/** Finer than the wijken there are buurten, which nobody chose to keep whole. */
const town = { divisions: [{ id: 'buurten' }, { id: 'wijken' }] };
const held = { blocks: ['b'], together: [], apart: [] };

test('holding one block of a plan without settings of its own leaves the wijken what the plan is judged by', () => {
  expect(usualSettings(town).wijken).toBe('wijken');
  expect(lockEdit(town, {}, { blocks: ['b'] })).toEqual({ kind: 'choose-delineation', settings: { ...usualSettings(town), locks: held } });
});

test('settings of its own stay as they are, and so do the other locks', () => {
  const own = { ...usualSettings(town), wijken: 'buurten', effort: 4, locks: { blocks: [], together: [['a', 'b']], apart: [] } } as const;
  expect(lockEdit(town, { delineation: own }, { blocks: ['b'] })).toEqual({ kind: 'choose-delineation', settings: { ...own, locks: { ...held, together: [['a', 'b']] } } });
});
