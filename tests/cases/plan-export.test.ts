import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaM2 } from '@woonzorgzones/core/geo';
import { parseNormSet, type Municipality, type NormSet, type Plan } from '@woonzorgzones/core/model';
import { analyse } from '@woonzorgzones/core/needs';
import { importMunicipality, openFolder, planTables, readManifest, writeCsv, writeGeoPackage, writePlanWorkbook } from '@woonzorgzones/files';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLayer } from '../read-layer.ts';

const root = join(import.meta.dirname, '..', '..');
let municipality: Municipality;
let norms: NormSet;
let plan: Plan;

beforeAll(async () => {
  const folder = join(root, 'data', 'sample');
  const manifest = readManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
  const imported = await importMunicipality(manifest.value, openFolder(folder));
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  ({ municipality } = imported.value);
  const parsed = parseNormSet(JSON.parse(readFileSync(join(root, 'data', 'norms', 'genk-2008.json'), 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  norms = parsed.value;
  const { areas, areaOfBlock } = municipality.divisions.find(({ id }) => id === 'stadsdelen')!;
  plan = {
    dataset: imported.value.hash, normSet: norms.id, name: 'Stadsdelen', zones: areas.map(({ id, name }) => ({ id, name, locked: false })),
    zoneOfBlock: Object.fromEntries(municipality.blocks.flatMap(({ id }, index) => (areaOfBlock[index]! < 0 ? [] : [[id, areas[areaOfBlock[index]!]!.id]]))),
  };
}, 120_000);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('a plan of the sample town as files', () => {
  test('the GeoPackage holds every zone, block and facility, with the surface and the inhabitants they have', async () => {
    const bytes = writeGeoPackage(planTables(municipality, plan, municipality.nuclei), {}, '2026-11-22');
    const zones = await readLayer({ 'a.gpkg': bytes }, 'a.gpkg', { layer: 'woonzorgzones' });
    const blocks = await readLayer({ 'a.gpkg': bytes }, 'a.gpkg', { layer: 'bouwblokken' });
    const facilities = await readLayer({ 'a.gpkg': bytes }, 'a.gpkg', { layer: 'voorzieningen' });
    expect([zones.rows.length, blocks.rows.length, facilities.rows.length]).toEqual([plan.zones.length, municipality.blocks.length, municipality.facilities.length]);
    const surface = sum(zones.rows.map(({ geometry }) => (geometry?.ok && geometry.value?.kind === 'polygons' ? areaM2(geometry.value.shape) : NaN)));
    const ofBlocks = sum(municipality.blocks.filter(({ id }) => plan.zoneOfBlock[id] !== undefined).map(({ shape }) => areaM2(shape)));
    expect(surface / ofBlocks).toBeCloseTo(1, 9);
    expect(sum(zones.rows.map(({ values }) => Number(values['inwoners'])))).toBe(sum(municipality.blocks.filter(({ id }) => plan.zoneOfBlock[id] !== undefined).map(({ inhabitants }) => inhabitants)));
    expect(Object.fromEntries(blocks.rows.filter(({ values }) => values['zone'] !== '').map(({ values }) => [values['id'], values['zone']]))).toEqual(plan.zoneOfBlock);
  });

  test('a block of one to four inhabitants is hidden, and its zone’s total does not give it away', () => {
    // Two blocks of one zone: 3 inhabitants and the rest. Hiding 3 alone would be told by the zone's total.
    const [first, second] = municipality.blocks as [Municipality['blocks'][number], Municipality['blocks'][number], ...Municipality['blocks']];
    const small: Municipality = { ...municipality, blocks: [{ ...first, inhabitants: 3 }, { ...second, inhabitants: 500 }, ...municipality.blocks.slice(2)] };
    const pair: Plan = { ...plan, zones: [{ id: 'z', name: 'Z', locked: false }], zoneOfBlock: { [first.id]: 'z', [second.id]: 'z' } };
    const blocks = planTables(small, pair, []).find(({ name }) => name === 'bouwblokken')!;
    expect(blocks.rows.filter(({ values }) => values[2] === 'z').map(({ values }) => values.slice(4))).toEqual([[null, 'verborgen'], [null, 'verborgen']]);
    expect(blocks.rows.flatMap(({ values }) => (typeof values[4] === 'number' && values[4] > 0 && values[4] < 5 ? [values] : []))).toEqual([]);
  });

  test('the CSV names for each block its zone', () => {
    const lines = writeCsv(planTables(municipality, plan, []).find(({ name }) => name === 'bouwblokken')!).trimEnd().split('\r\n');
    expect(lines[0]).toBe('\uFEFFid;naam;zone;zone_naam;inwoners;inwoners_status');
    expect(lines).toHaveLength(municipality.blocks.length + 1);
    const { id } = municipality.blocks[0]!;
    expect(lines.find((line) => line.startsWith(`${id};`))).toContain(`;${plan.zoneOfBlock[id]!};`);
  });

  test('the workbook has a sheet for each table, and its totals are those of the analysis', async () => {
    const analysis = analyse(municipality, plan, norms);
    const bytes = await writePlanWorkbook(analysis, norms, planTables(municipality, plan, municipality.nuclei));
    const sheet = await readLayer({ 'a.xlsx': bytes }, 'a.xlsx', { layer: 'Cijfers per zone' });
    expect(sheet.problem).toBeNull();
    const named = new Map(sheet.rows.map(({ values }) => [values['Woonzorgzone'], values]));
    for (const { name, inhabitants } of analysis.zones) {
      expect(inhabitants.count.kind === 'known' ? named.get(name)?.[`Inwoners (personen, ${inhabitants.year})`] : null).toBe(String(inhabitants.count.kind === 'known' ? inhabitants.count.value : ''));
    }
    expect((await readLayer({ 'a.xlsx': bytes }, 'a.xlsx', { layer: 'Bouwblokken met hun zone' })).rows).toHaveLength(municipality.blocks.length);
    expect((await readLayer({ 'a.xlsx': bytes }, 'a.xlsx', { layer: 'Herkomst' })).rows.map(({ values }) => Object.values(values).join()).join(' ')).toContain('Fictieve gegevens');
  });
}, 60_000);
