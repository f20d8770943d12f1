import type { Municipality, Plan } from '@woonzorgzones/core/model';
import { kernSheetsOf, proposalsOf } from '@woonzorgzones/core/needs';
import { delineationGround, settingsOfPlan } from '@woonzorgzones/core/zoning';
import type { ProposalsAsk, ProposalsReply } from './analysis-messages.ts';
import { fetchDataset } from './fetch-dataset.ts';
import { askedGround } from './plan-ground.ts';

/** The dataset at hand: fetched once. */
let held: { readonly hash: string; readonly municipality: Promise<Municipality | null> } | null = null;

const kernenOf = (municipality: Municipality, plan: Plan) => delineationGround(municipality, settingsOfPlan(municipality, plan), plan);

async function answer(ask: ProposalsAsk): Promise<ProposalsReply> {
  const { number, hash, plan } = ask;
  if (held?.hash !== hash) held = { hash, municipality: fetchDataset(hash) };
  const municipality = await held.municipality;
  if (municipality === null) {
    held = null;
    return { number, kind: 'lost' };
  }
  const ground = askedGround(municipality, ask);
  if (!ground.ok) return { number, kind: 'refused', problem: ground.error };
  const { shown } = ground.value;
  const kernen = kernenOf(shown.municipality, plan);
  const proposals = proposalsOf(shown, plan, kernen, (done, of) => {
    postMessage({ number, kind: 'progress', done, of } satisfies ProposalsReply);
    return true;
  });
  return { number, kind: 'done', proposals: proposals ?? [], kernen: kernSheetsOf(shown, plan, kernen) };
}

/** Every question gets its answer, so that nobody waits for one that failed. */
addEventListener('message', ({ data }: MessageEvent<ProposalsAsk>) => {
  void answer(data).catch((): ProposalsReply => ({ number: data.number, kind: 'lost' })).then((reply) => postMessage(reply));
});
