import type { PlanReply } from '@woonzorgzones/api/schemas';
import { useMemo, useState } from 'react';
import { logSteps, type LogStep } from '../../../state/log-steps.ts';
import { longestOwnName, setOwnName, useOwnName } from '../../../state/own-name.ts';
import { useSaving, writeToPlan } from '../../../state/plan-edits.ts';
import { usePlanLog } from '../../../state/queries.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { Waiting } from '../../../ui/progress.tsx';
import { Problem } from '../../frame/problem.tsx';
import './history-dialog.css';

/** So many steps are listed at once. */
const pageOfSteps = 100;

interface HistoryDialogProps {
  readonly plan: PlanReply;
  readonly onCopy: (version: number) => void;
  readonly onClose: () => void;
}

/** Every step of the plan with its time, the last on top; the way back to each is steps of its own, so that nothing is ever lost. */
export function HistoryDialog({ plan, onCopy, onClose }: HistoryDialogProps) {
  const { t, format, language } = useText();
  const log = usePlanLog(plan.id);
  const name = useOwnName((own) => own.name);
  const isSaved = useSaving(plan.id).state.kind === 'saved';
  const [shown, setShown] = useState(pageOfSteps);
  const steps = useMemo(() => (log.data === undefined ? null : logSteps(log.data.lines).toReversed()), [log.data]);
  const go = (back: number): void => writeToPlan(plan.id, back > 0 ? { kind: 'undo', steps: back } : { kind: 'redo', steps: -back });
  const standing = steps?.filter(({ state }) => state === 'stands').length ?? 0;
  const acts = ({ back, version }: LogStep) => (
    <span className="history-acts">
      {back === 0 && <strong>{t('keep.now')}</strong>}
      {back !== null && back !== 0 && <Button look="quiet" icon={back > 0 ? 'undo' : 'redo'} isDisabled={!isSaved} onPress={() => go(back)}>{t(back > 0 ? 'keep.backHere' : 'keep.forthHere')}</Button>}
      <Button look="quiet" icon="copy" onPress={() => onCopy(version)}>{t('keep.copyHere')}</Button>
    </span>
  );
  return (
    <Dialog title={t('keep.history')} isOpen onClose={onClose} closeLabel={t('app.close')}>
      {log.isError && <Problem error={log.error} onRetry={() => void log.refetch()} />}
      {steps === null && !log.isError && <Waiting>{t('app.loading')}</Waiting>}
      {steps !== null && (
        <ol className="history-steps" reversed aria-label={t('keep.history')}>
          {steps.slice(0, shown).map((step) => (
            <li key={step.version} data-state={step.state} aria-current={step.back === 0 ? 'step' : undefined}>
              <span className="history-what">{step.label[language]}</span>
              <span className="soft small">{[t('bar.version', { version: step.version }), format.moment(new Date(step.at)), ...(step.by === undefined ? [] : [step.by]), ...(step.state === 'stands' ? [] : [t(`keep.states.${step.state}`)])].join(' · ')}</span>
              {acts(step)}
            </li>
          ))}
          {steps.length > shown && <li><Button onPress={() => setShown(shown + pageOfSteps)}>{t('app.more', { count: steps.length - shown })}</Button></li>}
          <li data-state="stands">
            <span className="history-what">{t('keep.beginning')}</span>
            <span className="soft small">{format.moment(new Date(plan.createdAt))}</span>
            <span className="history-acts">{standing > 0 ? <Button look="quiet" icon="undo" isDisabled={!isSaved} onPress={() => go(standing)}>{t('keep.backHere')}</Button> : <strong>{t('keep.now')}</strong>}</span>
          </li>
        </ol>
      )}
      <TextField label={t('keep.ownName')} value={name} onChange={setOwnName} maxLength={longestOwnName} />
    </Dialog>
  );
}
