import type { AcceptedJob } from '@woonzorgzones/api/schemas';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import { cancelJob, useJob } from '../../state/jobs.ts';
import { queryClient } from '../../state/queries.ts';
import { post } from '../../state/request.ts';
import { openMunicipality } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ImportProblems } from '../data/import-problems.tsx';
import { JobProgress } from '../frame/job-progress.tsx';
import { Problem } from '../frame/problem.tsx';

const manifestName = 'manifest.json';

/** The manifest goes first and by its own name, so that the server knows what the other files are. */
function formOf(files: readonly File[]): FormData {
  const form = new FormData();
  const manifest = files.find(({ name }) => name === manifestName);
  if (manifest !== undefined) form.append('manifest', manifest, manifestName);
  for (const file of files) if (file !== manifest) form.append('files', file, file.name);
  return form;
}

/** A municipality in: choose files, send, follow, and a verdict or a clear problem at the end. */
export function UploadDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t, format } = useText();
  const [files, setFiles] = useState<readonly File[]>([]);
  const sending = useMutation({ mutationFn: (chosen: readonly File[]) => post<AcceptedJob>('/municipalities', formOf(chosen)) });
  const job = useJob(sending.data?.job ?? null);
  const state = job.data?.state;
  const result = job.data?.kind === 'import' ? job.data.result : undefined;

  useEffect(() => {
    if (state === 'done') void queryClient.invalidateQueries({ queryKey: ['municipalities'] });
  }, [state]);

  const close = (): void => {
    setFiles([]);
    sending.reset();
    onClose();
  };
  const take = (chosen: readonly File[]): void => {
    sending.reset();
    setFiles(chosen);
  };
  const hasManifest = files.some(({ name }) => name === manifestName);
  const isRunning = sending.isPending || state === 'queued' || state === 'running';
  return (
    <Dialog title={t('upload.title')} isOpen={isOpen} onClose={close} closeLabel={t('app.close')}>
      <p>{t('upload.intro')}</p>
      <DropZone
        className="upload-drop"
        onDrop={(event) => {
          const dropped = event.items.filter((item) => item.kind === 'file').map((item) => item.getFile());
          void Promise.all(dropped).then(take);
        }}
      >
        <FileTrigger allowsMultiple onSelect={(list) => take(list === null ? [] : [...list])}>
          <Button icon="upload" onPress={() => undefined} isDisabled={isRunning}>{t('upload.choose')}</Button>
        </FileTrigger>
        {files.length > 0 && (
          <p>{t('upload.chosen', { count: files.length })} ({format.bytes(files.reduce((sum, { size }) => sum + size, 0))})</p>
        )}
      </DropZone>
      {files.length > 0 && !hasManifest && <Notice tone="warn">{t('upload.noManifest')}</Notice>}
      {sending.isPending && <p role="status">{t('upload.sending')}</p>}
      {sending.isError && <Problem error={sending.error} title={t('upload.failed')} />}
      {job.isError && <Problem error={job.error} />}
      {job.data !== undefined && isRunning && <JobProgress job={job.data} label={t('upload.working')} onCancel={() => void cancelJob(job.data.id)} />}
      {state === 'cancelled' && <Notice tone="info">{t('upload.failed')}</Notice>}
      {state === 'failed' && job.data?.problem !== undefined && <ImportProblems problem={job.data.problem} />}
      {result !== undefined && (
        <Notice tone="info" actions={<Button look="accent" onPress={() => { close(); openMunicipality(result.hash, 'gegevens'); }}>{t('upload.look')}</Button>}>
          {t(result.known ? 'upload.known' : 'upload.done')}
        </Notice>
      )}
      {result === undefined && (
        <div className="dialog-actions">
          <Button look="accent" isDisabled={!hasManifest || isRunning} onPress={() => sending.mutate(files)}>{t('upload.start')}</Button>
        </div>
      )}
    </Dialog>
  );
}
