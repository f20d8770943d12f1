import { decodeMunicipality, type Municipality } from '@woonzorgzones/core/model';
import type { Store } from './store/store.ts';

/** Municipalities read from the store, the last used kept at hand: they are immutable, so a kept one is never stale. */
export interface Datasets {
  municipality(hash: string): Promise<Municipality | null>;
}

export function openDatasets(store: Store, keep: number): Datasets {
  const kept = new Map<string, Promise<Municipality | null>>();

  const load = async (hash: string): Promise<Municipality | null> => {
    const bytes = await store.datasetBytes(hash);
    if (!bytes) return null;
    const decoded = decodeMunicipality(bytes);
    // Kept by another version of the program, whose datasets are made anew from their files: as good as not there.
    if (!decoded.ok && decoded.error === 'unknown-version') return null;
    if (!decoded.ok) throw new Error(`Got ${decoded.error} when expected a municipality in dataset ${hash}.`);
    return decoded.value;
  };

  return {
    municipality(hash) {
      const found = kept.get(hash) ?? load(hash);
      kept.delete(hash);
      kept.set(hash, found);
      // What is not there now may be imported later, and what failed may succeed.
      found.then((municipality) => { if (!municipality) kept.delete(hash); }, () => kept.delete(hash));
      for (const oldest of kept.keys()) {
        if (kept.size <= keep) break;
        kept.delete(oldest);
      }
      return found;
    },
  };
}
