import type { Move } from '@woonzorgzones/core/zoning';
import { pointAtZone } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';

/** Who would move: people by the zone they leave and the one they come in, the most people first. */
export function MoveTable({ moves }: { readonly moves: readonly Move[] }) {
  const { t, format } = useText();
  if (moves.length === 0) return <p>{t('compare.nobody')}</p>;
  return (
    <div className="overlap-scroll" tabIndex={0} role="region" aria-label={t('compare.moves')}>
      <table className="move-table">
        <caption>{t('compare.moves')}</caption>
        <thead><tr><th scope="col">{t('compare.from')}</th><th scope="col">{t('compare.to')}</th><th scope="col">{t('compare.inhabitants')}</th><th scope="col">75+</th></tr></thead>
        <tbody>
          {moves.map(({ from, fromName, to, toName, inhabitants, from75 }) => (
            <tr key={`${from}/${to}`} onPointerEnter={() => pointAtZone(from)} onPointerLeave={() => pointAtZone(null)}>
              <th scope="row">{fromName ?? t('compare.none')}</th>
              <th scope="row">{toName ?? t('compare.none')}</th>
              <td>{format.number(inhabitants)}</td>
              <td>{from75 === null ? '?' : format.number(from75)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft small">{t('compare.ownScreen')}</p>
    </div>
  );
}
