import type { FacilityFunction } from './facility.ts';
import type { NewFacility } from './register-changes.ts';

/** One thing that would be otherwise. A scenario never changes the plan: it says what would become of it. */
export type ScenarioStep =
  | { readonly kind: 'open'; readonly facility: NewFacility }
  | { readonly kind: 'close'; readonly facility: string }
  /** Lambert 2008 metres. */
  | { readonly kind: 'move'; readonly facility: string; readonly x: number; readonly y: number }
  /** The size it would have, in the unit of its category: larger or smaller. */
  | { readonly kind: 'enlarge'; readonly facility: string; readonly capacity: number }
  /** What the building would do for its zone. */
  | { readonly kind: 'give-functions'; readonly facility: string; readonly functions: readonly FacilityFunction[] }
  | { readonly kind: 'norm-set'; readonly normSet: string }
  /** The picture in another year: who lives there then, what is open then, what the norms ask from then on. */
  | { readonly kind: 'year'; readonly year: number };

/** "Wat als": steps on the plan as it stands (`base` null) or on another scenario, so that they chain. */
export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly base: string | null;
  /** In the order they are taken. */
  readonly steps: readonly ScenarioStep[];
}

/** What people decided about a proposal; the program itself decides nothing. Null: looked at, not settled. */
export interface Judgement {
  readonly verdict: 'accepted' | 'rejected' | null;
  readonly note: string;
}

export type ScenarioProblem =
  | { readonly code: 'unknown-scenario'; readonly scenario: string }
  /** The bases run in a circle: the ids on it, in order. */
  | { readonly code: 'scenario-circular'; readonly scenarios: readonly string[] };
