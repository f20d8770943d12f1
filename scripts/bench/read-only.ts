/** The baseline of files-to-plan: the same files parsed by JSON.parse and csv-parse, and nothing made of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readManifest } from '@woonzorgzones/files';
import { genkFolder, genkManifest } from '../../tests/genk-manifest.ts';

const sample = join(import.meta.dirname, '..', '..', 'data', 'sample');
const genk = process.argv[2] === 'genk';

const started = performance.now();
const manifest = readManifest(genk ? JSON.stringify(genkManifest) : readFileSync(join(sample, 'manifest.json'), 'utf8'));
if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
let records = 0;
for (const { path, format } of manifest.value.files) {
  const text = readFileSync(join(genk ? genkFolder() : sample, path), 'latin1');
  records += format === 'csv'
    ? parse(text, { columns: true, delimiter: [',', ';'], relax_quotes: true, relax_column_count: true, bom: true }).length
    : (JSON.parse(text) as { features: unknown[] }).features.length;
}
console.log(JSON.stringify({ seconds: (performance.now() - started) / 1000, peakMiB: process.resourceUsage().maxRSS / 1024, records }));
