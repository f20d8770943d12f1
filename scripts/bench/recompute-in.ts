import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { inSeconds, median, type Row } from './table.ts';

const root = join(import.meta.dirname, '..', '..');

interface Recomputed {
  readonly scratch: readonly number[];
  readonly changed: readonly { readonly category: string; readonly seconds: readonly number[] }[];
  readonly peakMiB: number;
}

/** All gaps after a facility was moved, per kind of facility; beside it the same from scratch. */
export function recomputeIn(town: string, name: string): readonly Row[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/bench/recompute.ts'), town], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const { scratch, changed, peakMiB } = JSON.parse(stdout) as Recomputed;
  return changed.map(({ category, seconds }) => ({
    what: `all gaps after moving one ${category}, ${name}`, runs: seconds.length, median: inSeconds(median(seconds)), best: inSeconds(Math.min(...seconds)),
    peakMiB: `${peakMiB.toFixed(0)} MiB`, baseline: `everything from scratch: ${inSeconds(median(scratch))}`,
  }));
}
