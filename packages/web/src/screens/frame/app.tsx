import { QueryClientProvider } from '@tanstack/react-query';
import { I18nProvider } from 'react-aria-components';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { doors, type Door } from '../../state/address.ts';
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
import { useShownMap } from './shown-map.ts';
import { FictitiousMark, TopBar } from './top-bar.tsx';
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
  // What stands around the map is drawn in pieces, between which the map can be used.
  const isAlone = useDeferredValue(useShownMap((shown) => shown.isAwaited) && door === 'afbakenen');
  useDocumentTitle();
  useLatestPlan();
  useKeys();
  // Once drawn, the map stays as it is behind whatever door is opened next.
  const [mapWasOpen, setMapWasOpen] = useState(false);
  const hasMap = door !== 'start' && !isStory;
  if (hasMap && !mapWasOpen) setMapWasOpen(true);
  return (
    <div className="app" data-door={door} data-panel={hasMap ? panel : 'none'} data-alone={isAlone}>
      {isAlone
        ? <header className="top-bar"><FictitiousMark /></header>
        : <><a className="skip-link" href="#inhoud">{t('app.skip')}</a><TopBar /><Rail doors={doors} /></>}
      <main id="inhoud" className="app-main" tabIndex={-1}>
        {(hasMap || mapWasOpen) && <MapBox isHidden={!hasMap} isAlone={isAlone} />}
        {isAlone ? <RoomAround /> : <Opened door={door} isStory={isStory} />}
      </main>
      {!isAlone && <><HelpDialog /><ConflictDialog /></>}
    </div>
  );
}

/** The room of what comes to stand around the map, so that the map keeps its size. */
function RoomAround() {
  const panel = useView((view) => view.panel);
  return (
    <>
      <div className="panel" data-width={panel} />
      <div className="zone-strip" />
    </>
  );
}

/** What stands behind the open door, beside or instead of the map. */
function Opened({ door, isStory }: { readonly door: Door; readonly isStory: boolean }) {
  const { t } = useText();
  const { plan } = useChosen();
  const DoorPanel = door === 'start' || isStory ? null : panels[door];
  const loading = <Waiting>{t('app.loading')}</Waiting>;
  return (
    <ErrorBoundary key={door} instead={(retry) => <div className="app-broken"><Notice tone="bad" actions={<Button onPress={retry}>{t('app.retry')}</Button>}>{t('app.broken')}</Notice></div>}>
      {DoorPanel === null
        ? <Suspense fallback={loading}>{isStory ? <StoryScreen /> : <StartScreen />}</Suspense>
        : (
          <>
            <Panel>{plan.data !== undefined && <LeftBehind key={plan.data.id} plan={plan.data.id} />}<Suspense fallback={loading}><DoorPanel /></Suspense></Panel>
            {door === 'afbakenen' && <ZoneStrip />}
          </>
        )}
    </ErrorBoundary>
  );
}
