import type { StoryChoices } from '@woonzorgzones/api/schemas';
import { isCategoryId, type Chapter, type ChapterFigure, type StoryView } from '@woonzorgzones/core/model';
import type { Translate } from '../../../text/i18n.ts';

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Ids of choices: what it is, a colon, and of which. */
const partsOf = (id: string): readonly [kind: string, of: string] => {
  const colon = id.indexOf(':');
  return colon === -1 ? [id, ''] : [id.slice(0, colon), id.slice(colon + 1)];
};

const nothing = 'geen';

export const idOfLayer = (layer: StoryView['layer']): string => (layer.kind === 'norm' ? `norm:${layer.norm}` : layer.kind === 'category' ? `category:${layer.category}` : layer.kind);

export function layerOf(id: string): StoryView['layer'] {
  const [kind, of] = partsOf(id);
  if (kind === 'norm') return { kind, norm: of };
  if (kind === 'category' && isCategoryId(of)) return { kind, category: of };
  return { kind: kind === 'facilities' ? 'facilities' : 'zones' };
}

export const figureChoices = (norms: readonly Choice[], { gaps, proposals }: StoryChoices, t: Translate): readonly Choice[] => [
  { id: nothing, name: t('story.figures.none') }, { id: 'inhabitants', name: t('story.figures.inhabitants') },
  ...norms.map(({ id, name }) => ({ id: `met:${id}`, name: t('story.figures.met', { name }) })),
  ...gaps.map(({ id, name }) => ({ id: `gap:${id}`, name: t('story.figures.gap', { name }) })),
  ...proposals.map(({ id, name }) => ({ id: `proposal:${id}`, name: t('story.figures.proposal', { name }) })),
];

export function idOfFigure(figure: ChapterFigure | null): string {
  if (figure === null) return nothing;
  switch (figure.kind) {
    case 'inhabitants': return figure.kind;
    case 'met': return `met:${figure.norm}`;
    case 'gap': return `gap:${figure.gap}`;
    case 'proposal': return `proposal:${figure.proposal}`;
  }
}

export function figureOf(id: string, zone: string | null): ChapterFigure | null {
  const [kind, of] = partsOf(id);
  switch (kind) {
    case 'inhabitants': return { kind, zone };
    case 'met': return { kind, norm: of, zone };
    case 'gap': return { kind, gap: of };
    case 'proposal': return { kind, proposal: of };
    default: return null;
  }
}

/** Another zone: its figure goes along, and what was cut out by hand goes. */
export const withZone = ({ figure, before }: Chapter, view: StoryView, zone: string | null): Pick<Chapter, 'view' | 'figure' | 'before'> => ({
  view: { ...view, zone, extent: null },
  figure: figure?.kind === 'inhabitants' || figure?.kind === 'met' ? { ...figure, zone } : figure,
  before: before === null ? null : { ...before, zone: before.division === null ? zone : null },
});

/** Today as one of the divisions there are, the plan without the scenario that is shown, or another scenario. */
export const beforeChoices = (view: StoryView, divisions: readonly Choice[], scenarios: readonly Choice[], t: Translate): readonly Choice[] => [
  { id: nothing, name: t('story.befores.none') },
  ...(view.scenario === null ? [] : [{ id: 'plan', name: t('story.befores.plan') }]),
  ...divisions.map(({ id, name }) => ({ id: `division:${id}`, name: t('story.befores.division', { name }) })),
  ...scenarios.filter(({ id }) => id !== view.scenario).map(({ id, name }) => ({ id: `scenario:${id}`, name: t('story.befores.scenario', { name }) })),
];

export const idOfBefore = (before: StoryView | null): string =>
  (before === null ? nothing : before.division !== null ? `division:${before.division}` : before.scenario !== null ? `scenario:${before.scenario}` : 'plan');

/** The same map of what was; a zone of the plan is none of a division. */
export function beforeOf(id: string, view: StoryView): StoryView | null {
  const [kind, of] = partsOf(id);
  switch (kind) {
    case 'division': return { ...view, division: of, scenario: null, zone: null };
    case 'scenario': return { ...view, division: null, scenario: of };
    case 'plan': return { ...view, division: null, scenario: null };
    default: return null;
  }
}
