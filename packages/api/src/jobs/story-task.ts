import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { decodeMunicipality, err, ok, type Result } from '@woonzorgzones/core/model';
import { blocksOf } from '@woonzorgzones/core/zoning';
import { writeStory } from '@woonzorgzones/files';
import { playedStory, proposeHere, storyTitle } from '../plan-story.ts';
import type { Failure } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { TaskInput, TaskProgress } from './task.ts';
import type { WrittenStory } from './written-story.ts';

/** Draws every slide of a story and writes them in one form into the folder it was given. */
export async function storyTask(store: Store, { plan: { plan, ...printed }, shipped, form, language, date, folder }: TaskInput['story'], onProgress: (progress: TaskProgress) => void): Promise<Result<WrittenStory, Failure>> {
  const bytes = await store.datasetBytes(plan.dataset);
  if (!bytes) return err({ code: 'unknown-municipality', hash: plan.dataset });
  const decoded = decodeMunicipality(bytes);
  if (!decoded.ok) throw new Error(`Got ${decoded.error} when expected a municipality in dataset ${plan.dataset}.`);
  const municipality = blocksOf(decoded.value, plan);
  const slides = await playedStory({ ...printed, plan, municipality }, { shipped, language, date, propose: proposeHere(shipped) }, (done, of, title) => { onProgress({ step: 'telling', file: title, done, of }); });
  const content = await writeStory(slides, form, storyTitle(municipality, plan), language, date);
  const name = `presentatie.${form}`;
  await writeFile(join(folder, name), content);
  return ok({ key: basename(folder), form, name, bytes: Buffer.byteLength(content) });
}
