import { extname } from 'node:path';
import { planSheet } from '@woonzorgzones/api';
import { drawingToSvg, sheetProblemSentence, type Drawing } from '@woonzorgzones/core/report';
import { drawingsToPdf, drawingToPng } from '@woonzorgzones/files';
import { parsed } from '../arguments.ts';
import { CommandFailure } from '../command-failure.ts';
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
  zone: { type: 'string' }, galerij: { type: 'boolean', default: false }, out: { type: 'string', default: 'kaart.pdf' },
} as const;

/** wzz print <plan|dataset|manifest.json>: one map on paper, as PDF, PNG or SVG by the name of the file. */
export async function print(args: readonly string[]): Promise<number> {
  const { values: { layer, page, zone = null, galerij, out }, positionals } = parsed({ args: [...args], options, allowPositionals: true });
  const [subject] = positionals;
  if (subject === undefined || positionals.length > 1) throw new UsageError('Geef één plan, dataset of manifest op.');
  const write = writers[extname(out).toLowerCase()];
  if (write === undefined) throw new UsageError(`Geef met --out een bestand op dat eindigt op ${Object.keys(writers).join(', ')}.`);
  const date = new Date().toISOString().slice(0, 10);
  const sheet = planSheet(await readPlan(subject), { layer: galerij ? 'galerij' : layer, zone, page, language: 'nl' }, date);
  if (!sheet.ok) throw new CommandFailure(sheetProblemSentence(sheet.error, 'nl'));
  await writeWhole(out, await write(sheet.value, date));
  console.log(`${sheet.value.title}\n${out}`);
  return 0;
}
