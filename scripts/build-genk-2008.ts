/** Writes docs/genk-2008.md from the engine's own figures. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { genk2008Document } from './genk-2008/document.ts';
import { samplePlan } from './genk-2008/sample-plan.ts';

const root = join(import.meta.dirname, '..');
writeFileSync(join(root, 'docs', 'genk-2008.md'), genk2008Document(await samplePlan(join(root, 'data'))));
