import type { AgeTable, ControlFigure, ImportPlace, Notice } from '@woonzorgzones/core/model';
import type { Manifest } from '../manifest.ts';
import type { Read } from '../read/place.ts';
import type { FileProblem } from '../read/problem.ts';
import type { FileReading } from '../read/read-file.ts';
import type { BlockRow, InhabitantsRow } from '../take/areas.ts';
import { indexCodes, type FoundCode } from './code-index.ts';
import type { Grouping } from './grouping.ts';

/** Blocks named in one sentence before the rest is left to the next try. */
const blocksTold = 20;

/** Sums that differ by less come from people who could not be placed (Statbel's ZZZZ row); beyond it a file is wrong. */
const mismatchShare = 0.01;

export interface BlockTotals {
  /** In the order of the blocks; null when no file gives inhabitants per block. */
  readonly totals: readonly number[] | null;
  readonly notices: readonly Notice[];
  readonly problems: readonly FileProblem[];
}

type Rows = readonly Read<InhabitantsRow, 'none'>[];

/** Where people of a row live: in a block, or in a part of one that a grouping names. */
interface Homes {
  readonly blockOf: (code: string) => FoundCode | null;
  /** Parts of blocks that a file should list, beside the blocks themselves where it does not. */
  readonly parts: ReadonlyMap<string, number>;
}

/** Finds the block of a code, also of a part of a block that a grouping names. */
export function homesOf(blocks: readonly BlockRow[], groupings: readonly Grouping[]): Homes {
  const ofBlock = indexCodes(blocks.map(({ id }) => id));
  const parts = new Map(groupings.flatMap(({ blockOfPart }) => [...blockOfPart]));
  const names = [...parts.keys()];
  const ofPart = indexCodes(names);
  const blockOf = (code: string) => {
    const block = ofBlock(code);
    if (block !== null) return block;
    const part = ofPart(code);
    return part === null ? null : { ...part, index: parts.get(names[part.index]!)! };
  };
  return { blockOf, parts };
}

/** Codes that a file should list and does not: blocks nobody speaks of, and parts of blocks where it lists parts. */
function codesNotListed(blocks: readonly BlockRow[], told: ReadonlySet<number>, listed: ReadonlySet<string>, parts: ReadonlyMap<string, number>): string[] {
  const ofBlocks = blocks.flatMap(({ id }, index) => (told.has(index) ? [] : [id]));
  const isListed = indexCodes([...listed]);
  const listsParts = [...parts.keys()].some((part) => isListed(part) !== null);
  return listsParts ? [...ofBlocks, ...[...parts.keys()].filter((part) => isListed(part) === null)] : ofBlocks;
}

/**
 * Inhabitants per block from the file that lists them. A block it does not list is not a block without people, unless the
 * manifest says that the file lists all people and every row of it found its block.
 */
function totalsFromFile(blocks: readonly BlockRow[], rows: Rows, { file, ledger }: FileReading, groupings: readonly Grouping[]): BlockTotals {
  const { blockOf, parts } = homesOf(blocks, groupings);
  const column = file.columns['block'] ?? null;
  const totals = new Float64Array(blocks.length);
  const told = new Set<number>();
  const firstOf = new Map<string, ImportPlace>();
  const problems: FileProblem[] = [];
  let nowhere = 0;
  let refused = 0;
  for (const { record: { block: code, inhabitants }, place } of rows) {
    if (code === null) {
      nowhere += inhabitants;
      continue;
    }
    const found = blockOf(code);
    if (found === null) {
      refused += 1;
      ledger.refuseTaken(place, column, `${code} (${inhabitants})`, 'unknown-block');
      continue;
    }
    const first = firstOf.get(code);
    if (first !== undefined) problems.push({ code: 'double-inhabitants-row', place, facts: { block: code, lines: [first.line ?? 0, place.line ?? 0] } });
    else firstOf.set(code, place);
    if (!found.isExact) ledger.repair('code-without-hyphen', place);
    told.add(found.index);
    totals[found.index]! += inhabitants;
  }
  const notices: Notice[] = nowhere > 0 ? [{ code: 'inhabitants-nowhere', facts: { inhabitants: nowhere } }] : [];
  const missing = codesNotListed(blocks, told, new Set(firstOf.keys()), parts);
  if (missing.length > 0) {
    const facts = { blocks: missing.slice(0, blocksTold) };
    if (file.unlisted === 'zero' && refused === 0) notices.push({ code: 'blocks-unlisted', facts });
    else problems.push({ code: 'block-without-inhabitants-row', place: { area: missing[0]! }, facts });
  }
  return { totals: [...totals], notices, problems };
}

export function blockTotals(blocks: readonly BlockRow[], rows: Rows | null, reading: FileReading | null, groupings: readonly Grouping[]): BlockTotals {
  if (rows !== null && reading !== null) return totalsFromFile(blocks, rows, reading, groupings);
  if (blocks.some(({ inhabitants }) => inhabitants === null)) return { totals: null, notices: [], problems: [] };
  return { totals: blocks.map(({ inhabitants }) => inhabitants ?? 0), notices: [], problems: [] };
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
