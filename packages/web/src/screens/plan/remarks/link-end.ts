import type { WitnessLinkReply } from '@woonzorgzones/api/schemas';

const dayMs = 86_400_000;

/** How long a link works, in days; null does not end by itself. */
const spans = { never: null, month: 30, quarter: 90 } as const;
export type Span = keyof typeof spans;

export const usualSpan: Span = 'quarter';

export const endAfter = (span: Span, now: Date): string | null => (spans[span] === null ? null : new Date(now.getTime() + spans[span] * dayMs).toISOString());

/** Until when a link works that is made again: as was agreed, or the usual span when that is over. */
export const endOfRenewed = ({ expiresAt }: Pick<WitnessLinkReply, 'expiresAt'>, now: Date): string | null =>
  (expiresAt !== null && expiresAt <= now.toISOString() ? endAfter(usualSpan, now) : expiresAt);
