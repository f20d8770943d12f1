import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { inSeconds, median, type Row } from './table.ts';

interface Part {
  readonly measured: readonly { readonly what: string; readonly seconds: readonly number[]; readonly baseline: string; readonly baselineSeconds: readonly number[]; readonly note: string }[];
  readonly peakMiB: number;
}

/** Rows of the reach engine, each part in a process of its own; the load of the machine stands beside, as these figures rot under it. */
export const reachIn = (): readonly Row[] => ['build', 'nearest', 'flanders', 'link', 'shared-supply', 'siting'].flatMap((part) => {
  const load = loadavg()[0]!.toFixed(1);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'reach-run.ts'), part], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(stderr);
  const { measured, peakMiB } = JSON.parse(stdout) as Part;
  return measured.map(({ what, seconds, baseline, baselineSeconds, note }): Row => {
    const ours = median(seconds), plain = median(baselineSeconds);
    return {
      what: `${what} (${note}; load ${load})`, runs: seconds.length, median: inSeconds(ours), best: inSeconds(Math.min(...seconds)), peakMiB: `${peakMiB.toFixed(0)} MiB`,
      baseline: `${baseline}: ${inSeconds(plain)} (${(plain / ours).toFixed(1)} ×)`,
    };
  });
});
