import type { PlanReply } from '@woonzorgzones/api/schemas';
import type { Judgement } from '@woonzorgzones/core/model';
import type { Proposal } from '@woonzorgzones/core/needs';
import { confidenceLabel, doubtSentence, proposalConditionSentence, proposalEffects, proposalReason, proposalRuleLabel, proposalSentenceOf } from '@woonzorgzones/core/report';
import { useEffect, useRef, useState } from 'react';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { makeScenario } from '../scenario/scenario-edits.ts';
import { freeName } from '../scenario/scenario-steps.ts';
import { openProposal } from './show-on-map.ts';

interface ProposalCardProps {
  readonly plan: PlanReply;
  readonly proposal: Proposal;
  readonly judgement: Judgement | null;
  readonly isChosen: boolean;
}

/** One proposal: what, and opened why, for whom, what it brings, on what condition and how sure; and what people say of it. */
export function ProposalCard({ plan, proposal, judgement, isChosen }: ProposalCardProps) {
  const { t, language } = useText();
  const { id, rule, zoneName, steps, confidence } = proposal;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const verdict = judgement?.verdict ?? null;
  return (
    <li ref={item} data-open={isChosen} data-verdict={verdict ?? 'none'}>
      <button type="button" className="proposal-head" aria-expanded={isChosen} onClick={() => openProposal(isChosen ? null : proposal)}>
        <span className="proposal-what">
          <span className="soft small">{[zoneName, proposalRuleLabel(rule, language)].filter((part) => part !== null).join(' · ')}</span>
          <strong>{proposalSentenceOf(proposal, language)}</strong>
        </span>
        <span className="proposal-marks">
          <span className="confidence" data-confidence={confidence}>{confidenceLabel(confidence, language)}</span>
          {verdict !== null && <span className="verdict-mark" data-verdict={verdict}>{t(`proposals.verdicts.${verdict}`)}</span>}
        </span>
      </button>
      {isChosen && (
        <div className="proposal-body">
          <p>{proposalReason(proposal, language)}</p>
          <Part name={t('proposals.brings')} lines={proposalEffects(proposal, language)} />
          <Part name={t('proposals.conditions')} lines={proposal.conditions.map((one) => proposalConditionSentence(one, language))} />
          <Part name={t('proposals.doubts', { confidence: confidenceLabel(confidence, language) })} lines={proposal.doubts.map((one) => doubtSentence(one, language))} />
          <Judging plan={plan.id} proposal={id} judgement={judgement} />
          {steps.length > 0 && (
            <Button onPress={() => makeScenario(plan.id, { name: freeName(plan.plan.scenarios ?? [], (letter) => t('scenario.name', { letter })), base: null, steps })}>{t('proposals.tryOut')}</Button>
          )}
        </div>
      )}
    </li>
  );
}

function Part({ name, lines }: { readonly name: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3>{name}</h3>
      <ul className="bullets small">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </div>
  );
}

function Judging({ plan, proposal, judgement }: { readonly plan: string; readonly proposal: string; readonly judgement: Judgement | null }) {
  const { t } = useText();
  const [note, setNote] = useState(judgement?.note ?? '');
  const verdict = judgement?.verdict ?? null;
  const judge = (next: Judgement | null): void => writeToPlan(plan, { kind: 'edits', edits: [{ kind: 'judge-proposal', proposal, judgement: next }] });
  const say = (asked: 'accepted' | 'rejected'): void => {
    const next = verdict === asked ? null : asked;
    judge(next === null && note.trim() === '' ? null : { verdict: next, note });
  };
  return (
    <div className="proposal-judging">
      <div className="panel-row" role="group" aria-label={t('proposals.judge')}>
        <Button look={verdict === 'accepted' ? 'accent' : 'plain'} onPress={() => say('accepted')}>{t('proposals.accept')}</Button>
        <Button look={verdict === 'rejected' ? 'accent' : 'plain'} onPress={() => say('rejected')}>{t('proposals.reject')}</Button>
      </div>
      <div className="panel-row proposal-note">
        <TextField label={t('proposals.note')} value={note} onChange={setNote} maxLength={1000} />
        <Button isDisabled={note.trim() === (judgement?.note ?? '')} onPress={() => judge(verdict === null && note.trim() === '' ? null : { verdict, note })}>{t('proposals.keepNote')}</Button>
      </div>
    </div>
  );
}
