import { expect, test } from 'vitest';
import { areaM2 } from '../geo/polygon.ts';
import { liveOutlines } from './live-outlines.ts';
import { paperTown, paperX, paperY } from './paper-town.ts';
import { zoneOutlines } from './outlines.ts';

// Three columns, two rows; blocks are numbered column by column.
const town = paperTown({ columns: 3, rows: 2, sizeMetres: 1000, inhabitants: () => 900 });
const outlines = liveOutlines(town, (xy) => xy);
const zoneOf = Int32Array.of(0, 0, 0, 1, 1, 1);

test('the outline of a zone is that of the whole division', () => {
  const all = zoneOutlines(town, { zones: [{ id: 'a' }], zoneOfBlock: Object.fromEntries([0, 1, 2].map((block) => [town.blocks[block]!.id, 'a'])) });
  expect(areaM2(outlines.outline(0, [0, 1, 2], zoneOf))).toBe(areaM2(all[0]!.shape));
  expect(areaM2(outlines.outline(0, [0, 1, 2], zoneOf))).toBe(3_000_000);
  expect(outlines.outline(2, [], zoneOf)).toEqual([]);
});

test('the border nearest to a place, with its two zones; also with what is in no zone; none where borders are far', () => {
  // Zone 0 holds the west column and the south of the middle one.
  expect(outlines.borderNear(zoneOf, paperX + 1020, paperY + 1500, 50)).toEqual({ zones: [0, 1], metres: 20 });
  expect(outlines.borderNear(zoneOf, paperX + 500, paperY + 500, 50)).toBeNull();
  expect(outlines.borderNear(Int32Array.of(0, 0, 0, -1, -1, -1), paperX + 1020, paperY + 1500, 50)).toEqual({ zones: [-1, 0], metres: 20 });
});
