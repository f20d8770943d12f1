import { describe, expect, test } from 'vitest';
import { paperLayer } from '../../../../tests/paper-peek.ts';
import { roles, type RoleId } from '../manifest.ts';
import type { LayerPeek } from '../read/peek.ts';
import { fieldSigns } from './field-signs.ts';
import { guessMapping } from './guess-mapping.ts';
import { guessRole } from './guess-role.ts';

const guessed = (layer: LayerPeek, role: RoleId) =>
  Object.fromEntries(guessMapping(layer, role).flatMap(({ field, column }) => (column === null ? [] : [[field, column]])));
const sureOf = (layer: LayerPeek, role: RoleId, field: string) => guessMapping(layer, role).find((guess) => guess.field === field)!.sure;

const colleagues = paperLayer(
  ['Soort voorziening', 'Benaming', 'Straat en nummer', 'Capaciteit (plaatsen)', 'Erkend?', 'Sinds', 'X-coördinaat', 'Y-coördinaat'],
  [
    ['WZC', 'De Linde', 'Dorpsstraat 1', '84', 'ja', '2009', '229754,5', '184725,1'],
    ['Huisarts', 'Praktijk Peeters', 'Kerkstraat 12', '', 'nee', '', '230100', '185000'],
  ],
);

describe('the columns of a sheet that no profile knows', () => {
  test('Dutch headers with signs, accents and other words in them', () => {
    expect(guessed(colleagues, 'facilities')).toEqual({
      category: 'Soort voorziening', name: 'Benaming', address: 'Straat en nummer', capacity: 'Capaciteit (plaatsen)', recognised: 'Erkend?', opened: 'Sinds',
      x: 'X-coördinaat', y: 'Y-coördinaat',
    });
  });

  test('French and English headers', () => {
    const layer = paperLayer(['Rue', 'Numéro', 'Boîte', 'Latitude', 'Longitude'], [['Rue de la Loi', '16', '', '50.8466', '4.3667']]);
    expect(guessed(layer, 'addresses')).toEqual({ street: 'Rue', number: 'Numéro', box: 'Boîte', lat: 'Latitude', lon: 'Longitude' });
  });

  test('coordinates are known by their values where the header says nothing', () => {
    const layer = paperLayer(['straat', 'nr', 'c1', 'c2'], [['Kerkstraat', '1', '50.9658', '5.5008'], ['Kerkstraat', '2', '50.9661', '5.5012']]);
    expect(guessed(layer, 'addresses')).toMatchObject({ lat: 'c1', lon: 'c2' });
  });

  test('values that cannot be it take the sureness away', () => {
    const years = paperLayer(['jaar', 'leeftijd', 'aantal'], [['2015', '0', '12'], ['2015', '1', '14']]);
    const words = paperLayer(['jaar', 'leeftijd', 'aantal'], [['vorig', 'jong', 'veel'], ['dit', 'oud', 'weinig']]);
    expect(sureOf(years, 'ages', 'age')).toBeGreaterThan(0.9);
    expect(sureOf(words, 'ages', 'age')).toBeLessThan(0.3);
    expect(guessed(words, 'ages')).toEqual({});
  });

  test('every field that a role has can be guessed', () => {
    const never = (Object.keys(roles) as RoleId[]).flatMap((role) => [...roles[role].required, ...roles[role].optional])
      .filter((field) => fieldSigns[field] === undefined);
    // What only the Wegenregister says it says in columns of its own, which its profile knows.
    expect([...new Set(never)].sort()).toEqual(['access', 'bike', 'car', 'foot', 'morphology', 'roadCategory']);
  });

  test('postcode and place are told from the number of a house', () => {
    const layer = paperLayer(['type', 'naam', 'straat', 'nr', 'postcode', 'gemeente'], [['WZC', 'De Linde', 'Kerkstraat', '1', '3600', 'Genk']]);
    expect(guessed(layer, 'facilities')).toEqual({ category: 'type', name: 'naam', street: 'straat', number: 'nr', postcode: 'postcode', place: 'gemeente' });
  });

  test('a column is given to one field, and one pair of coordinates is enough', () => {
    const layer = paperLayer(['type', 'naam', 'lat', 'lon', 'x', 'y'], [['WZC', 'De Linde', '50.96', '5.50', '229754', '184725']]);
    const columns = Object.values(guessed(layer, 'facilities'));
    expect(new Set(columns).size).toBe(columns.length);
    expect(guessed(layer, 'facilities')).toMatchObject({ lat: 'lat', lon: 'lon' });
    expect(columns).not.toContain('x');
  });
});

describe('what a file probably is', () => {
  const surest = (layer: LayerPeek) => guessRole(layer)[0]?.role;

  test('a table by what its columns can be', () => {
    expect(surest(colleagues)).toBe('facilities');
    expect(surest(paperLayer(['jaar', 'leeftijd', 'aantal'], [['2015', '0', '12']]))).toBe('ages');
    expect(surest(paperLayer(['sector', 'inwoners'], [['71016A001', '12']]))).toBe('inhabitants');
    expect(surest(paperLayer(['straat', 'huisnummer', 'x', 'y'], [['Kerkstraat', '1', '229754', '184725']]))).toBe('addresses');
  });

  test('named places without a kind are facilities of one kind sooner than crossings, and not for sure', () => {
    const [first, ...others] = guessRole(paperLayer(['uri', 'name', 'longitude', 'latitude'], [['http://a/1', 'Bokrijk', '5.408', '50.955'], ['http://a/2', 'Genk', '5.497', '50.967']]));
    expect(first).toEqual({ role: 'facilities', sure: 0.6 });
    expect(others.find(({ role }) => role === 'crossings')!.sure).toBeLessThan(0.3);
  });

  test('a drawing by its geometry first: areas are no streets', () => {
    const areas = paperLayer(['code', 'naam'], [['W1', 'West']], { geometry: 'polygons' });
    const roles = guessRole(areas).map(({ role }) => role);
    expect(roles).toContain('blocks');
    expect(roles).not.toContain('streets');
    expect(roles).not.toContain('addresses');
  });

  test('a table of words is nothing we know', () => {
    expect(guessRole(paperLayer(['kleur', 'smaak'], [['rood', 'zoet']]))).toEqual([]);
  });
});
