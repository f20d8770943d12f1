import { lazy, Suspense } from 'react';
import { doors } from '../../state/address.ts';
import { setHelpOpen, setLetterKeys, useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { Checkbox } from '../../ui/fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Waiting } from '../../ui/progress.tsx';
import { planCommands } from '../plan/draw/commands.ts';
import { MethodSteps } from './method-steps.tsx';
import './help-dialog.css';

const ManualPage = lazy(async () => ({ default: (await import('./manual.tsx')).ManualPage }));

type Keys = readonly (readonly [keys: readonly string[], what: string])[];

function KeyList({ keys }: { readonly keys: Keys }) {
  return (
    <dl className="help-keys">
      {keys.map(([signs, what]) => (
        <div key={what}>
          <dt>{signs.map((sign) => <kbd key={sign}>{sign}</kbd>)}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The manual at the chapter of this screen, and beside it the method in three lines and the list of keys. */
export function HelpDialog() {
  const { t } = useText();
  const isOpen = useView((view) => view.helpOpen);
  const door = useView((view) => view.door);
  const letterKeys = useView((view) => view.letterKeys);
  const keys: Keys = [
    ...doors.map((door, place) => [[String(place + 1)], t('help.door', { name: t(`doors.${door}`) })] as const),
    [['z'], t('help.undo')],
    [['y'], t('help.redo')],
    [['n'], t('help.next')],
    [['p'], t('help.previous')],
    [['a'], t('find.next')],
    [['q'], t('find.previous')],
    [['m'], t('help.move')],
    [['b'], t('help.panel')],
    [['i'], t('help.fold')],
    [['/'], t('help.search')],
    [['Esc'], t('help.escape')],
    [[t('help.arrows')], t('help.map')],
    [['+', '−'], t('help.zoom')],
    [['?'], t('help.title')],
  ];
  const planKeys: Keys = [[['d'], t('blocks.section')], ...planCommands.map(({ key, words }) => [[key], t(words)] as const)];
  return (
    <Dialog title={t('help.title')} isOpen={isOpen} onClose={() => setHelpOpen(false)} closeLabel={t('app.close')} isWide>
      <div className="help-columns">
        <Suspense fallback={<Waiting>{t('manual.loading')}</Waiting>}><ManualPage chapter={door} /></Suspense>
        <div>
          <section>
            <h3>{t('help.method')}</h3>
            <MethodSteps />
          </section>
          <section>
            <h3>{t('help.keys')}</h3>
            <KeyList keys={keys} />
            <h4>{t('doors.afbakenen')}</h4>
            <KeyList keys={planKeys} />
            <Checkbox isSelected={letterKeys} onChange={setLetterKeys}>{t('help.lettersOn')}</Checkbox>
            <p className="soft small">{t('help.letters')}</p>
          </section>
        </div>
      </div>
    </Dialog>
  );
}
