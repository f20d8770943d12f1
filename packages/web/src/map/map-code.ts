import { useEffect, useState } from 'react';
import type { MapView } from './map-view.tsx';

/** The code of the map once it has come. */
let came: typeof MapView | null = null;

/** Fetches the code of the map: the library is half of all code, and comes only where there is a map. */
export async function loadMapCode(): Promise<void> {
  came = (await import('./map-view.tsx')).MapView;
}

/** The map, or null until its code has come; drawn at once where it came before, while what Suspense waited for React shows up to 0.3 s late. */
export function useMapView(): typeof MapView | null {
  const [shown, setShown] = useState(() => came);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    if (shown === null) loadMapCode().then(() => setShown(() => came), setFailure);
  }, [shown]);
  if (failure !== null) throw failure as Error;
  return shown;
}
