/**
 * Writes data/sample: the invented town that rebuilds the Genk of the 2008 deck from published figures.
 * `node scripts/build-sample.ts` writes the files; with `--check` it fails when they differ from what it would write.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleDocuments } from './sample/documents.ts';
import { buildTown } from './sample/town.ts';

const folder = join(import.meta.dirname, '..', 'data', 'sample');
const documents = sampleDocuments(buildTown());

if (process.argv.includes('--check')) {
  const differing = [...documents].filter(([name, text]) => !existsSync(join(folder, name)) || readFileSync(join(folder, name), 'utf8') !== text).map(([name]) => name);
  if (differing.length > 0) {
    console.error(`data/sample differs from what scripts/build-sample.ts writes: ${differing.join(', ')}`);
    process.exitCode = 1;
  } else console.log(`data/sample: ${documents.size} files as built`);
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of documents) writeFileSync(join(folder, name), text);
  console.log(`data/sample: ${documents.size} files, ${Math.round([...documents.values()].reduce((sum, text) => sum + text.length, 0) / 1024)} kB`);
}
