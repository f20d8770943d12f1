import type { SittingReply } from '@woonzorgzones/api/schemas';
import { useEffect } from 'react';
import { cancelJob, useJob } from '../../../state/jobs.ts';
import { RefusedRequest } from '../../../state/request.ts';
import { askSittingAgain, useOutcome, useRun } from '../../../state/sittings.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Waiting } from '../../../ui/progress.tsx';
import { JobProgress } from '../../frame/job-progress.tsx';
import { Problem } from '../../frame/problem.tsx';
import { ImportProblems } from '../import-problems.tsx';
import { Outcome } from './outcome.tsx';

/** Reads the files as they stand; it goes on when the tab is closed, and can be stopped. Nothing is kept before it is taken. */
export function RunStep({ sitting }: { readonly sitting: SittingReply }) {
  const { t } = useText();
  const running = useRun(sitting.id);
  const job = useJob(sitting.state === 'running' ? sitting.job : null);
  const outcome = useOutcome(sitting);
  const isOver = job.data !== undefined && job.data.state !== 'queued' && job.data.state !== 'running';
  useEffect(() => {
    if (isOver) void askSittingAgain(sitting.id);
  }, [isOver, sitting.id]);

  if (sitting.files.length === 0) return null;
  if (sitting.state === 'running') {
    return job.data === undefined
      ? <Waiting>{t('upload.queued')}</Waiting>
      : <JobProgress job={job.data} label={t('upload.working')} onCancel={() => void cancelJob(job.data.id)} />;
  }
  const isReady = sitting.proposal.questions.length === 0;
  return (
    <section className="panel-section">
      {sitting.state === 'stopped' && (sitting.problem === null ? <Notice tone="info">{t('sitting.stopped')}</Notice> : <Problem error={new RefusedRequest(sitting.problem)} title={t('sitting.stopped')} />)}
      {outcome.isError && <Problem error={outcome.error} onRetry={() => void outcome.refetch()} />}
      {outcome.data?.kind === 'refused' && <ImportProblems problem={outcome.data.problem} />}
      {outcome.data?.kind === 'ready' && <Outcome sitting={sitting.id} outcome={outcome.data} />}
      {sitting.state !== 'ready' && (
        <>
          <p className="soft">{t(isReady ? 'sitting.runHint' : 'sitting.answerFirst')}</p>
          <Button look="accent" isDisabled={!isReady || running.isPending} onPress={() => running.mutate()}>{t(sitting.state === 'open' ? 'sitting.run' : 'sitting.runAgain')}</Button>
        </>
      )}
      {running.isError && <Problem error={running.error} />}
    </section>
  );
}
