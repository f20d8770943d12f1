/** Takes the pictures of the README from the running program: `node scripts/pictures.ts`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { desktop, runApp } from '../tests/browser/running-app.ts';

const folder = join(import.meta.dirname, '..', 'docs');
const scenes = { afbakenen: '&zone=zone-1', leemten: '', presenteren: '' } as const;

mkdirSync(folder, { recursive: true });
const app = await runApp();
try {
  const visit = await app.visit(desktop);
  for (const [door, query] of Object.entries(scenes)) {
    await visit.open(`/?deur=${door}&plan=${app.plan}${query}`);
    await visit.page.screenshot({ path: join(folder, `${door}.png`) });
  }
  await visit.close();
} finally {
  await app.close();
}
