/**
 * npm run bench, the zone engine: quality and CPU on every instance with the published values of others beside ours, losses
 * included. CPU seconds are those of one core of this machine; theirs are of their machines (source: ../shared/zoning.md 1.3).
 * `node scripts/bench/zones.ts [part of a name]` does only what it names.
 */
import { availableParallelism } from 'node:os';
import { delineateInThreads } from '@woonzorgzones/api';
import { splitCoarseBlocks, usualSettings } from '@woonzorgzones/core/zoning';
import { importMunicipality, openFolder, readManifest } from '@woonzorgzones/files';
import type { ZoneProblem } from '../../packages/core/src/zoning/engine/problem.ts';
import { divideIntoZones, mostZones, usualSearch, type ObjectiveFactory, type ZoneSearchSettings } from '../../packages/core/src/zoning/engine/zone-search.ts';
import { generateCity, type CityShape } from '../../tests/generated-city.ts';
import { genkFolder, genkManifest } from '../../tests/genk-manifest.ts';
import { sharedPresent } from '../../tests/shared.ts';
import { attributesOf, cutEdges, gridProblem, heterogeneity, problemOf, readInstance, standardised, townFigures, withinSquares } from '../../tests/zone-instances.ts';

interface Line {
  readonly instance: string;
  readonly measure: string;
  readonly ours: string;
  readonly seconds: string;
  readonly others: string;
  readonly verdict: 'better' | 'equal' | 'worse' | '';
}

const only = process.argv[2] ?? '';
const lines: Line[] = [];

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

interface Runs {
  readonly values: readonly number[];
  readonly seconds: readonly number[];
}

