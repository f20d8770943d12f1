import { pointInside, type MultiPolygon } from '@woonzorgzones/core/geo';
import type { Addresses, AgeBand, AgeTable, Notice, Result } from '@woonzorgzones/core/model';
import { err, ok } from '@woonzorgzones/core/model';
import type { Manifest } from '../manifest.ts';
import { bandsOf, personsByBand } from '../population/bands.ts';
import { spreadPopulation } from '../population/spread-population.ts';
import { spreadTotal } from '../population/spread-total.ts';
import type { FileProblem } from '../read/problem.ts';
import { byText } from '../take/ids.ts';
import type { LocatedAddress } from './addresses.ts';

/** Coin throws for the rounding of ages; another seed gives another, equally likely, distribution. */
export const spreadSeed = 1;

/** Room of the column that holds persons. */
const mostAtOneAddress = 65_535;

/** An address as it is kept: of a block with people but without addresses, a point inside it with neither street nor dwellings. */
type Home = Pick<LocatedAddress, 'id' | 'street' | 'number' | 'dwellings' | 'x' | 'y' | 'block'>;

export interface People {
  readonly addresses: Addresses;
  readonly bands: readonly AgeBand[];
  /** Per block. */
  readonly inhabitants: Int32Array;
  readonly notices: readonly Notice[];
}

interface NamedShape {
  readonly id: string;
  readonly name: string;
  readonly shape: MultiPolygon;
}

/** People of a block without addresses are kept at a point inside it, so that sums over addresses miss nobody. */
function homesOf(blocks: readonly NamedShape[], addresses: readonly LocatedAddress[], totals: readonly number[] | null): { homes: readonly Home[]; notices: Notice[] } {
  if (totals === null) return { homes: addresses, notices: [] };
  const dwellings = new Map<number, number>();
  for (const address of addresses) dwellings.set(address.block, (dwellings.get(address.block) ?? 0) + address.dwellings);
  const notices: Notice[] = [];
  const added: Home[] = [];
  for (const [block, { id, name, shape }] of blocks.entries()) {
    const inhabitants = totals[block]!;
    if (inhabitants === 0) continue;
    const count = dwellings.get(block);
    if (count === undefined) {
      const [x, y] = pointInside(shape);
      added.push({ id: `blok:${id}`, street: '', number: '', dwellings: 0, x, y, block });
      notices.push({ code: 'block-without-addresses', facts: { block: id, name, inhabitants } });
    } else if (count === 0) {
      notices.push({ code: 'block-without-dwellings', facts: { block: id, name, inhabitants } });
    }
  }
  return { homes: added.length === 0 ? addresses : [...addresses, ...added].sort((a, b) => byText(a.id, b.id)), notices };
}

/** Spreads the inhabitants over the addresses, by age band. */
export function settlePeople(
  blocks: readonly NamedShape[], addresses: readonly LocatedAddress[], totals: readonly number[] | null, total: number, table: AgeTable | null,
  spreadBy: Manifest['population']['spreadBy'],
): Result<People, FileProblem> {
  const bands = bandsOf(table);
  const bandTotals = table === null ? [total] : spreadTotal(total, [...personsByBand(table, bands)]);
  const { homes, notices } = homesOf(blocks, addresses, totals);
  const xy = Float64Array.from(homes.flatMap(({ x, y }) => [x, y]));
  const block = Int32Array.from(homes, (home) => home.block);
  const weights = homes.map(({ dwellings }) => (spreadBy === 'dwellings' ? dwellings : 1));
  const persons = spreadPopulation({ xy, block, weights, blockTotals: totals, bandTotals, seed: spreadSeed });
  const most = persons.reduce((largest, count) => Math.max(largest, count), 0);
  if (most > mostAtOneAddress) return err({ code: 'too-many-at-one-place', place: {}, facts: { persons: most, limit: mostAtOneAddress } });

  const inhabitants = new Int32Array(blocks.length);
  for (const [i, count] of persons.entries()) inhabitants[block[Math.floor(i / bands.length)]!]! += count;
  return ok({
    addresses: {
      ids: homes.map(({ id }) => id),
      streets: homes.map(({ street }) => street),
      numbers: homes.map(({ number }) => number),
      xy,
      block,
      dwellings: Uint16Array.from(homes, ({ dwellings }) => dwellings),
      persons: Uint16Array.from(persons),
    },
    bands,
    inhabitants,
    notices,
  });
}
