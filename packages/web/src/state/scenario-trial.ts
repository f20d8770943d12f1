import type { CategoryId, ScenarioStep } from '@woonzorgzones/core/model';
import { create } from 'zustand';
import { lambertOf } from './facility-edits.ts';
import { useView, type Spot } from './view.ts';

/** What a facility that would be opened is, before it has a place. */
interface OpeningFacts {
  readonly id: string;
  readonly category: CategoryId;
  readonly name: string;
  readonly capacity: number | null;
}

interface Trial {
  /** A facility under the pointer, and where it is now. */
  readonly dragged: { readonly facility: string; readonly to: Spot } | null;
  readonly opening: OpeningFacts | null;
}

const nothing: Trial = { dragged: null, opening: null };

/** What is tried in a scenario and not kept in the plan yet. */
export const useTrial = create<Trial>()(() => nothing);

export const dragInTrial = (facility: string, to: Spot): void => useTrial.setState({ dragged: { facility, to } });
export const openInTrial = (opening: OpeningFacts | null): void => useTrial.setState({ opening });
export const endTrial = (): void => useTrial.setState(nothing);

export const moveStep = (facility: string, to: Spot): ScenarioStep => ({ kind: 'move', facility, ...lambertOf(to) });

export const openStep = ({ id, category, name, capacity }: OpeningFacts, at: Spot): ScenarioStep => ({
  kind: 'open', facility: { id, category, name, address: null, capacity, recognised: null, functions: [], opened: null, closed: null, ...lambertOf(at) },
});

/** The step that is being tried: what is dragged, or what is being placed; null when nothing is. */
export function usePendingStep(): ScenarioStep | null {
  const { dragged, opening } = useTrial();
  const placing = useView((view) => view.placing);
  const draft = useView((view) => view.draft);
  if (dragged !== null) return moveStep(dragged.facility, dragged.to);
  if (draft === null || placing === null) return null;
  if (placing.kind === 'facility') return moveStep(placing.id, draft);
  return opening === null ? null : openStep(opening, draft);
}
