import { firstEdits, importDataset, inputKeyOf, type Services } from '@woonzorgzones/api';
import { importProblemSentence } from '@woonzorgzones/core/report';
import { sampleManifest, version } from './project.ts';
import { sourceOf } from './read-municipality.ts';

/** The norms of the deck the sample town rebuilds. */
const sampleNormSet = 'genk-2008';

/** Sees to it that the sample town is there with a first plan of the engine; does nothing when it is. */
export async function loadSample(services: Services): Promise<void> {
  const dataset = await sampleDataset(services);
  if ((await services.store.plans()).some((plan) => plan.dataset === dataset)) return;
  const edits = await firstEdits(services, dataset, 'engine');
  if (!edits.ok) throw new Error(`Got ${edits.error.code} when expected zones for the sample town.`);
  const plan = await services.plans.create({ dataset, normSet: sampleNormSet, name: 'Eerste plan', zones: [], zoneOfBlock: {} }, edits.value);
  if (!plan.ok) throw new Error(`Got ${plan.error.code} when expected the engine's own zones to be accepted.`);
}

async function sampleDataset({ store }: Services): Promise<string> {
  const source = await sourceOf(sampleManifest);
  const key = await inputKeyOf(version, source);
  const known = key === null ? null : await store.datasetOfInput(key);
  if (known !== null) return known;
  console.log('De voorbeeldstad wordt ingelezen …');
  const imported = await importDataset(store, source, version, () => undefined);
  if (!imported.ok) throw new Error(imported.error.problems.map((problem) => importProblemSentence(problem, 'nl')).join('\n'));
  return imported.value.hash;
}
