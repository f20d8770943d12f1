/**
 * Fails on an export that nobody imports. The doors of the rooms (index.ts) and the API's schemas are meant for
 * use from outside and count as used; a run that sees no file fails.
 */
import { join, relative } from 'node:path';
import { analyzeTsConfig } from 'ts-unused-exports';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');
const config = join(root, 'tsconfig.json');

const seen = ts.parseJsonConfigFileContent(ts.readConfigFile(config, (path) => ts.sys.readFile(path)).config, ts.sys, root).fileNames;
if (seen.length === 0) throw new Error('No TypeScript file was seen: the check looks in the wrong place.');

const doors = '(index|schemas|\\.config)\\.ts$';
const { unusedExports } = analyzeTsConfig(config, [`--excludePathsFromReport=${doors}`, '--ignoreLocallyUsed']);
for (const [file, names] of Object.entries(unusedExports)) {
  console.log(`${relative(root, file)}: ${names.map(({ exportName }) => exportName).join(', ')}`);
  process.exitCode = 1;
}
