import { useCallback, useState } from 'react';
import type { Covered } from '../../map/scene.ts';

/** How much of the map its legend covers, kept up as it changes size. */
export function useCovered(): { readonly legendBox: (legend: HTMLElement | null) => (() => void) | undefined; readonly covered: Covered } {
  const [covered, setCovered] = useState<Covered>({ width: 0, height: 0 });
  const legendBox = useCallback((legend: HTMLElement | null) => {
    if (legend === null) return undefined;
    const measure = (): void => setCovered({ width: legend.offsetWidth, height: legend.offsetHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(legend);
    return () => observer.disconnect();
  }, []);
  return { legendBox, covered };
}
