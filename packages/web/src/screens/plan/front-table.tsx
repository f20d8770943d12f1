import type { ZoneProposal } from '@woonzorgzones/core/zoning';
import { useText } from '../../text/i18n.ts';
import { Button } from '../../ui/button.tsx';

/** The best division for each number of zones, side by side: what one more or one fewer would bring. */
export function FrontTable({ front, chosen, onShow }: { readonly front: readonly ZoneProposal[]; readonly chosen: number; readonly onShow: (zones: number) => void }) {
  const { t, format } = useText();
  const worst = front.reduce((most, { cost }) => Math.max(most, cost), 0);
  return (
    <table className="front-table">
      <caption>{t('propose.front')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('propose.zoneCount')}</th>
          <th scope="col">{t('propose.cost')}</th>
          <th scope="col">{t('propose.outOfBounds')}</th>
          <th scope="col">{t('propose.zonesMet')}</th>
          <th scope="col">{t('propose.splitWijken')}</th>
          <th scope="col">{t('propose.proven')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {front.map(({ zones, cost, outOfBounds, criteria, proof }) => (
          <tr key={zones.length} data-chosen={zones.length === chosen}>
            <th scope="row">{format.number(zones.length)}</th>
            <td><span className="front-bar" style={{ width: `${worst > 0 ? (cost / worst) * 100 : 0}%` }} aria-hidden="true" /><span>{format.cost(cost)}</span></td>
            <td>{format.number(outOfBounds)}</td>
            <td>{format.number(criteria.zonesMet)}</td>
            <td>{format.number(criteria.splitWijken)}</td>
            <td>{proof === 'not-proven' ? t('propose.no') : t('propose.yes')}</td>
            <td><Button look="quiet" onPress={() => onShow(zones.length)}>{t('propose.show', { count: zones.length })}</Button></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
