/** npm run bench: installs what is missing, then measures on the pinned Node. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureChromium, ensureDependencies, ensureWebApp, main, node, root } from './setup.mjs';

await main(() => {
  ensureDependencies();
  ensureWebApp();
  const env = { ...process.env, WZZ_CHROMIUM: ensureChromium() };
  return spawnSync(node, [join(root, 'scripts/bench/bench.ts'), ...process.argv.slice(2)], { stdio: 'inherit', cwd: root, env }).status ?? 1;
});
