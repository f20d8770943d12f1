import { reachPages } from '../../../state/address.ts';
import { showReachPage } from '../../../state/reach.ts';
import { useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Waiting } from '../../../ui/progress.tsx';
import { CoveragePage } from './coverage-page.tsx';
import { DailyPage } from './daily-page.tsx';
import { ProfilesPage } from './profiles-page.tsx';
import { SitingPage } from './siting-page.tsx';
import { SupplyPage } from './supply-page.tsx';
import { useProfile, useProfiles, useReachDrawing } from './use-reach-drawing.ts';
import './reach-panel.css';

/** Who gets where, page by page: coverage, supply in reach, daily life, best places, and how people move. */
export function ReachPanel() {
  const { t } = useText();
  const page = useView((view) => view.reach.page);
  const profiles = useProfiles();
  const profile = useProfile();
  useReachDrawing();
  return (
    <>
      <nav className="reach-pages" aria-label={t('reach.toReach')}>
        {reachPages.map((one) => (
          <button key={one} type="button" className="gap-tab" aria-current={page === one ? 'page' : undefined} onClick={() => showReachPage(one)}>{t(`reachPages.${one}`)}</button>
        ))}
      </nav>
      {profiles === null || profile === null ? <Waiting>{t('app.loading')}</Waiting> : (
        <>
          {page === 'bereik' && <CoveragePage profiles={profiles} profile={profile} />}
          {page === 'aanbod' && <SupplyPage profiles={profiles} profile={profile} />}
          {page === 'dagelijks' && <DailyPage profiles={profiles} profile={profile} />}
          {page === 'plaatsen' && <SitingPage profiles={profiles} profile={profile} />}
          {page === 'profielen' && <ProfilesPage profiles={profiles} />}
        </>
      )}
    </>
  );
}
