import { decodeMunicipality, type Municipality } from '@woonzorgzones/core/model';

/** A dataset as the server keeps it, to reckon with in the browser; null when it cannot be had: the screen says so, and asks again. */
export async function fetchDataset(hash: string): Promise<Municipality | null> {
  try {
    const reply = await fetch(`/api/municipalities/${hash}/dataset`);
    if (!reply.ok) return null;
    const decoded = decodeMunicipality(new Uint8Array(await reply.arrayBuffer()));
    return decoded.ok ? decoded.value : null;
  } catch {
    return null;
  }
}
