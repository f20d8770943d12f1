/** Reads a damaged file as an import and as a peek would, and holds the books to their sums. */
import { readOsm } from '../../packages/files/src/osm.ts';
import type { ManifestFile } from '../../packages/files/src/manifest.ts';
import { peekFile } from '../../packages/files/src/read/peek.ts';
import { FileReading } from '../../packages/files/src/read/read-file.ts';
import type { Row } from '../../packages/files/src/read/row.ts';

/** Asks a row for everything a role could ask it for. */
function anything(row: Row) {
  const name = row.required('name');
  return name === null ? null : { id: row.text('id'), name, capacity: row.optionalWhole('capacity', 0, 1_000_000) };
}

const wholeBoxed = { plane: 'lambert2008', box: null, basemap: true, placeOf: (tags: Readonly<Record<string, string | undefined>>) => tags['amenity'] ?? null } as const;

async function readRows(file: ManifestFile, reading: FileReading): Promise<void> {
  if (file.format === 'osm') {
    const bytes = await reading.content();
    if (bytes !== null) readOsm(bytes, wholeBoxed);
  } else {
    const { points, shapes } = await reading.pointsAndShapes(anything);
    for (const { x, y } of points) if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Error('A point that is nowhere was taken');
    for (const { geometry } of shapes) if (!geometry.flat().every((ring) => ring.every(Number.isFinite))) throw new Error('A shape that is nowhere was taken');
  }
}

/** Whether the file could be read; throws where a reader crashes or its sums do not fit. */
export async function readDamaged(file: ManifestFile, bytes: Uint8Array): Promise<'read' | 'told'> {
  const open = () => Promise.resolve((async function* () {
    yield await Promise.resolve(bytes);
  })());
  const reading = new FileReading(file, open, null);
  await readRows(file, reading);
  const { rowsRead, rowsTaken, refused, waiting, leftOut, elsewhere } = reading.ledger.state();
  const keptOut = leftOut?.values.reduce((sum, { rows }) => sum + rows, 0) ?? 0;
  if (reading.problem === null && rowsRead !== rowsTaken + refused.length + waiting.length + keptOut + elsewhere) throw new Error('Rows were lost');
  await peekFile('bestand', open);
  return reading.problem === null ? 'read' : 'told';
}
