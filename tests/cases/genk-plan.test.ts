import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaM2 } from '@woonzorgzones/core/geo';
import { parseNormSet } from '@woonzorgzones/core/model';
import { analyse } from '@woonzorgzones/core/needs';
import { blockGraph, delineate, judgeZones, usualSettings, zoneOutlines } from '@woonzorgzones/core/zoning';
import { importMunicipality, openFolder, readManifest } from '@woonzorgzones/files';
import { describe, expect, test } from 'vitest';
import { realGenk, realGenkSection } from '../../scripts/genk-2008/real-genk.ts';
import { serviceWays } from '../../packages/core/src/zoning/service-flows.ts';
import { genkFolder, genkManifest } from '../genk-manifest.ts';
import { sharedPresent } from '../shared.ts';

async function firstPlan() {
  const manifest = readManifest(JSON.stringify(genkManifest));
  if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
  const imported = await importMunicipality(manifest.value, openFolder(genkFolder()));
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  const { municipality, hash } = imported.value;
  const delineation = delineate(municipality);
  if (!delineation.ok) throw new Error(delineation.error.code);
  const norms = parseNormSet(JSON.parse(readFileSync(join(import.meta.dirname, '../../data/norms/vlaanderen.json'), 'utf8')));
  if (!norms.ok) throw new Error(JSON.stringify(norms.error));
  const { zones, zoneOfBlock } = delineation.value;
  const plan = { dataset: hash, normSet: norms.value.id, name: 'Genk', zones: zones.map(({ id, name }) => ({ id, name, locked: false })), zoneOfBlock };
  return { municipality, norms: norms.value, plan, delineation: delineation.value, analysis: analyse(municipality, plan, norms.value) };
}

const genk = sharedPresent ? await firstPlan() : null;

describe.skipIf(genk === null)('real Genk, from the files as published to zones and gaps', () => {
  test('every inhabitant of the age table is in exactly one zone', () => {
    // Statbel counts 65,463 inhabitants in 2015 (domain 2.7); all 30 wijken are in a zone.
    expect(genk!.delineation.zones.reduce((sum, { inhabitants }) => sum + inhabitants, 0)).toBe(65_463);
    expect(Object.keys(genk!.plan.zoneOfBlock)).toHaveLength(30);
  });

  test('every zone is whole and holds 6,000 to 12,000 inhabitants', () => {
    expect(genk!.delineation.problems).toEqual([]);
    for (const { inhabitants } of genk!.delineation.zones) {
      expect(inhabitants).toBeGreaterThanOrEqual(6000);
      expect(inhabitants).toBeLessThanOrEqual(12_000);
    }
    const { municipality, plan, delineation } = genk!;
    for (const { contiguity } of judgeZones(municipality, blockGraph(municipality), plan, delineation.nuclei, usualSettings(municipality), serviceWays(municipality, municipality.facilities)).zones) {
      expect(contiguity.verdict).toBe('met');
    }
  });

  test('most of the 14 kernen that the province drew are found within 500 m', () => {
    const { municipality, delineation: { nuclei } } = genk!;
    const near = municipality.nuclei.filter((given) => nuclei.some(({ x, y }) => Math.hypot(x - given.x, y - given.y) <= 500));
    expect(municipality.nuclei).toHaveLength(14);
    expect(near.length).toBeGreaterThanOrEqual(11);
  });

  test('the outlines of the zones cover the wijken, no more and no less', () => {
    const { municipality, plan } = genk!;
    const wijken = municipality.blocks.reduce((sum, { shape }) => sum + areaM2(shape), 0);
    const outlined = zoneOutlines(municipality, plan).reduce((sum, { shape }) => sum + areaM2(shape), 0);
    expect(outlined / wijken).toBeCloseTo(1, 6);
  });

  test('what no file speaks of is unknown, not missing', () => {
    const { analysis } = genk!;
    const day = analysis.municipality.facilities.find(({ category }) => category === 'winkel');
    expect(day?.facilities.count).toEqual({ kind: 'unknown' });
    expect(analysis.gaps.some(({ category }) => category === 'winkel')).toBe(false);
  });

  test('docs/genk-2008.md says of it what the engine says, and what it cannot say', () => {
    const document = readFileSync(join(import.meta.dirname, '../../docs/genk-2008.md'), 'utf8');
    expect(document.slice(document.indexOf('## Op het echte Genk'))).toBe(realGenkSection(realGenk(genk!.municipality, genk!.plan, genk!.norms)));
  });

  test('the need of the zones adds up to that of the city', () => {
    const { analysis } = genk!;
    for (const [index, need] of analysis.municipality.needs.entries()) {
      if (need.derivation === null) continue;
      const parts = [...analysis.zones, analysis.unassigned].reduce((sum, area) => {
        const { count } = area.needs[index]!.required;
        return sum + (count.kind === 'known' ? count.value : 0);
      }, 0);
      expect(parts).toBeCloseTo(need.derivation.exact, 6);
    }
  });
});
