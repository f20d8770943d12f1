import { doors } from '../../state/address.ts';
import { setHelpOpen, setLetterKeys, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Checkbox } from '../../ui/fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { MethodSteps } from './method-steps.tsx';
import './help-dialog.css';

/** The list of keys, and the method in three lines. */
export function HelpDialog() {
  const { t } = useText();
  const isOpen = useView((view) => view.helpOpen);
  const letterKeys = useView((view) => view.letterKeys);
  const keys: readonly (readonly [keys: readonly string[], what: string])[] = [
    ...doors.map((door, place) => [[String(place + 1)], t('help.door', { name: t(`doors.${door}`) })] as const),
    [['z'], t('help.undo')],
    [['y'], t('help.redo')],
    [['n'], t('help.next')],
    [['p'], t('help.previous')],
    [['m'], t('help.move')],
    [['b'], t('help.panel')],
    [['i'], t('help.fold')],
    [['/'], t('help.search')],
    [['Esc'], t('help.escape')],
    [[t('help.arrows')], t('help.map')],
    [['+', '−'], t('help.zoom')],
    [['?'], t('help.title')],
  ];
  return (
    <Dialog title={t('help.title')} isOpen={isOpen} onClose={() => setHelpOpen(false)} closeLabel={t('app.close')}>
      <section>
        <h3>{t('help.method')}</h3>
        <MethodSteps />
      </section>
      <section>
        <h3>{t('help.keys')}</h3>
        <dl className="help-keys">
          {keys.map(([signs, what]) => (
            <div key={what}>
              <dt>{signs.map((sign) => <kbd key={sign}>{sign}</kbd>)}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <Checkbox isSelected={letterKeys} onChange={setLetterKeys}>{t('help.lettersOn')}</Checkbox>
        <p className="soft small">{t('help.letters')}</p>
      </section>
    </Dialog>
  );
}
