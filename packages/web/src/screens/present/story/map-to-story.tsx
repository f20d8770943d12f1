import type { PlanReply } from '@woonzorgzones/api/schemas';
import type { Chapter } from '@woonzorgzones/core/model';
import { useState } from 'react';
import { cameraExtent } from '../../../state/camera-extent.ts';
import { putChapter } from '../../../state/story.ts';
import { openChapter, openPresentPage, useView } from '../../../state/view.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { newChapter } from './new-chapter.ts';

/** Keeps what is on the map as a chapter: norm, zone and, where the map was moved, what is in sight. */
export function MapToStory({ plan, norm, zone }: { readonly plan: PlanReply; readonly norm: string; readonly zone: string | null }) {
  const { t } = useText();
  const camera = useView((view) => view.camera);
  const [added, setAdded] = useState<string | null>(null);
  const story: readonly Chapter[] = plan.plan.story ?? [];
  const place = story.findIndex(({ id }) => id === added);
  const add = (): void => {
    const map = document.querySelector('.app-map');
    const extent = camera === null || map === null ? null : cameraExtent(camera, map.clientWidth, map.clientHeight);
    const chapter: Chapter = { ...newChapter('map', story, { layer: { kind: 'norm', norm }, zone, division: null, scenario: null, extent }), figure: { kind: 'met', norm, zone } };
    putChapter(plan.id, chapter);
    setAdded(chapter.id);
  };
  const open = (): void => {
    openPresentPage('verhaal');
    openChapter(added);
  };
  return (
    <div className="panel-row">
      <Button icon="plus" onPress={add}>{t('story.fromMap')}</Button>
      <span role="status">{place === -1 ? '' : t('story.fromMapDone', { number: place + 1 })}</span>
      {place !== -1 && <Button look="quiet" onPress={open}>{t('story.toStory')}</Button>}
    </div>
  );
}
