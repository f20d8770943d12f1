import { expect, test } from 'vitest';
import { smallTown, smallTownInhabitants } from '../../../../tests/api/small-town.ts';
import { compareMunicipalities } from './compare-municipalities.ts';
import type { Municipality } from './municipality.ts';

const [home] = smallTown.blocks;
if (!home) throw new Error('The small town has blocks.');

const withSource = (change: Partial<Municipality['sources'][number]>): Municipality => ({ ...smallTown, sources: smallTown.sources.map((source) => ({ ...source, ...change })) });

/** The columns of addresses without the row at an index. */
function withoutAddress({ addresses }: Municipality, row: number): Municipality['addresses'] {
  const others = <T>(column: readonly T[]) => column.filter((_, i) => i !== row);
  return {
    ids: others(addresses.ids),
    streets: others(addresses.streets),
    numbers: others(addresses.numbers),
    xy: addresses.xy.filter((_, i) => Math.floor(i / 2) !== row),
    block: addresses.block.filter((_, i) => i !== row),
    dwellings: addresses.dwellings.filter((_, i) => i !== row),
    persons: addresses.persons.filter((_, i) => i !== row),
  };
}

test('a dataset beside itself differs in nothing, whatever its files are called', () => {
  const same = compareMunicipalities(smallTown, withSource({ file: 'ander.geojson' }));
  expect(same).toMatchObject({ same: true, inhabitants: { before: smallTownInhabitants, after: smallTownInhabitants }, parts: [] });
  expect(same.blocks).toMatchObject({ count: { before: 48, after: 48 }, added: [], removed: [], changed: [] });
  expect(same.facilities).toMatchObject({ added: [], removed: [], changed: [] });
  expect(same.addresses).toMatchObject({ added: 0, removed: 0, moved: 0 });
  expect(same.sources.map(({ change }) => change)).toEqual(['same']);
});

test('blocks are matched by id: new, gone, with other people, another name or another surface', () => {
  const [first, second, third, fourth, ...rest] = smallTown.blocks;
  if (!first || !second || !third || !fourth) throw new Error('The small town has blocks.');
  const larger = fourth.shape.map((polygon) => polygon.map((ring) => ring.map((value) => value * 2)));
  const after = { ...smallTown, blocks: [
    { ...first, id: 'nieuw', name: 'Nieuwe wijk', inhabitants: 40 }, { ...second, inhabitants: second.inhabitants + 30 }, { ...third, name: 'Derde' }, { ...fourth, shape: larger }, ...rest,
  ] };
  const { blocks, same } = compareMunicipalities(smallTown, after);
  expect(same).toBe(false);
  expect(blocks.added).toEqual([{ id: 'nieuw', name: 'Nieuwe wijk', inhabitants: 40 }]);
  expect(blocks.removed).toEqual([{ id: first.id, name: first.name, inhabitants: first.inhabitants }]);
  expect(blocks.changed.map(({ id }) => id)).toEqual([second.id, third.id, fourth.id]);
  expect(blocks.changed[0]).toMatchObject({ inhabitants: { before: second.inhabitants, after: second.inhabitants + 30 }, areaM2: null });
  expect(blocks.changed[1]).toMatchObject({ name: { before: third.name, after: 'Derde' } });
  // 400 m × 400 m, and twice as long both ways.
  expect(blocks.changed[2]?.areaM2?.before).toBeCloseTo(160_000, 3);
  expect(blocks.changed[2]?.areaM2?.after).toBeCloseTo(640_000, 3);
});

test('addresses keep their identity by id, and by street and number where the id is another', () => {
  const { addresses } = smallTown;
  const count = addresses.ids.length;
  // Row 0 gets another id (same street and number), row 1 moves 7 m east, row 2 is gone.
  const after = withoutAddress({ ...smallTown, addresses: {
    ...addresses, ids: addresses.ids.map((id, i) => (i === 0 ? 'ander-id' : id)), xy: addresses.xy.map((value, i) => (i === 2 ? value + 7 : value)),
  } }, 2);
  expect(compareMunicipalities(smallTown, { ...smallTown, addresses: after }).addresses)
    .toEqual({ count: { before: count, after: count - 1 }, added: 0, removed: 1, moved: 1, dwellings: { before: count, after: count - 1 } });
});

