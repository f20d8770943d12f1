import { categoryIds, type NormSet, type Plan } from '@woonzorgzones/core/model';
import { analyse } from '@woonzorgzones/core/needs';
import { expect, test } from 'vitest';
import { smallTown } from '../../../../../tests/api/small-town.ts';
import { rowsOf } from './zone-rows.ts';

const norms: NormSet = { id: 'proef', name: 'Proef', version: 1, norms: [] };
const zones = [{ id: 'z', name: 'Z', locked: false }];
const plan: Plan = { dataset: 'd', normSet: 'proef', name: 'Proef', zones, zoneOfBlock: Object.fromEntries(smallTown.blocks.map(({ id }) => [id, 'z'])) };
const rowOf = (town: typeof smallTown) => rowsOf(zones, analyse(town, plan, norms))[0];

test('the facilities of a zone are counted, and may be more where the files do not list every category', () => {
  // The paper town has three facilities, all in its one zone.
  expect(rowOf({ ...smallTown, inventoried: categoryIds })).toMatchObject({ facilities: { kind: 'known', value: 3 }, mayHoldMore: false });
  expect(rowOf(smallTown)).toMatchObject({ facilities: { kind: 'known', value: 3 }, mayHoldMore: true });
});

test('a zone that was not kept yet has nothing counted', () => {
  expect(rowsOf([...zones, { id: 'new', name: 'Zone 2', locked: false }], analyse(smallTown, plan, norms))[1]).toMatchObject({ name: 'Zone 2', inhabitants: { kind: 'unknown' }, facilities: { kind: 'unknown' } });
});
