import type { Chapter, ChapterFigure, StoryView } from '@woonzorgzones/core/model';
import { expect, test } from 'vitest';
import { beforeChoices, beforeOf, figureOf, idOfBefore, idOfFigure, idOfLayer, layerOf, withZone } from './chapter-choices.ts';

const view: StoryView = { layer: { kind: 'norm', norm: 'ldc:1500m' }, zone: 'zone-2', division: null, scenario: 'b', extent: [1, 2, 3, 4] };

test('every layer and figure comes back from its id, also where its own id holds a colon', () => {
  for (const layer of [{ kind: 'zones' }, { kind: 'facilities' }, { kind: 'norm', norm: 'ldc:1500m' }, { kind: 'category', category: 'wzc' }] as const) expect(layerOf(idOfLayer(layer))).toEqual(layer);
  const figures: readonly (ChapterFigure | null)[] = [null, { kind: 'inhabitants', zone: 'zone-2' }, { kind: 'met', norm: 'wzc', zone: 'zone-2' }, { kind: 'gap', gap: 'zone-1:wzc' }, { kind: 'proposal', proposal: 'enlarge:a:b' }];
  for (const figure of figures) expect(figureOf(idOfFigure(figure), 'zone-2')).toEqual(figure);
});

test('what was before is the same map: of a division without the zone of the plan, of the plan without its scenario', () => {
  expect(beforeOf('division:stadsdelen', view)).toEqual({ ...view, division: 'stadsdelen', scenario: null, zone: null });
  expect(beforeOf('plan', view)).toEqual({ ...view, scenario: null });
  for (const id of ['geen', 'division:stadsdelen', 'scenario:a', 'plan']) expect(idOfBefore(beforeOf(id, view))).toBe(id);
});

test('a scenario is not laid beside itself, and the plan is a before only of a scenario', () => {
  const ids = (shown: StoryView) => beforeChoices(shown, [{ id: 's', name: 'Stadsdelen' }], [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }], (key) => key).map(({ id }) => id);
  expect(ids(view)).toEqual(['geen', 'plan', 'division:s', 'scenario:a']);
  expect(ids({ ...view, scenario: null })).toEqual(['geen', 'division:s', 'scenario:a', 'scenario:b']);
});

test('with another zone its figure goes along and the cut-out goes', () => {
  const chapter: Chapter = { id: 'a', page: 'map', title: null, sentence: null, figure: { kind: 'met', norm: 'wzc', zone: 'zone-2' }, view, before: null, notes: '' };
  expect(withZone(chapter, view, null)).toEqual({ view: { ...view, zone: null, extent: null }, figure: { kind: 'met', norm: 'wzc', zone: null }, before: null });
});
