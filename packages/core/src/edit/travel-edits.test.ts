import { expect, test } from 'vitest';
import type { Plan } from '../model/index.ts';
import { applyEdit, applyEdits } from './edits.ts';

const plan: Plan = { dataset: 'd', normSet: 'vlaanderen', name: 'Proef', zones: [], zoneOfBlock: {} };
const slow = { metresPerSecond: 0.6, avoidsSteps: true, avoidsHighKerbs: false, slopes: [{ riseMetres: 0.5, percent: 6 }, { riseMetres: null, percent: 4 }] };
const choose = (profile: string, own: typeof slow | null) => ({ kind: 'choose-travel-profile', profile, own }) as const;

test('a pace of one’s own stands in for the one of the program until it is taken back', () => {
  const chosen = applyEdits(plan, [choose('rolstoel', slow), choose('lopen-75plus', { ...slow, metresPerSecond: 0.7 })]);
  if (!chosen.ok) throw new Error(chosen.error.code);
  expect(chosen.value.plan.travel?.map(({ profile, metresPerSecond }) => [profile, metresPerSecond])).toEqual([['lopen-75plus', 0.7], ['rolstoel', 0.6]]);
  const again = applyEdit(chosen.value.plan, choose('rolstoel', { ...slow, metresPerSecond: 0.5 }));
  expect(again.ok && again.value.inverse).toEqual([choose('rolstoel', slow)]);
  const back = applyEdits(chosen.value.plan, chosen.value.inverse);
  expect(back.ok && back.value.plan).toEqual(plan);
});

test('choosing what is chosen already changes nothing', () => {
  expect(applyEdit(plan, choose('rolstoel', null))).toEqual({ ok: true, value: { plan, inverse: [] } });
  const once = applyEdit(plan, choose('rolstoel', slow));
  expect(once.ok && applyEdit(once.value.plan, choose('rolstoel', { ...slow }))).toMatchObject({ ok: true, value: { inverse: [] } });
});

test.each([
  ['no pace', { metresPerSecond: 0 }, 'pace'], ['a pace below 0', { metresPerSecond: -1 }, 'pace'], ['a pace that is no number', { metresPerSecond: Number.NaN }, 'pace'],
  ['an endless pace', { metresPerSecond: Infinity }, 'pace'], ['a slope of 0', { slopes: [{ riseMetres: null, percent: 0 }] }, 'slopes'],
  ['rises that fall', { slopes: [{ riseMetres: 0.5, percent: 6 }, { riseMetres: 0.2, percent: 8 }, { riseMetres: null, percent: 4 }] }, 'slopes'],
  ['rises that end', { slopes: [{ riseMetres: 0.5, percent: 6 }] }, 'slopes'],
] as const)('%s is refused with the field that is wrong', (_, change, field) => {
  expect(applyEdit(plan, { kind: 'choose-travel-profile', profile: 'rolstoel', own: { ...slow, ...change } })).toEqual({ ok: false, error: { code: 'travel-profile-unfit', profile: 'rolstoel', field } });
});
