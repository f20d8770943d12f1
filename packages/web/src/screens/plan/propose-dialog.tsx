import { useMutation } from '@tanstack/react-query';
import type { AcceptedJob, PlanReply } from '@woonzorgzones/api/schemas';
import type { DelineationSettings } from '@woonzorgzones/core/model';
import { bridgeSentence, certificateSentences, delineationSentence } from '@woonzorgzones/core/report';
import { proposalsOf, type Delineation, type ZoneProposal } from '@woonzorgzones/core/zoning';
import { useMemo, useState } from 'react';
import { cancelJob, jobResult, useJob } from '../../state/jobs.ts';
import { writeToPlan } from '../../state/plan-edits.ts';
import { usePlanBlocks } from '../../state/plan-blocks.ts';
import { post } from '../../state/request.ts';
import { compareBy, compareWith } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { JobProgress } from '../frame/job-progress.tsx';
import { Problem } from '../frame/problem.tsx';
import { FrontTable } from './front-table.tsx';
import { NumberChooser } from './number-chooser.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { sketchBlocks } from './proposal-map.tsx';
import { SettingsForm } from './settings-form.tsx';
import './propose-dialog.css';

interface ProposeDialogProps {
  readonly plan: PlanReply;
  readonly municipality: string;
  /** What the plan is judged by: the wishes to begin with. */
  readonly standing: DelineationSettings;
  readonly onClose: () => void;
}

/** Lets the engine propose zones by the planner's wishes, shows its proposals side by side, and takes over the one that is chosen as one edit. */
export function ProposeDialog({ plan, municipality, standing, onClose }: ProposeDialogProps) {
  const { t, language } = useText();
  const blocks = usePlanBlocks(plan.id, municipality).data;
  const sketch = useMemo(() => (blocks === undefined ? null : sketchBlocks(blocks)), [blocks]);
  const [settings, setSettings] = useState(standing);
  const [job, setJob] = useState<string | null>(null);
  const running = useJob(job);
  const proposing = useMutation({
    mutationFn: async (): Promise<Delineation | null> => {
      const { job: started } = await post<AcceptedJob>(`/municipalities/${municipality}/delineations`, { settings, plan: plan.id });
      setJob(started);
      return jobResult<Delineation>(started);
    },
  });
  const stop = (): void => {
    if (proposing.isPending && job !== null) void cancelJob(job);
  };
  const close = (): void => {
    stop();
    onClose();
  };
  const adopt = (delineation: Delineation, { zones, zoneOfBlock }: ZoneProposal): void => {
    writeToPlan(plan.id, {
      kind: 'edits',
      edits: [
        { kind: 'adopt-zones', zones: zones.map(({ id, name }) => ({ id, name })), zoneOfBlock },
        { kind: 'choose-delineation', settings: delineation.settings },
      ],
    });
    onClose();
  };
  const compare = (delineation: Delineation, proposal: ZoneProposal): void => {
    compareWith(`proposal:${job ?? ''}.${proposalsOf(delineation).indexOf(proposal)}`);
    compareBy('naast');
    onClose();
  };
  const found = proposing.data ?? null;
  return (
    <Dialog title={t('propose.title')} isOpen onClose={close} closeLabel={t('app.close')} isWide>
      <p className="soft">{t('propose.lead')}</p>
      <SettingsForm municipality={municipality} settings={settings} onChange={setSettings} />
      <div className="dialog-actions">
        <Button look="accent" isDisabled={proposing.isPending || settings.inhabitants.least > settings.inhabitants.most} onPress={() => proposing.mutate()}>{t('propose.start')}</Button>
      </div>
      {proposing.isPending && running.data !== undefined && <JobProgress job={running.data} label={t('propose.working')} onCancel={stop} />}
      {proposing.isSuccess && found === null && <Notice tone="info">{t('propose.cancelled')}</Notice>}
      {proposing.isError && <Problem error={proposing.error} />}
      {found !== null && <Proposals key={job} delineation={found} sketch={sketch} onAdopt={(proposal) => adopt(found, proposal)} onCompare={(proposal) => compare(found, proposal)} language={language} />}
    </Dialog>
  );
}

interface ProposalsProps {
  readonly delineation: Delineation;
  readonly sketch: ReturnType<typeof sketchBlocks> | null;
  readonly onAdopt: (proposal: ZoneProposal) => void;
  readonly onCompare: (proposal: ZoneProposal) => void;
  readonly language: 'nl' | 'en';
}

function Proposals({ delineation, sketch, onAdopt, onCompare, language }: ProposalsProps) {
  const { t } = useText();
  const [shown, setShown] = useState<number | null>(null);
  const { front, alternatives, bridges, certificates, problems } = delineation;
  const fromFront = shown === null || shown === delineation.zones.length ? undefined : front.find(({ zones }) => zones.length === shown);
  const cards: readonly (readonly [title: string, proposal: ZoneProposal])[] = [
    [t('propose.best', { count: delineation.zones.length }), delineation],
    ...(fromFront === undefined ? [] : [[t('propose.bestOf', { count: fromFront.zones.length }), fromFront] as const]),
    ...alternatives.map((proposal, i) => [t('propose.alternative', { number: i + 1, count: proposal.zones.length }), proposal] as const),
  ];
  return (
    <>
      {problems.length > 0 && (
        <Notice tone="warn" title={t('propose.notMet')}>
          <ul className="sentence-list">{problems.map((problem) => <li key={JSON.stringify(problem)}>{delineationSentence(problem, language)}</li>)}</ul>
        </Notice>
      )}
      <NumberChooser front={front} best={delineation.zones.length} shown={shown ?? delineation.zones.length} isAsked={delineation.settings.zoneCount !== null} onShow={setShown} />
      <ul className="proposal-cards">
        {cards.map(([title, proposal]) => <ProposalCard key={title} title={title} proposal={proposal} sketch={sketch} onAdopt={() => onAdopt(proposal)} onCompare={() => onCompare(proposal)} />)}
      </ul>
      <FrontTable front={front} chosen={shown ?? delineation.zones.length} onShow={setShown} />
      <section>
        <h3>{t('propose.certain')}</h3>
        <ul className="sentence-list">
          {certificateSentences(certificates, language).map((sentence) => <li key={sentence}>{sentence}</li>)}
          {bridges.map((bridge) => <li key={`${bridge.from.id}/${bridge.to.id}`}>{bridgeSentence(bridge, language)}</li>)}
        </ul>
      </section>
    </>
  );
}
