import type { Division, Indicator } from '@woonzorgzones/core/model';
import type { Read } from '../read/place.ts';
import type { FileReading } from '../read/read-file.ts';
import { byText } from '../take/ids.ts';
import type { IndicatorRow } from '../take/indicators.ts';
import { indexCodes } from './code-index.ts';

export interface IndicatorFile {
  readonly reading: FileReading;
  readonly rows: readonly Read<IndicatorRow, 'none'>[];
  /** Index of the file among the sources. */
  readonly source: number;
}

/** Which blocks a code of a file stands for. */
type BlocksOf = (code: string) => { readonly blocks: readonly number[]; readonly isExact: boolean } | null;

function byBlock(blockIds: readonly string[]): BlocksOf {
  const find = indexCodes(blockIds);
  return (code) => {
    const found = find(code);
    return found && { blocks: [found.index], isExact: found.isExact };
  };
}

function byArea({ areas, areaOfBlock }: Division): BlocksOf {
  const find = indexCodes(areas.map(({ id }) => id));
  return (code) => {
    const found = find(code);
    return found && { blocks: [...areaOfBlock.keys()].filter((block) => areaOfBlock[block] === found.index), isExact: found.isExact };
  };
}

/**
 * What the files say about the people of each block, one entry per indicator, sorted by id. The value of an area stands for
 * each of its blocks. A block no row speaks of, and a row without value, stay unknown. A second value for a block is refused.
 */
export function fitIndicators(files: readonly IndicatorFile[], blockIds: readonly string[], divisions: readonly Division[]): readonly Indicator[] {
  const made = new Map<string, { readonly indicator: Omit<Indicator, 'values'>; readonly values: (number | null)[]; readonly told: Set<number> }>();
  for (const { reading: { file, ledger }, rows, source } of files) {
    const division = file.areas === undefined ? null : (divisions.find(({ id }) => id === file.areas) ?? null);
    const blocksOf = division === null ? byBlock(blockIds) : byArea(division);
    const column = file.columns['area'] ?? null;
    for (const { record: { area, indicator: id, name, unit, year, value }, place } of rows) {
      if (area === null) continue;
      const found = blocksOf(area);
      if (found === null) {
        ledger.refuseTaken(place, column, area, 'unknown-block');
        continue;
      }
      const known = made.get(id) ?? {
        indicator: { id, name, unit, year, basis: division === null ? 'block' : 'area', source },
        values: blockIds.map(() => null), told: new Set(),
      };
      made.set(id, known);
      if (found.blocks.some((block) => known.told.has(block))) {
        ledger.refuseTaken(place, column, `${area} ${id}`, 'duplicate-id');
        continue;
      }
      if (!found.isExact) ledger.repair('code-without-hyphen', place);
      for (const block of found.blocks) {
        known.told.add(block);
        known.values[block] = value;
      }
    }
  }
  return [...made.values()].map(({ indicator: { source, ...about }, values }) => ({ ...about, values, source })).sort((a, b) => byText(a.id, b.id));
}
