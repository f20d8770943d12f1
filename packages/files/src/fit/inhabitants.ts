import type { AgeTable, ControlFigure, Notice } from '@woonzorgzones/core/model';
import type { Manifest } from '../manifest.ts';
import type { FileLedger } from '../read/file-ledger.ts';
import type { Read } from '../read/place.ts';
import type { FileProblem } from '../read/problem.ts';
import type { BlockRow, InhabitantsRow } from '../take/areas.ts';

/** Blocks named in one sentence before the rest is left to the next try. */
const blocksTold = 20;

/** Sums that differ by less come from people who could not be placed (Statbel's ZZZZ row); beyond it a file is wrong. */
const mismatchShare = 0.01;

export interface BlockTotals {
  /** In the order of the blocks; null when no file gives inhabitants per block. */
  readonly totals: readonly number[] | null;
  readonly problems: readonly FileProblem[];
}

/** Inhabitants per block from the file that lists them. A block it does not list is not a block without people. */
function totalsFromFile(
  blocks: readonly BlockRow[], rows: readonly Read<InhabitantsRow, 'none'>[], ledger: FileLedger, blockColumn: string | null,
): BlockTotals {
  const index = new Map(blocks.map(({ id }, place) => [id, place]));
  const known = rows.filter(({ record, place }) => {
    if (index.has(record.block)) return true;
    ledger.refuseTaken(place, blockColumn, `${record.block} (${record.inhabitants})`, 'unknown-block');
    return false;
  });
  const problems: FileProblem[] = [];
  const totals = new Array<number | null>(blocks.length).fill(null);
  for (const [block, sharing] of Map.groupBy(known, ({ record }) => record.block)) {
    totals[index.get(block)!] = sharing[0]!.record.inhabitants;
    if (sharing.length === 1) continue;
    problems.push({ code: 'double-inhabitants-row', place: sharing[1]!.place, facts: { block, lines: sharing.map(({ place }) => place.line ?? 0) } });
  }
  const missing = blocks.filter((_, place) => totals[place] === null).map(({ id }) => id);
  if (missing.length > 0) problems.push({ code: 'block-without-inhabitants-row', place: { area: missing[0]! }, facts: { blocks: missing.slice(0, blocksTold) } });
  return { totals: totals.map((total) => total ?? 0), problems };
}

export function blockTotals(
  blocks: readonly BlockRow[], rows: readonly Read<InhabitantsRow, 'none'>[] | null, ledger: FileLedger | null, blockColumn: string | null,
): BlockTotals {
  if (rows !== null && ledger !== null) return totalsFromFile(blocks, rows, ledger, blockColumn);
  if (blocks.some(({ inhabitants }) => inhabitants === null)) return { totals: null, problems: [] };
  return { totals: blocks.map(({ inhabitants }) => inhabitants ?? 0), problems: [] };
}

export interface TotalInhabitants {
  readonly total: number;
  readonly baseTable: AgeTable | null;
  readonly controls: readonly ControlFigure[];
  readonly notices: readonly Notice[];
  readonly problems: readonly FileProblem[];
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** How many people there are: per block first, else what the manifest says, else the ages of the reference year. Each is held against the others. */
export function totalInhabitants(manifest: Manifest, totals: readonly number[] | null, tables: readonly AgeTable[]): TotalInhabitants {
  const year = manifest.referenceYear;
  const stated = manifest.population.total ?? null;
  const baseTable = tables.find((table) => table.year === year) ?? null;
  const inAges = baseTable === null ? null : sum(baseTable.persons);
  const total = totals === null ? (stated ?? inAges ?? 0) : sum(totals);
  const controls: ControlFigure[] = [];
  const notices: Notice[] = [];
  const problems: FileProblem[] = [];

  if (tables.length > 0 && baseTable === null) {
    problems.push({ code: 'age-year-missing', place: {}, facts: { year, present: tables.map((table) => table.year) } });
  }
  if (totals !== null && stated !== null) {
    controls.push({ what: 'inhabitants-against-manifest', expected: stated, found: total });
    if (Math.abs(total - stated) > mismatchShare * stated) problems.push({ code: 'population-mismatch', place: {}, facts: { expected: stated, found: total } });
  }
  if (total === 0 || inAges === 0) problems.push({ code: 'no-inhabitants', place: {}, facts: {} });
  if (inAges !== null) {
    controls.push({ what: 'inhabitants-against-ages', expected: inAges, found: total });
    if (inAges !== total) notices.push({ code: 'ages-scaled', facts: { year, ages: inAges, inhabitants: total } });
  }
  if (tables.length === 0) notices.push({ code: 'no-ages', facts: {} });
  return { total, baseTable, controls, notices, problems };
}
