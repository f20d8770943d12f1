import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hidden, known, notApplicable, unknown } from '../model/index.ts';
import { discloseParts } from './disclose-linked.ts';
import { disclose } from './disclose.ts';

test('1 to 4 persons are hidden; none, five and what is missing are told', () => {
  expect([0, 1, 4, 5].map((value) => disclose(known(value)))).toEqual([known(0), hidden, hidden, known(5)]);
  expect([disclose(unknown), disclose(notApplicable), disclose(known(9), 10)]).toEqual([unknown, notApplicable, hidden]);
});

test('one hidden part takes the smallest other with it, or the total would tell', () => {
  // 103 − 40 − 60 would tell 3.
  expect(discloseParts([known(3), known(40), known(60)], known(103))).toEqual({ parts: [hidden, hidden, known(60)], whole: known(103) });
});

test('two hidden parts that are one person each still tell too much together', () => {
  expect(discloseParts([known(1), known(1), known(0), known(60)], known(62))).toEqual({ parts: [hidden, hidden, known(0), hidden], whole: known(62) });
});

test('with no other part to hide the total goes', () => {
  expect(discloseParts([known(3), known(0)], known(3))).toEqual({ parts: [hidden, known(0)], whole: hidden });
});

test('when every part may be told, so may the total', () => {
  expect(discloseParts([known(0), known(5), known(7)], known(12))).toEqual({ parts: [known(0), known(5), known(7)], whole: known(12) });
});

test('what is shown never lets anyone reckon out fewer than five', () => {
  fc.assert(fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 8 }), (values) => {
    const { parts, whole } = discloseParts(values.map(known), known(values.reduce((a, b) => a + b, 0)));
    const unseen = values.filter((_, index) => parts[index]!.kind === 'hidden');
    for (const part of parts) if (part.kind === 'known' && part.value > 0) expect(part.value).toBeGreaterThanOrEqual(5);
    if (whole.kind === 'known' && unseen.length > 0) {
      expect(unseen.length).toBeGreaterThan(1);
      expect(unseen.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(5);
    }
  }));
});
