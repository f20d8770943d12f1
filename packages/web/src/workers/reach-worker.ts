import type { Municipality } from '@woonzorgzones/core/model';
import { fetchDataset } from './fetch-dataset.ts';
import { drawReach } from './draw-reach.ts';
import type { ReachAsk, ReachReply } from './reach-messages.ts';

/** The dataset at hand: fetched once, then asked at every move. */
let held: { readonly hash: string; readonly municipality: Promise<Municipality | null> } | null = null;

let latest = 0;

async function answer(ask: ReachAsk): Promise<ReachReply | null> {
  if (held?.hash !== ask.hash) held = { hash: ask.hash, municipality: fetchDataset(ask.hash) };
  const municipality = await held.municipality;
  if (ask.number !== latest) return null;
  if (municipality === null) {
    held = null;
    return { number: ask.number, kind: 'lost' };
  }
  const drawn = drawReach(municipality, ask);
  return drawn.ok ? { number: ask.number, kind: 'drawn', drawing: drawn.value } : { number: ask.number, kind: 'refused', problem: drawn.error };
}

addEventListener('message', ({ data }: MessageEvent<ReachAsk>) => {
  latest = data.number;
  void answer(data).then((reply) => {
    if (reply !== null) postMessage(reply);
  });
});
