import { disclosureFloor, hidden, type Count } from '../model/index.ts';

/**
 * Counts of persons as they may stand beside the same counts of another plan, year or scenario: where the two differ by fewer
 * than five persons the second is hidden, since subtracting would tell of those few; so that no sum brings it back, at least
 * two of a column are. The whole stands last. Both are what may be told by themselves.
 */
export function discloseDifferences(first: readonly Count[], second: readonly Count[], floor: number = disclosureFloor): readonly Count[] {
  const isSmall = (at: number): boolean => {
    const [before, after] = [first[at]!, second[at]!];
    const by = before.kind === 'known' && after.kind === 'known' ? Math.abs(after.value - before.value) : 0;
    return by > 0 && by < floor;
  };
  const places = [...second.keys()];
  const told = places.map((at) => (isSmall(at) ? hidden : second[at]!));
  const whole = second.length - 1;
  const gone = places.filter((at) => told[at]!.kind === 'hidden');
  if (gone.length !== 1 || second.length < 2) return told;
  if (gone[0] !== whole) return told.with(whole, hidden);
  const smallest = places.slice(0, -1).filter((at) => valueOf(told[at]!) > 0).sort((a, b) => valueOf(told[a]!) - valueOf(told[b]!))[0];
  return smallest === undefined ? told : told.with(smallest, hidden);
}

const valueOf = (count: Count): number => (count.kind === 'known' ? count.value : 0);
