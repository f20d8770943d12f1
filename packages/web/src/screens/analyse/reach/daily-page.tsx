import { categories } from '@woonzorgzones/core/model';
import type { TravelProfile } from '@woonzorgzones/core/network';
import { useTravel } from '../../../state/queries.ts';
import { useReach } from '../../../state/reach.ts';
import { useText } from '../../../text/i18n.ts';
import { AgesField, PaceSource, TravelFields } from './question-fields.tsx';
import { ReachAnswer } from './reach-answer.tsx';
import { ZoneFigures } from './zone-figures.tsx';

/** How far daily life lies: the mean way to its facilities, weighted by visits a year. */
export function DailyPage({ profiles, profile }: { readonly profiles: readonly TravelProfile[]; readonly profile: TravelProfile }) {
  const { t, format, language } = useText();
  const reply = useReach((view) => view.reply);
  const visits = Object.entries(useTravel().data?.visitsPerYear ?? {});
  const figures = reply?.kind === 'figures' && reply.figures.of === 'daily' ? reply.figures : null;
  return (
    <>
      <p className="soft small">{t('dailyPage.lead')}</p>
      <div className="reach-question">
        <AgesField />
        <TravelFields profiles={profiles} profile={profile} />
      </div>
      <PaceSource profile={profile} />
      <p className="soft small">{t('dailyPage.visits', { visits: visits.map(([category, times]) => `${categories[category as keyof typeof categories][language]} ${format.number(times)}`).join(', ') })}</p>
      <ReachAnswer isThere={figures !== null}>
        {figures !== null && (
          <>
            <p className="reach-headline"><strong>{figures.all.mean === null ? '–' : format.distance(figures.all.mean)}</strong> {t('dailyPage.headline', { persons: format.number(figures.all.persons - figures.all.without) })}</p>
            {figures.missing.length > 0 && (
              <ul className="reach-reasons small">
                {figures.missing.map(({ category, persons }) => <li key={category}>{t('dailyPage.missing', { persons: format.number(persons), category: categories[category][language].toLowerCase() })}</li>)}
              </ul>
            )}
            <ZoneFigures figures={figures} label={t('dailyPage.table')} meanLabel={t('dailyPage.mean')} withoutLabel={t('dailyPage.nothing')} meanText={(metres) => format.distance(metres)} />
          </>
        )}
      </ReachAnswer>
    </>
  );
}
