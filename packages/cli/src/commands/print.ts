import { extname } from 'node:path';
import { lookBeside, planBeside, planSheet, problemOf, readNorms, type PrintedPlan } from '@woonzorgzones/api';
import { drawingToSvg, sheetProblemSentence, type ComparedPlan, type Drawing } from '@woonzorgzones/core/report';
import { drawingsToPdf, drawingToPng } from '@woonzorgzones/files';
import { parsed } from '../arguments.ts';
import { CommandFailure } from '../command-failure.ts';
import { normsFolder } from '../project.ts';
import { readPlan } from '../read-plan.ts';
import { UsageError } from '../usage-error.ts';
import { writeWhole } from '../write-whole.ts';

type Write = (drawing: Drawing, date: string) => Promise<Uint8Array | string>;

const writers: Readonly<Record<string, Write>> = {
  '.pdf': (drawing, date) => drawingsToPdf([drawing], date),
  '.png': drawingToPng,
  '.svg': (drawing) => Promise.resolve(drawingToSvg(drawing)),
};

const options = {
  layer: { type: 'string', default: 'zones' }, page: { type: 'string', default: 'A4-liggend' },
  zone: { type: 'string' }, naast: { type: 'string' }, jaar: { type: 'string' }, scenario: { type: 'string' }, galerij: { type: 'boolean', default: false }, out: { type: 'string', default: 'kaart.pdf' },
} as const;

/** wzz print <plan|dataset|manifest.json>: one map on paper, as PDF, PNG or SVG by the name of the file. */
export async function print(args: readonly string[]): Promise<number> {
  const { values: { layer, page, zone = null, galerij, out, naast, jaar, scenario = null }, positionals } = parsed({ args: [...args], options, allowPositionals: true });
  const [subject] = positionals;
  if (subject === undefined || positionals.length > 1) throw new UsageError('Geef één plan, dataset of manifest op.');
  const write = writers[extname(out).toLowerCase()];
  if (write === undefined) throw new UsageError(`Geef met --out een bestand op dat eindigt op ${Object.keys(writers).join(', ')}.`);
  const date = new Date().toISOString().slice(0, 10);
  if (jaar !== undefined && !/^\d{4}$/.test(jaar)) throw new UsageError(`--jaar verwacht een jaar, zoals 2030; “${jaar}” is dat niet.`);
  const plan = await readPlan(subject);
  const besides = naast !== undefined || jaar !== undefined || scenario !== null;
  if (besides && (galerij || !plan.norms.norms.some(({ id }) => id === layer))) throw new UsageError('Alleen een norm kan naast een ander plan, scenario of jaar: geef met --layer een norm.');
  const against = naast !== undefined ? planBeside(await readPlan(naast), plan.norms) : besides ? await ownLook(plan, scenario, jaar === undefined ? null : Number(jaar)) : undefined;
  if (against !== undefined && against.municipality.code !== plan.municipality.code) throw new CommandFailure(`Plan ${naast} gaat over een andere gemeente.`);
  const sheet = planSheet(plan, { layer: galerij ? 'galerij' : layer, zone, page, language: 'nl', against }, date);
  if (!sheet.ok) throw new CommandFailure(sheetProblemSentence(sheet.error, 'nl'));
  await writeWhole(out, await write(sheet.value, date));
  console.log(`${sheet.value.title}\n${out}`);
  return 0;
}

/** The plan itself in a scenario or another year. */
async function ownLook(plan: PrintedPlan, scenario: string | null, year: number | null): Promise<ComparedPlan> {
  const found = lookBeside(plan, { scenario, year }, await readNorms(normsFolder));
  if (!found.ok) throw new CommandFailure(problemOf(found.error).detail);
  return found.value;
}
