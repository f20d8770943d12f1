import { pointInside, type MultiPolygon } from '@woonzorgzones/core/geo';
import type { Addresses, AgeBand, AgeTable, Notice, PopulationDraw, Result } from '@woonzorgzones/core/model';
import { err, ok } from '@woonzorgzones/core/model';
import type { Manifest } from '../manifest.ts';
import { bandsOf, personsByBand } from '../population/bands.ts';
import { fitBlockAges, type BlockAge } from '../population/block-ages.ts';
import { drawBlocks } from '../population/draw-blocks.ts';
import { spreadPopulation } from '../population/spread-population.ts';
import { spreadTotal } from '../population/spread-total.ts';
import type { FileProblem } from '../read/problem.ts';
import { byText } from '../take/ids.ts';
import type { LocatedAddress } from './addresses.ts';

/** Coin throws for the rounding of ages; another seed gives another, equally likely, distribution. */
export const spreadSeed = 1;

/** Other draws, with seeds of their own, to show how far what is modelled may be off. */
const drawSeeds = [2, 3] as const;

/**
 * Relative spread of the number of people at a home around the mean. Private households of Genk by size (2011 level; the
 * class of 3 to 5 taken at 3.6 to 3.8) give 0.56 to 0.57; homes that stand empty or hold two households make it more.
 */
export const householdSpread = 0.6;

/** Room of the column that holds persons. */
const mostAtOneAddress = 65_535;

/** An address as it is kept: of a block with people but without addresses, a point inside it with neither street nor dwellings. */
type Home = Pick<LocatedAddress, 'id' | 'street' | 'number' | 'dwellings' | 'x' | 'y' | 'block'>;

export interface People {
  readonly addresses: Addresses;
  readonly bands: readonly AgeBand[];
  /** Per block. */
  readonly inhabitants: Int32Array;
  readonly draws: readonly PopulationDraw[];
  readonly notices: readonly Notice[];
}

export interface PeopleToSettle {
  readonly blocks: readonly NamedShape[];
  readonly addresses: readonly LocatedAddress[];
  /** Measured per block; null where only the total was. */
  readonly totals: readonly number[] | null;
  readonly total: number;
  readonly table: AgeTable | null;
  /** What files say of the ages of each block; null where none does. */
  readonly blockAges: readonly (readonly BlockAge[])[] | null;
  readonly spreadBy: Manifest['population']['spreadBy'];
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

/** The ages of the blocks, where files speak of them and there is something to fit them to. */
function agesOfBlocks({ totals, table, blockAges }: PeopleToSettle, bands: readonly AgeBand[], bandTotals: readonly number[]): { readonly persons: Int32Array | null; readonly notices: readonly Notice[] } {
  if (totals === null || table === null || blockAges === null) return { persons: null, notices: [] };
  const { persons, contradicted } = fitBlockAges({ bands, table, given: blockAges, blockTotals: totals, bandTotals, seed: spreadSeed });
  const blocks = blockAges.filter((ages) => ages.length > 0).length;
  return { persons, notices: [{ code: 'block-ages-fitted', facts: { blocks, contradicted } }] };
}

/** Persons expected per block and band: as fitted, or by the ages of the municipality. */
function expectedPersons(inhabitants: Int32Array, bandTotals: readonly number[], ages: Int32Array | null): Float64Array {
  if (ages !== null) return Float64Array.from(ages);
  const everybody = bandTotals.reduce((sum, persons) => sum + persons, 0);
  return Float64Array.from({ length: inhabitants.length * bandTotals.length }, (_, i) =>
    (everybody === 0 ? 0 : (inhabitants[Math.floor(i / bandTotals.length)]! * bandTotals[i % bandTotals.length]!) / everybody));
}

/** Spreads the inhabitants over the addresses, by age band. */
export function settlePeople(people: PeopleToSettle): Result<People, FileProblem> {
  const { blocks, addresses, totals, total, table, spreadBy } = people;
  const bands = bandsOf(table);
  const bandTotals = table === null ? [total] : spreadTotal(total, [...personsByBand(table, bands)]);
  const ages = agesOfBlocks(people, bands, bandTotals);
  const { homes, notices } = homesOf(blocks, addresses, totals);
  const xy = Float64Array.from(homes.flatMap(({ x, y }) => [x, y]));
  const block = Int32Array.from(homes, (home) => home.block);
  const weights = homes.map(({ dwellings }) => (spreadBy === 'dwellings' ? dwellings : 1));
  const persons = spreadPopulation({ xy, block, weights, blockTotals: totals, bandTotals, blockAges: ages.persons, seed: spreadSeed });
  const most = persons.reduce((largest, count) => Math.max(largest, count), 0);
  if (most > mostAtOneAddress) return err({ code: 'too-many-at-one-place', place: {}, facts: { persons: most, limit: mostAtOneAddress } });

  const inhabitants = new Int32Array(blocks.length);
  for (const [i, count] of persons.entries()) inhabitants[block[Math.floor(i / bands.length)]!]! += count;
  const homesPerBlock = new Int32Array(blocks.length);
  for (const [i, weight] of weights.entries()) homesPerBlock[block[i]!]! += Math.max(1, weight);
  const expected = expectedPersons(inhabitants, bandTotals, ages.persons);
  const draw = (seed: number): PopulationDraw => ({ seed, persons: drawBlocks({ expected, homes: homesPerBlock, blockTotals: totals, bandTotals, householdSpread, seed }) });
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
    draws: drawSeeds.map(draw),
    notices: [...ages.notices, ...notices],
  });
}
