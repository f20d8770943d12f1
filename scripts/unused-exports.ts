/**
 * Fails on an export that nobody imports. The doors of the packages (`exports` in their package.json) are meant for
 * use from outside and count as used, as do the files that tools load; a run that sees no file fails.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { analyzeTsConfig } from 'ts-unused-exports';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');
const config = join(root, 'tsconfig.json');

const seen = ts.parseJsonConfigFileContent(ts.readConfigFile(config, (path) => ts.sys.readFile(path)).config, ts.sys, root).fileNames;
if (seen.length === 0) throw new Error('No TypeScript file was seen: the check looks in the wrong place.');

interface PackageJson {
  readonly exports?: Readonly<Record<string, string>>;
}

const doors = readdirSync(join(root, 'packages')).flatMap((name) => {
  const { exports = {} } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as PackageJson;
  return Object.values(exports).map((door) => `packages/${name}/${door.slice(2)}$`);
});
const loadedByTools = ['\\.config\\.(ts|js)$', 'tests/browser/shared-app\\.ts$'];

/** What a file declares of a library is used under the library's name. */
const declarations = ['\\.d\\.ts$'];

const { unusedExports } = analyzeTsConfig(config, [`--excludePathsFromReport=${[...doors, ...loadedByTools, ...declarations].join(';')}`, '--ignoreLocallyUsed']);
for (const [file, names] of Object.entries(unusedExports)) {
  console.log(`${relative(root, file)}: ${names.map(({ exportName }) => exportName).join(', ')}`);
  process.exitCode = 1;
}
