/** What is known of the best division into one number of zones. */
interface OfNumber {
  readonly zones: number;
  /** Inhabitants in zones that are too small or too large. */
  readonly outOfBounds: number;
  readonly cost: number;
}

/** Why a number of zones was proposed: it was asked for, no other was tried, it keeps more people within the bounds, or it costs least. */
export type NumberChoice =
  | { readonly why: 'asked' | 'only' }
  | { readonly why: 'within-bounds'; readonly next: OfNumber }
  | { readonly why: 'cost'; readonly next: OfNumber; readonly isNear: boolean };

/** Of two numbers whose costs differ by less than this share, neither is clearly better: weights of wishes are no measurement. Our own limit. */
const nearShare = 0.05;

/** Why this number stands first, beside the one that comes after it. The bounds go before the cost, as in the search. */
export function numberChoice(front: readonly OfNumber[], chosen: number, isAsked: boolean): NumberChoice {
  if (isAsked) return { why: 'asked' };
  const first = front.find(({ zones }) => zones === chosen);
  const [next] = front.filter(({ zones }) => zones !== chosen).sort((a, b) => a.outOfBounds - b.outOfBounds || a.cost - b.cost || a.zones - b.zones);
  if (first === undefined || next === undefined) return { why: 'only' };
  if (next.outOfBounds > first.outOfBounds) return { why: 'within-bounds', next };
  return { why: 'cost', next, isNear: next.cost - first.cost < nearShare * first.cost };
}
