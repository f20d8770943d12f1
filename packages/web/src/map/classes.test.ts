import { hidden, known, notApplicable, unknown } from '@woonzorgzones/core/model';
import { expect, test } from 'vitest';
import { makeClasses, paintCount } from './classes.ts';

const classes = makeClasses([0.25, 0.5, 0.75, 1], ['a', 'b', 'c', 'd', 'e']);

test('a value on a break belongs to the class above: who meets the norm exactly meets it', () => {
  expect(classes.colourOf(1)).toBe('e');
  expect(classes.colourOf(0.999)).toBe('d');
});

test('the legend reads the same classes as the map', () => {
  expect(classes.extents).toEqual([[undefined, 0.25], [0.25, 0.5], [0.5, 0.75], [0.75, 1], [1, undefined]]);
});

test('not known, not told, not applicable and zero look different', () => {
  const looks = [known(0), unknown, hidden, notApplicable].map((count) => JSON.stringify(paintCount(classes, count)));
  expect(new Set(looks).size).toBe(4);
});
