import type { Chapter, Story, StoryView } from '@woonzorgzones/core/model';
import { freeChapterId } from '../../../state/story.ts';

/** The whole municipality with the zones of the plan. */
export const wholeView: StoryView = { layer: { kind: 'zones' }, zone: null, division: null, scenario: null, extent: null };

/** A chapter for each zone, to be flown through. */
export const zoneChapters = (zones: readonly string[], story: Story): readonly Chapter[] =>
  zones.reduce<readonly Chapter[]>((made, zone) => [...made, newChapter('map', [...story, ...made], { ...wholeView, zone })], []);

/** A chapter with nothing in it that the planner said: the program tells what its view is of. */
export const newChapter = (page: Chapter['page'], story: Story, view: StoryView = wholeView): Chapter => ({
  id: freeChapterId(story), page, title: null, sentence: null, figure: page === 'map' ? { kind: 'inhabitants', zone: view.zone } : null, view: page === 'map' ? view : null, before: null, notes: '',
});
