import { useCallback, useState } from 'react';
import type { Covered } from '../../map/scene.ts';

/** On a map at least this wide the legend stands beside the municipality; on a narrower one under it. */
const wideMapPx = 680;

/** How much of the map its legend covers, kept up as either changes size. */
export function useCovered(): { readonly legendBox: (legend: HTMLElement | null) => (() => void) | undefined; readonly covered: Covered } {
  const [covered, setCovered] = useState<Covered>({ left: 0, bottom: 0 });
  const legendBox = useCallback((legend: HTMLElement | null) => {
    const map = legend?.parentElement;
    if (legend === null || map === null || map === undefined) return undefined;
    const measure = (): void => {
      const isWide = map.clientWidth >= wideMapPx;
      const next = isWide ? { left: legend.offsetWidth, bottom: 0 } : { left: 0, bottom: Math.min(legend.offsetHeight, map.clientHeight / 3) };
      setCovered((now) => (now.left === next.left && now.bottom === next.bottom ? now : next));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(legend);
    observer.observe(map);
    return () => observer.disconnect();
  }, []);
  return { legendBox, covered };
}
