import type { LayerPeek } from '../read/peek.ts';

/** How columns with the name of a zone are called, the surest first; our own files lead. */
const zoneNames = ['zone_naam', 'zonenaam', 'zone naam', 'naam_zone', 'woonzorgzone', 'wzz', 'zone', 'naam', 'name', 'gebied', 'wijk', 'stadsdeel', 'deelgebied'];

const plain = (name: string): string => name.trim().toLowerCase();

/** The column whose values are the codes of blocks: at least half of the filled ones, and the most of all columns; null when there is none. */
export function blockColumnOf({ columns, rows }: LayerPeek, blocks: ReadonlySet<string>): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [place, column] of columns.entries()) {
    const values = rows.map((row) => row[place]?.trim() ?? '').filter((value) => value !== '');
    const known = values.filter((value) => blocks.has(value)).length;
    if (known > most && known * 2 >= values.length) {
      best = column;
      most = known;
    }
  }
  return best;
}

/** The column that names the zone, by what it is called; beside codes of blocks, in a table of two columns, the other one. */
export function zoneColumnOf({ columns }: LayerPeek, blockColumn: string | null): string | null {
  const others = columns.filter((column) => column !== blockColumn);
  for (const name of zoneNames) {
    // Beside the code of a block, "naam" is the name of the block.
    if (blockColumn !== null && (name === 'naam' || name === 'name')) continue;
    const found = others.find((column) => plain(column) === name);
    if (found !== undefined) return found;
  }
  return blockColumn !== null && others.length === 1 ? others[0]! : null;
}
