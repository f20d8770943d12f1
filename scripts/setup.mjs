/**
 * Installs what is missing. Plain JavaScript, because it runs on the machine's own Node (20 or newer), before
 * anything is installed; everything after it runs on the Node pinned in package.json.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');

const windows = process.platform === 'win32';

/** The pinned Node. */
export const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** A reason to stop that needs no stack: one sentence that says what to do. */
export class SetupError extends Error {}

const isRoot = () => process.getuid?.() === 0;

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', cwd: root, shell: windows, ...options });
  return !error && status === 0;
}

/** The first of these programs that stands on the PATH or in one of the extra folders. */
function findProgram(names, folders = []) {
  const places = [...folders, ...(process.env.PATH ?? '').split(delimiter)];
  for (const name of names) {
    for (const place of places) {
      const file = join(place, windows ? `${name}.exe` : name);
      if (existsSync(file)) return file;
    }
  }
  return null;
}

let aptRefreshed = false;

/** Installs a Debian package where that can be done without asking: as root, with apt. */
function installDebianPackage(name) {
  if (!isRoot() || findProgram(['apt-get']) === null) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = ['ignore', 'ignore', 'inherit'];
  if (!aptRefreshed) aptRefreshed = run('apt-get', ['update', '-qq'], { env, stdio: quiet });
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env, stdio: quiet });
}

/** `npm ci`, when the lock file is not the one that was installed last. */
export function ensureDependencies() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(root, 'node_modules', '.installed-lock');
  if (existsSync(stamp) && existsSync(node) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Afhankelijkheden worden geïnstalleerd (npm ci) …');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) {
    throw new SetupError('De afhankelijkheden konden niet geïnstalleerd worden. Is er een netwerkverbinding naar het npm-register? Voer daarna opnieuw hetzelfde commando uit.');
  }
  writeFileSync(stamp, wanted);
}

/** A Chromium for the browser tests: found, else Debian's, else Playwright's own. */
export function ensureChromium() {
  const find = () => process.env.WZZ_CHROMIUM ?? findProgram(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']);
  let found = find();
  if (found) return found;
  console.log('Chromium voor de browsertests wordt geïnstalleerd …');
  if (installDebianPackage('chromium') && (found = find())) return found;
  if (run(node, [join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'])) {
    const { status, stdout } = spawnSync(node, ['-p', "require('playwright-core').chromium.executablePath()"], { cwd: root, encoding: 'utf8' });
    if (status === 0 && existsSync(stdout.trim())) return stdout.trim();
  }
  throw new SetupError('Er is geen Chromium voor de browsertests. Installeer het pakket "chromium" (of zet WZZ_CHROMIUM op het pad van een Chromium of Chrome) en voer npm test opnieuw uit.');
}

/** The folder with initdb and postgres: found, else Debian's package. */
export function ensurePostgres() {
  const debian = '/usr/lib/postgresql';
  const find = () => {
    const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
    const initdb = findProgram(['initdb'], versions.map((version) => join(debian, version, 'bin')));
    return initdb === null ? null : join(initdb, '..');
  };
  let found = find();
  if (found) return found;
  console.log('PostgreSQL voor de databanktests wordt geïnstalleerd …');
  if (installDebianPackage('postgresql') && (found = find())) return found;
  throw new SetupError('Er is geen PostgreSQL-server voor de databanktests. Installeer het pakket "postgresql" en voer npm test opnieuw uit.');
}

/** Programs of others that read in the tests what was written: each with the Debian package that holds it. */
const readers = { ogrinfo: 'gdal-bin', pdftotext: 'poppler-utils', soffice: 'libreoffice-calc-nogui' };

/** GDAL, poppler and LibreOffice: found, else Debian's packages (121 MB to fetch, 40 s, once). */
export function ensureReaders() {
  for (const [program, name] of Object.entries(readers)) {
    if (findProgram([program])) continue;
    console.log(`${name}, om geschreven bestanden in de tests te openen, wordt geïnstalleerd …`);
    if (installDebianPackage(name) && findProgram([program])) continue;
    throw new SetupError(`Het programma "${program}" ontbreekt, waarmee de tests geschreven bestanden openen. Installeer het pakket "${name}" en voer npm test opnieuw uit.`);
  }
}

/** Hash of all files that the web app is built from. */
function webSourcesHash() {
  const hash = createHash('sha256');
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== 'dist' && entry.name !== 'node_modules') walk(path);
      } else if (!entry.name.includes('.test.')) hash.update(path).update(readFileSync(join(root, path)));
    }
  };
  for (const folder of ['packages/web', 'packages/core/src']) walk(folder);
  for (const file of ['package-lock.json', 'vite.config.ts', 'tsconfig.json']) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Builds the web app when its sources are not those it was built from. */
export function ensureWebApp() {
  const stamp = join(root, 'packages', 'web', 'dist', '.built-from');
  const wanted = webSourcesHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('De webtoepassing wordt gebouwd …');
  if (!run(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'])) {
    throw new SetupError('De webtoepassing kon niet gebouwd worden; de reden staat hierboven.');
  }
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Runs a script's body; a SetupError ends it with its sentence alone. */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
