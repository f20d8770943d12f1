import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inSeconds, median, type Row } from './table.ts';

interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
}
interface ReportRun {
  readonly report: Measured;
  readonly map: Measured;
  readonly baseline: Measured;
  readonly bytes: readonly number[];
  readonly pages: number;
  readonly peakMiB: number;
}

const root = join(import.meta.dirname, '..', '..');
const runs = 3;

/** The full report (PDF, workbook, GeoPackage) and one map on A3, each run in a process of its own. */
export function reportIn(town: 'sample' | 'genk', name: string): readonly Row[] {
  const measured = Array.from({ length: runs }, (): ReportRun => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/bench/report-run.ts'), town], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as ReportRun;
  });
  const first = measured[0]!;
  const row = (what: string, of: (run: ReportRun) => Measured, baseline: string): Row => ({
    what: `${what}, ${name}`, runs, median: `${inSeconds(median(measured.map((run) => of(run).seconds)))} (${inSeconds(median(measured.map((run) => of(run).cpuSeconds)))} CPU)`,
    best: inSeconds(Math.min(...measured.map((run) => of(run).seconds))), peakMiB: `${Math.max(...measured.map(({ peakMiB }) => peakMiB)).toFixed(0)} MiB`, baseline,
  });
  const packing = inSeconds(median(measured.map(({ baseline }) => baseline.seconds)));
  return [
    row(`report of ${first.pages} pages with XLSX and GeoPackage (${(first.bytes.reduce((sum, bytes) => sum + bytes, 0) / 1e6).toFixed(1)} MB)`, ({ report }) => report, `packing the same bytes once: ${packing}`),
    row('one map on A3 as PDF', ({ map }) => map, `packing the report once: ${packing}`),
  ];
}
