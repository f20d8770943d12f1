import { create } from 'zustand';
import type { CareMap } from '../../map/care-map.ts';

interface ShownMap {
  readonly map: CareMap | null;
  /** Whether the screen begins with the map alone, and its first picture is still to come. */
  readonly isAwaited: boolean;
}

/** The plan's own map while it is on screen, for what lies beside it. */
export const useShownMap = create<ShownMap>()(() => ({ map: null, isAwaited: false }));

export const showMap = (map: CareMap | null): void => useShownMap.setState({ map });

/** Longer nobody looks at a map without anything around it. */
const patienceMs = 4_000;

/** Begins with the map alone: without a graphics card everything around it, drawn first, costs more than the map. */
export function awaitPicture(): void {
  useShownMap.setState({ isAwaited: true });
  setTimeout(pictureCame, patienceMs);
}

/** The first picture of the map stands, or will not come. */
export const pictureCame = (): void => useShownMap.setState({ isAwaited: false });
