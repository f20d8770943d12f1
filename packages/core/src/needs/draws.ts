import { bandsWithin, type AgeBand, type PopulationDraw } from '../model/index.ts';
import type { AreaSpread } from './analysis.ts';
import type { Range } from './figure.ts';
import { sumOver, type Area } from './area.ts';
import { from75 } from './coverage.ts';
import type { People } from './people.ts';

/** One spread of the people over the blocks: the dataset's own, or another draw; per band the persons in each block. */
type Columns = readonly ArrayLike<number>[];

const columnsOf = ({ persons }: PopulationDraw, width: number): Columns => Array.from({ length: width }, (_, band) => persons.filter((__, i) => i % width === band));

/** The draws of a dataset by band, grown to the year of the people, made once: what areas are added up from. */
export const drawnColumns = (draws: readonly PopulationDraw[], { bands, growth }: People): readonly Columns[] =>
  draws.map((draw) => columnsOf(draw, bands.length).map((column, band) => (growth[band] === 1 ? column : Float64Array.from(column, (persons) => persons * growth[band]!))));

function rangeOf(area: Area, all: readonly Columns[], bands: readonly number[]): Range {
  const sums = all.map((columns) => bands.reduce((sum, band) => sum + sumOver(area, columns[band]!), 0));
  return { low: Math.min(...sums), high: Math.max(...sums) };
}

/** How far the figures of an area may be off, as the other draws have them; null where nothing was drawn. O(draws × bands × blocks). */
export function spreadOf(area: Area, people: People, draws: readonly Columns[]): AreaSpread | null {
  if (draws.length === 0) return null;
  const all = [people.byBand, ...draws];
  const within = (bracket: AgeBand) => bandsWithin(people.bands, bracket);
  const old = within(from75);
  return {
    inhabitants: rangeOf(area, all, [...people.bands.keys()]),
    byBand: people.bands.map((_, band) => rangeOf(area, all, [band])),
    from75: old && rangeOf(area, all, old),
  };
}
