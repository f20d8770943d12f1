import type { ToldStory } from '@woonzorgzones/api/schemas';
import type { Chapter, Story } from '@woonzorgzones/core/model';
import { useMutation } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { Button as AriaButton, DropIndicator, GridList, GridListItem, Menu, MenuItem, MenuTrigger, Popover, useDragAndDrop } from 'react-aria-components';
import { dropChapter, putChapter, putChapters, takeReadyStory } from '../../../state/story.ts';
import { openChapter } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { newChapter, zoneChapters } from './new-chapter.ts';

interface ChapterListProps {
  readonly plan: string;
  readonly story: Story;
  readonly told: ToldStory;
  readonly shown: string;
  /** Of the plan, in its order. */
  readonly zones: readonly string[];
}

const pages = ['map', 'opening', 'method', 'closing'] as const;

/** The chapters in the order of telling: dragged by a pointer, or moved by buttons, Alt and the arrows, or the grip by keyboard. */
export function ChapterList({ plan, story, told, shown, zones }: ChapterListProps) {
  const { t } = useText();
  const [said, setSaid] = useState('');
  const taking = useMutation({ mutationFn: () => takeReadyStory(plan) });
  const at = story.findIndex(({ id }) => id === shown);
  const titleOf = ({ id, title, page }: Chapter): string => title ?? told.find((one) => one.id === id)?.title ?? t(`story.pages.${page}`);

  const moveTo = (id: string, place: number): void => {
    const chapter = story.find((one) => one.id === id);
    if (chapter === undefined || place < 0 || place >= story.length) return;
    putChapter(plan, chapter, place);
    setSaid(t('story.moved', { title: titleOf(chapter), place: place + 1, of: story.length }));
  };
  const add = (page: Chapter['page']): void => {
    const chapter = newChapter(page, story);
    putChapter(plan, chapter, page === 'opening' ? 0 : at + 1);
    openChapter(chapter.id);
    setSaid(t('story.added'));
  };
  const addZones = (): void => {
    const chapters = zoneChapters(zones, story);
    putChapters(plan, chapters, at + 1);
    openChapter(chapters[0]?.id ?? shown);
    setSaid(t('story.added'));
  };
  const drop = (): void => {
    const next = story[at + 1] ?? story[at - 1];
    setSaid(t('story.dropped', { title: titleOf(story[at]!) }));
    dropChapter(plan, shown);
    openChapter(next?.id ?? null);
  };
  const keys = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (event.altKey && by !== 0) moveTo(shown, at + by);
    else if (event.key === 'Delete') drop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (dragged) => [...dragged].map((id) => ({ 'text/plain': String(id) })),
    renderDropIndicator: (target) => <DropIndicator target={target} className="story-drop" />,
    onReorder: ({ keys: dragged, target }) => {
      const id = String([...dragged][0]);
      const others = story.filter((one) => one.id !== id);
      const beside = others.findIndex((one) => one.id === target.key);
      if (beside !== -1) moveTo(id, target.dropPosition === 'after' ? beside + 1 : beside);
    },
  });

  return (
    <section className="story-chapters" aria-label={t('story.chapters')}>
      <div className="story-list-acts">
        <MenuTrigger>
          <AriaButton className="button" data-look="plain"><Icon name="plus" size={18} /><span>{t('story.add')}</span></AriaButton>
          <Popover className="popover" placement="bottom start">
            <Menu className="list-box" aria-label={t('story.add')} onAction={(key) => { const page = pages.find((one) => one === key); if (page === undefined) addZones(); else add(page); }}>
              {zones.length > 0 && <MenuItem id="zones" className="list-box-item">{t('story.zoneByZone')}</MenuItem>}
              {pages.map((page) => <MenuItem key={page} id={page} className="list-box-item">{t(`story.pages.${page}`)}</MenuItem>)}
            </Menu>
          </Popover>
        </MenuTrigger>
        <IconButton icon="up" label={t('story.up')} isDisabled={at <= 0} onPress={() => moveTo(shown, at - 1)} />
        <IconButton icon="down" label={t('story.down')} isDisabled={at >= story.length - 1} onPress={() => moveTo(shown, at + 1)} />
        <IconButton icon="close" label={t('story.drop')} onPress={drop} />
      </div>
      <div className="story-list-room" onKeyDownCapture={keys}>
        <GridList
          className="story-list" aria-label={t('story.chapters')} selectionMode="single" selectionBehavior="replace" disallowEmptySelection selectedKeys={[shown]} dragAndDropHooks={dragAndDropHooks}
          onSelectionChange={(chosen) => { const [id] = chosen === 'all' ? [] : [...chosen]; if (id !== undefined) openChapter(String(id)); }}
          items={story.map((chapter, index) => ({ chapter, index, title: titleOf(chapter), isBroken: told.some(({ id, problem }) => id === chapter.id && problem !== null) }))}
          dependencies={[told, story]}
        >
          {({ chapter, index, title, isBroken }) => (
            <GridListItem id={chapter.id} textValue={`${index + 1}. ${title}`} className="story-item">
              <AriaButton slot="drag" className="story-grip" aria-label={t('story.drag', { title })}><span aria-hidden="true">⠿</span></AriaButton>
              <span className="story-number">{index + 1}</span>
              <span className="story-title">{title}</span>
              {isBroken && <Icon name="warn" size={16} />}
            </GridListItem>
          )}
        </GridList>
      </div>
      <div className="story-list-foot">
        <AriaButton className="button" data-look="quiet" isDisabled={taking.isPending} onPress={() => taking.mutate()}>{t('story.readyAgain')}</AriaButton>
      </div>
      <p className="visually-hidden" role="status">{said}</p>
    </section>
  );
}
