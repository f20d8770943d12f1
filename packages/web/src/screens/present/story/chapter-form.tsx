import type { PlanReply, ToldStory } from '@woonzorgzones/api/schemas';
import type { Chapter, StoryView } from '@woonzorgzones/core/model';
import { useAnalysis, useMunicipality, useNormSet } from '../../../state/queries.ts';
import { putChapter, useStoryChoices } from '../../../state/story.ts';
import { useText } from '../../../text/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/fields.tsx';
import { categoryName, statusMark } from '../../measures/words.ts';
import { beforeChoices, beforeOf, figureChoices, figureOf, idOfBefore, idOfFigure, idOfLayer, layerOf, withZone } from './chapter-choices.ts';
import { DraftField } from './draft-field.tsx';
import { wholeView } from './new-chapter.ts';

interface ChapterFormProps {
  readonly plan: PlanReply;
  readonly chapter: Chapter;
  readonly told: ToldStory[number] | undefined;
}

const everywhere = 'gemeente';
const asItStands = 'plan';

/** What is said on a page and beside it, and what its map and figure are of. Every choice is a step of the plan. */
export function ChapterForm({ plan, chapter, told }: ChapterFormProps) {
  const { t } = useText();
  const keep = (change: Partial<Chapter>): void => putChapter(plan.id, { ...chapter, ...change });
  return (
    <section className="story-form" aria-label={t('story.about')}>
      <h2>{t(`story.pages.${chapter.page}`)}</h2>
      <DraftField label={t('story.notes')} value={chapter.notes === '' ? null : chapter.notes} maxLength={4000} rows={6} instead={t('story.notesHelp')} onKeep={(notes) => keep({ notes: notes ?? '' })} />
      <DraftField label={t('story.heading')} value={chapter.title} maxLength={160} rows={2} instead={told?.title ?? ''} onKeep={(title) => keep({ title })} />
      {chapter.page !== 'method' && <DraftField label={t('story.sentence')} value={chapter.sentence} maxLength={400} rows={3} instead={told?.sentence ?? ''} onKeep={(sentence) => keep({ sentence })} />}
      {chapter.page === 'map' && <ViewForm plan={plan} chapter={chapter} keep={keep} />}
    </section>
  );
}

/** Which map, which figure, and what it is swiped away from. */
function ViewForm({ plan, chapter, keep }: { readonly plan: PlanReply; readonly chapter: Chapter; readonly keep: (change: Partial<Chapter>) => void }) {
  const text = useText();
  const { t, language } = text;
  const shipped = useNormSet(plan.plan.normSet).data;
  const norms = (plan.plan.norms ?? shipped)?.norms ?? [];
  const analysis = useAnalysis(plan.id).data;
  const divisions = useMunicipality(plan.plan.dataset).data?.divisions ?? [];
  const choices = useStoryChoices(plan.id, language).data ?? { gaps: [], proposals: [] };
  const scenarios = plan.plan.scenarios ?? [];
  const view = chapter.view ?? wholeView;
  const see = (change: Partial<StoryView>): void => keep({ view: { ...view, ...change } });
  const normNames = norms.map(({ id, label, status }) => ({ id, name: `${label[language]}${statusMark(status)}` }));
  const kinds = (analysis?.municipality.facilities ?? []).filter(({ facilities: { count } }) => count.kind === 'known' && count.value > 0).map(({ category }) => ({ id: category, name: categoryName(text, category) }));
  const figures = figureChoices(normNames, choices, t);
  const zones = plan.plan.zones.map(({ id, name }) => ({ id, name }));
  return (
    <>
      <Select
        label={t('story.map')} value={idOfLayer(view.layer)} onChange={(id) => see({ layer: layerOf(id) })}
        options={[
          { id: 'zones', name: t('story.layers.zones') }, { id: 'facilities', name: t('story.layers.facilities') },
          ...normNames.map(({ id, name }) => ({ id: `norm:${id}`, name })), ...kinds.map(({ id, name }) => ({ id: `category:${id}`, name: t('story.layers.category', { name }) })),
        ]}
      />
      <Select label={t('story.zone')} value={view.zone ?? everywhere} options={[{ id: everywhere, name: t('story.whole') }, ...zones]} onChange={(id) => keep(withZone(chapter, view, id === everywhere ? null : id))} />
      {view.extent !== null && <div className="panel-row"><p className="small">{t('story.extent')}</p><Button onPress={() => see({ extent: null })}>{t('story.noExtent')}</Button></div>}
      <Select label={t('story.figure')} value={idOfFigure(chapter.figure)} options={figures} onChange={(id) => keep({ figure: figureOf(id, view.zone) })} />
      {scenarios.length > 0 && (
        <Select
          label={t('story.scenario')} value={view.scenario ?? asItStands} options={[{ id: asItStands, name: t('story.asItStands') }, ...scenarios.map(({ id, name }) => ({ id, name }))]}
          onChange={(id) => see({ scenario: id === asItStands ? null : id })}
        />
      )}
      <Select label={t('story.before')} value={idOfBefore(chapter.before)} options={beforeChoices(view, divisions, scenarios, t)} onChange={(id) => keep({ before: beforeOf(id, view) })} />
    </>
  );
}
