import { expect, test } from 'vitest';
import { nameOnMap } from './name-on-map.ts';

test('the map leaves out the name of its own municipality behind an area, and nothing else', () => {
  expect(nameOnMap('Winterslag (Genk)', 'Genk')).toBe('Winterslag');
  // Another municipality, or a word that tells two areas apart, stays.
  expect(nameOnMap('Sledderlo (Bilzen)', 'Genk')).toBe('Sledderlo (Bilzen)');
  expect(nameOnMap('Genk', 'Genk')).toBe('Genk');
  expect(nameOnMap(' (Genk)', 'Genk')).toBe(' (Genk)');
  expect(nameOnMap('Winterslag (Genk)', undefined)).toBe('Winterslag (Genk)');
});
