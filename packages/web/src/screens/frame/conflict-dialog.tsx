import { keepMine, keepTheirs, useSaving } from '../../state/plan-edits.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** Two people on one plan: the second chooses what becomes of what waits. */
export function ConflictDialog() {
  const { t } = useText();
  const state = useSaving((saving) => saving.state);
  if (state.kind !== 'conflict') return null;
  const { myVersion: mine, theirVersion: theirs } = state;
  return (
    <Dialog title={t('save.conflictTitle')} isOpen onClose={keepTheirs} closeLabel={t('app.close')} mustAnswer>
      <p>{t('save.conflictBody', { mine, theirs })}</p>
      <div className="dialog-actions">
        <Button onPress={keepTheirs}>{t('save.keepTheirs', { theirs })}</Button>
        <Button look="accent" onPress={keepMine}>{t('save.keepMine', { theirs })}</Button>
      </div>
    </Dialog>
  );
}
