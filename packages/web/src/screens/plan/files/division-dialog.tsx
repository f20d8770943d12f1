import type { DivisionPreview } from '@woonzorgzones/api/schemas';
import { useState } from 'react';
import { useDivisionPreview, usePlanOfDivision, type DivisionTarget } from '../../../state/plan-files.ts';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { openPlan } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select, TextField } from '../../../ui/fields.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { Waiting } from '../../../ui/progress.tsx';
import { Problem } from '../../frame/problem.tsx';
import { DivisionVerdict } from './division-verdict.tsx';

const longestName = 120;
/** What a list knows the only layer of a file by. */
const onlyLayer = '-';

/** Zones out of a file: chosen, looked at with a verdict, and then taken as one edit, or as a plan of their own. */
export function DivisionDialog({ plan, dataset, onClose }: { readonly plan: string | null; readonly dataset: string; readonly onClose: () => void }) {
  const { t } = useText();
  const target: DivisionTarget = plan === null ? { kind: 'new', dataset } : { kind: 'plan', plan };
  const looking = useDivisionPreview(target);
  const making = usePlanOfDivision(dataset);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [name, setName] = useState('');
  const preview = looking.data;
  const look = (chosen: readonly File[]): void => {
    setFiles(chosen);
    setName(chosen[0]?.name.replace(/\.[^.]*$/, '').slice(0, longestName) ?? '');
    looking.mutate({ files: chosen, layer: null });
  };
  const take = (edit: DivisionPreview['edit']): void => {
    if (plan === null) return;
    writeToPlan(plan, { kind: 'edits', edits: [edit] });
    onClose();
  };
  const make = (edit: DivisionPreview['edit']): void => making.mutate({ name: name.trim(), edit }, {
    onSuccess: (made) => {
      onClose();
      openPlan(made.id, dataset, 'afbakenen');
    },
  });
  return (
    <Dialog title={t('planFiles.title')} isOpen onClose={onClose} closeLabel={t('app.close')} isWide>
      <p>{t('planFiles.lead')}</p>
      <FileDrop label={t('planFiles.drop')} choose={t('planFiles.choose')} isBusy={looking.isPending} isFirst={preview === undefined} onFiles={look} />
      {looking.isPending && <Waiting>{t('planFiles.reading')}</Waiting>}
      {looking.isError && <Problem error={looking.error} />}
      {preview !== undefined && (
        <>
          {preview.layers.length > 1 && (
            <Select
              label={t('planFiles.layer')} value={preview.layer ?? onlyLayer}
              options={preview.layers.map(({ layer, kind }) => ({ id: layer ?? onlyLayer, name: t(`planFiles.layerOf.${kind}`, { layer: layer ?? '' }) }))}
              onChange={(layer) => looking.mutate({ files, layer })}
            />
          )}
          <DivisionVerdict preview={preview} />
          <TextField label={t('newPlan.name')} value={name} onChange={setName} maxLength={longestName} problem={name.trim() === '' ? t('plan.nameEmpty') : null} />
          {making.isError && <Problem error={making.error} />}
          <div className="dialog-actions">
            <Button isDisabled={making.isPending || name.trim() === '' || preview.zones.length === 0} onPress={() => make(preview.edit)}>{t('planFiles.asPlan')}</Button>
            {plan !== null && <Button look="accent" isDisabled={preview.locked.length > 0 || preview.changesNothing || preview.zones.length === 0} onPress={() => take(preview.edit)}>{t('planFiles.take')}</Button>}
          </div>
        </>
      )}
    </Dialog>
  );
}
