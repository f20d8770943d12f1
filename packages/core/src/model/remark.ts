/** What a remark of a privileged witness is about. */
export const remarkThemes = ['afbakening', 'wonen', 'zorg', 'dagelijks', 'mobiliteit', 'ontmoeting', 'veiligheid', 'andere'] as const;
export type RemarkTheme = (typeof remarkThemes)[number];

/** What the witness thinks of what the plan says there. */
export const remarkOpinions = ['eens', 'oneens', 'twijfel', 'aanvulling'] as const;
export type RemarkOpinion = (typeof remarkOpinions)[number];

/** Where a remark is pinned: a place in Lambert 2008 metres, or a zone with the name it had then. */
export type RemarkPin =
  | { readonly kind: 'place'; readonly x: number; readonly y: number }
  | { readonly kind: 'zone'; readonly zone: string; readonly zoneName: string };

/** What a witness writes. */
export interface RemarkContent {
  readonly author: string;
  readonly theme: RemarkTheme;
  readonly opinion: RemarkOpinion;
  readonly text: string;
  readonly pin: RemarkPin;
}

/** A remark on a plan by a privileged witness, and what the planner did with it ("aftoetsing bij bevoorrechte getuigen": OCMW Genk, 17 June 2008). */
export interface Remark extends RemarkContent {
  readonly id: string;
  /** The link it came by. */
  readonly link: string;
  /** The version of the plan the witness saw. */
  readonly planVersion: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly changedAt: string;
  /** The planner's words to the witness; null while there are none. */
  readonly answer: string | null;
  readonly answeredAt: string | null;
  /** Done with; a remark that is changed afterwards is open again. */
  readonly handled: boolean;
}

/** A link by which witnesses see one plan and leave remarks; its secret is known to those who have it only. */
export interface WitnessLink {
  readonly id: string;
  readonly plan: string;
  /** Whom it was given to: "huisartsenkring". */
  readonly name: string;
  readonly createdAt: string;
  /** Null for a link that does not end by itself. */
  readonly expiresAt: string | null;
  readonly withdrawnAt: string | null;
}
