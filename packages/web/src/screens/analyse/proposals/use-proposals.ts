import { useEffect } from 'react';
import { askProposals, useProposals } from '../../../state/proposals.ts';
import { usePlanQuestion } from '../shown-analysis.ts';

/** Proposals and kern sheets of what is looked at, asked for as long as a page that shows them is open. */
export function useAskedProposals() {
  const question = usePlanQuestion();
  useEffect(() => {
    if (question !== null && question.pending === null) askProposals(question);
  }, [question]);
  const { answered, progress, isBusy } = useProposals();
  const reply = answered !== null && answered.question.plan.dataset === question?.plan.dataset ? answered.reply : null;
  return { reply, progress, isBusy };
}
