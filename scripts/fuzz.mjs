/** npm run fuzz: installs what is missing, then breaks files of every format on the pinned Node. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies, main, node, root } from './setup.mjs';

await main(() => {
  ensureDependencies();
  return spawnSync(node, [join(root, 'scripts/fuzz/fuzz.ts'), ...process.argv.slice(2)], { stdio: 'inherit', cwd: root }).status ?? 1;
});
