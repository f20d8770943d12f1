import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { labelOf, saveNow, throwWaitingAway, useSaving } from '../../state/plan-edits.ts';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useChosen } from './chosen.ts';
import './save-mark.css';

const mostListed = 8;

/** Whether what is shown is kept: always legible, never a riddle. What is not kept can be looked at, tried again or let go. */
export function SaveMark() {
  const { t, format, language } = useText();
  const { plan } = useChosen();
  const { state, waiting, isKeptHere } = useSaving(plan.data?.id ?? null);
  if (plan.data === undefined) return null;
  const words = (() => {
    switch (state.kind) {
      case 'saved': return state.at === null ? t('save.saved') : t('save.savedAt', { time: format.time(state.at) });
      case 'saving': return t('save.saving');
      case 'unreached': return t('save.unreached', { count: state.waiting });
      case 'conflict': return t('save.conflict', { count: state.waiting });
    }
  })();
  if (state.kind !== 'unreached') {
    return (
      <p className="save-mark" data-kind={state.kind} role="status">
        <Icon name={state.kind === 'saved' ? 'check' : state.kind === 'saving' ? 'upload' : 'warn'} size={16} />
        {words}
      </p>
    );
  }
  const { id } = plan.data;
  const kept = plan.data;
  return (
    <>
      <span className="visually-hidden" role="status">{words}</span>
      <DialogTrigger>
        <AriaButton className="save-mark button" data-kind={state.kind}><Icon name="warn" size={16} />{words}<Icon name="down" size={16} /></AriaButton>
        <Popover className="popover" placement="bottom start">
          <Dialog className="save-details" aria-label={words}>
            {({ close }) => (
              <>
                <p>{t(`keep.because.${state.because}`)}</p>
                <p>{t(isKeptHere ? 'keep.keptHere' : 'keep.notKeptHere')}</p>
                <ul className="sentence-list">
                  {waiting.slice(0, mostListed).map((write) => <li key={write.gesture}>{format.time(new Date(write.at))} {labelOf(write, kept)?.[language] ?? t(`keep.${write.write.kind === 'undo' ? 'stepBack' : 'stepForth'}`)}</li>)}
                </ul>
                {waiting.length > mostListed && <p className="soft">{t('keep.andMore', { count: waiting.length - mostListed })}</p>}
                <div className="dialog-actions">
                  <Button onPress={() => { close(); void throwWaitingAway(id); }}>{t('keep.throwAway')}</Button>
                  <Button look="accent" onPress={() => { close(); saveNow(); }}>{t('keep.tryNow')}</Button>
                </div>
              </>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </>
  );
}
