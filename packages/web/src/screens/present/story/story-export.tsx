import type { WrittenStory } from '@woonzorgzones/api/schemas';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { cancelJob, useJob } from '../../../state/jobs.ts';
import { makeStoryFile, storyFileAddress } from '../../../state/story.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { JobProgress } from '../../frame/job-progress.tsx';
import { Problem } from '../../frame/problem.tsx';

const forms = ['html', 'pdf'] as const;

/** The story to take along: one page that works without this program, or slides as PDF. */
export function StoryExport({ plan, name }: { readonly plan: string; readonly name: string }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('story.export')}</Button>
      {isOpen && <ExportDialog plan={plan} name={name} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({ plan, name, onClose }: { readonly plan: string; readonly name: string; readonly onClose: () => void }) {
  const { t, format, language } = useText();
  const [job, setJob] = useState<string | null>(null);
  const running = useJob(job).data;
  const making = useMutation({ mutationFn: (form: WrittenStory['form']) => makeStoryFile(plan, form, language, setJob) });
  const close = (): void => {
    if (making.isPending && job !== null) void cancelJob(job);
    onClose();
  };
  const made = making.data ?? null;
  return (
    <Dialog title={t('story.exportTitle')} isOpen onClose={close} closeLabel={t('app.close')}>
      <p>{t('story.exportAbout')}</p>
      {making.isPending && running !== undefined && job !== null && <JobProgress job={running} label={t('story.making')} onCancel={() => void cancelJob(job)} />}
      {making.isError && <Problem error={making.error} />}
      {making.isSuccess && made === null && <Notice tone="info">{t('report.stopped')}</Notice>}
      {made !== null && (
        <div aria-live="polite">
          <Notice tone="info">{t('story.exported')}</Notice>
          <p><a href={storyFileAddress(made, name)} download>{t(`story.forms.${made.form}`)}</a><span className="soft small"> {t('report.size', { kilobytes: format.number(Math.max(1, made.bytes / 1000)) })}</span></p>
        </div>
      )}
      {!making.isPending && <div className="panel-row">{forms.map((form) => <Button key={form} look={form === 'html' ? 'accent' : 'plain'} onPress={() => making.mutate(form)}>{t(`story.make.${form}`)}</Button>)}</div>}
    </Dialog>
  );
}
