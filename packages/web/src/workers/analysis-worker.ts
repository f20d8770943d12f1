import type { Municipality } from '@woonzorgzones/core/model';
import type { AnalysisAsk, AnalysisReply } from './analysis-messages.ts';
import { answerAnalysis } from './answer-analysis.ts';
import { fetchDataset } from './fetch-dataset.ts';

/** The dataset at hand: fetched once, then asked at every move. */
let held: { readonly hash: string; readonly municipality: Promise<Municipality | null> } | null = null;

async function answer(ask: AnalysisAsk): Promise<AnalysisReply> {
  if (held?.hash !== ask.hash) held = { hash: ask.hash, municipality: fetchDataset(ask.hash) };
  const municipality = await held.municipality;
  if (municipality === null) {
    held = null;
    return { number: ask.number, kind: 'lost' };
  }
  const analysis = answerAnalysis(municipality, ask);
  return analysis.ok ? { number: ask.number, kind: 'done', ...analysis.value } : { number: ask.number, kind: 'refused', problem: analysis.error };
}

/** Every question gets its answer: whoever asks sends the next one only then. */
addEventListener('message', ({ data }: MessageEvent<AnalysisAsk>) => {
  void answer(data).catch((): AnalysisReply => ({ number: data.number, kind: 'lost' })).then((reply) => postMessage(reply));
});
