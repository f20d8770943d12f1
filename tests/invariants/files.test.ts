import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawing } from '../fuzz/mutate.ts';
import { readDamaged } from '../fuzz/read-damaged.ts';
import { fuzzed } from '../fuzz/seeds.ts';

/** How files begin, so that bytes out of nowhere come past the door. */
const beginnings = ['', 'PK\u0003\u0004', '\u001f\u008b\u0008', 'SQLite format 3\u0000', '\u0000\u0000\u0027\u000a', '{"type":"FeatureCollection","features":[', 'id,naam\n', '<?xml version="1.0"?><osm>', '\u0000\u0000\u0000\u000d\n\tOSMHeader'];

test.each(fuzzed)('no bytes crash the reader of $name, and its books add up', async ({ file }) => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 300 }), async (beginning, bytes) => {
      expect(['read', 'told']).toContain(await readDamaged(file, Buffer.concat([Buffer.from(beginning, 'latin1'), bytes])));
    }),
    { numRuns: 30 },
  );
}, 60_000);

test.each(fuzzed)('no damage to a good $name crashes its reader, and its books add up', async (target) => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      expect(['read', 'told']).toContain(await readDamaged(target.file, target.make(drawing(seed))));
    }),
    { numRuns: 30 },
  );
}, 60_000);
