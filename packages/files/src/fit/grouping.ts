import { dissolve, type MultiPolygon } from '@woonzorgzones/core/geo';
import type { Division } from '@woonzorgzones/core/model';
import type { FileLedger } from '../read/file-ledger.ts';
import type { Read } from '../read/place.ts';
import type { GroupingRow } from '../take/areas.ts';
import { byText } from '../take/ids.ts';
import { indexCodes } from './code-index.ts';

export interface Grouping {
  /** The division that the blocks make; null where the file does not speak of them but of parts of them. */
  readonly division: Division | null;
  /** Where the blocks are the areas: which block a part of the file lies in, by index. */
  readonly blockOfPart: ReadonlyMap<string, number>;
}

interface Blocks {
  readonly ids: readonly string[];
  readonly shapes: readonly MultiPolygon[];
}

/**
 * What a table of parts and areas (sector and wijk) says of these blocks: where they are its parts, they make a division;
 * where they are its areas, it says what lies in each. A row that speaks of neither is refused, as is a second one for a part.
 */
export function fitGrouping(
  division: { readonly id: string; readonly name: string }, rows: readonly Read<GroupingRow, 'none'>[], ledger: FileLedger,
  columns: { readonly part: string | null }, { ids, shapes }: Blocks,
): Grouping {
  const find = indexCodes(ids);
  const areaOfBlock = new Map<number, string>();
  const names = new Map<string, string>();
  const blockOfPart = new Map<string, number>();
  for (const { record: { part, area, name }, place } of rows) {
    if (part === null) continue;
    const block = find(part);
    const into = block === null ? find(area) : null;
    if (block === null && into === null) {
      ledger.refuseTaken(place, columns.part, part, 'unknown-block');
    } else if (block === null ? blockOfPart.has(part) : areaOfBlock.has(block.index)) {
      ledger.refuseTaken(place, columns.part, part, 'duplicate-id');
    } else {
      if ((block ?? into)?.isExact === false) ledger.repair('code-without-hyphen', place);
      if (block === null) blockOfPart.set(part, into!.index);
      else {
        areaOfBlock.set(block.index, area);
        if (!names.has(area)) names.set(area, name);
      }
    }
  }
  if (areaOfBlock.size === 0) return { division: null, blockOfPart };
  const areas = [...names.keys()].sort(byText);
  const groupOf = Int32Array.from(shapes, (_, block) => areas.indexOf(areaOfBlock.get(block) ?? ''));
  const outlines = dissolve(shapes, groupOf, areas.length);
  return {
    division: { ...division, areas: areas.map((id, area) => ({ id, name: names.get(id)!, shape: outlines[area]! })), areaOfBlock: groupOf },
    blockOfPart,
  };
}
