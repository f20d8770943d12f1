import { standardBands, type AgeBand, type AgeTable } from '@woonzorgzones/core/model';

/** The standard bands as far as the brackets of a table can tell them apart: an end stays where both end. */
export function bandsOf(table: AgeTable | null): readonly AgeBand[] {
  if (table === null) return [{ from: 0, to: null }];
  const ends = new Set(table.brackets.map(({ to }) => to));
  const bands: AgeBand[] = [];
  let from = 0;
  for (const { to } of standardBands) {
    // Every table ends open, and so does the last standard band.
    if (!ends.has(to)) continue;
    bands.push({ from, to });
    from = (to ?? 0) + 1;
  }
  return bands;
}

/** Persons of a table in each band; brackets lie within bands. */
export function personsByBand(table: AgeTable, bands: readonly AgeBand[]): Float64Array {
  const persons = new Float64Array(bands.length);
  for (const [i, bracket] of table.brackets.entries()) {
    const band = bands.findIndex(({ from, to }) => bracket.from >= from && (to === null || bracket.from <= to));
    persons[band]! += table.persons[i]!;
  }
  return persons;
}
