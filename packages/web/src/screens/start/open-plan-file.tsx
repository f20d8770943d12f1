import { FileTrigger } from 'react-aria-components';
import { useOpenPlanFile } from '../../state/plan-files.ts';
import { openPlan } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../frame/problem.tsx';

/** Opens a plan that was taken along as a file, with its whole log. */
export function OpenPlanFile() {
  const { t } = useText();
  const opening = useOpenPlanFile();
  const open = (files: FileList | null): void => {
    if (files !== null && files.length > 0) opening.mutate([...files], { onSuccess: ({ id, plan: { dataset } }) => openPlan(id, dataset, 'afbakenen') });
  };
  return (
    <>
      <FileTrigger acceptedFileTypes={['.gpkg']} onSelect={open}>
        <Button icon="upload" onPress={() => undefined} isDisabled={opening.isPending}>{t('planFiles.openFile')}</Button>
      </FileTrigger>
      {opening.isError && <Problem error={opening.error} />}
    </>
  );
}
