/** Letters and digits of a text, lower case, without accents, joined by hyphens: "André Dumontlaan 12" is andre-dumontlaan-12. */
export const slug = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');

/** Code unit order, the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export interface WithPosition {
  readonly x: number;
  readonly y: number;
}

const byPosition = (a: WithPosition, b: WithPosition) => a.x - b.x || a.y - b.y;

/**
 * Ids for things that came without: the proposed one, and `~2`, `~3` behind it from west to east where several things have
 * the same. So an id does not depend on the order of rows.
 */
export function ownIds<T extends WithPosition>(things: readonly T[], propose: (thing: T) => string): Map<T, string> {
  const sharing = Map.groupBy(things, propose);
  const ids = new Map<T, string>();
  for (const [id, group] of sharing) {
    for (const [place, thing] of [...group].sort(byPosition).entries()) ids.set(thing, place === 0 ? id : `${id}~${place + 1}`);
  }
  return ids;
}