/** The value and CPU of each seed. */
function bySeeds(seeds: number, run: (seed: number) => number): Runs {
  const values: number[] = [];
  const seconds: number[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const started = cpuSeconds();
    values.push(run(seed));
    seconds.push(cpuSeconds() - started);
  }
  return { values, seconds };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

function tell(instance: string, measure: string, { values, seconds }: Runs, best: number, moreIsBetter: boolean, digits: number, others: string): void {
  const ours = moreIsBetter ? Math.max(...values) : Math.min(...values);
  const round = (value: number): number => Number(value.toFixed(digits));
  const gain = (moreIsBetter ? 1 : -1) * (round(ours) - round(best));
  const hits = values.filter((value) => round(value) === round(ours)).length;
  lines.push({
    instance, measure, ours: `${ours.toFixed(digits)} (${hits} of ${values.length} seeds; median ${median(values).toFixed(digits)})`, seconds: median(seconds).toFixed(2), others,
    verdict: gain > 0 ? 'better' : gain < 0 ? 'worse' : 'equal',
  });
}

const wanted = (name: string): boolean => name.includes(only);

function settled(problem: ZoneProblem, settings: Partial<ZoneSearchSettings>, objective: ObjectiveFactory): number {
  const answer = divideIntoZones(problem, { ...usualSearch(problem), starts: 1, alternatives: 0, ...settings }, objective);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.best.excess > 0 ? Infinity : answer.value.best.value;
}

function grids(): void {
  for (const [columns, least] of [[3, 6], [4, 8], [5, 16], [6, 18], [7, 28], [8, 32]] as const) {
    const runs = bySeeds(20, (seed) => settled(gridProblem(columns), { seed, steps: 60_000 }, cutEdges));
    tell(`grid ${columns}×${columns}`, 'cut edges', runs, least, false, 0, `exact ${least}`);
  }
}

function mexico(): void {
  const cases = [[4, null, 1_642_106, 2_147_812, '2.3 s'], [10, null, 5_712_686, 5_894_582, '8.1 s'], [5, 'PCGDP2000', 516_129, 537_146, '2.8 s'], [6, 'PCGDP2000', 678_590, 693_668, '2.4 s']] as const;
  for (const [least, name, best, spopt, time] of cases) {
    const instance = readInstance('mexico');
    const problem = problemOf({ ...instance, pop: instance.pop.map(() => 1) }, { lower: least, upper: Infinity }, undefined, instance.queen);
    const runs = bySeeds(10, (seed) => {
      const answer = mostZones(problem, { ...usualSearch(problem), seed, steps: 100_000, starts: 1, alternatives: 0 }, heterogeneity(attributesOf(instance, name === null ? undefined : [name])));
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value.best.value;
    });
    tell(`Mexico, at least ${least}${name === null ? '' : ', one attribute'}`, 'heterogeneity', runs, best, false, 0, `best known ${best}; spopt ${spopt} (${time})`);
  }
}

function guerry(): void {
  const cases = [[5, 0, 0.4453, 'rgeoda 0.4222, spopt 0.424'], [5, 3236.67, 0.4453, 'rgeoda 0.417'], [8, 3236.67, 0.526, 'rgeoda 0.489, spopt 0.511 (57 s)'], [9, 3236.67, 0.5337, 'rgeoda 0.496, spopt 0.496']] as const;
  for (const [zones, lower, best, others] of cases) {
    const instance = readInstance('guerry');
    const problem = problemOf(instance, { lower, upper: Infinity }, zones, instance.queen);
    const runs = bySeeds(6, (seed) => 1 - settled(problem, { seed, steps: lower === 0 ? 2_400_000 : 1_200_000, starts: lower === 0 ? 6 : 2 }, withinSquares(standardised(attributesOf(instance)))) / 504);
    tell(`Guerry, ${zones} zones${lower > 0 ? ', bound' : ''}`, 'BSS/TSS', runs, best, true, 4, `best known ${best}; ${others}`);
  }
}

/** GerryChain after 10,000 steps (value, seconds) and Gurobi (seconds, range of 15 runs): Validi and Buchanan 2022, table 3 and results/. */
const published: Readonly<Record<string, readonly [gerryChain: string, gurobi: string]>> = {
  ME: ['stalls', '0.1–0.2'], NM: ['17, 148 s', '0.1–0.3'], ID: ['10, 405 s', '0.1'], WV: ['23, 831 s', '1–3'], LA: ['no start', '92–1265'], AL: ['55, 282 s', '956–2783'],
  AR: ['33, 402 s', '23–65'], OK: ['40, 415 s', '4–13'], MS: ['34, 485 s', '32–160'], NE: ['19, 279 s', '0.5–5'], IA: ['33, 577 s', '28–192'], KS: ['32, 1294 s', '10–62'],
};

function counties(): void {
  for (const [state, [gerryChain, gurobi]] of Object.entries(published)) {
    const instance = readInstance(`counties/${state}_county`);
    const problem = problemOf(instance, { lower: instance.L, upper: instance.U }, instance.k);
    const runs = bySeeds(10, (seed) => settled(problem, { seed, steps: 1_500_000 }, cutEdges));
    tell(`${state}, ${instance.n} counties`, 'cut edges', runs, instance.publishedBest, false, 0, `proven ${instance.publishedBest}; GerryChain ${gerryChain}; Gurobi ${gurobi} s`);
  }
}

function town(name: string, problem: ZoneProblem, others: string): void {
  const started = cpuSeconds();
  const answer = divideIntoZones(problem);
  const seconds = cpuSeconds() - started;
  if (!answer.ok) throw new Error(answer.error.code);
  const { best } = answer.value;
  const figures = townFigures(problem, best.zoneOf, best.zones);
  lines.push({
    instance: name, measure: 'in range; barrier inside; PP mean / least; cut',
    ours: `${figures.inRange}/${best.zones}; ${(100 * figures.barrierInside).toFixed(1)} %; ${figures.polsbyPopper.toFixed(2)} / ${figures.worstPolsbyPopper.toFixed(2)}; ${figures.cutKm.toFixed(1)} km`,
    seconds: seconds.toFixed(2), others, verdict: '',
  });
}

function cities(): void {
  const rivals: Readonly<Record<string, string>> = {
    city900: 'Ward 6/12, 81 %, .50; RegionKMeans 4/12, 93 %, .59 (16 s); MaxP 13/13, 86 %, .41 (12 s); GerryChain 12/12, 91 %, .51 (5 s), region-aware 10/12, 0.5 %, .48 (14 s)',
    city300: 'RegionKMeans 6/6, 89 %, .57; AZP 6/6, 95 %, .55 (2.7 s); GerryChain 6/6, 91 %, .59 (2.7 s), region-aware 5/6, 1.8 %, .49 (5.3 s)',
  };
  for (const [name, counts] of [['city300', [6, 7, 8]], ['city900', [11, 12, 13]]] as const) {
    const instance = readInstance(name);
    for (const zones of counts) town(`${name}, ${zones} zones`, problemOf(instance, { lower: 6000, upper: 12_000 }, zones), rivals[name]!);
    const open = problemOf(instance, { lower: 6000, upper: 12_000 }, counts[1]);
    town(`${name}, ${counts[1]} zones, barriers left out`, { ...open, borders: { ...open.borders, closedMetres: new Float64Array(open.borders.u.length) } }, name === 'city900' ? 'RegionKMeans .59, GerryChain .51' : 'RegionKMeans .57, GerryChain .59');
  }
}

function generated(): void {
  const shapes: readonly CityShape[] = ['round', 'long', 'bent', 'twins', 'lake'];
  for (const [i, shape] of shapes.entries()) town(`generated ${shape}, 600 blocks`, generateCity({ seed: 100 + i, units: 600, inhabitants: 80_000, shape, barriers: 'railway-and-canal' }), '');
  town('generated round, 3000 blocks', generateCity({ seed: 7, units: 3000, inhabitants: 150_000, shape: 'round', barriers: 'railway-and-canal' }), 'of a like town (city3000): GerryChain 16/17, 94 %, .35 (4.1 s); Ward 10/17; Skater 8/17 (26 s)');
}

async function realGenk(): Promise<void> {
  const manifest = readManifest(JSON.stringify(genkManifest));
  if (!manifest.ok) throw new Error(JSON.stringify(manifest.error));
  const imported = await importMunicipality(manifest.value, openFolder(genkFolder()));
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  const { municipality } = imported.value;
  for (const [name, ground] of [['real Genk, 30 wijken', municipality], ['real Genk, split finer', splitCoarseBlocks(municipality, usualSettings(municipality).inhabitants) ?? municipality]] as const) {
    const cpu = cpuSeconds();
    const clock = performance.now();
    const drawn = await delineateInThreads(ground, usualSettings(ground), null, availableParallelism(), () => undefined);
    if (!drawn.ok) throw new Error(drawn.error.code);
    const { zones, criteria, proof } = drawn.value;
    lines.push({
      instance: `${name} (${ground.blocks.length} blocks)`, measure: 'zones and inhabitants; wijken split; proof', ours: `${zones.map((zone) => `${zone.name} ${zone.inhabitants}`).join(', ')}; ${criteria.splitWijken}; ${proof}`,
      seconds: `${(cpuSeconds() - cpu).toFixed(2)} (${((performance.now() - clock) / 1000).toFixed(2)} by the clock)`, others: '', verdict: '',
    });
  }
}

if (wanted('grid')) grids();
if (wanted('generated')) generated();
if (sharedPresent) {
  if (wanted('mexico')) mexico();
  if (wanted('guerry')) guerry();
  if (wanted('counties')) counties();
  if (wanted('city')) cities();
  if (wanted('genk')) await realGenk();
} else console.log('../shared is not there: only grids and generated towns.');
const head = ['instance', 'measure', 'ours', 'CPU s', 'others', ''];
console.log([head, head.map(() => '---'), ...lines.map((line) => [line.instance, line.measure, line.ours, line.seconds, line.others, line.verdict])].map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
