import type { SittingReply } from '@woonzorgzones/api/schemas';
import { useSendFiles } from '../../../state/sittings.ts';
import { useText } from '../../../text/i18n.ts';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Problem } from '../../frame/problem.tsx';

interface DropFilesProps {
  /** Null starts a new sitting. */
  readonly sitting: string | null;
  readonly onSent: (sitting: SittingReply) => void;
}

/** Where files are dropped or chosen: any number, whenever. */
export function DropFiles({ sitting, onSent }: DropFilesProps) {
  const { t, format } = useText();
  const sending = useSendFiles(sitting, onSent);
  const bytes = sending.variables?.reduce((sum, { size }) => sum + size, 0) ?? 0;
  return (
    <>
      <FileDrop
        label={t('sitting.drop')} choose={t(sitting === null ? 'sitting.chooseFiles' : 'sitting.addFiles')} isBusy={sending.isPending} isFirst={sitting === null}
        onFiles={(files) => sending.mutate(files)}
      />
      {sending.isPending && <Progress label={t('sitting.sending', { size: format.bytes(bytes) })} share={null} />}
      {sending.isError && <Problem error={sending.error} title={t('sitting.notSent')} />}
    </>
  );
}
