import type { CategoryId } from './categories.ts';

/** What the map of a chapter shows. What it names may have gone since; the page then says so. */
export interface StoryView {
  readonly layer:
    | { readonly kind: 'zones' }
    /** How far one norm is met in each zone. */
    | { readonly kind: 'norm'; readonly norm: string }
    | { readonly kind: 'facilities' }
    /** Facilities of one kind. */
    | { readonly kind: 'category'; readonly category: CategoryId };
  /** The zone it is about; null is the whole municipality. */
  readonly zone: string | null;
  /** A division of the dataset in place of the zones of the plan; null are the plan's own. */
  readonly division: string | null;
  /** What would be otherwise; null is the plan as it stands. */
  readonly scenario: string | null;
  /** What must be in sight: [minX, minY, maxX, maxY] in Lambert 2008 metres; null is the zone, or the municipality. */
  readonly extent: readonly [minX: number, minY: number, maxX: number, maxY: number] | null;
}

/** The one figure of a chapter. It is reckoned anew each time it is shown, so that it never stands beside the plan. */
export type ChapterFigure =
  | { readonly kind: 'inhabitants'; readonly zone: string | null }
  /** Share of what a norm asks that there is. */
  | { readonly kind: 'met'; readonly norm: string; readonly zone: string | null }
  /** What is missing, by the id of the gap; its sentence goes with it. */
  | { readonly kind: 'gap'; readonly gap: string }
  /** Whom a proposal serves; its sentence goes with it. */
  | { readonly kind: 'proposal'; readonly proposal: string };

/** One page of the story for the council: a saved view, one sentence, one figure, a before and after. */
export interface Chapter {
  readonly id: string;
  readonly page: 'opening' | 'method' | 'map' | 'closing';
  /** What stands above it; null lets the program say what the view is of. */
  readonly title: string | null;
  /** The sentence; null lets the program make it from the figures. */
  readonly sentence: string | null;
  readonly figure: ChapterFigure | null;
  /** Null on a page without a map. */
  readonly view: StoryView | null;
  /** What the view is swiped away from: today, before the proposal. */
  readonly before: StoryView | null;
  /** For the one who speaks. */
  readonly notes: string;
}

/** The story a plan tells the council, in the order of telling. */
export type Story = readonly Chapter[];
