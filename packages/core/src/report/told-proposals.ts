import { disclosureFloor, known, type Count } from '../model/index.ts';
import type { Proposal, ProposalFacts } from '../needs/index.ts';
import { discloseParts } from './disclose-linked.ts';
import { disclose } from './disclose.ts';
import type { ToldGap } from './told-gaps.ts';

/**
 * The proposals that anybody may be told of, in their order: those whose gaps may be told, with counts of fewer than five
 * persons hidden. `gaps`: the gaps that may be told.
 */
export function toldProposals(proposals: readonly Proposal[], gaps: readonly ToldGap[]): readonly Proposal[] {
  const told = new Set(gaps.map(({ id }) => id));
  return proposals.flatMap((proposal) => {
    const facts = toldFacts(proposal.facts);
    if (facts === null || !proposal.gaps.every((gap) => told.has(gap))) return [];
    const { effect } = proposal;
    return [{ ...proposal, facts, effect: { ...effect, persons: disclose(effect.persons), from75: disclose(effect.from75), from80: disclose(effect.from80) } }];
  });
}

/** Null where the sentence itself would tell of fewer than five persons. */
function toldFacts(facts: ProposalFacts): ProposalFacts | null {
  if (facts.rule === 'small-kern') return isFew(facts.persons) || isFew(facts.move.persons) ? null : facts;
  if (facts.rule !== 'transport') return facts;
  if (isFew(facts.beyond)) return null;
  const far: Count = facts.nearStop.kind === 'known' ? known(facts.beyond - facts.nearStop.value) : facts.nearStop;
  return { ...facts, nearStop: discloseParts([facts.nearStop, far], known(facts.beyond)).parts[0]! };
}

const isFew = (persons: number): boolean => persons > 0 && persons < disclosureFloor;
