/** Writes docs/genk-2008.md from the engine's own figures; the part about the real Genk asks for its files in ../shared. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNormSet, type Plan } from '../packages/core/src/model/index.ts';
import { delineate } from '../packages/core/src/zoning/index.ts';
import { importMunicipality, openFolder, readManifest } from '../packages/files/src/index.ts';
import { genkFolder, genkManifest } from '../tests/genk-manifest.ts';
import { genk2008Document } from './genk-2008/document.ts';
import { realGenk, realGenkSection } from './genk-2008/real-genk.ts';
import { samplePlan } from './genk-2008/sample-plan.ts';

const root = join(import.meta.dirname, '..');
const manifest = readManifest(JSON.stringify(genkManifest));
if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
const imported = await importMunicipality(manifest.value, openFolder(genkFolder()));
if (!imported.ok) throw new Error(JSON.stringify(imported.error));
const norms = parseNormSet(JSON.parse(readFileSync(join(root, 'data', 'norms', 'vlaanderen.json'), 'utf8')));
if (!norms.ok) throw new Error(JSON.stringify(norms.error));
const { municipality, hash } = imported.value;
const drawn = delineate(municipality);
if (!drawn.ok) throw new Error(drawn.error.code);
const plan: Plan = { dataset: hash, normSet: norms.value.id, name: 'Genk', zones: drawn.value.zones.map(({ id, name }) => ({ id, name, locked: false })), zoneOfBlock: drawn.value.zoneOfBlock };
writeFileSync(join(root, 'docs', 'genk-2008.md'), genk2008Document(await samplePlan(join(root, 'data'))) + realGenkSection(realGenk(municipality, plan, norms.value)));
