/**
 * The full report of a town and one map on A3, in a process of its own so that peak memory is its own. Prints one line of JSON.
 * `node scripts/bench/report-run.ts sample|genk`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adoptDelineation, planReport, planSheet, type PrintedPlan } from '@woonzorgzones/api';
import { applyEdits } from '@woonzorgzones/core/edit';
import { parseNormSet } from '@woonzorgzones/core/model';
import { delineate } from '@woonzorgzones/core/zoning';
import { drawingsToPdf, importMunicipality, openFolder, readManifest, writeReport } from '@woonzorgzones/files';
import { genkFolder, genkManifest } from '../../tests/genk-manifest.ts';

const root = join(import.meta.dirname, '..', '..');
const sample = join(root, 'data', 'sample');
const genk = process.argv[2] === 'genk';
const date = '2026-11-22';

const manifest = readManifest(genk ? JSON.stringify(genkManifest) : readFileSync(join(sample, 'manifest.json'), 'utf8'));
if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
const imported = await importMunicipality(manifest.value, openFolder(genk ? genkFolder() : sample));
if (!imported.ok) throw new Error(JSON.stringify(imported.error));
const { municipality, hash } = imported.value;
const delineation = delineate(municipality);
if (!delineation.ok) throw new Error(JSON.stringify(delineation.error));
const norms = parseNormSet(JSON.parse(readFileSync(join(root, 'data', 'norms', genk ? 'vlaanderen.json' : 'genk-2008.json'), 'utf8')));
if (!norms.ok) throw new Error(JSON.stringify(norms.error));
const drawn = applyEdits({ dataset: hash, normSet: norms.value.id, name: 'Meting', zones: [], zoneOfBlock: {} }, adoptDelineation(delineation.value));
if (!drawn.ok) throw new Error(drawn.error.code);
const printed: PrintedPlan = { municipality, plan: drawn.value.plan, version: 1, norms: norms.value };

interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

async function measured<T>(run: () => Promise<T> | T): Promise<readonly [T, Measured]> {
  const began = performance.now();
  const before = process.cpuUsage();
  const value = await run();
  const { user, system } = process.cpuUsage(before);
  return [value, { seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1e6 }];
}

// The first report of a process also loads the fonts and compiles the code: that is what a command pays.
const [files, report] = await measured(async () => {
  const written = planReport(printed, { language: 'nl', against: [], years: [], shipped: new Map() }, date, () => undefined);
  return [...await writeReport(written, 'pdf', true), ...await writeReport(written, 'xlsx', true), ...await writeReport(written, 'gpkg', true)];
});
const norm = norms.value.norms.find(({ kind }) => kind === 'distance')!.id;
const [, map] = await measured(async () => {
  const sheet = planSheet(printed, { layer: norm, zone: null, page: 'A3-liggend', language: 'nl' }, date);
  return sheet.ok ? drawingsToPdf([sheet.value], date) : null;
});
// What any program that writes as many bytes would pay at least: packing them once.
const { deflateSync } = await import('node:zlib');
const [, baseline] = await measured(() => files.map(({ content }) => deflateSync(content).length));

console.log(JSON.stringify({
  report, map, baseline, bytes: files.map(({ content }) => content.length), pages: (Buffer.from(files[0]!.content).toString('latin1').match(/\/Type \/Page\b/g) ?? []).length,
  peakMiB: process.resourceUsage().maxRSS / 1024,
}));
