import type { Municipality } from '@woonzorgzones/core/model';
import { fetchDataset } from './fetch-dataset.ts';
import { drawFigures } from './draw-figures.ts';
import { drawReach } from './draw-reach.ts';
import type { ReachAsk, ReachReply } from './reach-messages.ts';

/** The dataset at hand: fetched once, then asked at every move. */
let held: { readonly hash: string; readonly municipality: Promise<Municipality | null> } | null = null;

async function answer(ask: ReachAsk): Promise<ReachReply> {
  const { number, hash, about } = ask;
  if (held?.hash !== hash) held = { hash, municipality: fetchDataset(hash) };
  const municipality = await held.municipality;
  if (municipality === null) {
    held = null;
    return { number, kind: 'lost' };
  }
  if (about.kind === 'nearest') {
    const drawn = drawReach(municipality, ask);
    return drawn.ok ? { number, kind: 'drawn', drawing: drawn.value } : { number, kind: 'refused', problem: drawn.error };
  }
  const figured = drawFigures(municipality, ask, about);
  return figured.ok ? { number, kind: 'figures', figures: figured.value } : { number, kind: 'refused', problem: figured.error };
}

/** Every question gets its answer: whoever asks sends the next one only then. */
addEventListener('message', ({ data }: MessageEvent<ReachAsk>) => {
  void answer(data).catch((): ReachReply => ({ number: data.number, kind: 'lost' })).then((reply) => { postMessage(reply); });
});
