import { bandsWithin, type AgeBand, type AgeTable } from '../model/index.ts';
import { tableOfPeople, type People } from './people.ts';

/** Persons of each band in a table; null where its classes cut one. */
function personsPerBand(table: AgeTable, bands: readonly AgeBand[]): readonly number[] | null {
  const perBand = bands.map((band) => {
    const classes = bandsWithin(table.brackets, band);
    return classes && classes.reduce((sum, index) => sum + table.persons[index]!, 0);
  });
  return perBand.every((persons) => persons !== null) ? perBand : null;
}

/** Scales the columns of a matrix to sums of their own; a column in which there is nobody goes by the rows' totals. */
function scaleColumns(persons: ArrayLike<number>, sums: readonly number[]): Float64Array {
  const width = sums.length;
  const now = new Float64Array(width);
  const rows = new Float64Array(persons.length / width);
  for (let i = 0; i < persons.length; i++) {
    now[i % width]! += persons[i]!;
    rows[Math.floor(i / width)]! += persons[i]!;
  }
  const everybody = now.reduce((sum, here) => sum + here, 0);
  return Float64Array.from({ length: persons.length }, (_, i) => {
    const band = i % width;
    if (now[band]! > 0) return (persons[i]! * sums[band]!) / now[band]!;
    return everybody === 0 ? 0 : (rows[Math.floor(i / width)]! * sums[band]!) / everybody;
  });
}

/**
 * Who live in each block in the year of a table: those of now, each age band grown as it grows in the municipality. Fractions
 * of persons, so that each band is exactly that of the table. Null where the table cuts the bands. O(blocks × bands).
 */
export function projectPeople(people: People, table: AgeTable): People | null {
  const sums = personsPerBand(table, people.bands);
  if (sums === null) return null;
  const { bands, byBand, addresses } = people;
  const width = bands.length;
  const blocks = people.inhabitants.length;
  const projected = scaleColumns(Float64Array.from({ length: blocks * width }, (_, i) => byBand[i % width]![Math.floor(i / width)]!), sums);
  // An age that nobody has now cannot be told by address; it stands in the blocks only.
  const growth = Float64Array.from(bands, (_, band) => {
    const now = byBand[band]!.reduce((sum, here) => sum + here, 0);
    return now > 0 ? (people.growth[band]! * sums[band]!) / now : 0;
  });
  const inhabitants = new Float64Array(blocks);
  for (const [i, persons] of projected.entries()) inhabitants[Math.floor(i / width)]! += persons;
  return { bands, byBand: bands.map((_, band) => Float64Array.from({ length: blocks }, (__, block) => projected[block * width + band]!)), inhabitants, addresses, growth };
}

/** The people of each later year of which there are ages, ascending. */
export function laterYears(people: People, tables: readonly AgeTable[], referenceYear: number): readonly { readonly year: number; readonly people: People }[] {
  return tables.filter(({ year }) => year > referenceYear).flatMap((table) => {
    const projected = projectPeople(people, table);
    return projected === null ? [] : [{ year: table.year, people: projected }];
  });
}

/** The people of the year a norm was applied to, for sharing its requirement out; those of now where the ages of that year cut the bands. */
export function peopleIn(year: number, people: People, tables: readonly AgeTable[], referenceYear: number): People {
  const table = year === referenceYear ? tableOfPeople(people, year) : tables.find((one) => one.year === year);
  return (table && projectPeople(people, table)) ?? people;
}
