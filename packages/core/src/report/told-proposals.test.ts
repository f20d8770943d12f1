import { expect, test } from 'vitest';
import { hidden, known, type Count } from '../model/index.ts';
import type { Proposal, ProposalFacts } from '../needs/index.ts';
import type { ToldGap } from './told-gaps.ts';
import { toldProposals } from './told-proposals.ts';

const proposal = (facts: ProposalFacts, gaps: readonly string[], persons: Count): Proposal => ({
  id: 'p', rule: facts.rule, zone: 'a', zoneName: 'A', gaps, facts, steps: [], conditions: [], confidence: 'high', doubts: [],
  effect: { persons, from75: known(2), from80: known(0), places: null, missingBefore: null, missingAfter: null, metresBefore: null, metresAfter: null },
});
const transport = (beyond: number, near: number): ProposalFacts => ({ rule: 'transport', category: 'apotheek', withinMetres: 500, beyond, nearStop: known(near), stopMetres: 300 });
const gaps = [{ id: 'a/apotheek' }] as unknown as readonly ToldGap[];

test('a proposal that answers a gap that may not be told is not told either', () => {
  expect(toldProposals([proposal(transport(50, 30), ['a/apotheek', 'a/verborgen'], known(50))], gaps)).toEqual([]);
  expect(toldProposals([proposal(transport(50, 30), ['a/apotheek'], known(50))], gaps)).toHaveLength(1);
});

test('what it brings to one to four persons is hidden', () => {
  expect(toldProposals([proposal(transport(50, 30), [], known(4))], gaps)[0]!.effect).toMatchObject({ persons: hidden, from75: hidden, from80: known(0) });
});

test('of those too far, who have a stop near goes where all but a few have', () => {
  // 50 − 47 = 3 need a shuttle: beside the 50 the 47 would tell of them.
  expect(toldProposals([proposal(transport(50, 47), [], known(50))], gaps)[0]!.facts).toMatchObject({ beyond: 50, nearStop: hidden });
  expect(toldProposals([proposal(transport(3, 0), [], known(3))], gaps)).toEqual([]);
});
