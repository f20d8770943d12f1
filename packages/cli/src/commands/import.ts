import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatasets, openProfiles, readDataset, type ImportSource, type ReadDataset, type Store } from '@woonzorgzones/api';
import { compareMunicipalities, type ImportFailure, type MunicipalityDifferences } from '@woonzorgzones/core/model';
import { differenceSentences, importProblemsCsv, importProblemSentence, importStepSentence, verdictCsv } from '@woonzorgzones/core/report';
import { CommandFailure } from '../command-failure.ts';
import { droppedFiles } from '../dropped-files.ts';
import { importOptions, type ImportOptions } from '../import-options.ts';
import { openProjectStore } from '../open.ts';
import { profilesFolder, version } from '../project.ts';
import { proposeImport } from '../propose-import.ts';
import { sourceOf } from '../read-municipality.ts';
import { verdictText } from '../verdict-text.ts';

/** Questions are open about the files; nothing was kept. */
const exitOpen = 3;

/**
 * wzz import <manifest.json | folder | files>: reads a municipality, says what it would change, keeps it and prints the verdict.
 * Exit codes: 0 kept (or there already, or a trial that succeeded), 1 refused and nothing kept, 2 the command line is not right,
 * 3 questions about the files are open and nothing kept.
 */
export async function importFiles(args: readonly string[]): Promise<number> {
  const options = importOptions(args);
  const manifest = await manifestAmong(options.subjects);
  const store = await openProjectStore();
  try {
    if (manifest !== null) return await importSource(store, await sourceOf(manifest), options);
    const known = await (await openProfiles(profilesFolder, store)).all();
    const proposed = await proposeImport(await droppedFiles(options.subjects), options, known);
    if (!options.json) for (const line of proposed.recognised) console.log(`Herkend: ${line}`);
    if (proposed.kind === 'complete') return await importSource(store, proposed.source, options);
    console.error([
      'De gemeente is niet ingelezen. Er is niets bewaard. Dit is nog open:',
      ...proposed.questions.map((question) => `- ${question}`),
      '',
      'Op de opdrachtregel: --gemeente "71016 Genk", --jaar 2024, --inwoners 65463, --profiel bestand=profiel (zie “wzz profielen”), --zonder bestand.',
      'Kolommen van een onbekend bestand koppelt u op het scherm Gegevens, waar u ze ook als profiel bewaart.',
    ].join('\n'));
    return exitOpen;
  } finally {
    await store.close();
  }
}

/** The manifest that is meant: the one file given when it ends in .json, or the manifest.json of the one folder given. */
async function manifestAmong(subjects: readonly string[]): Promise<string | null> {
  const [only, ...others] = subjects;
  if (only === undefined || others.length > 0) return null;
  if (only.endsWith('.json')) return only;
  const inFolder = join(only, 'manifest.json');
  return access(inFolder).then(() => inFolder, () => null);
}

async function importSource(store: Store, source: ImportSource, options: ImportOptions): Promise<number> {
  const read = await readDataset(source, version, new Date().toISOString(), ({ step, file, done, of }) => {
    if (process.stderr.isTTY) console.error(`${done + 1}/${of} ${importStepSentence(step, 'nl')}${file === null ? '' : `: ${file}`}`);
  });
  if (!read.ok) return refuse(read.error, options);
  const { dataset, verdict } = read.value;
  const differences = await differencesFrom(store, read.value);
  const known = await store.dataset(dataset.hash) !== null;
  const outcome = { hash: dataset.hash, known, verdict, differences };
  // The report first: when it cannot be written, nothing is kept either.
  if (options.report !== null) await writeReport(options.report, outcome, verdictCsv(verdict, 'nl'));
  if (!options.trial) await store.addDataset(dataset);
  if (options.json) console.log(JSON.stringify(outcome, null, 2));
  else {
    const changes = differences === null ? [] : ['', 'Tegenover de gegevens die er van deze gemeente stonden', ...differenceSentences(differences, 'nl').map((line) => `  ${line}`)];
    console.log([verdictText(verdict), ...changes, '', ending(known, options.trial), `Dataset ${dataset.hash}`].join('\n'));
  }
  return 0;
}

function ending(known: boolean, trial: boolean): string {
  if (known) return 'Deze dataset stond er al; er is niets gewijzigd.';
  return trial ? 'Dit was een proef: er is niets bewaard.' : 'De gemeente is ingelezen.';
}

async function refuse(failure: ImportFailure, { json, report }: ImportOptions): Promise<number> {
  if (report !== null) await writeReport(report, failure, importProblemsCsv(failure.problems, 'nl'));
  if (!json) throw new CommandFailure(['De gemeente is niet ingelezen. Er is niets bewaard.', ...failure.problems.map((problem) => `- ${importProblemSentence(problem, 'nl')}`)].join('\n'));
  console.log(JSON.stringify(failure, null, 2));
  return 1;
}

/** What differs from the newest other dataset of the municipality; null when there is none. */
async function differencesFrom(store: Store, { dataset, municipality }: ReadDataset): Promise<MunicipalityDifferences | null> {
  const newest = await store.newestDataset(dataset.code);
  const older = newest === null || newest.hash === dataset.hash ? null : await openDatasets(store, 1).municipality(newest.hash);
  return older === null ? null : compareMunicipalities(older, municipality);
}

async function writeReport(path: string, json: unknown, csv: string): Promise<void> {
  try {
    await writeFile(path, path.toLowerCase().endsWith('.json') ? `${JSON.stringify(json, null, 2)}\n` : csv);
  } catch (error) {
    throw new CommandFailure(`Het verslag ${path} kan niet geschreven worden (${(error as NodeJS.ErrnoException).code ?? 'onbekende reden'}).`);
  }
}
