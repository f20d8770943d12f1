import { create } from 'zustand';
import type { CareMap } from '../../map/care-map.ts';

/** The plan's own map while it is on screen, for what lies beside it. */
export const useShownMap = create<{ readonly map: CareMap | null }>()(() => ({ map: null }));

export const showMap = (map: CareMap | null): void => useShownMap.setState({ map });
