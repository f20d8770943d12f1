import { expect, test } from 'vitest';
import { matchedColours } from './matched-colours.ts';

test('a matched area has the colour of its zone, another one its neighbours have least', () => {
  // Areas 0, 1 and 2 in a row; zone 0 is matched with area 2, zone 1 with area 0; area 1 lies between red and blue.
  expect(matchedColours(['red', 'blue'], [2, 0], [[1], [0, 2], [1]], ['red', 'blue', 'green'])).toEqual(['blue', 'green', 'red']);
});

test('a zone without a match gives its colour to nobody', () => {
  expect(matchedColours(['red', 'blue'], [-1, 0], [[]], ['red', 'blue'])).toEqual(['blue']);
});
