import { QueryClientProvider } from '@tanstack/react-query';
import { I18nProvider } from 'react-aria-components';
import { lazy, Suspense, useState } from 'react';
import { doors } from '../../state/address.ts';
import { queryClient } from '../../state/queries.ts';
import { useView } from '../../state/view.ts';
import { useText } from '../../text/i18n.ts';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Button } from '../../ui/button.tsx';
import { Waiting } from '../../ui/progress.tsx';
import { LeftBehind } from '../plan/keep/left-behind.tsx';
import { PlanPanel } from '../plan/plan-panel.tsx';
import { ZoneStrip } from '../plan/zone-strip.tsx';
import { useChosen, useLatestPlan } from './chosen.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { useDocumentTitle } from './document-title.ts';
import { MapBox } from './map-box.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { useKeys } from './keys.ts';
import { Panel } from './panel.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import './app.css';

const StartScreen = lazy(async () => ({ default: (await import('../start/start-screen.tsx')).StartScreen }));

/** The story for the council takes the whole room: it has its own chapters, page and notes. */
const StoryScreen = lazy(async () => ({ default: (await import('../present/story/story-screen.tsx')).StoryScreen }));

/** What stands behind a door comes when it is opened first; behind the planner's, at once. */
const panels = {
  gegevens: lazy(async () => ({ default: (await import('../data/data-panel.tsx')).DataPanel })),
  afbakenen: PlanPanel,
  leemten: lazy(async () => ({ default: (await import('../analyse/analyse-panel.tsx')).AnalysePanel })),
  presenteren: lazy(async () => ({ default: (await import('../present/present-panel.tsx')).PresentPanel })),
} as const;

/** The one frame: bar on top, doors at the left, map, one panel at the right. */
export function App() {
  const { language } = useText();
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale={language === 'nl' ? 'nl-BE' : 'en-GB'}>
        <Frame />
      </I18nProvider>
    </QueryClientProvider>
  );
}

function Frame() {
  const { t } = useText();
  const door = useView((view) => view.door);
  const panel = useView((view) => view.panel);
  const isStory = useView((view) => view.door === 'presenteren' && view.presentPage === 'verhaal');
  const { plan } = useChosen();
  useDocumentTitle();
  useLatestPlan();
  useKeys();
  // Once drawn, the map stays as it is behind whatever door is opened next.
  const [mapWasOpen, setMapWasOpen] = useState(false);
  if (door !== 'start' && !isStory && !mapWasOpen) setMapWasOpen(true);
  const DoorPanel = door === 'start' || isStory ? null : panels[door];
  return (
    <div className="app" data-door={door} data-panel={DoorPanel === null ? 'none' : panel}>
      <a className="skip-link" href="#inhoud">{t('app.skip')}</a>
      <TopBar />
      <Rail doors={doors} />
      <main id="inhoud" className="app-main" tabIndex={-1}>
        {(DoorPanel !== null || mapWasOpen) && <MapBox isHidden={DoorPanel === null} />}
        <ErrorBoundary key={door} instead={(retry) => <div className="app-broken"><Notice tone="bad" actions={<Button onPress={retry}>{t('app.retry')}</Button>}>{t('app.broken')}</Notice></div>}>
          {DoorPanel === null
            ? <Suspense fallback={<Waiting>{t('app.loading')}</Waiting>}>{isStory ? <StoryScreen /> : <StartScreen />}</Suspense>
            : (
              <>
                <Panel>{plan.data !== undefined && <LeftBehind key={plan.data.id} plan={plan.data.id} />}<Suspense fallback={<Waiting>{t('app.loading')}</Waiting>}><DoorPanel /></Suspense></Panel>
                {door === 'afbakenen' && <ZoneStrip />}
              </>
            )}
        </ErrorBoundary>
      </main>
      <HelpDialog />
      <ConflictDialog />
    </div>
  );
}
