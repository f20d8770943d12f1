/**
 * Reads one file in a process of its own, so that peak memory is its own, and prints one line of JSON.
 * `node scripts/bench/read-rows.ts <file> <format>`; the format "plain" is a csv-parse loop over a CSV file.
 */
import { createReadStream } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parse } from 'csv-parse';
import { openFolder } from '@woonzorgzones/files';
import { fileSchema } from '../../packages/files/src/manifest.ts';
import { FileReading } from '../../packages/files/src/read/read-file.ts';

const [path, format] = process.argv.slice(2) as [string, string];

const mappings: Readonly<Record<string, Record<string, unknown>>> = {
  flanders: {
    format: 'csv', columns: { id: 'address_id', name: 'streetname_nl', x: 'EPSG:31370_x', y: 'EPSG:31370_y' },
    cut: { column: 'municipality_id', values: ['11000'] }, keep: { column: 'status', values: ['current'] },
  },
  csv: { format: 'csv', columns: { id: 'id', name: 'naam', x: 'x', y: 'y' } },
  xlsx: { format: 'xlsx', columns: { id: 'id', name: 'naam', x: 'x', y: 'y' } },
  geojson: { format: 'geojson', columns: { id: 'id', name: 'naam' } },
  gpkg: { format: 'gpkg', columns: { id: 'id', name: 'naam' } },
  shapefile: { format: 'shapefile', columns: { id: 'id', name: 'naam' } },
  gtfs: { format: 'gtfs', columns: { id: 'stop_id', name: 'stop_name', lat: 'stop_lat', lon: 'stop_lon' } },
};

async function plain(): Promise<{ rows: number; taken: number }> {
  let rows = 0;
  for await (const record of createReadStream(path).pipe(parse({ bom: true }))) rows += (record as readonly string[]).length > 0 ? 1 : 0;
  return { rows: rows - 1, taken: rows - 1 };
}

async function ours(): Promise<{ rows: number; taken: number }> {
  const file = fileSchema.parse({
    path: basename(path), role: 'facilities', title: 'Meting', licence: null, attribution: null, referenceDate: null, constants: { category: 'school' }, ...mappings[format],
  });
  const reading = new FileReading(file, openFolder(dirname(path)), null);
  await reading.points((row) => {
    const name = row.required('name');
    return name === null ? null : { id: row.text('id'), name };
  });
  if (reading.problem !== null) throw new Error(JSON.stringify(reading.problem));
  return { rows: reading.ledger.rowsRead, taken: reading.ledger.rowsTaken };
}

const started = performance.now();
const counted = format === 'plain' ? await plain() : await ours();
console.log(JSON.stringify({ ...counted, seconds: (performance.now() - started) / 1000, peakMiB: process.resourceUsage().maxRSS / 1024 }));
