import type { PlanReply } from '@woonzorgzones/api/schemas';
import { useView, openGapPage } from '../../../state/view.ts';
import { stopProposals, useProposals } from '../../../state/proposals.ts';
import { useText } from '../../../text/i18n.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/fields.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { useState } from 'react';
import { useStepper } from '../../frame/keys.ts';
import { ProposalCard } from './proposal-card.tsx';
import { openProposal } from './show-on-map.ts';
import { useAskedProposals } from './use-proposals.ts';
import './proposals.css';

/** What could be done about the gaps, worst gap first, as a colleague would put it; nothing is decided here but by people. */
export function ProposalsPage({ plan }: { readonly plan: PlanReply }) {
  const { t } = useText();
  const { reply, progress, isBusy } = useAskedProposals();
  const chosen = useProposals((view) => view.chosen);
  const zone = useView((view) => view.zone);
  const [onlyZone, setOnlyZone] = useState(false);
  const all = reply?.kind === 'done' ? reply.proposals : [];
  const judgements = plan.plan.judgements ?? {};
  const proposals = onlyZone ? all.filter((proposal) => proposal.zone === zone) : all;
  const at = proposals.findIndex(({ id }) => id === chosen);
  const step = (by: 1 | -1): void => {
    const next = proposals[at < 0 ? (by > 0 ? 0 : proposals.length - 1) : (at + by + proposals.length) % proposals.length];
    if (next !== undefined) openProposal(next);
  };
  useStepper(step);
  return (
    <section className="panel-section" aria-label={t('proposals.title')}>
      {isBusy && (
        <div className="panel-row">
          <Progress label={t('proposals.busy')} share={progress === null ? null : progress.done / Math.max(1, progress.of)} />
          <Button onPress={stopProposals}>{t('jobs.stop')}</Button>
        </div>
      )}
      {reply?.kind === 'lost' && <Notice tone="bad"><p>{t('scenario.lost')}</p></Notice>}
      {reply?.kind === 'done' && (
        <>
          <div className="panel-row panel-spread">
            <p className="soft small">{t('proposals.lead')}</p>
            <div className="panel-row gap-steps">
              <IconButton icon="left" label={t('proposals.previous')} onPress={() => step(-1)} />
              <p role="status">{t('proposals.position', { number: at < 0 ? '–' : at + 1, total: proposals.length })}</p>
              <IconButton icon="right" label={t('proposals.next')} onPress={() => step(1)} />
            </div>
          </div>
          {zone !== null && <Checkbox isSelected={onlyZone} onChange={setOnlyZone}>{t('proposals.onlyZone')}</Checkbox>}
          {proposals.length === 0
            ? <><p>{t('proposals.none')}</p><Button onPress={() => openGapPage('leemten')}>{t('proposals.toGaps')}</Button></>
            : <ol className="proposal-list">{proposals.map((proposal) => <ProposalCard key={proposal.id} plan={plan} proposal={proposal} judgement={judgements[proposal.id] ?? null} isChosen={proposal.id === chosen} />)}</ol>}
        </>
      )}
    </section>
  );
}
