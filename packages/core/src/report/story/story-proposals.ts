import { disclosureFloor, type Facility, type Language } from '../../model/index.ts';
import type { Proposal } from '../../needs/index.ts';
import { disclose } from '../disclose.ts';
import { formatFor } from '../format.ts';
import { confidenceLabel, proposalSentenceOf } from '../gap-proposal-sentences.ts';
import { storyWords } from './story-words.ts';
import type { StoryProposal } from './story-material.ts';

/** Proposals as anybody may be told of them, in their order; one whose sentence would tell of fewer than five persons is left out. */
export const storyProposals = (proposals: readonly Proposal[], language: Language): readonly StoryProposal[] =>
  proposals.filter(mayBeTold).map((proposal) => ({ id: proposal.id, sentence: proposalSentenceOf(proposal, language), figure: figureOf(proposal, language), opens: opensOf(proposal) }));

/** Of all rules only the one on small kernen counts people in its sentence. */
const mayBeTold = ({ facts }: Proposal): boolean => facts.rule !== 'small-kern' || facts.persons >= disclosureFloor;

/** Later than any year of the data: what is proposed is not there yet. */
const someDay = '9999-01-01';

const opensOf = ({ steps }: Proposal): readonly Facility[] => steps.flatMap((step): readonly Facility[] =>
  (step.kind === 'open' ? [{ ...step.facility, opened: someDay, position: { by: 'hand', metres: null }, source: null, referenceDate: null, fictitious: true }] : []));

/** Those of 75 and older go first, then all who gain, then the places that are added. */
function figureOf({ effect: { from75, persons, places }, confidence }: Proposal, language: Language): StoryProposal['figure'] {
  const words = storyWords[language];
  const { count, number } = formatFor(language);
  const sure = ` (${confidenceLabel(confidence, language)})`;
  for (const [told, caption] of [[disclose(from75), words.gainOld], [disclose(persons), words.gain]] as const) {
    if (told.kind === 'known' && told.value > 0) return { value: count(told), caption: `${caption}${sure}` };
  }
  return places === null || places === 0 ? null : { value: number(places), caption: `${words.places}${sure}` };
}
