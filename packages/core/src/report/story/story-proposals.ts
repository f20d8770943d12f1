import type { Facility, Language } from '../../model/index.ts';
import type { Proposal } from '../../needs/index.ts';
import { formatFor } from '../format.ts';
import { confidenceLabel, proposalSentenceOf } from '../gap-proposal-sentences.ts';
import { storyWords } from './story-words.ts';
import type { StoryProposal } from './story-material.ts';

/** Proposals that may be told (`toldProposals`) as a story tells them, in their order. */
export const storyProposals = (proposals: readonly Proposal[], language: Language): readonly StoryProposal[] =>
  proposals.map((proposal) => ({ id: proposal.id, sentence: proposalSentenceOf(proposal, language), figure: figureOf(proposal, language), opens: opensOf(proposal) }));

/** Later than any year of the data: what is proposed is not there yet. */
const someDay = '9999-01-01';

const opensOf = ({ steps }: Proposal): readonly Facility[] => steps.flatMap((step): readonly Facility[] =>
  (step.kind === 'open' ? [{ ...step.facility, opened: someDay, position: { by: 'hand', metres: null }, source: null, referenceDate: null, fictitious: true }] : []));

/** Those of 75 and older go first, then all who gain, then the places that are added. */
function figureOf({ effect: { from75, persons, places }, confidence }: Proposal, language: Language): StoryProposal['figure'] {
  const words = storyWords[language];
  const { count, number } = formatFor(language);
  const sure = ` (${confidenceLabel(confidence, language)})`;
  for (const [told, caption] of [[from75, words.gainOld], [persons, words.gain]] as const) {
    if (told.kind === 'known' && told.value > 0) return { value: count(told), caption: `${caption}${sure}` };
  }
  return places === null || places === 0 ? null : { value: number(places), caption: `${words.places}${sure}` };
}
