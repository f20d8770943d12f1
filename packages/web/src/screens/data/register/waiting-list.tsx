import type { WaitingFacility } from '@woonzorgzones/api/schemas';
import { categories } from '@woonzorgzones/core/model';
import { positionSentence, unplacedSentence } from '@woonzorgzones/core/report';
import { moveFacility } from '../../../state/facility-edits.ts';
import { writeToPlan } from '../../../state/plan-edits.ts';
import { showFound, startPlacing, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { FacilitySymbol } from '../../frame/facility-symbol.tsx';
import { MoveForm } from './facility-card.tsx';

interface WaitingListProps {
  readonly plan: string;
  readonly municipality: string;
  readonly waiting: readonly WaitingFacility[];
}

/** Facilities nobody could place without a person: why, the best guess, and the ways to say where they are. */
export function WaitingList({ plan, municipality, waiting }: WaitingListProps) {
  const { t, language } = useText();
  const placing = useView((view) => view.placing);
  if (waiting.length === 0) return null;
  return (
    <section className="panel-section register-task">
      <h2>{t('register.waiting', { count: waiting.length })}</h2>
      <p className="soft small">{t('register.waitingHint')}</p>
      <ul className="task-list">
        {waiting.map(({ id, name, category, address, reason, guess }) => (
          <li key={id}>
            <p className="register-name"><FacilitySymbol category={category} size={18} /><strong>{name}</strong></p>
            <p className="small">{categories[category][language]}, {address ?? t('register.noAddress')}. {unplacedSentence(reason, language)}{guess !== null && ` ${positionSentence(guess.position, language)}`}</p>
            {placing?.kind === 'facility' && placing.id === id
              ? <MoveForm plan={plan} municipality={municipality} facility={id} name={name} />
              : (
                <div className="panel-row">
                  {guess !== null && <Button look="accent" onPress={() => writeToPlan(plan, { kind: 'edits', edits: [moveFacility(id, guess)] })}>{t('register.accept')}</Button>}
                  {guess !== null && <Button onPress={() => showFound({ label: name, lon: guess.lon, lat: guess.lat })}>{t('register.showGuess')}</Button>}
                  <Button
                    onPress={() => {
                      startPlacing({ kind: 'facility', id }, guess);
                      if (guess !== null) showFound({ label: name, lon: guess.lon, lat: guess.lat });
                    }}
                  >
                    {t('register.place')}
                  </Button>
                </div>
              )}
          </li>
        ))}
      </ul>
    </section>
  );
}
