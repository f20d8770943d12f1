import { expect, test } from 'vitest';
import { persons } from '../model/units.ts';
import { zoneRepairSentence, shiftPhrase } from './repair-sentences.ts';

const [zuid, oost] = [{ id: 'z', name: 'Zuid' }, { id: 'o', name: 'Oost' }];
const shift = { blocks: [{ id: 'k', name: 'Kolderbos-Oost' }], inhabitants: persons(612), from: oost, to: zuid };
const repair = { criterion: 'inhabitants' as const, shifts: [shift], solves: true, inhabitantsAfter: persons(6042), notMetBefore: 1, notMetAfter: 0 };

test('a repair says what comes over, from where, and that it is enough', () => {
  expect(zoneRepairSentence(repair, zuid, 'nl')).toBe('Kolderbos-Oost erbij (612 inwoners, uit Oost) lost het op.');
  expect(zoneRepairSentence(repair, zuid, 'en')).toBe('adding Kolderbos-Oost (612 inhabitants, from Oost) solves it.');
});

test('one that is not enough says what comes of it; one that gives says to whom', () => {
  expect(zoneRepairSentence({ ...repair, solves: false, inhabitantsAfter: persons(5900) }, zuid, 'nl')).toBe('Kolderbos-Oost erbij (612 inwoners, uit Oost) maakt het beter: Zuid telt dan 5.900 inwoners.');
  expect(zoneRepairSentence(repair, oost, 'nl')).toBe('Kolderbos-Oost (612 inwoners) naar Zuid lost het op.');
  expect(zoneRepairSentence({ ...repair, shifts: [{ ...shift, to: null }] }, oost, 'nl')).toBe('Kolderbos-Oost (612 inwoners) losmaken lost het op.');
});

test('many blocks are counted after the first three; seen from no zone both sides are named', () => {
  const many = { ...shift, blocks: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: id })) };
  expect(shiftPhrase(many, null, 'nl')).toBe('a, b, c … (+2) (612 inwoners) van Oost naar Zuid');
  expect(shiftPhrase({ ...many, from: null }, 'z', 'en')).toBe('adding a, b, c … (+2) (612 inhabitants, not assigned yet)');
});
