import type { TravelProfile } from '@woonzorgzones/core/network';
import { askReach, supplyMethods, useReach, type SupplyMethod } from '../../../state/reach.ts';
import { useText } from '../../../text/i18n.ts';
import { Select, TextField } from '../../../ui/fields.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { AgesField, DestinationField, PaceSource, TravelFields } from './question-fields.tsx';
import { ReachAnswer } from './reach-answer.tsx';
import { ZoneFigures } from './zone-figures.tsx';

/** How much people have in reach when everybody else reaches for it too, per zone and on the map. */
export function SupplyPage({ profiles, profile }: { readonly profiles: readonly TravelProfile[]; readonly profile: TravelProfile }) {
  const { t, format } = useText();
  const { method, sigma, reply } = useReach();
  const figures = reply?.kind === 'figures' && reply.figures.of === 'supply' ? reply.figures : null;
  // Per hundred people: a place per person is hardly ever a figure one can read.
  const inHundred = (value: number): string => format.number(100 * value, 2);
  return (
    <>
      <p className="soft small">{t('supplyPage.lead')}</p>
      <div className="reach-question">
        <DestinationField />
        <AgesField />
        <TravelFields profiles={profiles} profile={profile} />
        <div className="reach-wide"><Select
          label={t('supplyPage.method')} value={method} options={supplyMethods.map((id) => ({ id, name: t(`supplyPage.methods.${id}`) }))}
          onChange={(id) => askReach({ method: id as SupplyMethod })}
        /></div>
        {method === 'e2sfca-gaussian' && <TextField label={t('supplyPage.sigma')} value={sigma} onChange={(typed) => askReach({ sigma: typed })} maxLength={8} />}
      </div>
      <p className="soft small">{t(`supplyPage.source.${method}`)}</p>
      <PaceSource profile={profile} />
      <ReachAnswer isThere={figures !== null}>
        {figures !== null && (
          <>
            <p className="reach-headline"><strong>{figures.all.mean === null ? '–' : inHundred(figures.all.mean)}</strong> {t('supplyPage.headline', { total: format.number(figures.supply?.total ?? 0), persons: format.number(figures.all.persons) })}</p>
            {figures.all.without > 0 && <p>{t('supplyPage.without', { persons: format.number(figures.all.without) })}</p>}
            {(figures.supply?.unknown.length ?? 0) > 0 && <Notice tone="warn"><p>{t('supplyPage.unknown', { names: figures.supply!.unknown.join(', ') })}</p></Notice>}
            {(figures.supply?.idle.length ?? 0) > 0 && <Notice tone="info"><p>{t('supplyPage.idle', { names: figures.supply!.idle.join(', ') })}</p></Notice>}
            <ZoneFigures figures={figures} label={t('supplyPage.table')} meanLabel={t('supplyPage.perHundred')} withoutLabel={t('supplyPage.nothing')} meanText={inHundred} />
          </>
        )}
      </ReachAnswer>
    </>
  );
}
