import { extname } from 'node:path';
import { playedStory, proposeHere, readNorms, storyTitle } from '@woonzorgzones/api';
import { storyForms, writeStory, type StoryForm } from '@woonzorgzones/files';
import { parsed } from '../arguments.ts';
import { normsFolder } from '../project.ts';
import { readPlan } from '../read-plan.ts';
import { UsageError } from '../usage-error.ts';
import { writeWhole } from '../write-whole.ts';

const options = { out: { type: 'string', default: 'presentatie.html' }, taal: { type: 'string', default: 'nl' } } as const;

const isForm = (name: string): name is StoryForm => (storyForms as readonly string[]).includes(name);

/** wzz story <plan|dataset|manifest.json> --out presentatie.html: the story for the council, as one page or as slides by the name of the file. */
export async function story(args: readonly string[]): Promise<number> {
  const { values: { out, taal }, positionals } = parsed({ args: [...args], options, allowPositionals: true });
  const [subject] = positionals;
  if (subject === undefined || positionals.length > 1) throw new UsageError('Geef één plan, dataset of manifest op.');
  if (taal !== 'nl' && taal !== 'en') throw new UsageError(`De taal “${taal}” bestaat niet. Kies uit: nl, en.`);
  const form = extname(out).slice(1).toLowerCase();
  if (!isForm(form)) throw new UsageError(`Geef met --out een bestand op dat eindigt op ${storyForms.map((one) => `.${one}`).join(' of ')}.`);
  const printed = await readPlan(subject);
  const date = new Date().toISOString().slice(0, 10);
  const shipped = await readNorms(normsFolder);
  const slides = await playedStory(printed, { shipped, language: taal, date, propose: proposeHere(shipped) }, (done, of, title) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${done + 1} van ${of}: ${title}`);
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  const title = storyTitle(printed.municipality, printed.plan);
  await writeWhole(out, await writeStory(slides, form, title, taal, date));
  console.log(`${title}: ${slides.length} bladen\n${out}`);
  return 0;
}
