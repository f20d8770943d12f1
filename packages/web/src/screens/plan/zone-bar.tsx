import type { Count, InhabitantBounds } from '@woonzorgzones/core/model';
import './zone-bar.css';

/** Inhabitants as a bar, with the range a zone should be in as a grey band behind it. */
export function ZoneBar({ count, bounds: { least, most } }: { readonly count: Count; readonly bounds: InhabitantBounds }) {
  // The full width is a third over the most a zone may have, so that too many is seen.
  const fullWidth = most * (4 / 3);
  const value = count.kind === 'known' ? count.value : 0;
  const isWithin = value >= least && value <= most;
  const percent = (inhabitants: number): string => `${Math.min(100, (inhabitants / fullWidth) * 100)}%`;
  return (
    <span className="zone-bar" aria-hidden="true">
      <span className="zone-bar-range" style={{ left: percent(least), width: percent(most - least) }} />
      <span className="zone-bar-fill" data-within={isWithin} style={{ width: percent(value) }} />
    </span>
  );
}
