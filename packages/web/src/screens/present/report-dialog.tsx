import type { WrittenReport } from '@woonzorgzones/api/schemas';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { cancelJob, jobResult, useJob } from '../../state/jobs.ts';
import { askReport, reportFileAddress } from '../../state/printing.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { JobProgress } from '../frame/job-progress.tsx';
import { Problem } from '../frame/problem.tsx';

interface ReportDialogProps {
  readonly plan: string;
  /** Other plans on the same municipality. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
  /** Later years of which the ages are known. */
  readonly years: readonly number[];
  readonly onClose: () => void;
}

const none = 'geen';

/** Makes the report of a plan in all its forms, shows how far it is, and gives its files. */
export function ReportDialog({ plan, others, years, onClose }: ReportDialogProps) {
  const { t, format, language } = useText();
  const [against, setAgainst] = useState(none);
  const [year, setYear] = useState(none);
  const [job, setJob] = useState<string | null>(null);
  const running = useJob(job);
  const making = useMutation({
    mutationFn: async (): Promise<WrittenReport | null> => {
      const { job: started } = await askReport(plan, language, against === none ? null : against, year === none ? null : Number(year));
      setJob(started);
      return jobResult<WrittenReport>(started);
    },
  });
  const close = (): void => {
    if (making.isPending && job !== null) void cancelJob(job);
    onClose();
  };
  const written = making.data ?? null;
  return (
    <Dialog title={t('report.title')} isOpen onClose={close} closeLabel={t('app.close')}>
      <p>{t('report.about')}</p>
      {others.length > 0 && <Select label={t('report.against')} value={against} options={[{ id: none, name: t('report.againstNone') }, ...others]} onChange={setAgainst} />}
      {years.length > 0 && <Select label={t('report.year')} value={year} options={[{ id: none, name: t('report.yearNone') }, ...years.map((one) => ({ id: String(one), name: String(one) }))]} onChange={setYear} />}
      {making.isPending && running.data !== undefined && job !== null && <JobProgress job={running.data} label={t('report.working')} onCancel={() => void cancelJob(job)} />}
      {making.isError && <Problem error={making.error} onRetry={() => making.mutate()} />}
      {making.isSuccess && written === null && <Notice tone="info">{t('report.stopped')}</Notice>}
      {written !== null && (
        <section aria-live="polite">
          <Notice tone="info">{t('report.ready')}</Notice>
          <ul className="report-files">
            {written.files.map(({ form, name, bytes }) => (
              <li key={name}>
                <a href={reportFileAddress(written, name)} download={name}>{t(`report.forms.${form}`)}</a>
                <span className="soft small"> {t('report.size', { kilobytes: format.number(Math.max(1, bytes / 1000)) })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!making.isPending && <div className="panel-row"><Button look="accent" onPress={() => making.mutate()}>{t('report.start')}</Button></div>}
    </Dialog>
  );
}
