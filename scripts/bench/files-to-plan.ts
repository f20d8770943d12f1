/**
 * One run from files to a first plan with its gaps, in a process of its own so that peak memory is its own.
 * Prints one line of JSON. `node scripts/bench/files-to-plan.ts sample|genk`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNormSet } from '@woonzorgzones/core/model';
import { analyse } from '@woonzorgzones/core/needs';
import { delineate } from '@woonzorgzones/core/zoning';
import { importMunicipality, openFolder, readManifest } from '@woonzorgzones/files';
import { genkFolder, genkManifest } from '../../tests/genk-manifest.ts';

const root = join(import.meta.dirname, '..', '..');
const sample = join(root, 'data', 'sample');
const genk = process.argv[2] === 'genk';

const started = performance.now();
const manifest = readManifest(genk ? JSON.stringify(genkManifest) : readFileSync(join(sample, 'manifest.json'), 'utf8'));
if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
const imported = await importMunicipality(manifest.value, openFolder(genk ? genkFolder() : sample));
if (!imported.ok) throw new Error(JSON.stringify(imported.error));
const { municipality, hash, bytes } = imported.value;
const read = performance.now();

const delineation = delineate(municipality);
if (!delineation.ok) throw new Error(JSON.stringify(delineation.error));
const delineated = performance.now();

const norms = parseNormSet(JSON.parse(readFileSync(join(root, 'data', 'norms', 'vlaanderen.json'), 'utf8')));
if (!norms.ok) throw new Error(JSON.stringify(norms.error));
const { zones, zoneOfBlock, nuclei, problems } = delineation.value;
const plan = { dataset: hash, normSet: norms.value.id, name: 'Meting', zones: zones.map(({ id, name }) => ({ id, name, locked: false })), zoneOfBlock };
const analysis = analyse(municipality, plan, norms.value);
const ended = performance.now();

console.log(JSON.stringify({
  seconds: (ended - started) / 1000,
  importSeconds: (read - started) / 1000,
  delineateSeconds: (delineated - read) / 1000,
  analyseSeconds: (ended - delineated) / 1000,
  peakMiB: process.resourceUsage().maxRSS / 1024,
  datasetMiB: bytes.length / 2 ** 20,
  addresses: municipality.addresses.ids.length,
  blocks: municipality.blocks.length,
  kernen: nuclei.length,
  zones: zones.map(({ name, inhabitants }) => `${name} ${inhabitants}`),
  problems: problems.length,
  gaps: analysis.gaps.length,
}));
