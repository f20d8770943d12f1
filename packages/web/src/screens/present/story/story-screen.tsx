import type { PlanReply } from '@woonzorgzones/api/schemas';
import type { Chapter } from '@woonzorgzones/core/model';
import { useState } from 'react';
import { usePlan } from '../../../state/queries.ts';
import { useToldStory } from '../../../state/story.ts';
import { openChapter, openDoor, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Waiting } from '../../../ui/progress.tsx';
import { useChosen } from '../../frame/chosen.ts';
import { Problem } from '../../frame/problem.tsx';
import { LeftBehind } from '../../plan/keep/left-behind.tsx';
import { HistoryBar } from '../../plan/history-bar.tsx';
import { PaperActions } from '../paper-actions.tsx';
import { PresentTabs } from '../present-tabs.tsx';
import { ChapterForm } from './chapter-form.tsx';
import { ChapterList } from './chapter-list.tsx';
import { ChapterPage } from './chapter-page.tsx';
import { NoStory } from './no-story.tsx';
import { Presenter } from './presenter.tsx';
import { StoryExport } from './story-export.tsx';
import './story-screen.css';

/** Presenteren: the chapters at the left, the page in the middle, the notes and what the page is made of at the right. */
export function StoryScreen() {
  const { t } = useText();
  const { planId, plan } = useChosen();
  return (
    <div className="story">
      {planId === null
        ? <div className="story-alone"><h1>{t('present.title')}</h1><p>{t('present.none')}</p><Button look="accent" onPress={() => openDoor('start')}>{t('data.toStart')}</Button></div>
        : plan.isError ? <div className="story-alone"><h1>{t('present.title')}</h1><Problem error={plan.error} onRetry={() => void plan.refetch()} /></div>
          : plan.data === undefined ? <div className="story-alone"><h1>{t('present.title')}</h1><Waiting>{t('app.loading')}</Waiting></div>
            : <StoryOfPlan key={planId} plan={plan.data} />}
    </div>
  );
}

function StoryOfPlan({ plan }: { readonly plan: PlanReply }) {
  const { t, language } = useText();
  const story: readonly Chapter[] = plan.plan.story ?? [];
  const told = useToldStory(plan.id, language);
  const asked = useView((view) => view.chapter);
  const [isPlaying, setPlaying] = useState(false);
  // The plan as the server has it: a page is drawn of what is kept.
  const kept = usePlan(plan.id).data?.version ?? plan.version;
  const shown = story.find(({ id }) => id === asked) ?? story[0] ?? null;
  const place = shown === null ? -1 : story.indexOf(shown);
  const start = (): void => {
    // Refused by a browser or a person, the story fills the window instead.
    void document.documentElement.requestFullscreen().catch(() => undefined);
    setPlaying(true);
  };
  return (
    <>
      <header className="story-bar">
        <h1>{t('present.title')}</h1>
        <PresentTabs />
        <HistoryBar plan={plan} />
        <div className="story-acts">
          <PaperActions plan={plan.id} />
          {story.length > 0 && <StoryExport plan={plan.id} name={plan.plan.name} />}
          {story.length > 0 && <Button look="accent" icon="present" onPress={start}>{t('story.start')}</Button>}
        </div>
      </header>
      <LeftBehind plan={plan.id} />
      {shown === null
        ? <NoStory plan={plan.id} />
        : (
          <div className="story-desk">
            <ChapterList plan={plan.id} story={story} told={told.data ?? []} shown={shown.id} zones={plan.plan.zones.map(({ id }) => id)} />
            <ChapterPage plan={plan.id} version={kept} chapter={shown} place={place} of={story.length} told={told.data?.find(({ id }) => id === shown.id)} />
            <ChapterForm key={shown.id} plan={plan} chapter={shown} told={told.data?.find(({ id }) => id === shown.id)} />
          </div>
        )}
      {told.isError && <Problem error={told.error} onRetry={() => void told.refetch()} />}
      {isPlaying && (
        <Presenter
          plan={plan.id} version={kept} from={shown?.id ?? null}
          onClose={(at) => {
            setPlaying(false);
            if (at !== null && story.some(({ id }) => id === at)) openChapter(at);
          }}
        />
      )}
    </>
  );
}
