/** A PostgreSQL server of the tests' own: in a temporary folder, on a free port of the loopback, gone afterwards. */
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SetupError } from './setup.mjs';

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    const id = (flag) => spawnSync('id', [flag, user], { encoding: 'utf8' });
    const uid = id('-u');
    if (uid.status === 0) return { uid: Number(uid.stdout), gid: Number(id('-g').stdout) };
  }
  throw new SetupError('PostgreSQL kan niet als root draaien en er is geen gebruiker "postgres". Voer npm test uit als gewone gebruiker.');
}

/** Starts a server from the programs in `bin`; answers its URL and a function that stops and removes it. */
export async function startPostgres(bin) {
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'wzz-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { cwd: folder, ...user, encoding: 'utf8' };
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'wzz', '-E', 'UTF8', '--locale=C', '--no-sync'], options);
  if (made.status !== 0) throw new SetupError(`PostgreSQL kon geen testdatabank aanmaken: ${made.stderr || made.error}`);
  const port = await freePort();
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'], { ...options, stdio: 'ignore' });
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT'); // "fast" shutdown: connections are ended, nothing is waited for
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; attempt < 150; attempt++) {
    const ready = spawnSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port), '-q']);
    if (ready.status === 0) return { url: `postgres://wzz@127.0.0.1:${port}/postgres`, stop };
    if (server.exitCode !== null) break;
    await pause(100);
  }
  await stop();
  throw new SetupError('De PostgreSQL-server voor de tests startte niet binnen 15 seconden.');
}
