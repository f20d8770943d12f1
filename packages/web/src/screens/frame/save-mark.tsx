import { useSaving } from '../../state/plan-edits.ts';
import { useText } from '../../text/i18n.ts';
import { Icon } from '../../ui/icon.tsx';

/** Whether what is shown is kept: always legible, never a riddle. */
export function SaveMark() {
  const { t, format } = useText();
  const state = useSaving((saving) => saving.state);
  const words = (() => {
    switch (state.kind) {
      case 'saved': return state.at === null ? t('save.saved') : t('save.savedAt', { time: format.time(state.at) });
      case 'saving': return t('save.saving');
      case 'unreached': return t('save.unreached', { count: state.waiting });
      case 'conflict': return t('save.conflict', { count: state.waiting });
    }
  })();
  return (
    <p className="save-mark" data-kind={state.kind} role="status">
      <Icon name={state.kind === 'saved' ? 'check' : state.kind === 'saving' ? 'upload' : 'warn'} size={16} />
      {words}
    </p>
  );
}