test('a facility is the same by id, by kind and name, or by kind and place; what changed about it is told', () => {
  const [wzc, ldc, halte] = smallTown.facilities;
  if (!wzc || !ldc || !halte) throw new Error('The small town has facilities.');
  const after = { ...smallTown, facilities: [
    { ...wzc, capacity: 75, recognised: true },
    { ...ldc, id: 'g2', x: ldc.x + 100, name: 'voorziening F2' },
    { ...halte, id: 'g3', name: 'Halte Markt' },
    { ...wzc, id: 'g4', category: 'apotheek' as const, name: 'Apotheek Nieuw' },
  ] };
  const { facilities } = compareMunicipalities(smallTown, after);
  expect(facilities).toMatchObject({ count: { before: 3, after: 4 }, removed: [], added: [{ id: 'g4', name: 'Apotheek Nieuw', category: 'apotheek' }] });
  expect(facilities.changed).toEqual([
    { id: 'f1', name: wzc.name, category: 'wzc', changes: [{ field: 'capacity', before: 60, after: 75 }, { field: 'recognised', before: null, after: true }] },
    { id: 'g2', name: 'voorziening F2', category: 'ldc', changes: [{ field: 'name', before: ldc.name, after: 'voorziening F2' }, { field: 'position', metres: 100 }] },
    { id: 'g3', name: 'Halte Markt', category: 'halte', changes: [{ field: 'name', before: halte.name, after: 'Halte Markt' }] },
  ]);
  expect(compareMunicipalities(after, smallTown).facilities.removed).toEqual([{ id: 'g4', name: 'Apotheek Nieuw', category: 'apotheek' }]);
});

test('the order of rows in the files changes nothing', () => {
  const shuffled = { ...smallTown, facilities: smallTown.facilities.toReversed().map((facility) => ({ ...facility, capacity: 1 })), blocks: smallTown.blocks.map((block) => ({ ...block, inhabitants: 1 })).toReversed() };
  const sorted = { ...shuffled, facilities: shuffled.facilities.toReversed(), blocks: shuffled.blocks.toReversed() };
  expect(compareMunicipalities(smallTown, shuffled)).toEqual(compareMunicipalities(smallTown, sorted));
});

test('a source is newer or older by its date, and other where its date does not say', () => {
  const changeTo = (change: Partial<Municipality['sources'][number]>) => compareMunicipalities(smallTown, withSource({ sha256: '1'.repeat(64), ...change })).sources[0]?.change;
  expect(changeTo({ referenceDate: '2027' })).toBe('newer');
  expect(changeTo({ referenceDate: '2025-12-31' })).toBe('older');
  expect(changeTo({ referenceDate: '2026-05' })).toBe('other-content');
  expect(changeTo({ referenceDate: null })).toBe('other-content');
  const more = { ...smallTown, sources: [...smallTown.sources, { ...smallTown.sources[0]!, role: 'water', title: 'Waterlopen', sha256: '2'.repeat(64) }] };
  expect(compareMunicipalities(smallTown, more).sources.map(({ title, change }) => [title, change])).toEqual([['Ruitjespapier', 'same'], ['Waterlopen', 'added']]);
  expect(compareMunicipalities(more, smallTown).sources.map(({ change }) => change)).toEqual(['same', 'removed']);
});

test('other parts are told by their number, and a moved barrier is no "same"', () => {
  const { barriers, basemap } = smallTown;
  expect(compareMunicipalities(smallTown, { ...smallTown, crossings: [], basemap: { ...basemap, water: [] } }).parts)
    .toEqual([{ what: 'crossings', before: 1, after: 0 }, { what: 'water', before: 1, after: 0 }]);
  const moved = compareMunicipalities(smallTown, { ...smallTown, barriers: barriers.map((barrier) => ({ ...barrier, line: barrier.line.map((value) => value + 50) })) });
  expect(moved).toMatchObject({ same: false, parts: [] });
});
