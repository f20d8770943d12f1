import { importDataset } from '@woonzorgzones/api';
import { importProblemSentence, importStepSentence } from '@woonzorgzones/core/report';
import { subjectAndJson } from '../arguments.ts';
import { CommandFailure } from '../command-failure.ts';
import { openProjectStore } from '../open.ts';
import { version } from '../project.ts';
import { sourceOf } from '../read-municipality.ts';
import { verdictText } from '../verdict-text.ts';

/** wzz import <manifest.json>: keeps the municipality and prints the verdict; exit code 1 when it was refused. */
export async function importFiles(args: readonly string[]): Promise<number> {
  const { subject, json } = subjectAndJson(args, 'manifest');
  const source = await sourceOf(subject);
  const store = await openProjectStore();
  try {
    const imported = await importDataset(store, source, version, ({ step, file, done, of }) => {
      if (process.stderr.isTTY) console.error(`${done + 1}/${of} ${importStepSentence(step, 'nl')}${file === null ? '' : `: ${file}`}`);
    });
    if (!imported.ok) {
      if (!json) throw new CommandFailure(['De gemeente is niet ingelezen. Er is niets bewaard.', ...imported.error.problems.map((problem) => `- ${importProblemSentence(problem, 'nl')}`)].join('\n'));
      console.log(JSON.stringify(imported.error, null, 2));
      return 1;
    }
    const { hash, known, verdict } = imported.value;
    if (json) console.log(JSON.stringify({ hash, known, verdict }, null, 2));
    else console.log(`${verdictText(verdict)}\n\n${known ? 'Deze dataset stond er al; er is niets gewijzigd.' : 'De gemeente is ingelezen.'}\nDataset ${hash}`);
    return 0;
  } finally {
    await store.close();
  }
}
