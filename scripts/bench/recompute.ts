/**
 * All gaps again after one change of a facility: only what it touches, and beside it everything from scratch. Prints one line
 * of JSON. `node scripts/bench/recompute.ts sample|genk`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { facilitiesOf, parseNormSet, type CategoryId, type Plan } from '@woonzorgzones/core/model';
import { analysePlan, changeFacilities, prepareAnalysis } from '@woonzorgzones/core/needs';
import { delineate } from '@woonzorgzones/core/zoning';
import { importMunicipality, openFolder, readManifest } from '@woonzorgzones/files';
import { genkFolder, genkManifest } from '../../tests/genk-manifest.ts';

const root = join(import.meta.dirname, '..', '..');
const sample = join(root, 'data', 'sample');
const genk = process.argv[2] === 'genk';
const manifest = readManifest(genk ? JSON.stringify(genkManifest) : readFileSync(join(sample, 'manifest.json'), 'utf8'));
if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
const imported = await importMunicipality(manifest.value, openFolder(genk ? genkFolder() : sample));
if (!imported.ok) throw new Error(JSON.stringify(imported.error));
const { municipality, hash } = imported.value;
const drawn = delineate(municipality);
if (!drawn.ok) throw new Error(drawn.error.code);
const norms = parseNormSet(JSON.parse(readFileSync(join(root, 'data', 'norms', 'vlaanderen.json'), 'utf8')));
if (!norms.ok) throw new Error(JSON.stringify(norms.error));
const plan: Plan = { dataset: hash, normSet: norms.value.id, name: 'Meting', zones: drawn.value.zones.map(({ id, name }) => ({ id, name, locked: false })), zoneOfBlock: drawn.value.zoneOfBlock };
const facilities = facilitiesOf(municipality, plan);

const scratch: number[] = [];
for (let run = 0; run < 3; run++) {
  const started = performance.now();
  analysePlan(prepareAnalysis(municipality, norms.value, facilities), plan);
  scratch.push((performance.now() - started) / 1000);
}

const changed = (['apotheek', 'ldc', 'wzc', 'huisarts'] as readonly CategoryId[]).flatMap((category) => {
  const one = facilities.find((facility) => facility.category === category);
  if (one === undefined) return [];
  let ground = prepareAnalysis(municipality, norms.value, facilities);
  analysePlan(ground, plan);
  const seconds: number[] = [];
  for (let run = 0; run < 15; run++) {
    // Each run moves it another 50 m, as a hand would.
    const moved = facilities.map((facility) => (facility === one ? { ...one, x: one.x + 50 * (run + 1) } : facility));
    const started = performance.now();
    ground = changeFacilities(ground, moved);
    analysePlan(ground, plan);
    seconds.push((performance.now() - started) / 1000);
  }
  return [{ category, seconds }];
});
console.log(JSON.stringify({ scratch, changed, peakMiB: process.resourceUsage().maxRSS / 1024 }));
