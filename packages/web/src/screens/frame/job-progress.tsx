import type { JobReply } from '@woonzorgzones/api/schemas';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import './job-progress.css';

interface JobProgressProps {
  readonly job: JobReply;
  readonly label: string;
  readonly onCancel: () => void;
}

/** Long work on the server: what it is at, how far, and a way to stop it. */
export function JobProgress({ job: { state, progress }, label, onCancel }: JobProgressProps) {
  const { t, format } = useText();
  const { done, of } = progress;
  const step = [t(`jobs.steps.${progress.step}`), progress.file].filter((part) => part !== null).join(': ');
  const words = state === 'queued' ? t('upload.queued') : of > 0 ? t('jobs.step', { step, done: format.number(done), of: format.number(of) }) : step;
  return (
    <div className="job-progress">
      <Progress label={label} share={of > 0 ? done / of : null} valueLabel={words} />
      <div className="job-progress-foot">
        <span className="soft small">{words}</span>
        <Button onPress={onCancel}>{t('jobs.stop')}</Button>
      </div>
    </div>
  );
}
