import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan } from '@woonzorgzones/core/model';
import { divisionPreview } from '../../packages/api/src/division-proposal.ts';
import { planTables, readDivision, writeCsv, writeGeoJson, writePlanFile, writeShapefiles } from '../../packages/files/src/index.ts';
import { smallDataset, smallTown } from '../api/small-town.ts';

/** Any names a planner may give: with signs that CSV, dBASE and SQL treat apart. */
const zoneName = fc.string({ unit: fc.constantFrom('a', 'B', 'é', ' ', ';', '"', ',', "'", '-', '1', 'ß'), minLength: 1, maxLength: 12 })
  .map((name) => name.trim()).filter((name) => name !== '' && !/^[-=+@]/.test(name));

/** Any division of the small town into one to five zones, some blocks in none; every zone has a block. */
const anyPlan: fc.Arbitrary<Plan> = fc.uniqueArray(zoneName, { minLength: 1, maxLength: 5, selector: (name) => name.toLowerCase() }).chain((names) =>
  fc.array(fc.integer({ min: -1, max: names.length - 1 }), { minLength: smallTown.blocks.length, maxLength: smallTown.blocks.length }).map((places) => {
    for (const [zone] of names.entries()) places[zone] = zone;
    return {
      dataset: smallDataset.hash, normSet: 'vlaanderen', name: 'Proef', zones: names.map((name, zone) => ({ id: `z${zone}`, name, locked: false })),
      zoneOfBlock: Object.fromEntries(smallTown.blocks.flatMap(({ id }, block): [string, string][] => (places[block]! < 0 ? [] : [[id, `z${places[block]!}`]]))),
    };
  }));

const blocks = new Set(smallTown.blocks.map(({ id }) => id));

/** Reads the bytes as a new plan's zones; what a preview says of them is checked on the way. */
async function partitionIn(file: string, bytes: Uint8Array | string, plan: Plan) {
  const read = await readDivision(file, () => Promise.resolve((async function* () { yield await Promise.resolve(typeof bytes === 'string' ? Buffer.from(bytes) : bytes); })()), blocks, null);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const preview = divisionPreview(smallTown, null, read.value);
  expect(preview.refused).toEqual([]);
  expect(preview.cut).toEqual([]);
  expect(preview.overlaps).toEqual([]);
  // Into the plan it came from, it is no change.
  expect(divisionPreview(smallTown, plan, read.value).changesNothing).toBe(true);
  const names = new Map(preview.edit.zones.map(({ id, name }) => [id, name]));
  return Object.fromEntries<string>(Object.entries(preview.edit.zoneOfBlock).map(([block, zone]): [string, string] => [block, names.get(zone)!]).sort());
}

const forms: Readonly<Record<string, (plan: Plan) => readonly [file: string, bytes: Uint8Array | string]>> = {
  'GeoPackage with the log inside': (plan) => ['plan.gpkg', writePlanFile(planTables(smallTown, plan, []), { dataset: plan.dataset, municipality: smallTown.name, initial: plan, entries: [] }, '2026-11-22')],
  GeoJSON: (plan) => ['plan.geojson', writeGeoJson(planTables(smallTown, plan, []).find(({ name }) => name === 'woonzorgzones')!)],
  Shapefiles: (plan) => ['plan.zip', writeShapefiles(planTables(smallTown, plan, []), '2026-11-22')],
  'CSV of blocks': (plan) => ['plan.csv', writeCsv(planTables(smallTown, plan, []).find(({ name }) => name === 'bouwblokken')!)],
};

test.each(Object.entries(forms))('a plan that goes out as %s and comes in again has the same zones', async (_, write) => {
  await fc.assert(fc.asyncProperty(anyPlan, async (plan) => {
    const names = new Map(plan.zones.map(({ id, name }) => [id, name]));
    const before = Object.fromEntries<string>(Object.entries(plan.zoneOfBlock).map(([block, zone]): [string, string] => [block, names.get(zone)!]).sort());
    expect(await partitionIn(...write(plan), plan)).toEqual(before);
  }), { numRuns: 12, seed: 2008 });
}, 60_000);
