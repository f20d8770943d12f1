import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseProfiles, withOwnProfiles } from './profiles.ts';

const file = (): { profiles: Record<string, unknown>[] } =>
  JSON.parse(readFileSync(new URL('../../../../data/walking/profiles.json', import.meta.url), 'utf8')) as { profiles: Record<string, unknown>[] };

test('the profiles that come with the program are whole, and each speed has a source', () => {
  const parsed = parseProfiles(file());
  if (!parsed.ok) throw new Error(`${parsed.error.profile} ${parsed.error.field}`);
  const speeds = Object.fromEntries(parsed.value.map((profile) => [profile.id, profile.speed.value]));
  expect(speeds).toMatchObject({ 'lopen-volwassene': 1.33, 'lopen-planning': 0.83, 'lopen-65plus': 0.8, 'lopen-75plus': 0.75, 'lopen-85plus': 0.71 });
  for (const { speed } of parsed.value) expect(speed.source).not.toBe('');
});

test.each([
  ['a speed of 0', { speed: { metresPerSecond: 0, status: 'own', source: 'x' } }, 'profile-field-wrong', 'speed.metresPerSecond'],
  ['a negative speed', { speed: { metresPerSecond: -0.8, status: 'own', source: 'x' } }, 'profile-field-wrong', 'speed.metresPerSecond'],
  ['a missing speed', { speed: { status: 'own', source: 'x' } }, 'profile-field-missing', 'speed.metresPerSecond'],
  ['no source', { speed: { metresPerSecond: 1, status: 'own' } }, 'profile-field-missing', 'speed.source'],
  ['a way of moving that is not known', { mode: 'horse' }, 'profile-field-wrong', 'mode'],
  ['a car without speeds by class', { mode: 'car' }, 'profile-field-missing', 'speedByClass'],
  ['slopes that do not end with any rise', { slopes: [{ riseMetres: 0.1, percent: 10 }], slopeSource: 'x' }, 'profile-field-wrong', 'slopes.riseMetres'],
])('%s is refused with the field that is wrong', (_, change, code, field) => {
  const [walker] = file().profiles;
  expect(parseProfiles({ profiles: [{ ...walker, ...change }] })).toEqual({ ok: false, error: { code, profile: 'lopen-volwassene', field } });
});

test('an id used twice is refused', () => {
  const [walker] = file().profiles;
  expect(parseProfiles({ profiles: [walker, walker] })).toMatchObject({ ok: false, error: { code: 'profile-id-twice' } });
});

test('what is no list of profiles is refused', () => {
  for (const content of [null, 3, [], {}, { profiles: {} }]) expect(parseProfiles(content).ok).toBe(false);
});

test('what a municipality says itself stands in for the figures of the program, marked as its own', () => {
  const parsed = parseProfiles(file());
  if (!parsed.ok) throw new Error(parsed.error.code);
  const own = { profile: 'rolstoel', metresPerSecond: 0.6, avoidsSteps: true, avoidsHighKerbs: false, slopes: [] };
  const profiles = withOwnProfiles(parsed.value, [own]);
  expect(profiles.find(({ id }) => id === 'rolstoel')).toMatchObject({
    label: { nl: 'Met de rolstoel (eigen)' }, speed: { value: 0.6, status: 'own', source: 'Eigen waarde van de gemeente' }, slopes: [], slopeSource: null,
    avoids: { steps: true, highKerbs: false },
  });
  expect(profiles.filter(({ id }) => id !== 'rolstoel')).toEqual(parsed.value.filter(({ id }) => id !== 'rolstoel'));
  expect(withOwnProfiles(parsed.value)).toEqual(parsed.value);
});
