/** Rows a second of every format that is read, and the memory that a list of all Flanders takes; each beside a csv-parse loop. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeGeoPackage, writeShapefile, writeWorkbook, writeZip, zipShapefile, type SketchedTable } from '../../tests/format-files.ts';
import { writeAddressesOfFlanders } from './addresses-of-flanders.ts';
import { inSeconds, median, type Row } from './table.ts';

const runs = 3;
const rowsPerFormat = 100_000;
const flandersMegabytes = 600;

interface Measured {
  readonly rows: number;
  readonly taken: number;
  readonly seconds: number;
  readonly peakMiB: number;
}

function measure(path: string, format: string): Measured {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'read-rows.ts'), path, format], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

/** The median of ours beside the median of the loop, run in turns. */
function beside(what: string, path: string, format: string, csv: string): Row {
  const ours: Measured[] = [];
  const plain: Measured[] = [];
  for (let run = 0; run < runs; run++) {
    ours.push(measure(path, format));
    plain.push(measure(csv, 'plain'));
  }
  const seconds = median(ours.map((one) => one.seconds));
  const baseline = median(plain.map((one) => one.seconds));
  const { rows, taken } = ours[0]!;
  const perSecond = (count: number, time: number) => `${Math.round(count / time / 1000)} thousand rows/s`;
  return {
    what: `${what}: ${rows} rows, ${taken} taken, ${(statSync(path).size / 1e6).toFixed(0)} MB, ${perSecond(rows, seconds)}`, runs, median: inSeconds(seconds),
    best: inSeconds(Math.min(...ours.map((one) => one.seconds))), peakMiB: `${Math.max(...ours.map((one) => one.peakMiB)).toFixed(0)} MiB`,
    baseline: `csv-parse loop over ${csv === path ? 'the same file' : 'the rows as CSV'}: ${inSeconds(baseline)}, ${perSecond(plain[0]!.rows, baseline)} (ours takes ${(seconds / baseline).toFixed(2)} times that)`,
  };
}

function table(): SketchedTable {
  const rows = Array.from({ length: rowsPerFormat }, (_, i) => ({
    values: [`a${i}`, `Burgemeester Van den Bosschestraat ${i % 900}`, i % 250, 200_000 + (i % 30_000) + 0.25, 180_000 + (i % 9000) + 0.5],
    geometry: { type: 'Point', coordinates: [200_000 + (i % 30_000) + 0.25, 180_000 + (i % 9000) + 0.5] } as const,
  }));
  return { columns: ['id', 'naam', 'nummer', 'x', 'y'], rows };
}

/** A timetable of a region: stops, and the times of trips that call at thirty of them each. */
function timetable(times: number): Buffer {
  const stops = Array.from({ length: 30_000 }, (_, i) => `s${i},"Genk, halte ${i}",50.9${i % 90},5.4${i % 90}`);
  const trips = Array.from({ length: times / 30 }, (_, i) => `r,${i % 2 === 0 ? 'week' : 'zondag'},t${i}`);
  const calls = Array.from({ length: times }, (_, i) => `t${Math.floor(i / 30)},${String(7 + (i % 12)).padStart(2, '0')}:15:00,${String(7 + (i % 12)).padStart(2, '0')}:15:00,s${(i * 7) % 30_000},${(i % 30) + 1}`);
  return writeZip([
    { name: 'stops.txt', bytes: `stop_id,stop_name,stop_lat,stop_lon\n${stops.join('\n')}` },
    { name: 'trips.txt', bytes: `route_id,service_id,trip_id\n${trips.join('\n')}` },
    { name: 'calendar.txt', bytes: 'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nweek,1,1,1,1,1,0,0,20240902,20241220\nzondag,0,0,0,0,0,0,1,20240902,20241220\n' },
    { name: 'stop_times.txt', bytes: `trip_id,arrival_time,departure_time,stop_id,stop_sequence\n${calls.join('\n')}` },
  ]);
}

export async function filesIn(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wzz-bench-'));
  const put = (name: string, bytes: string | Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  try {
    const sketched = table();
    const { columns, rows } = sketched;
    const csv = put('rijen.csv', [columns.join(','), ...rows.map(({ values }) => values.join(','))].join('\n'));
    const features = rows.map(({ values, geometry }) => ({ type: 'Feature', properties: Object.fromEntries(columns.map((column, i) => [column, values[i]])), geometry }));
    const out = [
      beside('CSV', csv, 'csv', csv),
      beside('GeoJSON', put('rijen.geojson', JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'EPSG:31370' } }, features })), 'geojson', csv),
      beside('GeoPackage', put('rijen.gpkg', writeGeoPackage([{ ...sketched, name: 'rijen', srsId: 31370 }])), 'gpkg', csv),
      beside('Shapefile (zip)', put('rijen.zip', zipShapefile('rijen', writeShapefile(sketched), null, 'UTF-8')), 'shapefile', csv),
      beside('XLSX', put('rijen.xlsx', writeWorkbook([{ name: 'Blad1', rows: [columns, ...rows.map(({ values }) => values)] }])), 'xlsx', csv),
      beside('GTFS, 1.5 million stop times', put('gtfs.zip', timetable(1_500_000)), 'gtfs', csv),
    ];
    const flanders = join(folder, 'openaddress-bevlg.csv');
    const expected = await writeAddressesOfFlanders(flanders, flandersMegabytes);
    const whole = beside('addresses of Flanders, cut to one municipality', flanders, 'flanders', flanders);
    if (!whole.what.includes(` ${expected} taken`)) throw new Error(`${expected} addresses should have been taken: ${whole.what}`);
    return [...out, whole];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
