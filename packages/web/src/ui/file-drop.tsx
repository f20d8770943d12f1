import { DropZone, FileTrigger, isDirectoryDropItem, isFileDropItem, type DropItem } from 'react-aria-components';
import { Button } from './button.tsx';
import './file-drop.css';

/** The files of what was dropped, those in folders too. */
async function filesIn(items: AsyncIterable<DropItem> | readonly DropItem[]): Promise<readonly File[]> {
  const files: File[] = [];
  for await (const item of items) {
    if (isFileDropItem(item)) files.push(await item.getFile());
    else if (isDirectoryDropItem(item)) files.push(...await filesIn(item.getEntries()));
  }
  return files;
}

interface FileDropProps {
  readonly label: string;
  /** What the button says that chooses files. */
  readonly choose: string;
  readonly isBusy: boolean;
  readonly isFirst?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped, or chosen by a button. */
export function FileDrop({ label, choose, isBusy, isFirst = true, onFiles }: FileDropProps) {
  const take = (files: readonly File[]): void => {
    if (files.length > 0) onFiles(files);
  };
  return (
    <DropZone className="drop-files" aria-label={label} onDrop={(event) => void filesIn(event.items).then(take)}>
      <p>{label}</p>
      <FileTrigger allowsMultiple onSelect={(list) => take(list === null ? [] : [...list])}>
        <Button icon="upload" look={isFirst ? 'accent' : 'plain'} onPress={() => undefined} isDisabled={isBusy}>{choose}</Button>
      </FileTrigger>
    </DropZone>
  );
}
