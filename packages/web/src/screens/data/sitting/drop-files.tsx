import type { SittingReply } from '@woonzorgzones/api/schemas';
import { DropZone, FileTrigger, isDirectoryDropItem, isFileDropItem, type DropItem } from 'react-aria-components';
import { useSendFiles } from '../../../state/sittings.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Problem } from '../../frame/problem.tsx';

/** The files of what was dropped, those in folders too. */
async function filesIn(items: AsyncIterable<DropItem> | readonly DropItem[]): Promise<readonly File[]> {
  const files: File[] = [];
  for await (const item of items) {
    if (isFileDropItem(item)) files.push(await item.getFile());
    else if (isDirectoryDropItem(item)) files.push(...await filesIn(item.getEntries()));
  }
  return files;
}

interface DropFilesProps {
  /** Null starts a new sitting. */
  readonly sitting: string | null;
  readonly onSent: (sitting: SittingReply) => void;
}

/** Where files are dropped or chosen: any number, whenever. */
export function DropFiles({ sitting, onSent }: DropFilesProps) {
  const { t, format } = useText();
  const sending = useSendFiles(sitting, onSent);
  const send = (files: readonly File[]): void => {
    if (files.length > 0) sending.mutate(files);
  };
  const bytes = sending.variables?.reduce((sum, { size }) => sum + size, 0) ?? 0;
  return (
    <>
      <DropZone className="drop-files" aria-label={t('sitting.drop')} onDrop={(event) => void filesIn(event.items).then(send)}>
        <p>{t('sitting.drop')}</p>
        <FileTrigger allowsMultiple onSelect={(list) => send(list === null ? [] : [...list])}>
          <Button icon="upload" look={sitting === null ? 'accent' : 'plain'} onPress={() => undefined} isDisabled={sending.isPending}>
            {t(sitting === null ? 'sitting.chooseFiles' : 'sitting.addFiles')}
          </Button>
        </FileTrigger>
      </DropZone>
      {sending.isPending && <Progress label={t('sitting.sending', { size: format.bytes(bytes) })} share={null} />}
      {sending.isError && <Problem error={sending.error} title={t('sitting.notSent')} />}
    </>
  );
}
