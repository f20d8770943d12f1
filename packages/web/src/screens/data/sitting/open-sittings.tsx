import { useDropSitting, useSittings } from '../../../state/sittings.ts';
import { openSitting } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Problem } from '../../frame/problem.tsx';

/** What was begun before and not finished: it goes on where it stood. */
export function OpenSittings() {
  const { t, format } = useText();
  const sittings = useSittings();
  const dropping = useDropSitting(() => undefined);
  if (sittings.isError) return <Problem error={sittings.error} onRetry={() => void sittings.refetch()} />;
  if (sittings.data === undefined || sittings.data.length === 0) return null;
  return (
    <section className="panel-section">
      <h2>{t('sitting.begun')}</h2>
      <ul className="task-list">
        {sittings.data.map(({ id, files, changedAt, municipality, state }) => (
          <li key={id} className="panel-row panel-spread">
            <span>
              <strong>{municipality?.name ?? t('sitting.noName')}</strong>{' '}
              <span className="soft">{t('sitting.filesAndTime', { count: files, date: format.date(changedAt), time: format.time(new Date(changedAt)) })} · {t(`sitting.states.${state}`)}</span>
            </span>
            <span className="panel-row">
              <Button look="accent" onPress={() => openSitting(id)}>{t('sitting.goOn')}</Button>
              <Button look="quiet" onPress={() => dropping.mutate(id)}>{t('sitting.throwAway')}</Button>
            </span>
          </li>
        ))}
      </ul>
      {dropping.isError && <Problem error={dropping.error} />}
    </section>
  );
}
