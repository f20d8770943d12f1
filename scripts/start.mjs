/** npm start: installs what is missing, builds the web app if stale, starts the one server. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies, ensureWebApp, main, node, root } from './setup.mjs';

await main(() => {
  ensureDependencies();
  ensureWebApp();
  const server = spawn(node, [join(root, 'packages/cli/src/main.ts'), 'serve', ...process.argv.slice(2)], { stdio: 'inherit', cwd: root });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
  return new Promise((resolve) => server.on('exit', (code) => resolve(code ?? 1)));
});
