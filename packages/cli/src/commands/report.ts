import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { planReport, readNorms } from '@woonzorgzones/api';
import { reportForms, writeReport, type ReportForm } from '@woonzorgzones/files';
import { parsed } from '../arguments.ts';
import { CommandFailure } from '../command-failure.ts';
import { normsFolder } from '../project.ts';
import { readPlan } from '../read-plan.ts';
import { UsageError } from '../usage-error.ts';
import { writeWhole } from '../write-whole.ts';

const options = {
  out: { type: 'string', default: 'verslag' }, vorm: { type: 'string', default: reportForms.join(',') }, taal: { type: 'string', default: 'nl' }, naast: { type: 'string', multiple: true, default: [] as string[] }, jaar: { type: 'string', multiple: true, default: [] as string[] },
} as const;

const isForm = (name: string): name is ReportForm => (reportForms as readonly string[]).includes(name);

/** wzz report <plan|dataset|manifest.json> --out map: the gap report in each of its forms. Nothing half-written is left under a name of its own. */
export async function report(args: readonly string[]): Promise<number> {
  const { values: { out, vorm, taal, naast, jaar }, positionals } = parsed({ args: [...args], options, allowPositionals: true });
  const [subject] = positionals;
  if (subject === undefined || positionals.length > 1) throw new UsageError('Geef één plan, dataset of manifest op.');
  if (taal !== 'nl' && taal !== 'en') throw new UsageError(`De taal “${taal}” bestaat niet. Kies uit: nl, en.`);
  const forms = vorm.split(',').map((name) => name.trim());
  const wrong = forms.find((name) => !isForm(name));
  if (wrong !== undefined) throw new UsageError(`De vorm “${wrong}” bestaat niet. Kies uit: ${reportForms.join(', ')}.`);
  const noYear = jaar.find((year) => !/^\d{4}$/.test(year));
  if (noYear !== undefined) throw new UsageError(`--jaar verwacht een jaar, zoals 2030; “${noYear}” is dat niet.`);
  const shipped = await readNorms(normsFolder);
  const plan = await readPlan(subject);
  const against = [];
  for (const other of naast) {
    const read = await readPlan(other);
    if (read.plan.dataset !== plan.plan.dataset && read.municipality.code !== plan.municipality.code) throw new CommandFailure(`Plan ${other} gaat over een andere gemeente.`);
    against.push(read);
  }
  const date = new Date().toISOString().slice(0, 10);
  const written = planReport(plan, { language: taal, against, years: jaar.map(Number), shipped }, date, (done, of, heading) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${done + 1} van ${of}: ${heading}`);
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  for (const form of forms.filter(isForm)) {
    for (const { name, content } of await writeReport(written, form, false)) {
      const path = join(out, name);
      await folderFor(path);
      await writeWhole(path, content);
    }
  }
  console.log(`${written.document.title}\n${out}`);
  return 0;
}

async function folderFor(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    throw new CommandFailure(`De map ${dirname(path)} kan niet gemaakt worden (${(error as NodeJS.ErrnoException).code ?? 'onbekende reden'}). Kies met --out een map waarin u mag schrijven.`);
  }
}
