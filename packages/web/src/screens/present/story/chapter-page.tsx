import type { ToldStory } from '@woonzorgzones/api/schemas';
import type { Chapter } from '@woonzorgzones/core/model';
import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useSlide } from '../../../state/story.ts';
import { useText } from '../../../text/i18n.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Waiting } from '../../../ui/progress.tsx';
import { Problem } from '../../frame/problem.tsx';

interface ChapterPageProps {
  readonly plan: string;
  /** Of the plan as it is kept: the slide is drawn anew when it goes on. */
  readonly version: number;
  readonly chapter: Chapter;
  readonly place: number;
  readonly of: number;
  readonly told: ToldStory[number] | undefined;
}

/** The slide of a chapter as the council will see it, with its state before where it has one. */
export function ChapterPage({ plan, version, chapter, place, of, told }: ChapterPageProps) {
  const { t, language } = useText();
  const [wanted, setWanted] = useState<'after' | 'before'>('after');
  const state = chapter.before === null ? 'after' : wanted;
  const slide = useSlide(plan, version, chapter.id, state, language);
  return (
    <section className="story-page" aria-label={t('story.page', { number: place + 1, of })} aria-busy={slide.isFetching}>
      {slide.isError ? <Problem error={slide.error} onRetry={() => void slide.refetch()} />
        : slide.data === undefined ? <Waiting>{t('story.drawing')}</Waiting>
          // It comes from our own server, which spells out what planners type.
          : <div className="story-slide" dangerouslySetInnerHTML={{ __html: slide.data }} />}
      {chapter.before !== null && (
        <ToggleButtonGroup className="story-states" selectionMode="single" disallowEmptySelection selectedKeys={[state]} onSelectionChange={(keys) => setWanted(keys.has('before') ? 'before' : 'after')} aria-label={t('story.states')}>
          <ToggleButton id="before" className="button" data-look="plain">{t('story.stateBefore')}</ToggleButton>
          <ToggleButton id="after" className="button" data-look="plain">{t('story.stateAfter')}</ToggleButton>
        </ToggleButtonGroup>
      )}
      {told !== undefined && told.problem !== null && <Notice tone="warn">{told.problem}</Notice>}
      {chapter.view !== null && <p className="soft small">{t('story.pageHelp')}</p>}
    </section>
  );
}
